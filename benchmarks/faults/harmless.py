"""Edits that an editor makes every day and that spoil nothing: whatever is found is a false alarm.

Each is made in the manual's own items and judged with the manual before it as the last edition
that was released, so that a silent change of a figure would be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from planting import (
    Change,
    Edit,
    Item,
    Manual,
    Mutant,
    Operator,
    Plan,
    amount,
    draw,
    mappings,
    new_file,
    scalar,
    text,
    texts,
)
from reference_faults import HEAD

from guifan.language.nodes import Node, Scalar, SequenceNode

HARMLESS: dict[str, Plan] = {}
"""Ways to change the manual and spoil nothing, by name."""


def spoils_nothing(plan: Plan) -> Plan:
    """Declare such a way: its name is the function's, its reason the docstring."""
    name = plan.__name__.replace("_", "-")
    assert name not in HARMLESS, name
    HARMLESS[name] = plan
    return plan


def plain(node: Node | None) -> Scalar | None:
    """A text in one plain line, or nothing."""
    return node if isinstance(node, Scalar) and not node.style else None


def listed(manual: Manual, key: str, kind: str = "") -> Iterator[tuple[Item, SequenceNode]]:
    """Block lists of at least two plain sentences at a key of items."""
    for item in manual.of(kind) if kind else manual.items:
        value = item.node.get(key)
        if not isinstance(value, SequenceNode) or value.flow or len(value.values) <= 1:
            continue
        if all(plain(one) for one in value.values):
            yield item, value


def exchanged(manual: Manual, key: str, kind: str = "") -> Iterator[Edit]:
    """The first two entries of a list whose order says nothing."""
    for item, value in listed(manual, key, kind):
        one, two = value.values[:2]
        assert isinstance(one, Scalar)
        assert isinstance(two, Scalar)
        yield manual.swap(item.file, one, two)


def one_more(manual: Manual, kind: str, key: str, sentence: str) -> Iterator[Edit]:
    """A sentence more at the end of a list."""
    for item, value in listed(manual, key, kind):
        last = value.values[-1]
        at = manual.line_end(item.file, last.mark.end_line)
        indent = manual.sources[item.file].lines[last.mark.line].partition("- ")[0]
        yield Edit(item.file, (Change(at, at, f"{indent}- {sentence}\n"),))


def ended(manual: Manual, kind: str, key: str, sentence: str) -> Iterator[Edit]:
    """A sentence more at the end of a text."""
    for item in manual.of(kind):
        value = plain(item.node.get(key))
        if value is not None:
            yield manual.put(item.file, value, f"{value.text.rstrip('。')}。{sentence}")


def rewritten(
    manual: Manual, choose: Callable[[Item], bool], change: Callable[[str], str]
) -> Iterator[Edit]:
    """The whole text of the file of an item, other in form only."""
    for item in manual.items:
        source = manual.sources[item.file]
        if choose(item):
            yield Edit(item.file, (Change(0, len(source.text), change(source.text)),))


# Wording


@spoils_nothing
def reason_said_in_full(manual: Manual) -> Iterator[Edit]:
    """One sentence more on why."""
    yield from ended(manual, "norm", "why", "客户记得住的是这一次。")


@spoils_nothing
def term_explained_further(manual: Manual) -> Iterator[Edit]:
    """One sentence more on what a word means."""
    yield from ended(manual, "term", "means", "新员工常在这里问。")


@spoils_nothing
def mission_said_otherwise(manual: Manual) -> Iterator[Edit]:
    """What a post is for, in other words."""
    yield from ended(manual, "role", "mission", "做完要回头看一遍。")


@spoils_nothing
def event_told_more_exactly(manual: Manual) -> Iterator[Edit]:
    """One more case in which it has not happened yet."""
    yield from one_more(manual, "event", "not_yet", "只在会上说过，系统里没有记录。")


@spoils_nothing
def check_described_further(manual: Manual) -> Iterator[Edit]:
    """One more way to look whether a norm is kept."""
    yield from one_more(manual, "norm", "check", "请当事人照记录讲一遍，与录音对照。")


@spoils_nothing
def tip_added_to_a_script(manual: Manual) -> Iterator[Edit]:
    """One more word on how to say it."""
    yield from one_more(manual, "message", "tips", "说完停一停，等客户接话。")


