"""A second set held out of every rule: slips of an editor, planted in the manual's own items.

Each differs in kind from what the other operators plant for the rule, and was written before any
rule had been run on it. Where the finding may rightly stand at what the fault spoils rather than at
the slip itself, the edit says so (``at``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from business_faults import fail_points, in_scorecards, listed
from emergency_faults import first_hour, thresholds, triggers
from law_faults import bound_by, cited, floor_of, reports
from lifecycle_faults import relied_on
from metric_faults import lowered, shares
from planting import (
    Change,
    Edit,
    Item,
    Manual,
    amount,
    mappings,
    new_file,
    plants,
    scalar,
    text,
    texts,
    times,
)
from privacy_faults import identifying
from reference_faults import HEAD, grants, is_public, ranks, staff_steps, under
from subjects import OURS, ours
from time_faults import copied, longest, orders, promised, timed
from walked import Walk, due, later, starts
from wording_faults import rules, scripts

from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode

HUMAN = ("voice", "in-person", "text")
"""Ways to be reached on which there is a person."""


def place(item: Item, node: Node) -> tuple[str, int, int]:
    """The lines of a node, where another file than that of the edit is meant."""
    return item.file, node.mark.line + 1, max(node.mark.line, node.mark.end_line) + 1


def plain(node: Node | None) -> bool:
    """Whether it is a text in one plain line."""
    return isinstance(node, Scalar) and not node.style


def before(manual: Manual, file: str, node: MappingNode, lines: str) -> Edit:
    """Put an entry into a block list, ahead of one that is there."""
    start = manual.offset(file, node.mark.line, 0)
    indent = " " * (node.mark.column - 2)
    text_of = "".join(f"{indent}{line}\n" for line in lines.splitlines())
    return Edit(file, (Change(start, start, text_of),))


def both(file: str, *edits: Edit) -> Edit:
    """Several edits of one file as one."""
    changes = sorted((one for edit in edits for one in edit.changes), key=lambda one: one.start)
    return Edit(file, tuple(changes))


def longer(written: str, more: float) -> str:
    """A time, so much longer, in its own unit."""
    parts = amount(written)
    assert parts is not None
    return f"{parts[0] + more:g} {parts[1]}"


def clocked(manual: Manual) -> Iterator[Item]:
    """Limits in time that hold for every case, everywhere."""
    for item in manual.of("limit"):
        everybody = item.text("population") in ("", "every")
        if item.node.get("within") and everybody and not item.node.get("applies"):
            yield item


def follows(manual: Manual, one: str, other: str) -> bool:
    """Whether some procedure has one event before the other, and none has it after."""
    found = [
        names.index(one) < names.index(other)
        for names in orders(manual)
        if one in names and other in names
    ]
    return bool(found) and all(found)


def again(manual: Manual, item: Item, name: str, title: str, lines: dict[str, str]) -> Edit:
    """A limit of an item's file once more, under another name, with other values."""
    written = [
        line
        for line in manual.written(item).splitlines()
        if re.match(r"(  - id|    (population|audience|metric|answers_to|calendar)):", line)
        and line.split(":")[0].strip() not in lines
    ]
    written[0] = f"  - id: {name}"
    more = [f"    {key}: {value}" for key, value in {"title": title, **lines}.items()]
    ends = [f"    {key}: {text(item.node, key)}" for key in ("from", "to") if key not in lines]
    return manual.append(item.file, "\n" + "\n".join((*written, *more, *ends)) + "\n")


# T: time


@plants("T01", "S06", held_out=True)
def clock_without_an_end(manual: Manual) -> Iterator[Edit]:
    """The line that said where the clock starts or stops was lost."""
    for item in manual.of("limit"):
        if item.node.get("within"):
            for key in ("from", "to"):
                yield manual.drop(item.file, item.node, key)


@plants("T01", "S07", "S08", held_out=True)
def step_in_no_time(manual: Manual) -> Iterator[Edit]:
    """A step that may take nought minutes can be done by nobody."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            parts = amount(text(step, "within"))
            if parts:
                yield manual.put(item.file, scalar(step, "within"), f"0 {parts[1]}")


@plants("T02", "T03", held_out=True)
def two_waits_that_do_not_fit(manual: Manual) -> Iterator[Edit]:
    """Either wait fits the promise, both together never do."""
    for item in manual.of("procedure"):
        if item.text("promise") not in manual.by_id:
            continue
        walk = Walk(manual, item)
        some = [
            step
            for step in item.parts("steps")
            if walk.is_on_way(text(step, "id")) and walk.is_on_every_way(text(step, "id"))
        ]
        some = [one for one in some if text(one, "id") != walk.first and not one.get("wait")]
        for one, two in pairwise(some):
            for wait in ("20 分钟", "90 分钟", "5 小时", "18 小时", "100 小时", "300 小时"):

                def faulty(walk: Walk = walk, wait: str = wait) -> bool:
                    alone = together = True
                    for start in starts():
                        first, end = (
                            due(start, wait, "duty"),
                            due(start, walk.promise, walk.calendar),
                        )
                        second = due(first, wait, "duty") if first else None
                        if not (first and second and end):
                            return False
                        alone, together = alone and first <= end, together and second > end
                    return alone and together

                edits = [manual.add(item.file, step, f"wait: {wait}") for step in (one, two)]
                yield replace(both(item.file, *edits), faulty=faulty)


def with_a_step_more(manual: Manual, item: Item, within: str) -> Iterator[Edit]:
    """One step more, ahead of a step that follows plainly on another, both passed by every case."""
    walk = Walk(manual, item)
    steps = item.parts("steps")
    for one, two in pairwise(steps):
        names = text(one, "id"), text(two, "id")
        simple = not any(one.get(key) for key in ("branches", "parallel", "then", "repeat"))
        inside = all(walk.is_on_way(name) and walk.is_on_every_way(name) for name in names)
        post = next((step for step in (two, one) if step.get("by")), None)
        if simple and inside and post is not None and walk.after[names[0]] == {names[1]}:
            yield before(
                manual,
                item.file,
                two,
                "- id: read-once-more\n  title: 再看一遍\n  do: 对照记录逐项再看一遍。\n"
                f"  lane: backstage\n  by: {text(post, 'by')}\n"
                f"  accountable: {text(post, 'accountable')}\n  within: {within}",
            )


@plants("T03", "T20", held_out=True)
def another_step_put_in(manual: Manual) -> Iterator[Edit]:
    """A step was put in that takes as long as the promise, and all the others stayed."""
    for item in manual.of("procedure"):
        promise = manual.by_id.get(item.text("promise"))
        if (
            promise
            and promise.text("within")
            and Walk(manual, item).times[Walk(manual, item).last][0]
        ):
            yield from with_a_step_more(manual, item, promise.text("within"))


@plants("T04", "C08", held_out=True)
def branch_forgotten_at_the_fork(manual: Manual) -> Iterator[Edit]:
    """One of the steps that the join waits for is begun by nobody any more."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            parallel = step.get("parallel")
            names = texts(parallel.get("steps")) if isinstance(parallel, MappingNode) else ()
            for name in names if len(names) > 1 else ():
                kept = ", ".join(one for one in names if one != name)
                assert isinstance(parallel, MappingNode)
                value = listed(parallel, "steps")
                mark = next(one for one in item.parts("steps") if text(one, "id") == name).mark
                if value.flow:
                    left = ((item.file, mark.line + 1, mark.end_line + 1),)
                    yield replace(manual.put(item.file, value, f"[{kept}]"), at=left)


