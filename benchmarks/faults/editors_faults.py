"""A third set held out of every rule: two dozen slips, thought of from an editor's day.

They were written from the manual and its fields alone, and counted, before it was looked at which
rule would find them: what is copied, typed, deleted or left behind when somebody is in a hurry.
The codes are those under which the design would have such a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from held_out import both, place
from law_faults import floor_of
from planting import Change, Edit, Item, Manual, amount, plants, scalar, text, texts
from reference_faults import ranks

from guifan.language.nodes import MappingNode, Scalar, SequenceNode

TWICE = 2


def promises(manual: Manual) -> Iterator[tuple[Item, Item]]:
    """Procedures that keep a promise, with it."""
    for item in manual.of("procedure"):
        limit = manual.by_id.get(item.text("promise"))
        if limit is not None:
            yield item, limit


@plants("T27", "T19", "T10", "T18", "T03", "T20", "T21", "F07", held_out=True)
def clock_runs_backwards(manual: Manual) -> Iterator[Edit]:
    """The events from which and to which it runs were exchanged."""
    for _, limit in promises(manual):
        start, end = limit.node.get("from"), limit.node.get("to")
        if isinstance(start, Scalar) and isinstance(end, Scalar):
            yield manual.swap(limit.file, start, end)


@plants("F01", "F04", "F05", "F10", "F03", "E06", "T22", "T20", held_out=True)
def looser_than_the_law_from_next_year(manual: Manual) -> Iterator[Edit]:
    """Today's value keeps the law, the one that is written down for next year does not."""
    for item in manual.of("limit"):
        floor = floor_of(manual, item.text("floor"))
        key = "within" if item.node.get("within") else "value"
        parts, law = amount(item.text(key)), amount(text(floor, "value"))
        at_most = item.text("bound") != "at-least" and text(floor, "bound") != "at-least"
        strict = text(floor, "measure") in ("maximum", "refund-within")
        known = not any(item.node.get(one) for one in ("next", "applies", "expires"))
        if parts and law and parts[1] == law[1] and at_most and strict and known:
            yield manual.add(
                item.file,
                item.node,
                "next:\n  - effective: 2027-04-01\n"
                f"    version: {int(item.text('version')) + 1}\n"
                f"    {key}: {law[0] * 2:g} {law[1]}\n    note: 放宽",
            )


@plants("W03", held_out=True)
def script_says_what_a_norm_forbids(manual: Manual) -> Iterator[Edit]:
    """What staff are told to say holds the very words that a norm tells them never to say."""
    forbidden = [
        (norm, phrase)
        for norm in manual.of("norm")
        for never in norm.parts("never")
        if isinstance(phrase := never.get("phrase"), Scalar) and not phrase.style
    ]
    for norm, phrase in forbidden:
        said = norm.node.get("say")
        lines = said.values if isinstance(said, SequenceNode) else ()
        for line in lines:
            if isinstance(line, Scalar) and not line.style:
                new = f"{line.text.rstrip('。')}。{phrase.text.rstrip('。')}。"
                yield manual.put(norm.file, line, new)


