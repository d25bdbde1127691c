"""Faults of time: limits, steps, ladders, grades and classes (area T)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planting import (
    Change,
    Edit,
    Item,
    Manual,
    amount,
    new_file,
    plants,
    scalar,
    text,
    texts,
    times,
)
from reference_faults import HEAD
from walked import Walk, due, later, starts

from guifan.language.nodes import MappingNode, Scalar


def events(**titles: str) -> dict[str, str]:
    """A file of clock events, sound by itself."""
    out = HEAD.format(kind="event", place="complaints.handling") + "audience: public\nitems:\n"
    for name, title in titles.items():
        out += f"  - id: trial-{name}\n    title: 试办{title}\n"
        out += f"    happens: 工单写下「试办{title}」的时刻。\n    evidence: 工单记录\n"
    return {"standards/complaints/trial-events.yaml": out}


BESIDE = events(begun="开始", done="完成")
WITH_HALF = events(begun="开始", half="过半", done="完成")
LIMITS = "standards/complaints/trial-limits.yaml"


def limits(*items: dict[str, str]) -> str:
    """A file of limits."""
    out = HEAD.format(kind="limit", place="complaints.handling") + "items:\n"
    for item in items:
        lines = [f"{key}: {value}" for key, value in item.items()]
        out += "  - " + "\n    ".join(lines) + "\n"
    return out


def trial(name: str, title: str, within: str, **more: str) -> dict[str, str]:
    """A limit between the trial's events."""
    ends = {"from": "trial-begun", "to": "trial-done", "calendar": "office"}
    return {"id": name, "title": title, "within": within, **ends, **more}


@plants("T01", "S08", "S07")
def limit_of_nothing(manual: Manual) -> Iterator[Edit]:
    """A limit of nought can be kept by nobody."""
    for item in manual.of("limit"):
        parts = amount(text(item.node, "within"))
        if parts:
            yield manual.put(item.file, scalar(item.node, "within"), f"0 {parts[1]}")


@plants("T01", "S06")
def steps_without_a_calendar(manual: Manual) -> Iterator[Edit]:
    """Its steps take working time, and nothing says by which calendar."""
    for item in manual.of("procedure"):
        works = any("工作" in text(step, "within") for step in item.parts("steps"))
        if works and item.node.get("calendar") and not item.node.get("promise"):
            yield manual.drop(item.file, item.node, "calendar")


@plants("T01", "S06")
def ladder_without_a_calendar(manual: Manual) -> Iterator[Edit]:
    """Its rungs stand at working hours, and nothing says by which calendar."""
    for item in manual.of("escalation"):
        works = any("工作" in text(rung, "after") for rung in item.parts("rungs"))
        if works and item.node.get("calendar"):
            yield manual.drop(item.file, item.node, "calendar")


@plants("T01", "S07", held_out=True)
def stops_where_it_starts(manual: Manual) -> Iterator[Edit]:
    """A clock that stops at the event that starts it measures nothing."""
    for item in manual.of("limit"):
        if item.node.get("within") and isinstance(item.node.get("from"), Scalar):
            yield manual.put(item.file, scalar(item.node, "to"), text(item.node, "from"))


def promised(manual: Manual) -> Iterator[tuple[Item, Walk, MappingNode]]:
    """The steps of procedures that keep a promise, on some way that it covers."""
    for item in manual.of("procedure"):
        if item.text("promise") in manual.by_id:
            walk = Walk(manual, item)
            for step in item.parts("steps"):
                if walk.is_on_way(text(step, "id")):
                    yield item, walk, step


@plants("T02", "T03")
def wait_longer_than_the_promise(manual: Manual) -> Iterator[Edit]:
    """Every case must wait longer than the promise lasts: it cannot be kept even at best."""
    for item, walk, step in promised(manual):
        name = text(step, "id")
        if walk.is_on_every_way(name) and name != walk.first and not step.get("wait"):
            yield manual.add(item.file, step, "wait: 60 日")