@plants("T05", held_out=True)
def repeat_made_a_plain_next(manual: Manual) -> Iterator[Edit]:
    """«At most so often» became «then», and the case may go round for ever."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            repeat = step.get("repeat")
            if (
                isinstance(repeat, MappingNode)
                and not step.get("branches")
                and not step.get("then")
            ):
                dropped = manual.drop(item.file, step, "repeat")
                back = text(repeat, "to")
                yield both(item.file, manual.add(item.file, step, f"then: {back}"), dropped)


@plants("T05", "S07", held_out=True)
def step_after_itself(manual: Manual) -> Iterator[Edit]:
    """The next step is the step itself."""
    for item in manual.of("procedure"):
        for step in item.parts("steps")[1:]:
            if not any(step.get(key) for key in ("branches", "parallel", "then", "repeat")):
                yield manual.add(item.file, step, f"then: {text(step, 'id')}")


@plants("T06", "R03", held_out=True)
def step_given_to_the_customer(manual: Manual) -> Iterator[Edit]:
    """Now the customer does it, with no time by which and nothing for his silence."""
    for item, _, step in promised(manual):
        keys = [key for key in ("by", "accountable", "within") if step.get(key)]
        apart = any(step.get(key) for key in ("limit", "apart_from", "identifies", "discloses"))
        if text(step, "lane") == "frontstage" and len(keys) == 3 and not apart:  # noqa: PLR2004
            gone = manual.drop(item.file, step, *keys)
            lane = manual.put(item.file, scalar(step, "lane"), "customer")
            yield both(item.file, gone, lane)


@plants("T09", "S07", "S08", held_out=True)
def extension_for_no_reason(manual: Manual) -> Iterator[Edit]:
    """The list of reasons is empty, or the extension may be granted nought times."""
    for item in manual.of("limit"):
        extension = item.node.get("extension")
        if isinstance(extension, MappingNode):
            yield manual.put(item.file, listed(extension, "reasons"), "[]")
            yield manual.put(item.file, scalar(extension, "times"), "0 次")


@plants("T10", "T03", "T11", "T21", "T16", "T25", "T20", held_out=True)
def sooner_event_due_later(manual: Manual) -> Iterator[Edit]:
    """What the procedure does first has more time than what it does after, from one start."""
    known = list(clocked(manual))
    for one in known:
        for two in known:
            ends = text(one.node, "to"), text(two.node, "to")
            same = text(one.node, "from") == text(two.node, "from") and ends[0] != ends[1]
            if one.id.startswith("complaint") or not same or not follows(manual, *ends):
                continue
            yield manual.put(
                one.file, scalar(one.node, "within"), longer(text(two.node, "within"), 1)
            )


@plants("T11", "T21", held_out=True)
def minutes_made_hours(manual: Manual) -> Iterator[Edit]:
    """A slip in the unit of one rung, and the rung above comes first."""
    slips = {"分钟": "小时", "工作小时": "个工作日", "小时": "日"}
    for item in manual.of("escalation"):
        calendar = item.text("calendar")
        for one, two in pairwise(timed(item)):
            parts = amount(text(one, "after"))
            if parts and parts[1] in slips:
                new = f"{parts[0]:g} {slips[parts[1]]}"
                if later(new, text(two, "after"), calendar):
                    yield manual.put(item.file, scalar(one, "after"), new)


@plants("T12", held_out=True)
def rung_that_leads_to_the_same_post(manual: Manual) -> Iterator[Edit]:
    """The next rung calls whom the last one called: nobody higher hears of it."""
    for item in manual.of("escalation"):
        for one, two in pairwise(item.parts("rungs")):
            if text(one, "to") != text(two, "to"):
                yield manual.put(item.file, scalar(two, "to"), text(one, "to"))


GRADES = ("extreme", "major", "large", "ordinary")


@plants("T13", held_out=True)
def lighter_event_told_oftener(manual: Manual) -> Iterator[Edit]:
    """A digit was lost: the lighter grade is told of more often than the graver ones."""
    for item in manual.of("limit"):
        applies = item.node.get("applies")
        grade = text(applies, "grade") if isinstance(applies, MappingNode) else ""
        if grade in GRADES[1:] and item.node.get("value"):
            yield manual.put(item.file, scalar(item.node, "value"), "5 分钟")


@plants("T13", "E08", held_out=True)
def graver_levels_drilled_less_often(manual: Manual) -> Iterator[Edit]:
    """The interval of the graver levels is longer than that of the lighter ones."""
    for item in manual.of("limit"):
        applies = item.node.get("applies")
        levels = texts(applies.get("levels")) if isinstance(applies, MappingNode) else ()
        if "level-1" in levels and item.node.get("value"):
            yield manual.put(item.file, scalar(item.node, "value"), "18 个月")


@plants("T14", "T18", held_out=True)
def key_customers_wait_longer(manual: Manual) -> Iterator[Edit]:
    """Key customers got a limit of their own, with one nought too many."""
    for item in clocked(manual):
        if item.root is not item.node and text(item.node, "audience") == "public":
            for who in ("key", "government"):
                slow = {
                    "within": times(text(item.node, "within"), 10) or "",
                    "applies": f"{{customers: [{who}]}}",
                }
                yield again(manual, item, f"{item.id}-{who}", f"{item.text('title')}（专属）", slow)


@plants("T15", "F02", "F01", held_out=True)
def town_and_country_exchanged(manual: Manual) -> Iterator[Edit]:
    """The two values changed places."""
    areas: dict[tuple[str, str, str], Item] = {}
    for item in manual.of("limit"):
        applies = item.node.get("applies")
        if isinstance(applies, MappingNode) and applies.get("area") and item.node.get("within"):
            ends = text(item.node, "from"), text(item.node, "to")
            areas[(*ends, text(applies, "area"))] = item
    for (start, end, area), item in areas.items():
        other = areas.get((start, end, "city"))
        if area == "rural" and other is not None and other.file == item.file:
            yield manual.swap(item.file, scalar(item.node, "within"), scalar(other.node, "within"))


@plants("T16", "T10", "T25", held_out=True)
def agreement_for_the_rest(manual: Manual) -> Iterator[Edit]:
    """What is left to the second department and what the first has exceed the promise."""
    known = list(manual.of("limit"))
    for whole in known:
        for first in known:
            same = text(whole.node, "from") == text(first.node, "from") and whole is not first
            ends = text(first.node, "to"), text(whole.node, "to")
            most, part = amount(text(whole.node, "within")), amount(text(first.node, "within"))
            if not (same and most and part and most[1] == part[1] and ends[0] != ends[1]):
                continue
            rest = most[0] - max(1, part[0] // 2)
            after = ends[0] not in [text(one.node, "to") for one in known if one is whole]
            sooner = part[0] < most[0] and part[0] + rest > most[0] and rest < most[0]
            if after and sooner and whole.root is not whole.node and is_public(whole):
                lines = {
                    "within": f"{rest:g} {most[1]}",
                    "from": ends[0],
                    "audience": "internal",
                }
                yield again(
                    manual, whole, f"{whole.id}-rest", f"{whole.text('title')}（后段）", lines
                )


@plants("T17", held_out=True)
def mean_and_most_exchanged(manual: Manual) -> Iterator[Edit]:
    """The mean may be longer than the most, for the same thing."""
    means = [one for one in manual.of("limit") if one.text("population") == "mean"]
    for mean in means:
        for most in manual.of("limit"):
            same = all(text(mean.node, key) == text(most.node, key) for key in ("from", "to"))
            same = (
                same and most.text("population") in ("", "every") and not most.node.get("applies")
            )
            if same and most is not mean and mean.node.get("within") and mean.file == most.file:
                one, two = scalar(mean.node, "within"), scalar(most.node, "within")
                yield manual.swap(mean.file, one, two)
                yield manual.put(mean.file, one, longer(two.text, 1))


@plants("T18", held_out=True)
def stated_again_in_another_chapter(manual: Manual) -> Iterator[Edit]:
    """Another chapter has its own limit for the same thing, in days instead of working days."""
    for item in clocked(manual):
        parts = amount(text(item.node, "within"))
        known = item.text("metric") and not item.node.get("floor")
        if parts and parts[1] in ("个工作日", "小时") and known:
            other = {"个工作日": f"{parts[0] + 3:g} 日", "小时": f"{parts[0]:g} 个工作日"}[parts[1]]
            where = "complaints.handling" if "complaint" not in item.text("place") else "channels"
            whole = HEAD.format(kind="limit", place=where) + (
                f"items:\n  - id: {item.id}-here\n"
                f"    metric: {item.text('metric')}\n    title: {item.text('title')}（本章）\n"
                f"    within: {other}\n    from: {text(item.node, 'from')}\n"
                f"    to: {text(item.node, 'to')}\n    calendar: office\n"
            )
            yield new_file("standards/general/limits-here.yaml", whole)


ENDS = ("答复", "办结", "归档", "回访")


@plants("T19", held_out=True)
def title_with_another_verb(manual: Manual) -> Iterator[Edit]:
    """The title says 办结, the clock stops at 答复."""
    for item in manual.of("limit"):
        stop = manual.by_id.get(text(item.node, "to"))
        title = item.text("title")
        for word in ENDS:
            if stop and word in title and word in stop.text("title") and "投诉" not in title:
                for other in ENDS:
                    if other != word:
                        new = title.replace(word, other)
                        yield manual.put(item.file, scalar(item.node, "title"), new)


@plants("T20", "T03", held_out=True)
def outside_case_passed_on_once_more(manual: Manual) -> Iterator[Edit]:
    """One hop more, and the answer leaves after the sender's clock."""
    for item in manual.of("procedure"):
        promise = manual.by_id.get(item.text("promise"))
        floor = floor_of(manual, text(promise.node, "floor")) if promise else None
        if floor is not None and text(floor, "owed_to") == "authority":
            yield from with_a_step_more(manual, item, text(floor, "value"))


@plants("T21", "T11", held_out=True)
def ladder_for_a_shorter_limit(manual: Manual) -> Iterator[Edit]:
    """The ladder was taken over for a limit that has passed before its last rung."""
    for item in manual.of("escalation"):
        rungs = timed(item)
        for limit in manual.of("limit") if rungs else ():
            same = text(limit.node, "from") == item.text("from")
            if same and limit.id != item.text("of") and limit.node.get("within"):
                last, calendar = text(rungs[-1], "after"), item.text("calendar")
                if later(last, text(limit.node, "within"), calendar):
                    yield manual.put(item.file, scalar(item.node, "of"), limit.id)


LONGEST = {1: 10, 2: 11, 3: 12, 4: 14, 5: 15, 6: 16, 7: 18}
"""The longest stretch of so many working days, in days (counted by hand and twice by machine)."""


@plants("T22", "T20", held_out=True)
def law_tightened_to_the_last_day(manual: Manual) -> Iterator[Edit]:
    """The law's time is now the longest that the extended promise may last: not a day to spare."""
    for item, value, floor in bound_by(manual, "F01"):
        extension = item.node.get("extension")
        own, law = amount(value.text), manual.by_id[text(item.node, "floor").partition(".")[0]]
        if isinstance(extension, MappingNode) and own and own[1] == "个工作日":
            add, most = amount(text(extension, "add")), amount(text(extension, "times"))
            if add and most and add[1] == own[1]:
                days = LONGEST[int(own[0] + add[0] * most[0])]
                yield manual.put(law.file, scalar(floor, "value"), f"{days} 日")


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