@spoils_nothing
def step_described_further(manual: Manual) -> Iterator[Edit]:
    """One more line on how a step is done."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            how = step.get("how")
            if isinstance(how, SequenceNode) and not how.flow and plain(how.values[-1]):
                last = how.values[-1]
                at = manual.line_end(item.file, last.mark.end_line)
                indent = manual.sources[item.file].lines[last.mark.line].partition("- ")[0]
                yield Edit(item.file, (Change(at, at, f"{indent}- 写完自己读一遍。\n"),))


@spoils_nothing
def comfort_added(manual: Manual) -> Iterator[Edit]:
    """One more thing that the front line does for customers in an emergency."""
    yield from one_more(manual, "playbook", "comfort", "等候的人多时，给老人搬一把椅子。")


@spoils_nothing
def nickname_added(manual: Manual) -> Iterator[Edit]:
    """One more word that people use for it, and for nothing else."""
    yield from one_more(manual, "term", "also", "小云叫法")


@spoils_nothing
def question_of_the_survey_reworded(manual: Manual) -> Iterator[Edit]:
    """The same question, asked more kindly."""
    for item in manual.of("programme"):
        for one in item.parts("questions"):
            asks = plain(one.get("asks"))
            if asks is not None:
                yield manual.put(item.file, asks, f"请您想一想，{asks.text}")


# Order


@spoils_nothing
def duties_reordered(manual: Manual) -> Iterator[Edit]:
    """Two duties of a post changed places."""
    yield from exchanged(manual, "duties", "role")


@spoils_nothing
def conditions_reordered(manual: Manual) -> Iterator[Edit]:
    """Two conditions of a business changed places."""
    yield from exchanged(manual, "conditions", "service")


@spoils_nothing
def examples_reordered(manual: Manual) -> Iterator[Edit]:
    """Two cases of «not yet» changed places."""
    yield from exchanged(manual, "not_yet", "event")


@spoils_nothing
def items_of_a_file_reordered(manual: Manual) -> Iterator[Edit]:
    """Two items of a file changed places."""
    for one, two in pairwise(manual.items):
        if one.file == two.file and one.kind in ("norm", "limit", "metric", "term", "event"):
            lines = manual.sources[one.file].text.splitlines(keepends=True)
            first, middle, last = (
                one.node.mark.line,
                two.node.mark.line,
                two.node.mark.end_line + 1,
            )
            above, below = "".join(lines[first:middle]), "".join(lines[middle:last])
            if below.endswith("\n") and one.node.mark.end_line < middle:
                start, end = manual.offset(one.file, first, 0), manual.line_end(one.file, last - 1)
                gap = "\n" if above.endswith("\n\n") else ""
                new = f"{below.rstrip()}\n{gap}{above.rstrip()}\n"
                yield Edit(one.file, (Change(start, end, new),))


@spoils_nothing
def fields_reordered(manual: Manual) -> Iterator[Edit]:
    """The last field of an item went up below its name."""
    for item in manual.items:
        if item.root is not item.node and len(item.node.entries) > 3:  # noqa: PLR2004
            key, value = item.node.entries[-1]
            single = plain(value)
            if single is not None and single.mark.line == key.mark.line:
                line = f"{key.text}: {single.text}"
                gone = manual.drop(item.file, item.node, key.text)
                added = manual.add(item.file, item.node, line)
                yield Edit(item.file, (*added.changes, *gone.changes))


# Form


@spoils_nothing
def comment_added(manual: Manual) -> Iterator[Edit]:
    """A line for who edits next."""
    for item in manual.items:
        at = manual.offset(item.file, item.node.mark.line, 0)
        yield Edit(item.file, (Change(at, at, "# 下次复审时再看一遍这一条\n"),))


@spoils_nothing
def value_put_in_quotes(manual: Manual) -> Iterator[Edit]:
    """The same text between quotation marks."""
    for item in manual.items:
        title = plain(item.node.get("title"))
        if title is not None:
            yield manual.put(item.file, title, f'"{title.text}"')


@spoils_nothing
def flow_list_written_in_lines(manual: Manual) -> Iterator[Edit]:
    """A list in brackets, one entry a line."""
    for item in manual.of("norm"):
        named = item.node.get("metric") or item.node.get("limits")
        if isinstance(named, SequenceNode) and named.flow:
            indent = " " * (item.node.mark.column + 2)
            lines = "".join(f"\n{indent}- {name}" for name in texts(named))
            yield manual.put(item.file, named, lines.rstrip())


@spoils_nothing
def text_written_as_a_block(manual: Manual) -> Iterator[Edit]:
    """The same sentence below a bar."""
    for item in manual.of("principle"):
        for key, value in item.node.entries:
            single = plain(value)
            if single is not None and len(single.text) > 20 and "：" not in key.text:  # noqa: PLR2004
                indent = " " * (item.node.mark.column + 2)
                yield manual.put(item.file, value, f"|-\n{indent}{single.text}")


@spoils_nothing
def saved_on_windows(manual: Manual) -> Iterator[Edit]:
    """The file has the line ends and the mark of another system."""
    for file, source in manual.sources.items():
        data = b"\xef\xbb\xbf" + source.text.replace("\n", "\r\n").encode()
        yield Edit(file, (), data=data)


@spoils_nothing
def keys_in_chinese(manual: Manual) -> Iterator[Edit]:
    """A field is called by its Chinese name."""
    for item in manual.of("limit"):
        for key, value in item.node.entries:
            if key.text == "within" and plain(value):
                yield manual.put(item.file, key, "时限")


@spoils_nothing
def end_of_an_old_edition_left_out(manual: Manual) -> Iterator[Edit]:
    """The next edition of the law takes its place all the same."""
    for item in manual.of("regulation"):
        editions = item.parts("editions")
        for one in editions[:-1]:
            if one.get("until") and text(editions[-1], "status") != "draft":
                yield manual.drop(item.file, one, "until")


@spoils_nothing
def minutes_as_an_hour(manual: Manual) -> Iterator[Edit]:
    """The same time in another unit."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            parts = amount(text(step, "within"))
            if parts and parts[1] == "小时":
                value = scalar(step, "within")
                yield manual.put(item.file, value, f"{parts[0] * 60:g} 分钟")