@plants("T02", "T03")
def wait_as_long_as_the_promise(manual: Manual) -> Iterator[Edit]:
    """Every case waits just longer than the promise can last from some day."""
    for item, walk, step in promised(manual):
        name = text(step, "id")
        if not walk.is_on_every_way(name) or name == walk.first or step.get("wait"):
            continue
        for wait in ("30 分钟", "2 小时", "8 小时", "36 小时", "80 小时", "200 小时", "500 小时"):
            longest = True
            for start in starts():
                waited, end = due(start, wait, "duty"), due(start, walk.promise, walk.calendar)
                longest = longest and bool(waited and end and waited > end)
            if longest:
                yield manual.add(item.file, step, f"wait: {wait}")
                break


@plants("T03", "T20", "T02")
def step_multiplied(manual: Manual) -> Iterator[Edit]:
    """The steps in their full time no longer fit the promise."""
    for item, _, step in promised(manual):
        value = step.get("within")
        for factor in (2, 3, 6, 20) if isinstance(value, Scalar) else ():
            new = times(text(step, "within"), factor)
            if new:

                def faulty(item: Item = item, name: str = text(step, "id"), new: str = new) -> bool:
                    return Walk(manual, item, {name: new}).breaks_promise()

                yield manual.put(item.file, scalar(step, "within"), new, faulty=faulty)


@plants("T03", "T20")
def hours_made_days(manual: Manual) -> Iterator[Edit]:
    """Working hours became working days of the same number."""
    for item, _, step in promised(manual):
        value = text(step, "within")
        if "工作小时" in value:
            new = value.replace("工作小时", "个工作日")

            def faulty(item: Item = item, name: str = text(step, "id"), new: str = new) -> bool:
                return Walk(manual, item, {name: new}).breaks_promise()

            yield manual.put(item.file, scalar(step, "within"), new, faulty=faulty)


@plants("T03", "T20", "T11", "T10", "T21", "T16")
def promise_shortened(manual: Manual) -> Iterator[Edit]:
    """The promise was shortened, the steps that must keep it were not."""
    for item in manual.of("procedure"):
        promise = manual.by_id.get(item.text("promise"))
        new = times(promise.text("within"), 0.3) if promise else None
        every = promise is not None and promise.text("population") in ("", "every")
        if promise and every and new and amount(new) != amount(promise.text("within")):

            def faulty(item: Item = item, new: str = new) -> bool:
                itself = [
                    text(step, "id")
                    for step in item.parts("steps")
                    if text(step, "limit") == item.text("promise")
                ]
                walk = Walk(manual, item, dict.fromkeys(itself, new))
                walk.promise = new
                return walk.breaks_promise()

            yield manual.put(promise.file, scalar(promise.node, "within"), new, faulty=faulty)


@plants("T03", "T20", "T02", held_out=True)
def slow_handover(manual: Manual) -> Iterator[Edit]:
    """Handing the case over takes longer than the whole promise."""
    for item, walk, step in promised(manual):
        late = later("40 日", walk.promise, walk.calendar)
        if late and text(step, "id") != walk.first and not step.get("handover"):
            yield manual.add(item.file, step, "handover: 40 日")