@plants("T23", "S07", held_out=True)
def next_year_claimed_on_this_years_notice(manual: Manual) -> Iterator[Edit]:
    """This year's notice is written down, and next year is said to be arranged."""
    for item in manual.of("manual"):
        value = scalar(item.node, "arranged_through")
        year = manual.put(item.file, value, f"{int(value.text) + 1}")
        yield both(item.file, manual.add(item.file, item.node, copied(ARRANGED, WORKED)), year)


LAST_YEAR = {
    "春节": ("2026-01-28", "2026-02-04"),
    "中秋节": ("2026-10-01", "2026-10-08"),
    "端午节": ("2026-05-31", "2026-06-02"),
}
"""Holidays of the moon where they were the year before."""


@plants("T24", "T23", "S07", held_out=True)
def last_years_dates_copied(manual: Manual) -> Iterator[Edit]:
    """The holiday stands on the days on which it was last year."""
    for item in manual.of("manual"):
        for name, days in LAST_YEAR.items():
            rests = {**ARRANGED, name: days}
            if name == "中秋节":
                del rests["国庆节"]
            days_of = dict(sorted(rests.items(), key=lambda one: one[1]))
            yield manual.add(item.file, item.node, copied(days_of, WORKED))


@plants("T25", "T10", "T16", "T18", "T03", held_out=True)
def general_limit_cut_below_the_later_one(manual: Manual) -> Iterator[Edit]:
    """The whole may now take no longer than its last stretch: that one never comes first."""
    known = [one for one in manual.of("limit") if one.node.get("within")]
    for general in known:
        for late in known:
            same = text(general.node, "to") == text(late.node, "to") and general is not late
            starts_at = text(general.node, "from"), text(late.node, "from")
            if same and starts_at[0] != starts_at[1] and follows(manual, *starts_at):
                most, own = longest(general), amount(text(general.node, "within"))
                goal = amount(text(late.node, "within"))
                if most and own and goal and goal[1] == own[1] and goal[0] > most[0] - own[0]:
                    new = f"{goal[0] - (most[0] - own[0]):g} {own[1]}"
                    value = scalar(general.node, "within")
                    where = place(late, scalar(late.node, "within"))
                    yield replace(manual.put(general.file, value, new), at=(where,))


@plants("T26", "S07", "S08", held_out=True)
def exception_past_midnight(manual: Manual) -> Iterator[Edit]:
    """On the eve of a holiday the office is said to be open until two in the morning."""
    for item in manual.of("manual"):
        for calendar in item.parts("calendars"):
            lines = "exceptions:\n  - from: 2026-12-31\n    hours: 20:00–02:00\n    why: 跨年值守"
            yield manual.add(item.file, calendar, lines)


# F: the law


@plants("F01", "T10", "T03", "T22", "T20", "T21", "T11", held_out=True)
def days_made_working_days(manual: Manual) -> Iterator[Edit]:
    """As many working days as the law gives days (15 个工作日 against 15 日)."""
    for item, value, floor in bound_by(manual, "F01"):
        law = amount(text(floor, "value"))
        if law and law[1] == "日":
            edit = manual.put(item.file, value, f"{law[0]:g} 个工作日")
            if item.text("calendar") == "office":
                yield edit
            elif not item.node.get("calendar"):
                yield both(item.file, edit, manual.add(item.file, item.node, "calendar: office"))


@plants("F02", "T15", "T18", "F01", held_out=True)
def country_typed_as_town(manual: Manual) -> Iterator[Edit]:
    """The limit of the country says town: the country has none, and the town has two."""
    for item in manual.of("limit"):
        applies = item.node.get("applies")
        if not isinstance(applies, MappingNode) or not item.node.get("floor"):
            continue
        if text(applies, "area") == "rural":
            yield manual.put(item.file, scalar(applies, "area"), "city")


@plants("F03", "F10", "F05", held_out=True)
def at_least_made_at_most(manual: Manual) -> Iterator[Edit]:
    """«At least» became «at most»: none at all would do."""
    for item, _, floor in bound_by(manual, "F03", "F05", "F10"):
        bound = item.node.get("bound")
        least = text(floor, "bound") == "at-least" or text(floor, "measure") == "retention"
        if isinstance(bound, Scalar) and bound.text == "at-least" and least:
            yield manual.put(item.file, bound, "at-most")


@plants("F04", "K05", held_out=True)
def share_made_a_mean(manual: Manual) -> Iterator[Edit]:
    """The law asks for so many in a hundred within the time, the company for a mean."""
    for item, _, _ in bound_by(manual, "F04"):
        population = item.node.get("population")
        if isinstance(population, Scalar) and item.node.get("share"):
            gone = manual.drop(item.file, item.node, "share")
            yield both(item.file, manual.put(item.file, population, "mean"), gone)


@plants("F05", "F11", held_out=True)
def warranty_halved(manual: Manual) -> Iterator[Edit]:
    """Goods are under warranty for less time than the law gives (保修期缩短)."""
    for item in manual.of("service"):
        warranty = item.node.get("warranty")
        if isinstance(warranty, MappingNode):
            floor = floor_of(manual, text(warranty, "floor"))
            law = amount(text(floor, "value")) if floor else None
            if law and law[0] > 1:
                new = f"{law[0] - 1:g} {law[1]}"
            elif law and law[1] == "年":
                new = "11 个月"
            else:
                continue
            yield manual.put(item.file, scalar(warranty, "lasts"), new)


@plants("F06", held_out=True)
def article_of_the_edition_before(manual: Manual) -> Iterator[Edit]:
    """The number of the article is said to be that of an edition which has ended."""
    seen = set()
    for _, law, article, edition in cited(manual):
        address = law.id, text(article, "id")
        old = [one for one in law.parts("editions") if one.get("until") and one is not edition]
        if address not in seen and old:
            seen.add(address)
            yield manual.put(law.file, scalar(article, "edition"), text(old[0], "id"))


@plants("F07", "F01", "F03", "F05", "F10", "T20", "T22", held_out=True)
def floor_of_the_neighbour(manual: Manual) -> Iterator[Edit]:
    """The limit names the floor beside its own, and its own is met by nothing."""
    named = Counter(item.text("floor") for item in manual.of("limit"))
    articles = {address for item in manual.items for address in item.names("law")}
    for item, _, floor in bound_by(manual, "F01", "F03", "F05", "F10"):
        name = text(item.node, "floor").partition(".")[0]
        law = manual.by_id[name]
        alone = named[text(item.node, "floor")] == 1
        known = f"{name}.{text(floor, 'article')}" in articles
        for other in law.parts("floors"):
            same = all(text(other, key) == text(floor, key) for key in ("measure", "bound"))
            checked = "MEM" not in (text(floor, "verification"), text(other, "verification"))
            if other is not floor and same and alone and not known and checked:
                at = (place(law, floor),)
                new = f"{name}.{text(other, 'id')}"
                yield replace(manual.put(item.file, scalar(item.node, "floor"), new), at=at)
                break


@plants("F08", "F06", held_out=True)
def draft_quoted_as_law(manual: Manual) -> Iterator[Edit]:
    """What an item rests on is an article of a draft."""
    for law in manual.of("regulation"):
        drafts = {
            text(one, "id") for one in law.parts("editions") if text(one, "status") == "draft"
        }
        for article in law.parts("articles"):
            if text(article, "edition") in drafts:
                for item in manual.of("norm") + manual.of("procedure"):
                    value = item.node.get("law")
                    if isinstance(value, SequenceNode) and value.values:
                        address = f"{law.id}.{text(article, 'id')}"
                        yield manual.put(item.file, value.values[0], address)


@plants("F08", "F06", held_out=True)
def floor_of_a_draft(manual: Manual) -> Iterator[Edit]:
    """The article that a limit's floor comes from stands in a draft only."""
    for law in manual.of("regulation"):
        drafts = [
            text(one, "id") for one in law.parts("editions") if text(one, "status") == "draft"
        ]
        named = {text(item.node, "floor") for item in manual.of("limit")}
        for floor in law.parts("floors") if drafts else ():
            if f"{law.id}.{text(floor, 'id')}" in named:
                for article in law.parts("articles"):
                    if text(article, "id") == text(floor, "article"):
                        yield manual.put(law.file, scalar(article, "edition"), drafts[0])


@plants("F09", "R12", held_out=True)
def whole_file_kept_inside(manual: Manual) -> Iterator[Edit]:
    """The line that made a file of promises public says internal."""
    seen = set()
    for item, _, _ in bound_by(manual, "F01", "F04"):
        audience = item.root.get("audience")
        own = item.node is not item.root and item.node.get("audience")
        if not own and isinstance(audience, Scalar) and item.file not in seen:
            seen.add(item.file)
            if audience.text == "public":
                yield manual.put(item.file, audience, "internal")


@plants("F10", held_out=True)
def notice_of_so_many_hours(manual: Manual) -> Iterator[Edit]:
    """Days were typed as hours."""
    for item, value, floor in bound_by(manual, "F10"):
        parts, law = amount(value.text), amount(text(floor, "value"))
        if parts and law and parts[1] == "日" and (law[1] == "日" or parts[0] < law[0]):
            yield manual.put(item.file, value, f"{parts[0]:g} 小时")


@plants("F11", held_out=True)
def now_it_is_installed(manual: Manual) -> Iterator[Edit]:
    """The goods are now installed by us, and the warranty still runs from the purchase."""
    for item in manual.of("service"):
        warranty = item.node.get("warranty")
        if isinstance(warranty, MappingNode):
            bought = text(warranty, "from") == "purchase", text(warranty, "installed") == "否"
            if all(bought):
                yield manual.put(item.file, scalar(warranty, "installed"), "是")


