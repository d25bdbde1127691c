"""Faults of references, posts and who may do what (area R), and of waivers (area X)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planting import (
    Change,
    Edit,
    Item,
    Manual,
    amount,
    plants,
    scalar,
    text,
    texts,
    within,
)

from guifan.language.nodes import MappingNode, Scalar, SequenceNode

HEAD = """\
kind: {kind}
place: {place}
owner: complaint-desk
author: standards-editor
approver: service-director
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
"""
"""What a file of items shares."""

REFERENCES = (
    "by", "accountable", "answers_to", "metric", "escalation", "from", "to", "system", "ends",
    "unit", "reports_to", "beyond", "calendar", "promise", "of", "recorded_by", "rota", "backup",
    "granted_by", "role", "commander", "declared_by", "owner", "limit", "message", "answered",
)  # fmt: skip
"""Fields that hold an id."""


def ranks(manual: Manual) -> dict[str, int]:
    """How high each post stands."""
    return {role.id: int(role.text("rank")) for role in manual.of("role")}


def under(manual: Manual, post: str) -> set[str]:
    """The posts that report to one, directly or through others, and itself."""
    found = {post}
    while True:
        more = {r.id for r in manual.of("role") if r.text("reports_to") in found} - found
        if not more:
            return found
        found |= more


def staff_steps(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """The steps that a post does."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            if isinstance(step.get("by"), Scalar) and isinstance(step.get("accountable"), Scalar):
                yield item, step


@plants("R01")
def field_to_nowhere(manual: Manual) -> Iterator[Edit]:
    """No item has this id."""
    for spot in manual.spots(*REFERENCES):
        if spot.value.text in manual.by_id:
            yield manual.put(spot.item.file, spot.value, spot.value.text[:-1] + "qx")


@plants("R01")
def list_to_nowhere(manual: Manual) -> Iterator[Edit]:
    """One id of a list names nothing."""
    for item in manual.items:
        for mapping in within(item.node):
            for key in ("see", "forms", "say", "limits", "channels", "messages", "deputies"):
                value = mapping.get(key)
                for one in value.values if isinstance(value, SequenceNode) else ():
                    if isinstance(one, Scalar) and one.text in manual.by_id:
                        yield manual.put(item.file, one, one.text + "-old")


@plants("R01")
def text_to_nowhere(manual: Manual) -> Iterator[Edit]:
    """A sentence refers to what does not exist."""
    for item in manual.items:
        for mapping in within(item.node):
            for _, value in mapping.entries:
                for one in value.values if isinstance(value, SequenceNode) else (value,):
                    if isinstance(one, Scalar) and not one.style:
                        new = re.sub("【([a-z][a-z0-9-]*)】", r"【\1-old】", one.text, count=1)
                        if new != one.text:
                            yield manual.put(item.file, one, new)


@plants("R01", "S10", "S15")
def id_twice(manual: Manual) -> Iterator[Edit]:
    """Two items of one id: nobody knows which is meant."""
    for item in manual.of("term") + manual.of("message"):
        for other in manual.of("limit")[::9]:
            yield manual.put(item.file, scalar(item.node, "id"), other.id)


@plants("R01", held_out=True)
def member_to_nowhere(manual: Manual) -> Iterator[Edit]:
    """The list of classes has no such class."""
    for spot in manual.spots("dimension", "grade", "event_class", "level", "family", "stage"):
        if spot.item.kind in ("norm", "playbook", "limit", "metric", "message"):
            yield manual.put(spot.item.file, spot.value, "no-such-class")


@plants("R02")
def post_that_nobody_uses(manual: Manual) -> Iterator[Edit]:
    """A post that no step, rota or norm names is a line in a list."""
    for item in manual.of("role")[::7]:
        more = (
            "\n  - id: parcel-keeper\n    title: 包裹管理员\n    unit: complaint-desk\n"
            "    rank: 1\n    reports_to: complaint-manager\n    mission: 看管包裹。\n"
            "    duties:\n      - 登记包裹。\n"
        )
        yield manual.append(item.file, more)


@plants("R02")
def template_that_nobody_uses(manual: Manual) -> Iterator[Edit]:
    """A template that nothing names will never be sent."""
    for item in manual.of("message")[::7]:
        if item.root is not item.node:
            copy = re.sub(r"- id: \S+", "- id: never-sent", manual.written(item), count=1)
            copy = re.sub(r"    title: .*", "    title: 无人使用的话术", copy, count=1)
            yield manual.append(item.file, "\n" + copy.rstrip("\n") + "\n")