# Names and places


@spoils_nothing
def item_moved_to_a_file_of_its_own(manual: Manual) -> Iterator[Edit]:
    """The last item of a file stands in another file, with what they share written again."""
    for one, two in pairwise(manual.items):
        last = two is manual.items[-1] or manual.items[manual.items.index(two) + 1].file != two.file
        if one.file == two.file and last:
            source = manual.sources[two.file]
            head = source.text.partition("\nitems:\n")[0]
            start = manual.offset(two.file, two.node.mark.line, 0)
            moved = f"{head}\nitems:\n{source.text[start:]}"
            change = Change(start, len(source.text), "")
            yield Edit(
                two.file, (change,), beside={two.file.replace(".yaml", "-moved.yaml"): moved}
            )


@spoils_nothing
def renamed_with_the_old_id_kept(manual: Manual) -> Iterator[Edit]:
    """An item has another id, its old one leads to it, and references name the new one."""
    for item in manual.of("term"):
        if not item.node.get("was"):
            word = re.compile(rf"(?<![\w.-]){item.id}(?![\w-])")
            beside = {
                file: word.sub(f"{item.id}-word", source.text)
                for file, source in manual.sources.items()
                if file != item.file and word.search(source.text)
            }
            own = manual.sources[item.file].text
            whole = word.sub(f"{item.id}-word", own)
            column = item.node.mark.column
            line = f"id: {item.id}-word\n{' ' * column}was: [{item.id}]"
            whole = whole.replace(f"id: {item.id}-word", line, 1)
            yield Edit(item.file, (Change(0, len(own), whole),), beside=beside)


@spoils_nothing
def referred_to_by_the_old_id(manual: Manual) -> Iterator[Edit]:
    """An item has another id and says its old one, and nobody has changed the references yet."""
    for item in manual.of("term"):
        if not item.node.get("was"):
            column = item.node.mark.column
            line = f"{item.id}-word\n{' ' * column}was: [{item.id}]"
            yield manual.put(item.file, scalar(item.node, "id"), line)


@spoils_nothing
def pointer_added(manual: Manual) -> Iterator[Edit]:
    """One more item to read as well."""
    for one, two in pairwise(manual.of("norm")):
        if not one.node.get("see") and text(one.node, "audience") == text(two.node, "audience"):
            yield manual.add(one.file, one.node, f"see: [{two.id}]")


# Good items


@spoils_nothing
def good_term_added(manual: Manual) -> Iterator[Edit]:
    """A word that the manual did not explain yet."""
    yield new_file(
        "standards/glossary/trial-term.yaml",
        HEAD.format(kind="term", place=manual.of("term")[0].text("place"))
        + "id: trial-word\ntitle: 试办用语\nmeans: 只在这里举例用的一个词。\n",
    )


@spoils_nothing
def good_norm_added(manual: Manual) -> Iterator[Edit]:
    """A duty that contradicts nothing."""
    for role in ("hotline-agent", "shop-clerk", "online-agent"):
        if role in manual.by_id:
            yield new_file(
                "standards/channels/trial-norm.yaml",
                HEAD.format(kind="norm", place="channels.hotline")
                + "id: trial-pen\ntitle: 备好纸笔\n"
                f"rule: {manual.by_id[role].text('title')}应当在开始接待以前备好纸和笔。\n"
                f"modal: must\nact: 备好纸笔\nbinds: {{roles: [{role}]}}\naspect: behavioural\n"
                "result: process\ndimension: tangibles\ncheck: [看台面上有没有纸和笔]\n",
            )