# R: references and posts


@plants("R01", "S07", held_out=True)
def reference_to_another_kind(manual: Manual) -> Iterator[Edit]:
    """The id exists, and names something that cannot stand here."""
    for item in manual.of("limit"):
        if isinstance(item.node.get("metric"), Scalar):
            yield manual.put(item.file, scalar(item.node, "metric"), item.id)
    for item, step in staff_steps(manual):
        yield manual.put(item.file, scalar(step, "by"), item.text("owner"))


@plants("R02", held_out=True)
def last_mention_taken_out(manual: Manual) -> Iterator[Edit]:
    """The only place that used a template uses it no more."""
    used: Counter[str] = Counter()
    for source in manual.sources.values():
        used.update(re.findall("[a-z][a-z0-9-]+", source.text))
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            said = texts(step.get("say"))
            message = manual.by_id.get(said[0]) if len(said) == 1 else None
            if message and used[message.id] == 2:  # noqa: PLR2004 - itself and this step
                where = (place(message, scalar(message.node, "id")),)
                yield replace(manual.drop(item.file, step, "say"), at=where)


@plants("R03", "S07", "S10", "R01", held_out=True)
def two_accountable(manual: Manual) -> Iterator[Edit]:
    """Two posts answer for one step: neither does."""
    for item, step in staff_steps(manual):
        value = scalar(step, "accountable")
        for new in (f"[{value.text}, service-director]", f"{value.text}, service-director"):
            if value.text != "service-director":
                yield manual.put(item.file, value, new)


@plants("R04", "R06", held_out=True)
def chief_of_another_line(manual: Manual) -> Iterator[Edit]:
    """A higher post answers for the step, of a line that has no say over who does it."""
    rank = ranks(manual)
    for item, step in staff_steps(manual):
        by = text(step, "by")
        for other in ("network-director", "hr-partner", "legal-counsel", "regional-manager"):
            if rank.get(other, 0) > rank.get(by, 9) and by not in under(manual, other):
                yield manual.put(item.file, scalar(step, "accountable"), other)
                break


@plants("R05", "C02", "C05", held_out=True)
def post_withdrawn_from_its_channel(manual: Manual) -> Iterator[Edit]:
    """The channel no longer has the post that does the steps there."""
    for channel in manual.of("channel"):
        value = channel.node.get("staffed_by")
        posts = channel.names("staffed_by")
        for post in posts if len(posts) > 1 else ():
            where = tuple(
                place(item, scalar(step, "by"))
                for item, step in staff_steps(manual)
                if item.names("channels") == (channel.id,)
                and text(step, "by") == post
                and text(step, "lane") == "frontstage"
            )
            if where and isinstance(value, SequenceNode) and value.flow:
                kept = ", ".join(one for one in posts if one != post)
                yield replace(manual.put(channel.file, value, f"[{kept}]"), at=where)


@plants("R06", "R07", held_out=True)
def deputy_who_must_stay_apart(manual: Manual) -> Iterator[Edit]:
    """Who stands in for the post is the one that must never be the same person."""
    for item in manual.of("role"):
        value = item.node.get("deputies")
        for other in item.names("conflicts"):
            if isinstance(value, SequenceNode) and value.flow and other in manual.by_id:
                names = ", ".join((*item.names("deputies"), other))
                yield manual.put(item.file, value, f"[{names}]")


@plants("R07", "C05", "E04", held_out=True)
def action_of_a_post_without_a_deputy(manual: Manual) -> Iterator[Edit]:
    """In an emergency the action falls to a post that is one person by day, with no deputy."""
    on_duty = {text(shift, "role") for rota in manual.of("rota") for shift in rota.parts("shifts")}
    alone = [
        role.id
        for role in manual.of("role")
        if not role.node.get("deputies") and role.id not in on_duty
    ]
    for item, action in first_hour(manual):
        for post in alone:
            if action.get("at") and text(action, "accountable") != post:
                yield manual.put(item.file, scalar(action, "accountable"), post)


@plants("R08", held_out=True)
def post_called_by_anothers_name(manual: Manual) -> Iterator[Edit]:
    """Two posts, businesses or channels go by one name."""
    for kind in ("role", "service", "channel"):
        items = manual.of(kind)
        for at, item in enumerate(items):
            other = items[(at * 3 + 2) % len(items)]
            value = item.node.get("also")
            if other is not item and isinstance(value, SequenceNode) and not value.flow:
                yield manual.put(item.file, value.values[0], text(other.node, "title"))


@plants("R09", "R11", held_out=True)
def beyond_leads_to_who_may_grant_nothing(manual: Manual) -> Iterator[Edit]:
    """Above its sum the case goes to a post that may grant nothing, or back to itself."""
    able = {item.id for item, _ in grants(manual)}
    unable = [role.id for role in manual.of("role") if role.id not in able]
    for at, (item, authority) in enumerate(grants(manual)):
        beyond = authority.get("beyond")
        if isinstance(beyond, Scalar):
            yield manual.put(item.file, beyond, item.id)
            if unable:
                yield manual.put(item.file, beyond, unable[at % len(unable)])


@plants("R10", held_out=True)
def access_passed_to_the_superior(manual: Manual) -> Iterator[Edit]:
    """Instead of the post that works with the data its superior may see them."""
    readers = {
        name: [role for role in manual.of("role") if name in role.names("data")]
        for name in (item.id for item in manual.of("data-item"))
    }
    for item in manual.of("data-item"):
        value = item.node.get("access")
        for role in readers[item.id]:
            above = role.text("reports_to")
            names = item.names("access")
            if above and above not in names and isinstance(value, SequenceNode) and value.flow:
                new = ", ".join(above if one == role.id else one for one in names)
                if role.id in names:
                    where = (place(role, listed(role.node, "data")),)
                    yield replace(manual.put(item.file, value, f"[{new}]"), at=where)


@plants("R11", "R09", held_out=True)
def superiors_sum_lost_a_nought(manual: Manual) -> Iterator[Edit]:
    """The superior may now grant a tenth: less than who passes cases on to him."""
    sums = {
        (item.id, text(authority, "id")): amount(text(authority, "per_case"))
        for item, authority in grants(manual)
    }
    for item, authority in grants(manual):
        for other, theirs in grants(manual):
            mine = sums[item.id, text(authority, "id")]
            below = sums[other.id, text(theirs, "id")]
            passed = text(theirs, "beyond") == item.id and text(theirs, "id") == text(
                authority, "id"
            )
            if passed and mine and below and mine[0] / 10 < below[0]:
                where = (place(other, scalar(theirs, "per_case")),)
                new = f"{max(1, mine[0] // 10):.0f} 元"
                yield replace(manual.put(item.file, scalar(authority, "per_case"), new), at=where)


@plants("R12", "W06", held_out=True)
def business_page_cites_the_work(manual: Manual) -> Iterator[Edit]:
    """The page of a business, which customers read, points to what is kept for staff."""
    inner = [item.id for item in manual.of("escalation") if not is_public(item)]
    inner += [item.id for item in manual.of("form") if not is_public(item)]
    for at, item in enumerate(manual.of("service")):
        fee = item.node.get("fee")
        if is_public(item) and isinstance(fee, Scalar) and plain(fee):
            new = f"{fee.text.rstrip('。')}；怎样登记见【{inner[at % len(inner)]}】。"
            yield manual.put(item.file, fee, new)


# C: coverage


@plants("C01", "C11", "C14", "C13", "C12", held_out=True)
def way_in_struck(manual: Manual) -> Iterator[Edit]:
    """The business was taken off one channel, and nothing says that it is not done there."""
    default = {item.id for item in manual.of("channel") if item.node.get("otherwise")}
    for item in manual.of("service"):
        routes = item.node.get("routes")
        ways = item.parts("routes")
        guided = [
            name
            for key in ("proxy", "minors")
            if isinstance(part := item.node.get(key), MappingNode)
            for name in texts(part.get("channels"))
        ]
        guided += [text(way, "channel") for way in item.parts("cancels")]
        for at, way in enumerate(ways if len(ways) > 2 else ()):  # noqa: PLR2004 - two are left
            name = text(way, "channel")
            if name not in default and name not in guided and isinstance(routes, SequenceNode):
                yield manual.leave_out(item.file, routes, at)


@plants("C02", held_out=True)
def complaints_typed_as_questions(manual: Manual) -> Iterator[Edit]:
    """What the channel takes in twice is questions; complaints it takes in no more."""
    for item in manual.of("channel"):
        for intake in item.parts("intake"):
            others = [text(one, "what") for one in item.parts("intake") if one is not intake]
            if text(intake, "what") == "complaint" and others:
                yield manual.put(item.file, scalar(intake, "what"), others[0])


@plants("C03", "R05", held_out=True)
def unit_moved_to_another_level(manual: Manual) -> Iterator[Edit]:
    """The unit that had the functions of its level stands on another level now."""
    units = [item for item in manual.of("unit") if item.node.get("functions")]
    for item in units:
        same = [other for other in units if other.text("level") == item.text("level")]
        held = {text(one, "function") for one in item.parts("functions")}
        rest = {
            text(one, "function") for other in same if other is not item
            for one in other.parts("functions")
        }  # fmt: skip
        level = item.node.get("level")
        if held - rest and isinstance(level, Scalar) and len(same) > 1:
            for other in sorted({one.text("level") for one in units} - {item.text("level")}):
                yield manual.put(item.file, level, other)