def parallels(manual: Manual) -> Iterator[tuple[Item, MappingNode, list[str]]]:
    """The places where steps begin together."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            parallel = step.get("parallel")
            if isinstance(parallel, MappingNode):
                yield item, parallel, list(texts(parallel.get("steps")))


@plants("T04")
def branch_past_the_join(manual: Manual) -> Iterator[Edit]:
    """One of the branches goes on behind the join: the join waits for ever."""
    for item, parallel, names in parallels(manual):
        order = [text(step, "id") for step in item.parts("steps")]
        beyond = order[order.index(text(parallel, "then")) + 1 :]
        for step in item.parts("steps"):
            if text(step, "id") in names and not step.get("then") and not step.get("branches"):
                for other in beyond[:2]:
                    yield manual.add(item.file, step, f"then: {other}")


@plants("T04")
def branch_that_ends(manual: Manual) -> Iterator[Edit]:
    """One of the branches may end the procedure: the join waits for ever."""
    for item, parallel, names in parallels(manual):
        for step in item.parts("steps"):
            if text(step, "id") in names and not step.get("then") and not step.get("branches"):
                lines = (
                    "branches:\n  - when: 查到了\n    to: "
                    f"{text(parallel, 'then')}\n  - when: 其他情形\n    ends_with: 不再往下办"
                )
                yield manual.add(item.file, step, lines)


@plants("T04", "T05", held_out=True)
def join_before_the_fork(manual: Manual) -> Iterator[Edit]:
    """The branches join at one of themselves."""
    for item, parallel, names in parallels(manual):
        for name in names:
            yield manual.put(item.file, scalar(parallel, "then"), name)


@plants("T05")
def way_back_without_a_bound(manual: Manual) -> Iterator[Edit]:
    """The step leads back to an earlier one, and nothing says how often."""
    for item in manual.of("procedure"):
        steps = item.parts("steps")
        order = [text(step, "id") for step in steps]
        for at, step in enumerate(steps):
            plain = not any(step.get(key) for key in ("branches", "parallel", "then", "repeat"))
            if at > 1 and plain and text(step, "lane") != "customer":
                walk = Walk(manual, item)
                if walk.reaches(order[at - 2], order[at]):
                    yield manual.add(item.file, step, f"then: {order[at - 2]}")


@plants("T05")
def branch_back_without_a_bound(manual: Manual) -> Iterator[Edit]:
    """One way out of the decision leads back, and nothing says how often."""
    for item in manual.of("procedure"):
        walk = Walk(manual, item)
        order = [text(step, "id") for step in item.parts("steps")]
        for at, step in enumerate(item.parts("steps")):
            branches = step.get("branches")
            for branch in getattr(branches, "values", ())[:1]:
                for back in order[max(0, at - 3) : at]:
                    if branch.get("to") and walk.reaches(back, order[at]):
                        yield manual.put(item.file, scalar(branch, "to"), back)


@plants("T05", "S06", held_out=True)
def repeat_without_a_bound(manual: Manual) -> Iterator[Edit]:
    """Work may be done again without end."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            repeat = step.get("repeat")
            if isinstance(repeat, MappingNode):
                yield manual.drop(item.file, repeat, "max")


@plants("T06")
def customer_without_a_cap(manual: Manual) -> Iterator[Edit]:
    """The customer may take for ever, and the procedure with him."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            if text(step, "lane") == "customer" and step.get("cap"):
                yield manual.drop(item.file, step, "cap")


@plants("T06")
def customer_without_a_default(manual: Manual) -> Iterator[Edit]:
    """When the customer has not answered, nobody knows how it goes on."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            if text(step, "lane") == "customer" and step.get("default"):
                yield manual.drop(item.file, step, "default")


@plants("T06", held_out=True)
def pause_untold(manual: Manual) -> Iterator[Edit]:
    """The clock stands still and the customer is not told."""
    for item in manual.of("limit"):
        for pause in item.parts("pauses"):
            yield manual.put(item.file, scalar(pause, "told"), "否")


@plants("T09", "T01")
def extension_unsaid(manual: Manual) -> Iterator[Edit]:
    """The limit may be extended, and what bounds the extension is not said."""
    for item in manual.of("limit"):
        extension = item.node.get("extension")
        if isinstance(extension, MappingNode):
            for key in ("times", "reasons", "granted_by", "notice"):
                yield manual.drop(item.file, extension, key)


@plants("T09")
def extension_of_one_word(manual: Manual) -> Iterator[Edit]:
    """«May be extended», and no word on how far, for what, by whom."""
    for item in manual.of("limit"):
        if "工作日" in text(item.node, "within") and not item.node.get("extension"):
            lines = "extension:\n  add: 1 个工作日"
            yield manual.add(item.file, item.node, lines)


ORDERED = (
    ("complaint-receipt", "complaint-first-contact", "complaint-answer", "complaint-resolve"),
    ("escalated-first-contact", "escalated-answer"),
)
"""Limits of one case in the order in which their ends must come."""