@plants("W08", held_out=True)
def text_longer_than_it_may_be(manual: Manual) -> Iterator[Edit]:
    """Sentences were added to a text message, and it no longer fits its own greatest length."""
    more = "您有不清楚的，可以随时问我们，我们的员工会一项一项给您说明白，您不用跑营业厅。"
    for message in manual.of("message"):
        says = message.node.get("says")
        if message.text("most") and isinstance(says, Scalar) and not says.style:
            most = amount(message.text("most"))
            assert most is not None
            new = says.text + more * (int(most[0]) // len(more) + 1)
            yield manual.put(message.file, says, new)


@plants("K12", "K07", "K04", held_out=True)
def metrics_hold_each_other_up(manual: Manual) -> Iterator[Edit]:
    """The upper metric was hung under the lower one: the tree has no top."""
    for one in manual.of("metric"):
        other = manual.by_id.get(one.text("supports"))
        if other is not None and not other.node.get("supports"):
            own = (place(one, scalar(one.node, "supports")),)
            edit = manual.add(other.file, other.node, f"supports: {one.id}")
            yield replace(edit, at=own if one.file != other.file else ())


@plants("E08", held_out=True)
def drilled_before_the_drill(manual: Manual) -> Iterator[Edit]:
    """The playbook says a day of drill on which its plan had not yet been carried out again."""
    for item in manual.of("playbook"):
        plan = manual.by_id.get(item.text("drill"))
        if plan is not None and item.text("drilled") and plan.text("last"):
            late = plan.text("last")[:8] + "28"
            if late > plan.text("last") and late <= "2026-11-20":
                edit = manual.put(item.file, scalar(item.node, "drilled"), late)
                yield replace(edit, at=(place(plan, scalar(plan.node, "last")),))


@plants("L09", "E08", "L08", "L02", held_out=True)
def not_done_for_years(manual: Manual) -> Iterator[Edit]:
    """What is to be done every few months was last done three years ago."""
    for item in manual.of("programme"):
        last = item.node.get("last")
        if item.text("every") and isinstance(last, Scalar) and item.text("sort") != "drill":
            yield manual.put(item.file, last, f"2023{last.text[4:]}")


@plants("C13", "C01", held_out=True)
def proxy_where_it_is_not_done(manual: Manual) -> Iterator[Edit]:
    """Somebody else may do it for the customer on a channel on which it is not done at all."""
    for item in manual.of("service"):
        out = [text(one, "channel") for one in item.parts("excluded")]
        for key in ("proxy", "minors"):
            value = item.node.get(key)
            named = value.get("channels") if isinstance(value, MappingNode) else None
            if isinstance(named, SequenceNode) and named.flow:
                for channel in out:
                    listed = ", ".join((*texts(named), channel))
                    yield manual.put(item.file, named, f"[{listed}]")


@plants("C14", "T18", "T03", "T10", held_out=True)
def in_the_time_of_another_business(manual: Manual) -> Iterator[Edit]:
    """The ways in were copied with the other business's time; the procedure keeps its own."""
    for item in manual.of("service"):
        known = manual.by_id.get(item.text("procedure"))
        promise = known.text("promise") if known else ""
        values = [one.get("limit") for one in item.parts("routes")]
        named = [one for one in values if isinstance(one, Scalar)]
        if promise and named and all(one.text == promise for one in named):
            own = manual.by_id[promise].text("within")
            for other in ("counter-business-done", "no-call-effective", "balance-refund"):
                limit = manual.by_id.get(other)
                if limit is not None and limit.text("within") not in ("", own):
                    yield both(item.file, *(manual.put(item.file, one, other) for one in named))


@plants("T21", "T11", held_out=True)
def ladder_from_the_end_of_the_clock(manual: Manual) -> Iterator[Edit]:
    """The ladder starts at the event at which the limit that it guards is over."""
    for item in manual.of("escalation"):
        limit = manual.by_id.get(item.text("of"))
        if limit is not None and item.node.get("from"):
            yield manual.put(item.file, scalar(item.node, "from"), limit.text("to"))


@plants("T27", "T19", "T10", "T03", held_out=True)
def step_copied_with_its_event(manual: Manual) -> Iterator[Edit]:
    """An early step says that it ends in the event that only the last one brings about."""
    for item, limit in promises(manual):
        steps = item.parts("steps")
        ends = [one for one in steps if text(one, "ends") == limit.text("to")]
        first = steps[0]
        if len(ends) == 1 and ends[0] is not first and not first.get("branches"):
            new = f"ends: {limit.text('to')}"
            gone = [manual.drop(item.file, first, "ends")] if first.get("ends") else []
            mark = ends[0].mark
            where = ((item.file, mark.line + 1, mark.end_line + 1),)
            edit = both(item.file, manual.add(item.file, first, new), *gone)
            yield replace(edit, at=where)


@plants("T27", "T19", "T03", held_out=True)
def promise_measured_to_an_earlier_step(manual: Manual) -> Iterator[Edit]:
    """The promise is over two steps before its own last event has come."""
    for item, limit in promises(manual):
        steps = item.parts("steps")
        ends = [at for at, one in enumerate(steps) if text(one, "ends") == limit.text("to")]
        if len(ends) == 1 and ends[0] > 1:
            other = text(steps[ends[0] - 1], "id")
            value = item.node.get("promise_to")
            if isinstance(value, Scalar):
                yield manual.put(item.file, value, other)
            else:
                yield manual.add(item.file, item.node, f"promise_to: {other}")


@plants("T27", "T19", "T03", "T20", "T10", held_out=True)
def promise_of_another_procedure(manual: Manual) -> Iterator[Edit]:
    """The procedure is held to a limit whose clock none of its steps starts or stops."""
    known = list(promises(manual))
    for (item, limit), (_, other) in zip(known, (*known[1:], known[0]), strict=True):
        if {limit.text("from"), limit.text("to")}.isdisjoint(
            {other.text("from"), other.text("to")}
        ):
            yield manual.put(item.file, scalar(item.node, "promise"), other.id)


@plants("S07", "C12", "C01", held_out=True)
def channel_in_its_own_stead(manual: Manual) -> Iterator[Edit]:
    """When it is down, or the business is not done there, customers are sent to where they are."""
    for item in manual.of("channel"):
        for key in ("backup", "otherwise"):
            value = item.node.get(key)
            if isinstance(value, Scalar):
                yield manual.put(item.file, value, item.id)


@plants("K11", "C15", held_out=True)
def scorecard_that_does_not_add_up(manual: Manual) -> Iterator[Edit]:
    """A digit was lost in the points of a criterion, or the mark asks for more than there is."""
    for item in manual.of("inspection"):
        for one in item.parts("criteria"):
            points = scalar(one, "points")
            if len(points.text) > 1:
                yield manual.put(item.file, points, points.text[0])
        yield manual.put(item.file, scalar(item.node, "pass_mark"), "185 分")


@plants("S07", "C07", "S10", "S03", held_out=True)
def cell_filled_twice(manual: Manual) -> Iterator[Edit]:
    """A cell was copied for the next one and kept its row and column."""
    for item in manual.of("matrix"):
        cells = item.node.get("cells")
        for one in item.parts("cells")[1:]:
            if isinstance(cells, SequenceNode) and not one.flow:
                row, column = text(one, "row"), text(one, "column")
                start = manual.offset(item.file, one.mark.line, 0)
                indent = " " * (one.mark.column - 2)
                lines = f"- row: {row}\n  column: {column}\n  says: 10%\n"
                new = "".join(f"{indent}{line}\n" for line in lines.splitlines())
                own = ((item.file, one.mark.line + 4, one.mark.end_line + 4),)
                yield Edit(item.file, (Change(start, start, new),), at=own)


@plants("K11", "K10", held_out=True)
def weights_beyond_the_whole(manual: Manual) -> Iterator[Edit]:
    """One weight was raised and no other lowered: the column is no longer a hundred."""
    for item in manual.of("matrix"):
        for one in item.parts("cells") if item.text("sort") == "weights" else ():
            says = one.get("says")
            if isinstance(says, Scalar) and says.text.endswith("%"):
                yield manual.put(item.file, says, f"{int(says.text[:-1]) + 10}%")


@plants("C05", "C06", "S07", held_out=True)
def weekend_lost_from_the_shifts(manual: Manual) -> Iterator[Edit]:
    """The shifts of these hours are of working days now; the channel is promised every day."""
    for item in manual.of("rota"):
        hours = {text(one, "hours") for one in item.parts("shifts")}
        for written in sorted(one for one in hours if one.startswith("每天")):
            some = [one for one in item.parts("shifts") if text(one, "hours") == written]
            rest = [one for one in item.parts("shifts") if one not in some]
            full = any(text(one, "hours") == "每天 00:00–24:00" for one in (*some, *rest))
            if item.names("channels") and not full:
                new = written.replace("每天", "周一至周五")
                puts = (manual.put(item.file, scalar(one, "hours"), new) for one in some)
                at = tuple(
                    (manual.by_id[name].file, found.mark.line + 1, found.mark.end_line + 1)
                    for name in item.names("channels")
                    if (found := manual.by_id[name].node.get("hours")) is not None
                )
                yield replace(both(item.file, *puts), at=at)


@plants("T12", "R04", held_out=True)
def superior_of_a_lower_rank(manual: Manual) -> Iterator[Edit]:
    """The post reports to one that stands lower than itself."""
    height = ranks(manual)
    for item in manual.of("role"):
        value = item.node.get("reports_to")
        lower = sorted(name for name, rank in height.items() if rank < height[item.id])
        if isinstance(value, Scalar) and lower:
            yield manual.put(item.file, value, lower[len(item.id) % len(lower)])


@plants("R01", held_out=True)
def channel_deleted(manual: Manual) -> Iterator[Edit]:
    """A channel was given up, and whatever sends people there stayed."""
    for item in manual.of("channel"):
        if item.root is item.node:
            continue
        mark = item.node.mark
        start = manual.offset(item.file, mark.line, 0)
        end = manual.line_end(item.file, mark.end_line)
        word = re.compile(rf"\b{item.id}\b")
        where = tuple(
            (file, at + 1, at + 1)
            for file, source in manual.sources.items()
            for at, line in enumerate(source.text.splitlines())
            if file != item.file and word.search(line)
        )
        home = (0, len(manual.sources[item.file].text.splitlines()))
        yield Edit(item.file, (Change(start, end, ""),), home=home, at=where)


@plants("L03", "L02", "S07", "L06", "L01", held_out=True)
def change_dated_before_the_item(manual: Manual) -> Iterator[Edit]:
    """What will be from a day on was to be before the item itself came into force."""
    for item in manual.of("limit"):
        parts = amount(item.text("within"))
        if parts and parts[0] >= TWICE and not item.node.get("next"):
            yield manual.add(
                item.file,
                item.node,
                "next:\n  - effective: 2025-04-01\n"
                f"    version: {int(item.text('version')) + 1}\n"
                f"    within: {parts[0] - 1:g} {parts[1]}\n    note: 提前",
            )


@plants("R11", "R09", "S08", held_out=True)
def money_in_ten_thousands(manual: Manual) -> Iterator[Edit]:
    """The sum that a post may grant was typed in 万元."""
    for role in manual.of("role"):
        for one in role.parts("authority"):
            value = one.get("per_case")
            if isinstance(value, Scalar) and one.get("beyond") and value.text.endswith(" 元"):
                yield manual.put(role.file, value, value.text.replace("元", "万元"))


@plants("T18", "T10", "T03", "K04", held_out=True)
def limit_copied_for_another_number(manual: Manual) -> Iterator[Edit]:
    """A limit was copied to make another of it, and nothing but its name and number was changed."""
    for item in manual.of("limit"):
        parts = amount(text(item.node, "within"))
        whole = not any(item.node.get(key) for key in ("applies", "extension", "next", "pauses"))
        if parts and whole and item.root is not item.node:
            copied = manual.written(item)
            copied = copied.replace(f"id: {item.id}", f"id: {item.id}-new", 1)
            copied = copied.replace(f"title: {item.text('title')}", "title: 新办时限", 1)
            old = f"within: {text(item.node, 'within')}"
            copied = copied.replace(old, f"within: {parts[0] + 1:g} {parts[1]}", 1)
            copied = re.sub(r"\n    was:.*", "", copied)
            yield manual.append(item.file, "\n" + copied.rstrip("\n") + "\n")