@plants("C04", held_out=True)
def norms_of_a_dimension_relabelled(manual: Manual) -> Iterator[Edit]:
    """The last norm of a cell was counted to another dimension."""
    cells: dict[tuple[str, ...], list[Item]] = {}
    for norm in manual.of("norm"):
        cell = tuple(norm.text(key) for key in ("dimension", "aspect", "result"))
        cells.setdefault(cell, []).append(norm)
    dimensions = sorted({cell[0] for cell in cells})
    for (dimension, _, _), norms in cells.items():
        if len({norm.file for norm in norms}) == 1 and len(norms) < 4:  # noqa: PLR2004 - small
            other = next(one for one in dimensions if one != dimension)
            edits = [manual.put(one.file, scalar(one.node, "dimension"), other) for one in norms]
            yield both(norms[0].file, *edits)
    rare = min(cells.items(), key=lambda one: len(one[1]))[1]
    changes: dict[str, list[Edit]] = {}
    for norm in rare:
        other = next(one for one in dimensions if one != norm.text("dimension"))
        edit = manual.put(norm.file, scalar(norm.node, "dimension"), other)
        changes.setdefault(norm.file, []).append(edit)
    files = {file: both(file, *edits) for file, edits in changes.items()}
    for file, edit in files.items():
        others = {
            name: manual.carry_out("", (), one).data.decode()
            for name, one in files.items()
            if name != file
        }
        yield replace(edit, beside=others)


@plants("C05", "C06", held_out=True)
def channel_served_by_another_rota(manual: Manual) -> Iterator[Edit]:
    """The channel is promised round the clock, and its rota is now one that sleeps at night."""
    by_day = [
        rota.id
        for rota in manual.of("rota")
        if all(
            (found := re.search(r"(\d\d):\d\d–(\d\d):\d\d", text(shift, "hours")))
            and found[1] < found[2]
            and found[2] < "24"
            for shift in rota.parts("shifts")
        )
    ]
    for item in manual.of("channel"):
        rota = item.node.get("rota")
        if isinstance(rota, Scalar) and item.text("hours") == "每天 00:00–24:00":
            for other in by_day:
                if other != rota.text:
                    yield manual.put(item.file, rota, other)


@plants("C06", "S06", held_out=True)
def comprehensive_over_no_period(manual: Manual) -> Iterator[Edit]:
    """Hours are averaged over a period that nobody approved."""
    for item in manual.of("rota"):
        if item.text("regime") == "comprehensive" and item.node.get("period"):
            yield manual.drop(item.file, item.node, "period")


@plants("C07", "R08", held_out=True)
def class_copied_and_title_kept(manual: Manual) -> Iterator[Edit]:
    """A class was copied for the next one, and its title stayed."""
    for item in manual.of("taxonomy"):
        if item.text("mece") in ("true", "是"):
            for one, two in pairwise(item.parts("members")):
                yield manual.put(item.file, scalar(two, "title"), text(one, "title"))


def ways(item: Item) -> Iterator[tuple[MappingNode, tuple[MappingNode, ...]]]:
    """The decisions of a procedure with their ways out."""
    for step in item.parts("steps"):
        listed_of = step.get("branches")
        if isinstance(listed_of, SequenceNode) and not listed_of.flow:
            yield step, mappings(listed_of)


@plants("C08", held_out=True)
def two_ways_for_the_rest(manual: Manual) -> Iterator[Edit]:
    """«In all other cases» stands at two ways out of one decision."""
    for item in manual.of("procedure"):
        for _, some in ways(item):
            if any(text(way, "otherwise") == "是" for way in some):
                for way in some:
                    if not way.get("otherwise"):
                        yield manual.add(item.file, way, "otherwise: 是")


@plants("C08", "T04", held_out=True)
def step_that_nothing_leads_to(manual: Manual) -> Iterator[Edit]:
    """The way out leads past the step, and no other way leads there."""
    for item in manual.of("procedure"):
        walk = Walk(manual, item)
        steps = dict(zip(walk.names, walk.steps, strict=True))
        for step, some in ways(item):
            for way in some:
                goal = text(way, "to")
                into = [name for name in walk.names if goal in walk.after[name]]
                back = [one for one in walk.steps if text(one.get("repeat"), "to") == goal]  # type: ignore[arg-type]
                further = sorted(walk.after.get(goal, ()))
                once = [text(one, "to") for one in some].count(goal) == 1
                alone = into == [text(step, "id")] and once and not back
                if alone and further and goal in steps:
                    mark = steps[goal].mark
                    edit = manual.put(item.file, scalar(way, "to"), further[0])
                    yield replace(edit, at=((item.file, mark.line + 1, mark.end_line + 1),))


@plants("C09", held_out=True)
def row_of_no_dimension(manual: Manual) -> Iterator[Edit]:
    """A row was added to the comparison, and what it compares is in no dimension."""
    for item in manual.of("matrix"):
        rows = item.parts("rows")
        if item.text("sort") == "benchmark" and rows:
            yield before(manual, item.file, rows[0], "- id: new-row\n  title: 停车方便")
    survey = OURS.by_id["trial-survey"]
    for asked in survey.parts("questions"):
        if asked.get("overall"):
            yield ours(OURS.drop(survey.file, asked, "overall"))


@plants("C10", "W01", "S07", held_out=True)
def cell_filled_in_later(manual: Manual) -> Iterator[Edit]:
    """The cell says «as above» or «to be added»."""
    for file, point in fail_points(manual):
        for key in ("detection", "recovery"):
            for nothing in ("同上", "待补充", "—"):
                yield manual.put(file, scalar(point, key), nothing)


@plants("C11", "C14", held_out=True)
def papers_to_cancel(manual: Manual) -> Iterator[Edit]:
    """Ordered without papers, cancelled only with them."""
    for item in manual.of("service"):
        order = {text(way, "channel"): way for way in item.parts("routes")}
        for way in item.parts("cancels"):
            come = order.get(text(way, "channel"))
            if come is not None and not come.get("documents") and not way.get("documents"):
                lines = "documents:\n  - 解约申请书\n  - 购机发票原件"
                if not way.get("differs"):
                    lines += "\ndiffers: 取消要核对当初的材料"
                yield manual.add(item.file, way, lines)


@plants("C12", "C01", held_out=True)
def people_taken_off(manual: Manual) -> Iterator[Edit]:
    """Everybody who could be asked was taken off, the app was left."""
    medium = {item.id: item.text("medium") for item in manual.of("channel")}
    for item in manual.of("service"):
        routes = item.node.get("routes")
        out = item.parts("excluded")
        tied = any(item.node.get(key) for key in ("proxy", "minors", "cancels"))
        ways_in = item.parts("routes")
        left = [way for way in ways_in if medium.get(text(way, "channel")) not in HUMAN]
        if tied or not left or not out or not isinstance(routes, SequenceNode) or routes.flow:
            continue
        instead = text(left[0], "channel")
        gone = [at for at, way in enumerate(ways_in) if way not in left]
        edits = [manual.leave_out(item.file, routes, at) for at in gone]
        for at in gone:
            name = text(ways_in[at], "channel")
            lines = f"- channel: {name}\n  why: 只在手机上办\n  instead: {instead}"
            edits.append(before(manual, item.file, out[0], lines))
        if gone:
            yield both(item.file, *edits)


@plants("C13", "C11", held_out=True)
def proof_raised_for_the_business_only(manual: Manual) -> Iterator[Edit]:
    """The business asks for the face now, its ways in still for a password."""
    for item in manual.of("service"):
        identity = item.node.get("identity")
        weak = [text(way, "strength") for way in item.parts("routes")]
        if isinstance(identity, Scalar) and {"password", "none"} & set(weak):
            yield manual.put(item.file, identity, "document-and-face")


@plants("C13", held_out=True)
def proxy_where_no_paper_can_be_seen(manual: Manual) -> Iterator[Edit]:
    """A proxy shows papers on the telephone."""
    for item in manual.of("service"):
        for key in ("proxy", "minors"):
            part = item.node.get(key)
            value = part.get("channels") if isinstance(part, MappingNode) else None
            done = [text(way, "channel") for way in item.parts("routes")]
            if isinstance(value, SequenceNode) and value.flow and "hotline" in done:
                yield manual.put(item.file, value, "[hotline]")


@plants("C14", "C13", "C11", held_out=True)
def copy_where_others_ask_the_original(manual: Manual) -> Iterator[Edit]:
    """One channel asks for a copy, the others for the original, and nobody says why."""
    for item in manual.of("service"):
        some = [way for way in item.parts("routes") if way.get("documents")]
        for way in some if len(some) > 1 else ():
            papers = [texts(one.get("documents")) for one in some]
            value = way.get("documents")
            explained = any(one.get("differs") for one in some)
            if papers.count(papers[0]) == len(papers) and not explained:
                assert isinstance(value, SequenceNode)
                yield manual.put(item.file, value.values[0], "居民身份证复印件")


@plants("C15", held_out=True)
def criterion_hung_on_another_norm(manual: Manual) -> Iterator[Edit]:
    """The criterion names another norm: one is scored unsaid, one is said to be and is not."""
    named = in_scorecards(manual)
    free = [norm.id for norm in manual.of("norm") if not norm.text("scored")]
    for card in manual.of("inspection"):
        for at, one in enumerate(card.parts("criteria")):
            norm = manual.by_id.get(text(one, "norm"))
            if norm and named[norm.id] == 1 and free:
                yield manual.put(card.file, scalar(one, "norm"), free[at % len(free)])


