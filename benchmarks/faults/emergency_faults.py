"""Faults of playbooks, of their messages and of the lists that grade emergencies (area E)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from business_faults import listed
from planting import Change, Edit, Item, Manual, amount, plants, scalar, text, texts

from guifan.language.nodes import MappingNode, Scalar, SequenceNode


def classes(manual: Manual) -> dict[str, list[Item]]:
    """The playbooks of each class of events."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in manual.of("playbook"):
        found[item.text("event_class")].append(item)
    return found


@plants("E01")
def last_playbook_of_a_class(manual: Manual) -> Iterator[Edit]:
    """Nobody knows what to do when it comes: the class lost its only playbook."""
    for name, books in classes(manual).items():
        for book in books if len(books) == 1 else ():
            for other in ("accident", "information", "natural"):
                if other != name:
                    yield manual.put(book.file, scalar(book.node, "event_class"), other)


@plants("E01", "E03")
def grade_that_no_playbook_answers(manual: Manual) -> Iterator[Edit]:
    """The only playbook of the class has no answer to one grade."""
    for books in classes(manual).values():
        for book in books if len(books) == 1 else ():
            responses = listed(book.node, "responses")
            for at in range(len(responses.values)):
                yield manual.leave_out(book.file, responses, at)


@plants("E01", held_out=True)
def class_of_which_there_is_no_playbook(manual: Manual) -> Iterator[Edit]:
    """A class of events was added, and no playbook with it."""
    item = manual.by_id["event-class"]
    first = item.parts("members")[0]
    for name, title in (("supply", "供应中断"), ("market", "市场异动")):
        new = (
            f"{name}\n        title: {title}\n        means: 起因是{title}的事件。\n"
            f"        apart: 只在企业内部使用\n      - id: {text(first, 'id')}"
        )
        yield manual.put(item.file, scalar(first, "id"), new)


@plants("E02")
def class_without_its_legal_name(manual: Manual) -> Iterator[Edit]:
    """Nobody can say to the authorities which event this is."""
    item = manual.by_id["event-class"]
    for member in item.parts("members"):
        for key in ("corresponds", "apart"):
            if member.get(key):
                yield manual.drop(item.file, member, key)


@plants("E02", "T13")
def colours_out_of_order(manual: Manual) -> Iterator[Edit]:
    """Red, orange, yellow, blue: one, two, three, four; here two of them changed places."""
    item = manual.by_id["warning-colour"]
    members = item.parts("members")
    for one, two in pairwise(members):
        ends = sorted(
            (
                manual.stretch(item.file, scalar(one, "id"), text(two, "id")),
                manual.stretch(item.file, scalar(two, "id"), text(one, "id")),
                manual.stretch(item.file, scalar(one, "title"), text(two, "title")),
                manual.stretch(item.file, scalar(two, "title"), text(one, "title")),
            ),
            key=lambda change: change.start,
        )
        yield Edit(item.file, tuple(ends))


@plants("E02", held_out=True)
def response_told_as_a_colour(manual: Manual) -> Iterator[Edit]:
    """Responses have levels, warnings have colours; this one has both."""
    for item in manual.of("norm") + manual.of("limit"):
        for key in ("rule", "explains"):
            value = item.node.get(key)
            for level, colour in (("Ⅰ", "红色"), ("Ⅱ", "橙色"), ("Ⅲ", "黄色")):
                if isinstance(value, Scalar) and not value.style and f"{level}级" in value.text:
                    new = value.text.replace(f"{level}级", colour, 1)
                    yield manual.put(item.file, value, new)