@plants("R02", held_out=True)
def metric_that_nobody_uses(manual: Manual) -> Iterator[Edit]:
    """A metric that measures no limit, norm or fail point is kept for nothing."""
    for item in manual.of("metric")[::12]:
        written = manual.written(item)
        if item.root is not item.node:
            other = re.sub(r"- id: \S+", "- id: lonely-rate", written, count=1)
            other = re.sub(r"title: .*", "title: 孤立指标", other, count=1)
            other = re.sub(r"    (was|also|not_to_confuse):.*\n(      - .*\n)*", "", other)
            yield manual.append(item.file, "\n" + other)


@plants("R03", "S06")
def nobody_accountable(manual: Manual) -> Iterator[Edit]:
    """For this step nobody answers."""
    for item, step in staff_steps(manual):
        yield manual.drop(item.file, step, "accountable")


@plants("R03", "S06")
def nobody_does_it(manual: Manual) -> Iterator[Edit]:
    """This step is left to nobody."""
    for item, step in staff_steps(manual):
        yield manual.drop(item.file, step, "by")


@plants("R04", "R06")
def does_and_answers_exchanged(manual: Manual) -> Iterator[Edit]:
    """The lower post now answers for the higher one."""
    rank = ranks(manual)
    for item, step in staff_steps(manual):
        by, answers = scalar(step, "by"), scalar(step, "accountable")
        if rank.get(by.text, 9) < rank.get(answers.text, 0) and by.text != answers.text:
            yield manual.swap(item.file, by, answers)


@plants("R04", "R06")
def answers_from_another_line(manual: Manual) -> Iterator[Edit]:
    """The post has no say over who does the step: it stands in another line, and lower."""
    rank = ranks(manual)
    for item, step in staff_steps(manual):
        by = text(step, "by")
        for other in ("records-keeper", "shop-clerk", "field-engineer", "hotline-agent"):
            if other in rank and rank[other] < rank.get(by, 0) and by not in under(manual, other):
                yield manual.put(item.file, scalar(step, "accountable"), other)
                break


@plants("R05")
def post_that_is_not_on_the_channel(manual: Manual) -> Iterator[Edit]:
    """On the channels of this procedure the post does not serve."""
    for item in manual.of("procedure"):
        names = item.names("channels")
        there = {
            post
            for name in names
            if name in manual.by_id
            for post in manual.by_id[name].names("staffed_by")
        }
        for step in item.parts("steps") if names else ():
            by = step.get("by")
            if isinstance(by, Scalar) and text(step, "lane") == "frontstage":
                for other in ("field-engineer", "shop-clerk", "station-receptionist"):
                    if other in manual.by_id and other not in there:
                        yield manual.put(item.file, by, other)


@plants("R05")
def procedure_moved_to_another_channel(manual: Manual) -> Iterator[Edit]:
    """Its steps are done by people who are not there."""
    for item in manual.of("procedure"):
        if not item.names("channels"):
            by = {text(step, "by") for step in item.parts("steps")}
            for name in ("shop", "home-visit"):
                staff = set(manual.by_id[name].names("staffed_by"))
                if "hotline-agent" in by and "hotline-agent" not in staff:
                    yield manual.add(item.file, item.node, f"channels: [{name}]")


@plants("R06", "R04")
def same_hands(manual: Manual) -> Iterator[Edit]:
    """Who investigated now judges, though the step says that it must be somebody else."""
    for item in manual.of("procedure"):
        steps = {text(step, "id"): step for step in item.parts("steps")}
        for step in steps.values():
            for other in texts(step.get("apart_from")):
                by = text(steps[other], "by")
                if by and by != text(step, "by") and isinstance(step.get("by"), Scalar):
                    yield manual.put(item.file, scalar(step, "by"), by)


@plants("R06", "R04", held_out=True)
def doer_of_the_checked_step_changed(manual: Manual) -> Iterator[Edit]:
    """The checked step went to the post that checks it."""
    for item in manual.of("procedure"):
        steps = {text(step, "id"): step for step in item.parts("steps")}
        for step in steps.values():
            for other in texts(step.get("apart_from")):
                by = steps[other].get("by")
                if isinstance(by, Scalar) and text(step, "by") != by.text:
                    yield manual.put(item.file, by, text(step, "by"))