@plants("T10", "T18", "T11", "T03", "T21", "F01")
def earlier_end_made_late(manual: Manual) -> Iterator[Edit]:
    """What must come first has more time than what must follow it."""
    for chain in ORDERED:
        for one, two in pairwise(chain):
            first, second = manual.by_id[one], manual.by_id[two]
            parts = amount(second.text("within"))
            if parts and first.text("within"):
                for more in (1, 3):
                    new = f"{parts[0] + more:.0f} {parts[1]}"
                    yield manual.put(first.file, scalar(first.node, "within"), new)


@plants("T10", "T03", "T11", "T21", held_out=True)
def later_end_made_early(manual: Manual) -> Iterator[Edit]:
    """What must follow is due before what must come first."""
    pairs = (("complaint-resolve", "2 个工作日"), ("escalated-answer", "1 工作小时"))
    for name, new in pairs:
        item = manual.by_id[name]
        yield manual.put(item.file, scalar(item.node, "within"), new)


def timed(item: Item) -> list[MappingNode]:
    """The rungs of a ladder that stand at a time."""
    return [rung for rung in item.parts("rungs") if rung.get("after")]


@plants("T11", "T21")
def rungs_swapped(manual: Manual) -> Iterator[Edit]:
    """The higher rung comes before the lower one."""
    for item in manual.of("escalation"):
        rungs = timed(item)
        for one, two in pairwise(rungs):
            yield manual.swap(item.file, scalar(one, "after"), scalar(two, "after"))


@plants("T11", "T21")
def two_rungs_at_once(manual: Manual) -> Iterator[Edit]:
    """Two rungs at one time are one rung."""
    for item in manual.of("escalation"):
        rungs = timed(item)
        for one, two in pairwise(rungs):
            yield manual.put(item.file, scalar(two, "after"), text(one, "after"))


@plants("T12")
def addressees_swapped(manual: Manual) -> Iterator[Edit]:
    """The higher authority is asked before the lower one."""
    for item in manual.of("escalation"):
        rungs = item.parts("rungs")
        for one, two in pairwise(rungs):
            if text(one, "to") != text(two, "to"):
                yield manual.swap(item.file, scalar(one, "to"), scalar(two, "to"))


@plants("T12", "R04")
def circle_of_superiors(manual: Manual) -> Iterator[Edit]:
    """Who is above reports to who is below."""
    for item in manual.of("role"):
        above = manual.by_id.get(item.text("reports_to"))
        if above and isinstance(above.node.get("reports_to"), Scalar):
            yield manual.put(above.file, scalar(above.node, "reports_to"), item.id)


@plants("T12", held_out=True)
def top_rung_goes_to_an_agent(manual: Manual) -> Iterator[Edit]:
    """The last rung leads to a lower post than the one before."""
    for item in manual.of("escalation"):
        rungs = item.parts("rungs")
        if len(rungs) > 1:
            yield manual.put(item.file, scalar(rungs[-1], "to"), "hotline-agent")


GRADED = ("extreme", "major", "large", "ordinary")


@plants("T13")
def graver_event_slower(manual: Manual) -> Iterator[Edit]:
    """The graver event is told of less often than the lighter one."""
    values = [manual.by_id[f"emergency-update-{grade}"] for grade in GRADED]
    for at, item in enumerate(values[:-1]):
        for other in values[at + 1 :]:
            parts = amount(other.text("value"))
            if parts:
                minutes = parts[0] * (60 if parts[1] == "小时" else 1) + 10
                yield manual.put(item.file, scalar(item.node, "value"), f"{minutes:.0f} 分钟")


@plants("T13")
def updates_of_two_grades_exchanged(manual: Manual) -> Iterator[Edit]:
    """The graver event got the rhythm of the lighter one."""
    for item in manual.of("playbook"):
        responses = [one for one in item.parts("responses") if one.get("updates")]
        for one, two in pairwise(responses):
            if text(one, "updates") != text(two, "updates"):
                yield manual.swap(item.file, scalar(one, "updates"), scalar(two, "updates"))


def classed(key: str, *values: tuple[str, str]) -> str:
    """Limits that differ in where they apply."""
    return limits(
        *(
            trial(f"trial-{name}", f"试办完成（{name}）", within, applies=f"{{{key}: {where}}}")
            for name, where, within in (
                (value.strip("[]"), value, within) for value, within in values
            )
        )
    )