def triggers(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """What playbooks measure."""
    for item in manual.of("playbook"):
        for trigger in item.parts("triggers"):
            yield item, trigger


def thresholds(trigger: MappingNode) -> list[MappingNode]:
    """From which value on it is of which grade."""
    return [one for one in listed(trigger, "thresholds").values if isinstance(one, MappingNode)]


@plants("E03")
def graver_grade_earlier(manual: Manual) -> Iterator[Edit]:
    """The graver grade begins below the lighter one."""
    for item, trigger in triggers(manual):
        steps = thresholds(trigger)
        for one, two in pairwise(steps):
            yield manual.swap(item.file, scalar(one, "reaches"), scalar(two, "reaches"))


@plants("E03")
def two_grades_from_one_value(manual: Manual) -> Iterator[Edit]:
    """One value is of two grades."""
    for item, trigger in triggers(manual):
        steps = thresholds(trigger)
        for one, two in pairwise(steps):
            yield manual.put(item.file, scalar(two, "reaches"), text(one, "reaches"))


@plants("E03")
def trigger_that_nobody_can_see(manual: Manual) -> Iterator[Edit]:
    """The number is in no system, and nobody tells it."""
    for item, trigger in triggers(manual):
        for key, other in (("source", "told_by"), ("told_by", "source")):
            if trigger.get(key) and not trigger.get(other):
                yield manual.drop(item.file, trigger, key)


@plants("E03", held_out=True)
def grades_in_two_units(manual: Manual) -> Iterator[Edit]:
    """Grades that count different things cannot be told apart."""
    for item, trigger in triggers(manual):
        for step in thresholds(trigger)[1:]:
            value = amount(text(step, "reaches"))
            unit = {"户": "元", "件": "分钟", "%": "户", "人": "元"}.get(value[1] if value else "")
            if value and unit:
                yield manual.put(item.file, scalar(step, "reaches"), f"{value[0]:.0f} {unit}")


def first_hour(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """The actions of the first hour."""
    for item in manual.of("playbook"):
        for action in item.parts("first_hour"):
            yield item, action


@plants("E04", "T10", "T11")
def first_hour_after_the_hour(manual: Manual) -> Iterator[Edit]:
    """An action of the first hour is due after it."""
    for item in manual.of("playbook"):
        last = item.parts("first_hour")[-1]
        for late in ("90 分钟", "2 小时"):
            yield manual.put(item.file, scalar(last, "at"), late)


@plants("E04", "R07", "E09", "S07")
def nobody_behind_the_contact(manual: Manual) -> Iterator[Edit]:
    """Who does not answer is called again."""
    for item in manual.of("playbook"):
        for contact in item.parts("contacts"):
            yield manual.put(item.file, scalar(contact, "backup"), text(contact, "role"))


@plants("E04", held_out=True)
def nothing_said_in_the_first_hour(manual: Manual) -> Iterator[Edit]:
    """No action of the first hour has words for anybody."""
    for item in manual.of("playbook"):
        actions = [one for one in item.parts("first_hour") if one.get("message")]
        changes: list[Change] = []
        for action in actions:
            changes += manual.drop(item.file, action, "message").changes
        if changes:
            home = listed(item.node, "first_hour").mark
            lines = (home.line - 1, home.end_line - len(changes))
            yield Edit(item.file, tuple(changes), lines)


def told(manual: Manual, item: Item) -> Counter[tuple[str, str]]:
    """How many messages a playbook has for each stage and addressee."""
    return Counter(
        (manual.by_id[name].text("stage"), manual.by_id[name].text("to"))
        for name in item.names("messages")
    )


@plants("E05")
def template_missing(manual: Manual) -> Iterator[Edit]:
    """For one stage and addressee there are no words."""
    for item in manual.of("playbook"):
        messages = listed(item.node, "messages")
        count = told(manual, item)
        for at, name in enumerate(texts(messages)):
            message = manual.by_id[name]
            if count[message.text("stage"), message.text("to")] == 1 and not messages.flow:
                yield manual.leave_out(item.file, messages, at)


@plants("E05")
def no_word_of_the_next_update(manual: Manual) -> Iterator[Edit]:
    """Nobody is told when there will be news."""
    for message in manual.of("message"):
        if message.node.get("next_update"):
            yield manual.drop(message.file, message.node, "next_update")


@plants("E05", held_out=True)
def slot_that_is_not_there(manual: Manual) -> Iterator[Edit]:
    """The slot that is to say when there will be news does not stand in the text."""
    for message in manual.of("message"):
        value = message.node.get("next_update")
        if isinstance(value, Scalar):
            yield manual.put(message.file, value, "下次时刻")


@plants("E07", "W01")
def review_at_no_time(manual: Manual) -> Iterator[Edit]:
    """What comes after has no time by which it is done."""
    for item in manual.of("playbook"):
        value = scalar(item.node, "after_action")
        new = value.text.replace("【after-action-due】内，", "").replace(
            "【after-action-due】内", ""
        )
        if new != value.text and new and "【" not in new:
            yield manual.put(item.file, value, new)


@plants("E07", "S06", "S07")
def never_over(manual: Manual) -> Iterator[Edit]:
    """Nothing says when it is over."""
    for item in manual.of("playbook"):
        value = listed(item.node, "stand_down")
        yield manual.put(item.file, value, "[]")


@plants("E07", held_out=True)
def never_opened_again(manual: Manual) -> Iterator[Edit]:
    """Nothing says what happens when it comes back."""
    for item in manual.of("playbook"):
        for nothing in ("无", "暂无"):
            yield manual.put(item.file, scalar(item.node, "reopen"), nothing)


@plants("E08")
def drilled_long_ago(manual: Manual) -> Iterator[Edit]:
    """The last drill is further back than the interval."""
    for item in manual.of("playbook"):
        for day in ("2025-03-02", "2026-01-15"):
            yield manual.put(item.file, scalar(item.node, "drilled"), day)


@plants("E08")
def never_drilled(manual: Manual) -> Iterator[Edit]:
    """It has never been tried."""
    for item in manual.of("playbook"):
        yield manual.drop(item.file, item.node, "drilled")


@plants("E08", held_out=True)
def drilled_by_the_easier_interval(manual: Manual) -> Iterator[Edit]:
    """Grades one and two are drilled as seldom as three and four."""
    for item in manual.of("playbook"):
        levels = {text(one, "level") for one in item.parts("responses")}
        if levels & {"level-1", "level-2"}:
            value = scalar(item.node, "drill_every")
            yield manual.put(item.file, value, "drill-interval-low")


READY = 30
"""Minutes in which the command is in place (the limit command-ready of the manual)."""


@plants("E09", "T21", "T11")
def calls_take_too_long(manual: Manual) -> Iterator[Edit]:
    """Called one after the other, the last is reached after the command must be in place."""
    for item in manual.of("playbook"):
        contacts = item.parts("contacts")
        waits = [amount(text(one, "wait")) for one in contacts]
        for contact, wait in zip(contacts, waits, strict=True):
            others = sum(one[0] for one in waits if one) - (wait[0] if wait else 0)
            if others + 20 > READY:
                yield manual.put(item.file, scalar(contact, "wait"), "20 分钟")


@plants("E09", "E04")
def command_ready_sooner(manual: Manual) -> Iterator[Edit]:
    """The time to be in place is shorter than the calls take."""
    item = manual.by_id["command-ready"]
    for minutes in ("10 分钟", "12 分钟"):
        yield manual.put(item.file, scalar(item.node, "within"), minutes)


@plants("E09", held_out=True)
def tree_too_deep(manual: Manual) -> Iterator[Edit]:
    """So many calls, one after the other, do not fit the time to be in place."""
    depth, wait = manual.by_id["contact-depth"], manual.by_id["contact-wait"]
    for levels in ("7 级", "10 级"):
        yield manual.put(depth.file, scalar(depth.node, "value"), levels)
    for minutes in ("11 分钟", "15 分钟"):
        yield manual.put(wait.file, scalar(wait.node, "value"), minutes)


def surges(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """The norms of an emergency."""
    for norm in manual.of("norm"):
        value = norm.node.get("surge")
        if isinstance(value, MappingNode):
            yield norm, value


@plants("E10")
def emergency_without_end(manual: Manual) -> Iterator[Edit]:
    """The emergency norm does not end with the emergency."""
    for norm, surge in surges(manual):
        for event in ("emergency-declared", "complaint-received"):
            yield manual.put(norm.file, scalar(surge, "until"), event)


@plants("E10")
def norm_of_every_day_as_emergency(manual: Manual) -> Iterator[Edit]:
    """The playbook names a norm that replaces nothing."""
    for book in manual.of("playbook"):
        value = listed(book.node, "surge")
        for name in ("tell-progress", "first-ask-responsible"):
            old = ", ".join(texts(value))
            yield manual.put(book.file, value, f"[{old}, {name}]")


@plants("E10", held_out=True)
def norm_that_replaces_nothing(manual: Manual) -> Iterator[Edit]:
    """What it stands for in an emergency it no longer says."""
    for norm, surge in surges(manual):
        for key in ("replaces", "upholds"):
            value = surge.get(key)
            if isinstance(value, SequenceNode):
                yield manual.put(norm.file, value, "[]")


@plants("E11")
def statement_without_its_number(manual: Manual) -> Iterator[Edit]:
    """Nobody on the telephone can tell which version this is."""
    for message in manual.of("message"):
        if message.node.get("marks") and text(message.node, "to") == "frontline":
            yield manual.drop(message.file, message.node, "marks")


@plants("E11")
def number_that_is_not_in_the_text(manual: Manual) -> Iterator[Edit]:
    """The marks name a slot that the statement does not have."""
    for message in manual.of("message"):
        value = message.node.get("marks")
        if isinstance(value, SequenceNode) and value.values:
            yield manual.put(message.file, value, "[口径编号, 版本号, 失效时刻]")


@plants("E11", "R08", held_out=True)
def another_speaks_to_the_media(manual: Manual) -> Iterator[Edit]:
    """Here somebody else speaks for the company than everywhere else."""
    for item, action in first_hour(manual):
        message = manual.by_id.get(text(action, "message"))
        if message and message.text("to") == "media" and text(action, "accountable"):
            other = "legal-counsel"
            yield manual.put(item.file, scalar(action, "accountable"), other)