# E: emergencies


@plants("E01", "E03", "E02", held_out=True)
def one_grade_answered_twice(manual: Manual) -> Iterator[Edit]:
    """A response was copied and its grade stayed: one grade is answered twice, one never."""
    classes = Counter(item.text("event_class") for item in manual.of("playbook"))
    for item in manual.of("playbook"):
        if classes[item.text("event_class")] == 1:
            for one, two in pairwise(item.parts("responses")):
                yield manual.put(item.file, scalar(two, "grade"), text(one, "grade"))


@plants("E02", "R08", held_out=True)
def level_named_by_a_colour(manual: Manual) -> Iterator[Edit]:
    """A level of response, or a grade, bears the name of a colour of warnings."""
    for name in ("response-level", "event-grade"):
        item = manual.by_id.get(name)
        for member, colour in zip(item.parts("members") if item else (), "红橙黄蓝", strict=False):
            assert item is not None
            yield manual.put(
                item.file, scalar(member, "title"), f"{colour}色{text(member, 'title')}"
            )


@plants("E03", "E01", held_out=True)
def grade_that_nothing_triggers(manual: Manual) -> Iterator[Edit]:
    """The only value and the only sign of a grade are gone; its response waits for ever."""
    for item in manual.of("playbook"):
        graded = Counter(
            text(one, "grade")
            for part in ("triggers", "signs")
            for whole in item.parts(part)
            for one in (thresholds(whole) if whole.get("thresholds") else [whole])
        )
        for _, trigger in ((one, two) for one, two in triggers(manual) if one is item):
            values = listed(trigger, "thresholds")
            for at, one in enumerate(thresholds(trigger)):
                answered = [text(response, "grade") for response in item.parts("responses")]
                grade = text(one, "grade")
                if graded[grade] == 1 and grade in answered and len(values.values) > 1:
                    yield manual.leave_out(item.file, values, at)


@plants("E04", "T10", held_out=True)
def fifteen_hours_in_the_first_hour(manual: Manual) -> Iterator[Edit]:
    """Minutes were typed as hours in the middle of the first hour."""
    for item, action in first_hour(manual):
        parts = amount(text(action, "at"))
        if parts and parts[1] == "分钟":
            yield manual.put(item.file, scalar(action, "at"), f"{parts[0]:g} 小时")


@plants("E05", held_out=True)
def slot_of_the_next_update_renamed(manual: Manual) -> Iterator[Edit]:
    """The text calls the slot of the next update by another name than its field."""
    for message in manual.of("message"):
        says, slot = message.node.get("says"), message.text("next_update")
        if slot and says is not None:
            for edit in manual.rewrite(message.file, says, f"【?{slot}】", "【?下回时间】"):
                if says.text.count(f"【?{slot}】") == 1:  # type: ignore[union-attr]
                    line = scalar(message.node, "next_update").mark.line
                    yield replace(edit, at=((message.file, line + 1, line + 1),))


@plants("E06", held_out=True)
def another_thing_is_reported(manual: Manual) -> Iterator[Edit]:
    """The report is of another kind of event now, by the clock of the old one's law."""
    for item, report, floor in reports(manual):
        what = report.get("what")
        other = {"outage": "data", "cyber": "outage", "data": "outage"}
        if isinstance(what, Scalar) and what.text in other and text(floor, "verification") != "MEM":
            yield manual.put(item.file, what, other[what.text])


@plants("E07", held_out=True)
def review_by_another_limit(manual: Manual) -> Iterator[Edit]:
    """What comes after the emergency is due by a limit that is not that of reviews."""
    for item in manual.of("playbook"):
        value = item.node.get("after_action")
        for other in ("drill-interval-low", "repeat-window"):
            if value is not None and other in manual.by_id:
                yield from manual.rewrite(item.file, value, "【after-action-due】", f"【{other}】")


@plants("E07", "W01", held_out=True)
def end_left_open(manual: Manual) -> Iterator[Edit]:
    """When it is over, and when it begins again, is to be announced."""
    for item in manual.of("playbook"):
        for nothing in ("待定", "另行通知。"):
            yield manual.put(item.file, scalar(item.node, "reopen"), nothing)
            yield manual.put(item.file, scalar(item.node, "after_action"), nothing)


@plants("E08", held_out=True)
def drilled_next_year(manual: Manual) -> Iterator[Edit]:
    """The day of the last drill has not come yet: a slip in the year."""
    for item in manual.of("playbook"):
        value = item.node.get("drilled")
        if isinstance(value, Scalar):
            yield manual.put(item.file, value, f"2027{value.text[4:]}")


@plants("E08", held_out=True)
def drill_held_too_seldom(manual: Manual) -> Iterator[Edit]:
    """The plan holds the drill every second year, the playbook asks for it twice a year."""
    asked: dict[str, list[Item]] = {}
    for item in manual.of("playbook"):
        asked.setdefault(item.text("drill"), []).append(item)
    for name, books in asked.items():
        drill = manual.by_id.get(name)
        if drill and drill.node.get("every"):
            where = tuple(
                place(book, scalar(book.node, key))
                for book in books
                for key in ("drill", "drill_every")
            )
            value = scalar(drill.node, "every")
            yield replace(manual.put(drill.file, value, "24 个月"), at=where)


@plants("E09", "E04", held_out=True)
def ready_by_another_limit(manual: Manual) -> Iterator[Edit]:
    """Everybody must be in place within a time in which the calls are not made."""
    for item in manual.of("playbook"):
        waits = [amount(text(one, "wait")) for one in item.parts("contacts")]
        calls = sum(one[0] for one in waits if one and one[1] == "分钟")
        for limit in manual.of("limit"):
            time = amount(text(limit.node, "within"))
            starts_at = text(limit.node, "from")
            if not time or starts_at not in ("emergency-found", "emergency-declared"):
                continue
            if time[1] == "分钟" and time[0] < calls and item.node.get("ready"):
                yield manual.put(item.file, scalar(item.node, "ready"), limit.id)


@plants("E10", held_out=True)
def emergency_norm_made_plain(manual: Manual) -> Iterator[Edit]:
    """The norm says no longer what it replaces and until when: it holds for ever."""
    for norm in manual.of("norm"):
        if norm.node.get("surge"):
            yield manual.drop(norm.file, norm.node, "surge")


@plants("E11", "E05", held_out=True)
def number_cut_from_the_statement(manual: Manual) -> Iterator[Edit]:
    """The statement has lost the number by which people tell which version it is."""
    for message in manual.of("message"):
        says = message.node.get("says")
        for mark in message.names("marks"):
            if isinstance(says, Scalar) and says.text.count(f"【?{mark}】") == 1:
                line = listed(message.node, "marks").mark.line + 1
                for edit in manual.rewrite(message.file, says, f"【?{mark}】", "最新"):
                    yield replace(edit, at=((message.file, line, line),))


# K: metrics


@plants("K01", held_out=True)
def rate_of_two_units(manual: Manual) -> Iterator[Edit]:
    """Above the line cases are counted, below it people."""
    for metric in manual.of("metric"):
        variables = metric.parts("variables")
        units = {text(one, "unit") for one in variables}
        if text(metric.node, "unit") == "%" and len(units) == 1 and len(variables) == 2:  # noqa: PLR2004
            for one in variables:
                if one.get("unit") and not one.get("same_as"):
                    other = "人" if text(one, "unit") != "人" else "次"
                    yield manual.put(metric.file, scalar(one, "unit"), other)


@plants("K02", held_out=True)
def warning_better_than_the_target(manual: Manual) -> Iterator[Edit]:
    """One is warned of values better than those to be reached."""
    for metric in manual.of("metric"):
        target, warning = amount(metric.text("target")), metric.node.get("warning")
        if target and isinstance(warning, Scalar):
            step = 0.5 if text(metric.node, "direction") == "up" else -0.5
            number = target[0] + step * max(1, target[0] / 100)
            if 0 < number < 100 or target[1] != "%":  # noqa: PLR2004 - percent
                gap = "" if target[1] == "%" else " "
                if number > 0:
                    yield manual.put(metric.file, warning, f"{number:g}{gap}{target[1]}")


@plants("K03", "S07", "S08", held_out=True)
def sample_of_nobody(manual: Manual) -> Iterator[Edit]:
    """A result from no answers, or from one."""
    for metric in manual.of("metric"):
        parts = amount(metric.text("sample"))
        if parts and metric.node.get("sample"):
            yield manual.put(metric.file, scalar(metric.node, "sample"), f"0 {parts[1]}")


@plants("K04", "K05", "R02", held_out=True)
def metric_counts_by_another_limit(manual: Manual) -> Iterator[Edit]:
    """The metric counts by another limit than the one that it is said to measure."""
    limits = manual.of("limit")
    for metric in manual.of("metric"):
        mine = [one for one in limits if one.text("metric") == metric.id and one.node.get("within")]
        whole = manual.written(metric)
        for limit in mine if len(mine) == 1 else ():
            for variable in metric.parts("variables"):
                means = variable.get("means")
                if whole.count(f"【{limit.id}】") == 1 and means is not None:
                    other = next(
                        one for one in limits if one.node.get("within") and one is not limit
                    )
                    where = (place(limit, scalar(limit.node, "metric")),)
                    for edit in manual.rewrite(
                        metric.file, means, f"【{limit.id}】", f"【{other.id}】"
                    ):
                        yield replace(edit, at=where)