@plants("T14")
def class_slower_than_public(manual: Manual) -> Iterator[Edit]:
    """Who has signed for more waits longer than the public."""
    del manual
    for other in ("key", "business", "government"):
        for slow in ("36 小时", "25 小时"):
            whole = classed("customers", ("[public]", "24 小时"), (f"[{other}]", slow))
            yield new_file(LIMITS, whole, beside=BESIDE)


@plants("T14", held_out=True)
def class_slower_over_the_calendar(manual: Manual) -> Iterator[Edit]:
    """Two working days of a key customer last longer than three days of the public."""
    del manual
    whole = classed("customers", ("[public]", "3 日"), ("[key]", "2 个工作日"))
    yield new_file(LIMITS, whole, beside=BESIDE)


@plants("T15")
def country_faster_than_town(manual: Manual) -> Iterator[Edit]:
    """The country is served faster than the town: the two were exchanged."""
    del manual
    for rural, city in (("24 小时", "48 小时"), ("1 个工作日", "2 个工作日"), ("3 日", "5 日")):
        yield new_file(LIMITS, classed("area", ("city", city), ("rural", rural)), beside=BESIDE)


@plants("T15", held_out=True)
def country_faster_over_the_calendar(manual: Manual) -> Iterator[Edit]:
    """Three days in the country end before three working days in town."""
    del manual
    whole = classed("area", ("city", "3 个工作日"), ("rural", "3 日"))
    yield new_file(LIMITS, whole, beside=BESIDE)


def chain(whole: str, first: str, second: str) -> str:
    """A promise and two agreements that follow one another under it."""
    return limits(
        trial("trial-whole", "试办完成", whole, audience="public"),
        trial("trial-first", "试办过半", first, to="trial-half"),
        trial("trial-second", "过半到试办完成", second, **{"from": "trial-half"}),
    )


@plants("T16", "T10")
def agreements_exceed_the_promise(manual: Manual) -> Iterator[Edit]:
    """Two departments, each within its agreement, break the promise to the customer."""
    del manual
    yield new_file(LIMITS, chain("48 小时", "36 小时", "24 小时"), beside=WITH_HALF)
    yield new_file(LIMITS, chain("3 个工作日", "2 个工作日", "2 个工作日"), beside=WITH_HALF)
    yield new_file(LIMITS, chain("5 日", "1 个工作日", "1 个工作日"), beside=WITH_HALF)


@plants("T16", "T10", held_out=True)
def agreement_as_long_as_the_promise(manual: Manual) -> Iterator[Edit]:
    """The second stretch takes the whole promise, and the first has been used already."""
    item = manual.by_id["external-reply"]
    more = (
        "\n  - id: external-reply-after-signing\n    title: 签收后回复\n    within: 7 日\n"
        "    from: external-case-signed\n    to: external-case-replied\n    calendar: duty\n"
    )
    yield manual.append(item.file, more)


@plants("T17")
def mean_above_the_most(manual: Manual) -> Iterator[Edit]:
    """A mean cannot lie above the most that any case may take."""
    del manual
    for mean, most in (("20 秒", "15 秒"), ("3 个工作日", "2 个工作日"), ("30 小时", "24 小时")):
        whole = limits(
            trial("trial-most", "试办完成最长", most),
            trial("trial-mean", "试办完成平均", mean, population="mean"),
        )
        yield new_file(LIMITS, whole, beside=BESIDE)


@plants("T17")
def larger_share_sooner(manual: Manual) -> Iterator[Edit]:
    """95 of 100 cases are done sooner than 90 of them."""
    del manual
    for one, two in (("20 秒", "10 秒"), ("3 日", "2 日")):
        whole = limits(
            trial("trial-ninety", "试办完成（九成）", one, population="share", share="90%"),
            trial("trial-more", "试办完成（更多）", two, population="share", share="95%"),
        )
        yield new_file(LIMITS, whole, beside=BESIDE)


@plants("T17", held_out=True)
def share_later_than_all(manual: Manual) -> Iterator[Edit]:
    """Nine cases of ten take longer than any case may."""
    del manual
    whole = limits(
        trial("trial-all", "试办完成", "2 日"),
        trial("trial-ninety", "试办完成（九成）", "3 日", population="share", share="90%"),
    )
    yield new_file(LIMITS, whole, beside=BESIDE)