@spoils_nothing
def good_limit_added(manual: Manual) -> Iterator[Edit]:
    """A clock of its own between two events of its own, measured and kept by somebody."""
    metric = next(one.text("metric") for one in manual.of("limit") if one.text("metric"))
    events = HEAD.format(kind="event", place="complaints.handling") + "items:\n"
    for name, title in (("asked", "借用登记"), ("lent", "借出雨伞")):
        events += (
            f"  - id: trial-{name}\n    title: {title}\n"
            f"    happens: 登记簿上写下「{title}」的时刻。\n    evidence: 登记簿\n"
        )
    whole = (
        HEAD.format(kind="limit", place="complaints.handling")
        + "items:\n  - id: trial-lending\n    title: 借出雨伞\n    within: 5 分钟\n"
        f"    from: trial-asked\n    to: trial-lent\n    metric: {metric}\n"
    )
    file = "standards/complaints/trial-limit.yaml"
    yield new_file(file, whole, beside={"standards/complaints/trial-events.yaml": events})


@spoils_nothing
def good_programme_added(manual: Manual) -> Iterator[Edit]:
    """A review that somebody leads."""
    post = manual.of("role")[0].id
    yield new_file(
        "standards/quality/trial-programme.yaml",
        HEAD.format(kind="programme", place="quality.model")
        + "id: trial-walk\ntitle: 试办走店\nsort: audit\naim: 看看门店的路好不好走。\n"
        "every: 12 个月\nlead: quality-office\nactivities:\n"
        f"  - id: walk\n    do: 从门口走到柜台，记下不方便的地方。\n    by: {post}\n"
        "    due: 每年 5 月\n    result: 走店记录\n",
    )


@spoils_nothing
def deputy_added(manual: Manual) -> Iterator[Edit]:
    """One more post stands in for another of the same unit and rank."""
    posts = manual.of("role")
    for one in posts:
        deputies = one.node.get("deputies")
        apart = {*one.names("conflicts"), *one.names("deputies"), one.id}
        for two in posts:
            same = one.text("unit") == two.text("unit") and one.text("rank") == two.text("rank")
            free = two.id not in apart and one.id not in two.names("conflicts")
            if same and free and isinstance(deputies, SequenceNode) and deputies.flow:
                names = ", ".join((*texts(deputies), two.id))
                yield manual.put(one.file, deputies, f"[{names}]")


@spoils_nothing
def reviewed_sooner(manual: Manual) -> Iterator[Edit]:
    """The next review is a month earlier than it had to be."""
    for file in manual.sources:
        item = next((one for one in manual.items if one.file == file), None)
        value = item.root.get("review_by") if item else None
        if isinstance(value, Scalar) and value.text > "2027-03":
            yield manual.put(file, value, "2027-02-15")


@spoils_nothing
def figure_changed_and_told(manual: Manual) -> Iterator[Edit]:
    """A step has less time, with a new version, what changed, and that people have to sign."""
    for item in manual.of("procedure"):
        steps = mappings(item.node.get("steps"))
        parts = [(one, amount(text(one, "within"))) for one in steps]
        some = [(one, part) for one, part in parts if part and part[0] > 1]
        version, says = plain(item.node.get("version")), item.node.get("changed")
        if some and version is not None and says is None:
            step, part = some[0]
            assert part is not None
            shorter = manual.put(item.file, scalar(step, "within"), f"{part[0] - 1:g} {part[1]}")
            newer = manual.put(item.file, version, str(int(version.text) + 1))
            told = manual.add(
                item.file,
                item.node,
                "changed: 第一步少用一点时间\nsigned_by: [service-director]",
            )
            changes = (*newer.changes, *told.changes, *shorter.changes)
            yield Edit(item.file, tuple(sorted(changes, key=lambda one: one.start)))


def drawn(manual: Manual, most: int, seed: int) -> list[Mutant]:
    """At most so many edits of each way, judged against the manual before them."""
    found: list[Mutant] = []
    for name, plan in HARMLESS.items():
        operator = Operator(name, (), plan, "", held_out=False, module=__name__)
        edits = draw(manual, operator, most, seed)
        assert edits, f"{name}: no place for it in the manual"
        found += (replace(one, released=True) for one in edits)
    return found