@plants("K05", "F04", held_out=True)
def now_promised_to_everybody(manual: Manual) -> Iterator[Edit]:
    """The promise was of a share, it is of every case now; the target is still a share."""
    for limit, metric, _ in shares(manual):
        target = amount(metric.text("target"))
        population = limit.node.get("population")
        if target and target[0] < 100 and isinstance(population, Scalar):  # noqa: PLR2004
            every = manual.put(limit.file, population, "every")
            gone = manual.drop(limit.file, limit.node, "share")
            where = (place(metric, scalar(metric.node, "target")),)
            yield replace(both(limit.file, every, gone), at=where)


@plants("K06", "R08", "K10", held_out=True)
def two_metrics_of_one_byname(manual: Manual) -> Iterator[Edit]:
    """Two metrics that count different things are called the same for short."""
    named = [one for one in manual.of("metric") if isinstance(one.node.get("also"), SequenceNode)]
    for one, two in zip(named, named[5:], strict=False):
        value = listed(one.node, "also")
        if one.text("formula") != two.text("formula"):
            yield manual.put(one.file, value.values[0], two.names("also")[0])


@plants("K07", held_out=True)
def counter_turned_into_pace(manual: Manual) -> Iterator[Edit]:
    """The metric that held pace back is one of pace itself now."""
    metrics = manual.of("metric")
    for metric in metrics:
        names = metric.names("counter")
        other = manual.by_id.get(names[0]) if len(names) == 1 else None
        if metric.text("family") == "efficiency" and other and other.text("family") != "efficiency":
            where = (place(metric, listed(metric.node, "counter")),)
            edit = manual.put(other.file, scalar(other.node, "family"), "efficiency")
            yield replace(edit, at=where)


@plants("K08", held_out=True)
def locked_with_what_runs_the_other_way(manual: Manual) -> Iterator[Edit]:
    """Two metrics are locked with each other; one shall rise, the other fall."""
    metrics = [one for one in manual.of("metric") if one.node.get("mutual")]
    for one in metrics:
        for two in metrics:
            ways_of = {text(one.node, "direction"), text(two.node, "direction")}
            if one.file == two.file and one.id < two.id and len(ways_of) > 1:
                edits = (
                    manual.add(one.file, one.node, f"interlocks: [{two.id}]"),
                    manual.add(two.file, two.node, f"interlocks: [{one.id}]"),
                )
                yield both(one.file, *edits)


@plants("K09", held_out=True)
def acted_on_after_the_next_review(manual: Manual) -> Iterator[Edit]:
    """Measures may come a year after the warning; the review is every month."""
    seen = set()
    for metric in manual.of("metric"):
        acted = metric.root.get("acted")
        if isinstance(acted, Scalar) and metric.file not in seen:
            seen.add(metric.file)
            for other in ("drill-interval-low", "inspector-distance"):
                if other in manual.by_id:
                    yield manual.put(metric.file, acted, other)


@plants("K10", held_out=True)
def window_no_longer_said(manual: Manual) -> Iterator[Edit]:
    """The class is told by a window, the metric that counts it names none any more."""
    for metric in manual.of("metric"):
        for variable in metric.parts("variables"):
            if variable.get("counts") and variable.get("within"):
                yield manual.drop(metric.file, variable, "within")
    for item in manual.of("taxonomy"):
        for member in item.parts("members"):
            if member.get("within"):
                yield manual.drop(item.file, member, "within")


# L: life cycle


def heads(manual: Manual, key: str) -> Iterator[tuple[Item, Scalar]]:
    """What files say once for all their items."""
    seen = set()
    for item in manual.items:
        value = item.root.get(key)
        if item.file not in seen and isinstance(value, Scalar):
            seen.add(item.file)
            yield item, value


@plants("L01", "S06", held_out=True)
def nobody_wrote_or_approved_it(manual: Manual) -> Iterator[Edit]:
    """The line of who approved it, or who answers for it, was lost."""
    for item, value in heads(manual, "approver"):
        key = "owner" if len(value.text) % 2 else "approver"
        if item.root.get(key):
            yield manual.drop(item.file, item.root, "approver")
            if all(one.node.get("owner") is None for one in manual.items if one.file == item.file):
                yield manual.drop(item.file, item.root, "owner")


@plants("L02", "S07", held_out=True)
def reviewed_before_it_holds(manual: Manual) -> Iterator[Edit]:
    """It is to be reviewed on a day before it comes into force: last year's date was left."""
    for item, value in heads(manual, "review_by"):
        effective = item.root.get("effective")
        if isinstance(effective, Scalar) and effective.text > "2025-12-31":
            yield manual.put(item.file, value, "2025-12-31")


@plants("L02", "S07", held_out=True)
def last_reviewed_next_year(manual: Manual) -> Iterator[Edit]:
    """It was last reviewed on a day that has not come yet, and is due long after it should be."""
    for item, value in heads(manual, "review_by"):
        last = item.root.get("last_review")
        if isinstance(last, Scalar):
            year = manual.put(item.file, last, f"2027{last.text[4:]}")
            yield both(item.file, year, manual.put(item.file, value, "2028-06-30"))


@plants("L03", "S07", held_out=True)
def follows_itself_or_what_goes_on(manual: Manual) -> Iterator[Edit]:
    """It supersedes itself, or something that goes on beside it without an end."""
    limits = manual.of("limit")
    for one, two in pairwise(limits):
        if one.root is not one.node:
            yield manual.add(one.file, one.node, f"supersedes: [{one.id}]")
            yield manual.add(one.file, one.node, f"supersedes: [{two.id}]")


@plants("L04", held_out=True)
def not_yet_in_force(manual: Manual) -> Iterator[Edit]:
    """What others rest on today holds only from next month on."""
    for item in relied_on(manual):
        if not item.node.get("effective"):
            yield manual.add(item.file, item.node, "effective: 2026-12-20")


@plants("L04", held_out=True)
def script_quotes_an_ended_promotion(manual: Manual) -> Iterator[Edit]:
    """The script still offers what is over."""
    over = [
        item.id
        for item in manual.of("service")
        if item.text("sort") == "promotion" and item.text("ends") < "2026-11-01"
    ]
    for at, (message, says) in enumerate(scripts(manual)):
        if over:
            new = f"{says.text.rstrip('。')}，现在还有【{over[at % len(over)]}】。"
            yield manual.put(message.file, says, new)


@plants("L05", held_out=True)
def promotion_put_into_a_running_group(manual: Manual) -> Iterator[Edit]:
    """The promotion went into a group in which another runs on the same days."""
    offers = [one for one in manual.of("service") if one.text("sort") == "promotion"]
    for one in offers:
        for two in offers:
            meets = one.text("starts") <= two.text("ends") and two.text("starts") <= one.text(
                "ends"
            )
            if one is not two and meets and one.text("group") != two.text("group"):
                where = (place(two, scalar(two.node, "group")),) if one.file != two.file else ()
                edit = manual.put(one.file, scalar(one.node, "group"), two.text("group"))
                yield replace(edit, at=where)


@plants("L06", held_out=True)
def step_shortened_silently(manual: Manual) -> Iterator[Edit]:
    """A released step has half its time, and nobody was told."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            parts = amount(text(step, "within"))
            if parts and parts[0] >= 2:  # noqa: PLR2004 - half of it is a whole number
                value = scalar(step, "within")
                new = f"{parts[0] // 2:g} {parts[1]}"
                yield replace(manual.put(item.file, value, new), released=True)


@plants("L06", held_out=True)
def data_kept_longer_silently(manual: Manual) -> Iterator[Edit]:
    """Released data are kept a month longer, and nobody was told."""
    for item in manual.of("data-item"):
        keep, needed = item.node.get("keep"), item.node.get("needed")
        parts = amount(item.text("keep"))
        if isinstance(keep, Scalar) and isinstance(needed, Scalar) and parts:
            edits = [manual.put(item.file, one, longer(one.text, 1)) for one in (keep, needed)]
            yield replace(both(item.file, *edits), released=True)


@plants("L07", held_out=True)
def another_body_has_to_approve(manual: Manual) -> Iterator[Edit]:
    """Another body has to approve the manual than the one that did."""
    for item in manual.of("manual"):
        value = item.node.get("approved_by")
        for other in ("quality-office", "emergency-command"):
            if isinstance(value, Scalar) and other in manual.by_id:
                yield manual.put(item.file, value, other)


@plants("L08", held_out=True)
def number_checked_tomorrow(manual: Manual) -> Iterator[Edit]:
    """The number was checked on a day that has not come yet: a slip in the year."""
    for channel in manual.of("channel"):
        yield manual.add(channel.file, channel.node, "verified: 2027-05-20")


# P: personal data


@plants("P01", held_out=True)
def notice_that_customers_never_see(manual: Manual) -> Iterator[Edit]:
    """What should tell the customer is a text for staff."""
    inner = [one.id for one in manual.of("message") if one.text("to") in ("frontline", "colleague")]
    for at, item in enumerate(manual.of("data-item")):
        if inner and item.node.get("notice"):
            yield manual.put(item.file, scalar(item.node, "notice"), inner[at % len(inner)])


@plants("P02", held_out=True)
def purpose_dropped_and_use_left(manual: Manual) -> Iterator[Edit]:
    """It is collected for one thing less, and still used for it."""
    for item in manual.of("data-item"):
        value, purposes = item.node.get("purposes"), item.names("purposes")
        used = {text(one, "purpose") for key in ("uses", "shared_with") for one in item.parts(key)}
        for purpose in purposes if len(purposes) > 1 else ():
            if purpose in used and isinstance(value, SequenceNode) and value.flow:
                kept = ", ".join(one for one in purposes if one != purpose)
                yield manual.put(item.file, value, f"[{kept}]")


@plants("P03", "F03", held_out=True)
def kept_for_days_not_months(manual: Manual) -> Iterator[Edit]:
    """Months were typed as days, or years as months: gone before the law lets it."""
    for item in manual.of("data-item"):
        floor = floor_of(manual, item.text("keep_floor"))
        parts, law = amount(item.text("keep")), amount(text(floor, "value"))
        slip = {"个月": "日", "年": "个月"}
        if parts and law and parts[1] in slip and (law[1] == parts[1] or law[1] == "年"):
            new = f"{parts[0]:g} {slip[parts[1]]}"
            yield manual.put(item.file, scalar(item.node, "keep"), new)


@plants("P04", held_out=True)
def assessment_to_be_done(manual: Manual) -> Iterator[Edit]:
    """Instead of the number of the assessment it says that it is to come."""
    for item in manual.of("data-item"):
        if item.text("sensitive") == "是" and item.node.get("assessment"):
            for nothing in ("待评估", "无"):
                yield manual.put(item.file, scalar(item.node, "assessment"), nothing)


@plants("P05", held_out=True)
def guardian_asked_in_another_step(manual: Manual) -> Iterator[Edit]:
    """The step named is the last one: by then the child's data are there."""
    for item in (*manual.of("data-item"),):
        address = item.node.get("guardian")
        if isinstance(address, Scalar):
            name, _, part = address.text.partition(".")
            steps = [text(one, "id") for one in manual.by_id[name].parts("steps")]
            if steps[-1] != part:
                yield manual.put(item.file, address, f"{name}.{steps[-1]}")