def doubled(manual: Manual, factor: float) -> Iterator[Edit]:
    """A limit again, under another id, with another time."""
    for item in manual.of("limit"):
        within = text(item.node, "within")
        new = times(within, factor)
        single = item.root is item.node or item.node.get("floor")
        if new and amount(new) != amount(within) and not single and not item.node.get("next"):
            lines = manual.written(item).splitlines(keepends=True)
            lines = [line for line in lines if not line.startswith("    was:")]
            copy = "".join(lines).replace(f"id: {item.id}", f"id: {item.id}-again", 1)
            copy = copy.replace(f"within: {within}", f"within: {new}", 1)
            yield manual.append(item.file, "\n" + copy.rstrip("\n") + "\n")


@plants("T18")
def stated_again_longer(manual: Manual) -> Iterator[Edit]:
    """One thing, stated in two places with two values."""
    yield from doubled(manual, 2)


@plants("T18", held_out=True)
def stated_again_shorter(manual: Manual) -> Iterator[Edit]:
    """One thing, stated in two places with two values."""
    yield from doubled(manual, 0.5)


TITLED = {
    "complaint-answer": ("complaint-archived", "投诉归档"),
    "complaint-resolve": ("complaint-answered", "投诉答复"),
    "complaint-callback": ("complaint-archived", "投诉归档"),
    "complaint-archive": ("complaint-resolved", "投诉办结"),
    "complaint-first-contact": ("complaint-resolved", "投诉办结"),
}
"""Limits whose title names an event; a wrong stop for each, and a wrong title."""


@plants("T19", "T18", "T10", "T03", "F01", "F07")
def stop_event_changed(manual: Manual) -> Iterator[Edit]:
    """The title says one event, the clock stops at another."""
    for name, (event, _) in TITLED.items():
        item = manual.by_id[name]
        if event != item.text("from"):
            yield manual.put(item.file, scalar(item.node, "to"), event)


@plants("T19")
def title_changed(manual: Manual) -> Iterator[Edit]:
    """The title promises another event than the one at which the clock stops."""
    for name, (_, title) in TITLED.items():
        item = manual.by_id[name]
        yield manual.put(item.file, scalar(item.node, "title"), title)


@plants("T20", "T03")
def outside_clock_unpromised(manual: Manual) -> Iterator[Edit]:
    """An outside case takes longer inside than its sender's clock allows."""
    item = manual.by_id["external-case"]
    for step in item.parts("steps"):
        if text(step, "id") in ("investigate", "plan", "draft", "check", "decide"):
            yield manual.put(item.file, scalar(step, "within"), "20 日")


@plants("T20", "T03", "T22", "F01", held_out=True)
def law_tightened(manual: Manual) -> Iterator[Edit]:
    """The law now asks for less time than the steps take."""
    item = manual.by_id["telecom-appeal-rules"]
    for floor in item.parts("floors"):
        if text(floor, "id") in ("answer-15d", "case-passed-on-10d"):
            for new in ("2 日", "1 日"):
                yield manual.put(item.file, scalar(floor, "value"), new)


@plants("T21", "T11")
def rung_behind_the_limit(manual: Manual) -> Iterator[Edit]:
    """Whoever is called comes when the limit has passed."""
    for item in manual.of("escalation"):
        limit = manual.by_id.get(item.text("of"))
        rungs = timed(item)
        for factor in (2, 5, 40):
            new = times(text(rungs[-1], "after"), factor) if rungs else None
            if limit and new and limit.text("from") == item.text("from"):
                calendar = limit.text("calendar")
                if later(new, limit.text("within"), calendar):
                    yield manual.put(item.file, scalar(rungs[-1], "after"), new)


@plants("T21", "T11", "T03")
def ladders_limit_shortened(manual: Manual) -> Iterator[Edit]:
    """The limit was shortened; the rungs that should guard it were not."""
    for item in manual.of("escalation"):
        limit = manual.by_id.get(item.text("of"))
        rungs = timed(item)
        if limit and rungs and limit.text("from") == item.text("from"):
            first = text(rungs[0], "after")
            last = text(rungs[-1], "after")
            if later(last, first, limit.text("calendar")):
                yield manual.put(limit.file, scalar(limit.node, "within"), first)