@plants("R06", "R04")
def answers_for_oneself(manual: Manual) -> Iterator[Edit]:
    """Who does the step answers for it: nobody looks on."""
    apart = {role.id: set(role.names("conflicts")) for role in manual.of("role")}
    for item, step in staff_steps(manual):
        by = text(step, "by")
        for other in sorted(apart.get(by, ())):
            yield manual.put(item.file, scalar(step, "accountable"), other)


def needed_at_night(manual: Manual) -> Iterator[Item]:
    """Posts that answer for an action of a first hour and whose desk is not staffed by a rota."""
    needed = {
        text(action, "accountable")
        for item in manual.of("playbook")
        for action in item.parts("first_hour")
    }
    staffed = {
        text(shift, "role")
        for item in manual.of("rota")
        for shift in item.parts("shifts")
        if not shift.get("on_call")
    }
    return (item for item in manual.of("role") if item.id in needed - staffed)


@plants("R07")
def deputies_struck(manual: Manual) -> Iterator[Edit]:
    """In an emergency this post answers for an action, and nobody stands in for it."""
    for item in needed_at_night(manual):
        if item.node.get("deputies"):
            yield manual.drop(item.file, item.node, "deputies")


@plants("R07")
def stands_in_for_oneself(manual: Manual) -> Iterator[Edit]:
    """A post is its own deputy: when it is away, nobody is there."""
    for item in needed_at_night(manual):
        value = item.node.get("deputies")
        if isinstance(value, SequenceNode):
            yield manual.put(item.file, value, f"[{item.id}]")


@plants("R07")
def commanders_stand_in_for_themselves(manual: Manual) -> Iterator[Edit]:
    """Who commands is the only one to stand in for who commands."""
    for item in manual.of("playbook"):
        value = item.node.get("deputies")
        if isinstance(value, SequenceNode):
            commander = text(item.parts("responses")[0], "commander")
            yield manual.put(item.file, value, f"[{commander}]")


@plants("R07", held_out=True)
def backup_is_the_same_post(manual: Manual) -> Iterator[Edit]:
    """Whoever did not answer is called a second time."""
    for item in manual.of("playbook"):
        for contact in item.parts("contacts"):
            yield manual.put(item.file, scalar(contact, "backup"), text(contact, "role"))


@plants("R08")
def term_takes_another_title(manual: Manual) -> Iterator[Edit]:
    """One word now names two things."""
    terms = manual.of("term")
    for at, item in enumerate(terms):
        other = terms[(at * 5 + 3) % len(terms)]
        value = item.node.get("also")
        if other is not item and isinstance(value, SequenceNode) and not value.flow:
            first = value.values[0]
            assert isinstance(first, Scalar)
            yield manual.put(item.file, first, other.text("title"))


@plants("R08")
def class_takes_a_sisters_name(manual: Manual) -> Iterator[Edit]:
    """Two classes of one list go by one name."""
    for item in manual.of("taxonomy"):
        members = item.parts("members")
        for one, two in pairwise(members):
            also = two.get("also")
            if isinstance(also, SequenceNode) and not also.flow:
                first = also.values[0]
                assert isinstance(first, Scalar)
                yield manual.put(item.file, first, text(one, "title"))