@plants("P05", held_out=True)
def children_among_the_customers(manual: Manual) -> Iterator[Edit]:
    """Real data are now said to be of children as well, and no guardian is asked."""
    for item in manual.of("data-item"):
        if not item.node.get("minors") and item.text("sensitive") == "是":
            yield manual.add(item.file, item.node, "minors: 是")


@plants("P06", held_out=True)
def consent_that_cannot_be_taken_back(manual: Manual) -> Iterator[Edit]:
    """The way back is that there is none, or what follows is not said."""
    for item in manual.of("data-item"):
        if item.text("basis") == "consent" and item.node.get("withdrawal"):
            for nothing in ("无", "不支持撤回"):
                yield manual.put(item.file, scalar(item.node, "withdrawal"), nothing)
            yield manual.drop(item.file, item.node, "withdrawn")


@plants("P07", held_out=True)
def identity_number_to_the_authority(manual: Manual) -> Iterator[Edit]:
    """A report or a word to all staff has a place for one customer's identity number."""
    for message in manual.of("message"):
        says = message.node.get("says")
        if text(message.node, "to") in ("regulator", "frontline") and message.node.get("stage"):
            for slot in ("客户身份证号", "客户银行卡号"):
                if says is not None:
                    yield from manual.rewrite(message.file, says, "。", f"，客户【?{slot}】。")


@plants("P08", held_out=True)
def proof_that_the_channel_cannot_take(manual: Manual) -> Iterator[Edit]:
    """The step looks at the face, and the procedure runs on the telephone or in a chat."""
    strong = {
        channel.id for channel in manual.of("channel")
        if channel.text("identity") in ("document", "document-and-face")
    }  # fmt: skip
    for item, step in identifying(manual):
        names = item.names("channels")
        if names and not strong & set(names):
            yield manual.put(item.file, scalar(step, "identifies"), "document-and-face")


@plants("P08", held_out=True)
def check_put_after_the_telling(manual: Manual) -> Iterator[Edit]:
    """The steps changed places: told first, asked afterwards."""
    for item, step in identifying(manual):
        for one in item.parts("steps"):
            if one.get("discloses") and one is not step:
                level = text(step, "identifies")
                gone = manual.drop(item.file, step, "identifies")
                late = manual.add(item.file, item.parts("steps")[-1], f"identifies: {level}")
                if one is not item.parts("steps")[-1] and step is not item.parts("steps")[-1]:
                    mark = one.mark
                    where = ((item.file, mark.line, mark.end_line + 1),)
                    yield replace(both(item.file, gone, late), at=where)
                break


# W: wording


@plants("W01", held_out=True)
def soft_word_in_a_remedy(manual: Manual) -> Iterator[Edit]:
    """What the customer gets when a limit is missed, he gets «as soon as possible»."""
    for item in manual.of("limit"):
        missed = item.node.get("missed")
        if isinstance(missed, Scalar) and plain(missed):
            for word in ("尽快", "及时"):
                new = f"{missed.text.rstrip('。')}；{word}向客户致歉。"
                yield manual.put(item.file, missed, new)


@plants("W02", held_out=True)
def duty_of_whom(manual: Manual) -> Iterator[Edit]:
    """The sentence lost its subject: nobody is named who must."""
    for norm, rule in rules(manual):
        subject, _, rest = rule.text.partition("应当")
        if subject and len(subject) < 8 and "，" not in subject:  # noqa: PLR2004 - a post, no more
            yield manual.put(norm.file, rule, f"应当{rest}")


@plants("W03", "W02", held_out=True)
def act_of_its_opposite(manual: Manual) -> Iterator[Edit]:
    """Two norms of opposite sense were given the same act, for the same people, always."""
    known = [norm for norm in manual.of("norm") if norm.text("act") and not norm.text("when")]
    for one in known:
        for two in known:
            against = {one.text("modal"), two.text("modal")} == {"must", "must-not"}
            if against and one.node.get("binds") is None and two.node.get("binds") is None:
                pass
            elif not against or not _share_roles(one, two):
                continue
            if one.id < two.id:
                where = (place(two, scalar(two.node, "act")),) if one.file != two.file else ()
                edit = manual.put(one.file, scalar(one.node, "act"), two.text("act"))
                yield replace(edit, at=where)


def _share_roles(one: Item, two: Item) -> bool:
    """Whether two norms bind one post, and nothing else sets them apart."""
    some = []
    for item in (one, two):
        binds = item.node.get("binds") or item.root.get("binds")
        if not isinstance(binds, MappingNode) or [key.text for key, _ in binds.entries] != [
            "roles"
        ]:
            return False
        some.append(set(texts(binds.get("roles"))))
    return bool(some[0] & some[1])


@plants("W04", held_out=True)
def goal_that_is_reached_already(manual: Manual) -> Iterator[Edit]:
    """The goal is what is already so."""
    for item in manual.of("programme"):
        for goal in item.parts("goals"):
            if goal.get("baseline") and goal.get("target"):
                yield manual.put(item.file, scalar(goal, "target"), text(goal, "baseline"))


@plants("W05", "W01", held_out=True)
def departments_gather(manual: Manual) -> Iterator[Edit]:
    """«相关部门» gather in an emergency, and nobody comes."""
    for item in manual.of("playbook"):
        for response in item.parts("responses"):
            yield manual.put(item.file, scalar(response, "gathers"), "相关部门负责人到指挥室。")
    for item in manual.of("escalation"):
        for rung in item.parts("rungs"):
            if plain(rung.get("does")):
                new = f"{text(rung, 'does').rstrip('。')}，并协调有关部门。"
                yield manual.put(item.file, scalar(rung, "does"), new)


@plants("W06", "R12", held_out=True)
def answer_promises_the_work_standard(manual: Manual) -> Iterator[Edit]:
    """What is to be answered to customers promises the time of the work."""
    inner = [
        limit.id
        for limit in manual.of("limit")
        if limit.node.get("within") and not is_public(limit)
    ]
    for item in manual.of("announcement"):
        for at, value in enumerate(listed(item.node, "answers").values):
            if isinstance(value, Scalar) and plain(value):
                new = f"{value.text.rstrip('。')}，【{inner[at % len(inner)]}】内给您办好。"
                yield manual.put(item.file, value, new)


@plants("W07", "S22", held_out=True)
def tenths_against_percent(manual: Manual) -> Iterator[Edit]:
    """«八成（85%）», or «两个工作日（3 个工作日）»: one of them is wrong."""
    for message, says in scripts(manual):
        for wrong in ("八成（85%）的客户", "两个工作日（3 个工作日）"):
            yield manual.put(message.file, says, f"{says.text.rstrip('。')}，一般是{wrong}。")


@plants("W08", held_out=True)
def call_cut_below_what_must_be_read(manual: Manual) -> Iterator[Edit]:
    """A call may take half as long as what must be read out in it."""
    for channel in manual.of("channel"):
        metric = manual.by_id.get(channel.text("handling"))
        read = [
            message
            for message in manual.of("message")
            if text(message.node, "verbatim") == "是"
            and channel.id in (message.names("channels") or (channel.id,))
        ]
        for message in read if metric else ():
            says = scalar(message.node, "says")
            seconds = len(re.sub("【[^】]*】|（[^）]*）", "", says.text)) // 10
            if metric and seconds > 2:  # noqa: PLR2004 - something to read
                values = tuple(f"{seconds + more} 秒" for more in (0, 1, 2))
                edit = lowered(manual, metric, values)  # type: ignore[arg-type]
                yield replace(
                    edit,
                    at=(place(message, says), place(message, scalar(message.node, "verbatim"))),
                )