@plants("T22")
def extension_eats_the_slack(manual: Manual) -> Iterator[Edit]:
    """With its extension the promise touches the law's limit."""
    item = manual.by_id["complaint-answer"]
    extension = item.node.get("extension")
    assert isinstance(extension, MappingNode)
    yield manual.put(item.file, scalar(extension, "add"), "2 个工作日")
    yield manual.put(item.file, scalar(extension, "times"), "2 次")


@plants("T22", "T10", "T03", held_out=True)
def promise_eats_the_slack(manual: Manual) -> Iterator[Edit]:
    """With its extension the promise touches the law's limit."""
    item = manual.by_id["complaint-answer"]
    yield manual.put(item.file, scalar(item.node, "within"), "4 个工作日")


@plants("T23", "S07")
def year_that_is_not_arranged(manual: Manual) -> Iterator[Edit]:
    """No holidays have been arranged for that year: what is proven for it is not proven."""
    item = manual.by_id["manual"]
    for year in ("2027", "2028", "2030"):
        yield manual.put(item.file, scalar(item.node, "arranged_through"), year)


@plants("T23", "S07", held_out=True)
def arranged_to_the_end_of_time(manual: Manual) -> Iterator[Edit]:
    """Nobody has arranged the holidays of 2099."""
    item = manual.by_id["manual"]
    yield manual.put(item.file, scalar(item.node, "arranged_through"), "2099")