def grants(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """What posts may grant, with a sum for each case."""
    for item in manual.of("role"):
        for authority in item.parts("authority"):
            if authority.get("per_case"):
                yield item, authority


@plants("R09", "R11")
def beyond_leads_nowhere(manual: Manual) -> Iterator[Edit]:
    """Above its sum the post may not decide, and nobody else is named."""
    for item, authority in grants(manual):
        if authority.get("beyond"):
            yield manual.drop(item.file, authority, "beyond")


@plants("R09", "R11")
def beyond_leads_down(manual: Manual) -> Iterator[Edit]:
    """Above its sum the case goes to a post that may grant less."""
    sums = {item.id: amount(text(authority, "per_case")) for item, authority in grants(manual)}
    for item, authority in grants(manual):
        beyond = authority.get("beyond")
        for other, most in sorted(sums.items()):
            mine = sums[item.id]
            if isinstance(beyond, Scalar) and most and mine and most[0] < mine[0]:
                yield manual.put(item.file, beyond, other)


@plants("R11", "R09")
def agent_may_grant_more_than_leader(manual: Manual) -> Iterator[Edit]:
    """The lower post may now grant more than the one it passes cases on to."""
    for item, authority in grants(manual):
        above = manual.by_id.get(text(authority, "beyond"))
        for other in above.parts("authority") if above else ():
            most = amount(text(other, "per_case"))
            if most and text(other, "id") == text(authority, "id"):
                value = scalar(authority, "per_case")
                yield manual.put(item.file, value, f"{most[0] * 2:.0f} 元")


@plants("R11", "R09")
def case_above_the_customers_month(manual: Manual) -> Iterator[Edit]:
    """A single case may cost more than the customer may get in a month."""
    for item, authority in grants(manual):
        case, month = (amount(text(authority, key)) for key in ("per_case", "per_customer"))
        if case and month:
            less = f"{case[0] - 1:.0f} 元"
            yield manual.put(item.file, scalar(authority, "per_customer"), less)


@plants("R11", "R09", held_out=True)
def month_above_the_year(manual: Manual) -> Iterator[Edit]:
    """A month's cap above the year's caps nothing."""
    for item, authority in grants(manual):
        month, year = (amount(text(authority, key)) for key in ("per_customer", "per_year"))
        if month and year:
            less = f"{month[0] - 1:.0f} 元"
            yield manual.put(item.file, scalar(authority, "per_year"), less)


def is_public(item: Item) -> bool:
    """Whether customers read it."""
    return item.text("audience") == "public"


@plants("R12")
def public_text_cites_internal(manual: Manual) -> Iterator[Edit]:
    """Customers would read what is kept for staff."""
    inside = ("complaint-handling", "complaint-ladder", "contact-attempts", "shift-handover")
    for item in manual.of("limit"):
        missed = item.node.get("missed")
        if is_public(item) and isinstance(missed, Scalar) and not missed.style:
            for name in inside:
                if not is_public(manual.by_id[name]):
                    new = missed.text.rstrip("。") + f"；另见【{name}】。"
                    yield manual.put(item.file, missed, new)


@plants("R12", "F09")
def printed_item_made_internal(manual: Manual) -> Iterator[Edit]:
    """What customers' texts print was taken away from customers."""
    cited = {
        found
        for item in manual.items
        if is_public(item) and item.kind in ("limit", "channel", "norm", "event")
        for mapping in within(item.node)
        for _, value in mapping.entries
        for one in (value.values if isinstance(value, SequenceNode) else (value,))
        if isinstance(one, Scalar)
        for found in re.findall("【([a-z][a-z0-9-]*)", one.text)
    }
    for item in manual.items:
        if item.id in cited and text(item.node, "audience") == "public":
            yield manual.put(item.file, scalar(item.node, "audience"), "internal")


@plants("X01")
def waiver_of_nothing(manual: Manual) -> Iterator[Edit]:
    """A waiver for a fault that is not there hides the next one."""
    for spot in manual.spots("within", "rule", "by"):
        end = manual.line_end(spot.item.file, spot.value.mark.line)
        if spot.value.mark.line > spot.parent.mark.line:
            note = "  # guifan: allow T03 until=2027-03-31 reason=等新流程\n"
            yield Edit(spot.item.file, (Change(end - 1, end, note),))


def noted(manual: Manual, note: str) -> Iterator[Edit]:
    """The comment behind values of several kinds."""
    for spot in manual.spots("rank", "metric", "hours"):
        end = manual.line_end(spot.item.file, spot.value.mark.line)
        yield Edit(spot.item.file, (Change(end - 1, end, f"  # guifan: allow {note}\n"),))


@plants("X01", held_out=True)
def waiver_of_another_code(manual: Manual) -> Iterator[Edit]:
    """It waives a rule that has nothing to say here."""
    yield from noted(manual, "R01 until=2027-01-31 reason=待改")


@plants("X01", "X03")
def waiver_of_no_code(manual: Manual) -> Iterator[Edit]:
    """It waives a rule that there is not: a slip, or a rule that is gone."""
    yield from noted(manual, "Z99 until=2027-01-31 reason=待改")


@plants("X03")
def waiver_without_reason(manual: Manual) -> Iterator[Edit]:
    """Nobody can judge a waiver that gives no reason."""
    for spot in manual.spots("within", "by"):
        end = manual.line_end(spot.item.file, spot.value.mark.line)
        note = "  # guifan: allow T03 until=2027-03-31\n"
        yield Edit(spot.item.file, (Change(end - 1, end, note),))


@plants("X03")
def waiver_without_end(manual: Manual) -> Iterator[Edit]:
    """A waiver that never ends is a rule that does not hold."""
    for spot in manual.spots("within", "by"):
        end = manual.line_end(spot.item.file, spot.value.mark.line)
        note = "  # guifan: allow T03 reason=等新流程\n"
        yield Edit(spot.item.file, (Change(end - 1, end, note),))