ARRANGED = {
    "元旦": ("2026-01-01", "2026-01-03"),
    "春节": ("2026-02-15", "2026-02-23"),
    "清明节": ("2026-04-04", "2026-04-06"),
    "劳动节": ("2026-05-01", "2026-05-05"),
    "端午节": ("2026-06-19", "2026-06-21"),
    "中秋节": ("2026-09-25", "2026-09-27"),
    "国庆节": ("2026-10-01", "2026-10-07"),
}
WORKED = ("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
"""The holidays of 2026 as the notice arranges them, and the days worked instead."""


def copied(rests: dict[str, tuple[str, str]], works: tuple[str, ...]) -> str:
    """The notice, written down in the manual."""
    lines = "".join(
        f"      - from: {first}\n        to: {last}\n        title: {name}\n"
        for name, (first, last) in rests.items()
    )
    return (
        "arrangements:\n  - year: 2026\n    notice: 国办发明电〔2025〕7 号\n"
        f"    rests:\n{lines}    works: [{', '.join(works)}]"
    )


@plants("T24", "T23", "S07")
def holiday_forgotten(manual: Manual) -> Iterator[Edit]:
    """A holiday that the law gives was not copied."""
    item = manual.by_id["manual"]
    for name in ARRANGED:
        rests = {one: days for one, days in ARRANGED.items() if one != name}
        yield manual.add(item.file, item.node, copied(rests, WORKED))


@plants("T24", "T23", "S07")
def holiday_cut_short(manual: Manual) -> Iterator[Edit]:
    """The first day that the law gives is not among those copied."""
    item = manual.by_id["manual"]
    for name, lost in (("国庆节", "2026-10-02"), ("劳动节", "2026-05-02"), ("春节", "2026-02-17")):
        rests = {**ARRANGED, name: (lost, ARRANGED[name][1])}
        yield manual.add(item.file, item.node, copied(rests, WORKED))


@plants("T24", "T23", "S07", held_out=True)
def worked_on_a_holiday(manual: Manual) -> Iterator[Edit]:
    """A day to be worked is a day of rest, or no weekend at all."""
    item = manual.by_id["manual"]
    for day in ("2026-10-01", "2026-02-17", "2026-03-11"):
        yield manual.add(item.file, item.node, copied(ARRANGED, (*WORKED, day)))


def orders(manual: Manual) -> Iterator[list[str]]:
    """The events of each procedure, in the order in which its steps end with them."""
    for item in manual.of("procedure"):
        events = [item.text("starts"), *(text(step, "ends") for step in item.parts("steps"))]
        yield [event for event in events if event]


def between(manual: Manual, first: str, last: str) -> Iterator[str]:
    """The events that come between two others in some procedure."""
    for events in orders(manual):
        if first in events and last in events:
            inside = events[events.index(first) + 1 : events.index(last)]
            yield from (event for event in inside if event not in (first, last))


def precedes(manual: Manual, one: str, other: str) -> bool:
    """Whether some procedure has one event before the other."""
    return any(
        one in events and other in events[events.index(one) + 1 :] for events in orders(manual)
    )


def longest(item: Item) -> tuple[float, str] | None:
    """What a limit comes to with every extension; None where they are in another unit."""
    own, extension = amount(text(item.node, "within")), item.node.get("extension")
    if not own or not isinstance(extension, MappingNode):
        return own
    add, most = amount(text(extension, "add")), amount(text(extension, "times"))
    return (own[0] + add[0] * most[0], own[1]) if add and most and add[1] == own[1] else None


@plants("T25", "T16", "T18")
def stretch_with_as_much_time_as_the_whole(manual: Manual) -> Iterator[Edit]:
    """A limit for the last stretch has as much time as the whole, or more: it never comes first."""
    for item in manual.of("limit"):
        parts = longest(item)
        everywhere = not item.node.get("applies") and item.text("population") in ("", "every")
        counted = item.root is not item.node and item.text("metric")
        if not counted or not parts or not everywhere:
            continue
        for event in between(manual, item.text("from"), item.text("to")):
            for more in (0, 2):
                lines = {
                    "id": f"{item.id}-stretch",
                    "title": f"{item.text('title')}（后段）",
                    "within": f"{parts[0] + more:g} {parts[1]}",
                    "from": event,
                    "to": item.text("to"),
                    "calendar": item.text("calendar") or "duty",
                    "metric": item.text("metric"),
                }
                written = "\n    ".join(f"{key}: {value}" for key, value in lines.items())
                yield manual.append(item.file, f"\n  - {written}\n")


@plants("T25", "T10", "T03", "T16", "F01", "T11", "T21", held_out=True)
def later_clock_given_more_time(manual: Manual) -> Iterator[Edit]:
    """The limit that starts later was made longer than the general one to the same event."""
    for general in manual.of("limit"):
        for late in manual.of("limit"):
            same = general is not late and text(general.node, "to") == text(late.node, "to")
            begins = text(general.node, "from"), text(late.node, "from")
            parts = longest(general)
            if same and parts and late.node.get("within") and precedes(manual, *begins):
                for more in (0, 1):
                    new = f"{parts[0] + more:g} {parts[1]}"
                    if new != text(late.node, "within"):
                        yield manual.put(late.file, scalar(late.node, "within"), new)


def calendars(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """The calendars by which limits are counted."""
    for item in manual.of("manual"):
        for calendar in item.parts("calendars"):
            yield item, calendar


@plants("T26", "S08", "S07")
def day_that_ends_after_midnight(manual: Manual) -> Iterator[Edit]:
    """The second half of the day runs into the next one."""
    for item, calendar in calendars(manual):
        for hours in (
            "周一至周五 08:30–12:00、14:00–01:00；法定节假日除外",
            "每天 08:00–02:00",
            "周一至周五 08:30–17:30，周六 20:00–04:00；法定节假日除外",
        ):
            yield manual.put(item.file, scalar(calendar, "hours"), hours)


@plants("T26", "S08", "S07", held_out=True)
def calendar_of_the_night(manual: Manual) -> Iterator[Edit]:
    """Another calendar was added for who works at night, in the night's hours."""
    for item, calendar in calendars(manual):
        start = manual.offset(item.file, calendar.mark.line, 0)
        indent = " " * (calendar.mark.column - 2)
        for hours in ("每天 22:00–08:00", "周一至周日 20:00–次日 08:00"):
            lines = f"- id: night-work\n{indent}  title: 夜班\n{indent}  hours: {hours}\n"
            yield Edit(item.file, (Change(start, start, indent + lines),))
