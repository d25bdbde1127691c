"""Faults of wording: soft words, two duties in one, duties against each other (area W)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from business_faults import head, listed
from planting import Edit, Item, Manual, new_file, plants, scalar, text, texts

from guifan.language.nodes import MappingNode, Scalar

_FIRM = re.compile(r"[0-9【一二两三四五六七八九十]")
"""What gives a soft word its measure: a number or a reference."""


def rules(manual: Manual) -> Iterator[tuple[Item, Scalar]]:
    """Norms in one plain line that say 应当 once, in a clause without a number."""
    for norm in manual.of("norm"):
        rule = scalar(norm.node, "rule")
        if not rule.style and rule.text.count("应当") == 1 and not _FIRM.search(rule.text):
            yield norm, rule


def steps(manual: Manual) -> Iterator[tuple[Item, Scalar]]:
    """What is done in a step, in one plain line without a number."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            do = scalar(step, "do")
            if not do.style and not _FIRM.search(do.text):
                yield item, do


@plants("W01")
def soft_word_in_a_rule(manual: Manual) -> Iterator[Edit]:
    """«及时» is no time."""
    for norm, rule in rules(manual):
        for word in ("及时", "尽快", "迅速", "立即"):
            new = rule.text.replace("应当", f"应当{word}")
            yield manual.put(norm.file, rule, new)


@plants("W01")
def soft_word_in_a_step(manual: Manual) -> Iterator[Edit]:
    """Who does the step does not know by when."""
    for item, do in steps(manual):
        for word in ("尽快", "及时", "适当"):
            yield manual.put(item.file, do, f"{word}{do.text}")


@plants("W01", held_out=True)
def way_out_in_a_rule(manual: Manual) -> Iterator[Edit]:
    """«原则上» is a way out that nobody described."""
    for norm, rule in rules(manual):
        for word in ("原则上", "一般"):
            yield manual.put(norm.file, rule, rule.text.replace("应当", f"{word}应当"))
        yield manual.put(norm.file, rule, rule.text.replace("应当", "应当定期"))


@plants("W02")
def two_duties_in_one(manual: Manual) -> Iterator[Edit]:
    """Two duties of which one may be kept."""
    for norm, rule in rules(manual):
        new = rule.text.rstrip("。") + "，并应当把结果写进工单。"
        yield manual.put(norm.file, rule, new)


@plants("W02")
def duty_of_nobody(manual: Manual) -> Iterator[Edit]:
    """Whether it must be done the sentence does not say."""
    for norm, rule in rules(manual):
        if not re.search("[应须不得可]", rule.text.replace("应当", "")):
            yield manual.put(norm.file, rule, rule.text.replace("应当", ""))


@plants("W02", "W03", held_out=True)
def sentence_against_its_field(manual: Manual) -> Iterator[Edit]:
    """The sentence says 应当, the field says may or must not."""
    for norm, _ in rules(manual):
        for other in ("may", "must-not"):
            if not norm.node.get("act"):
                yield manual.put(norm.file, scalar(norm.node, "modal"), other)


def bound(norm: Item) -> tuple[str, ...]:
    """The posts that a norm binds."""
    binds = norm.node.get("binds") or norm.root.get("binds")
    assert isinstance(binds, MappingNode), norm.id
    return texts(binds.get("roles"))


def said(modal: str, norm: Item, word: str) -> str:
    """A norm about the same act in the same case for the same people, and how it binds."""
    when = norm.text("when")
    return head("norm", "channels.reach") + (
        f"  - id: trial-{modal}\n    title: 试办相反的条款\n"
        f"    rule: {'遇到' + when + '的，' if when else ''}客服代表{word}{norm.text('act')}。\n"
        f"    modal: {modal}\n    act: {norm.text('act')}\n"
        + (f"    when: {when}\n" if when else "")
        + f"    binds:\n      roles: [{', '.join(bound(norm))}]\n"
        "    aspect: operational\n    result: process\n    dimension: assurance\n"
        "    check:\n      - 抽听录音。\n"
    )


@plants("W03", "W02")
def must_against_must_not(manual: Manual) -> Iterator[Edit]:
    """The same act in the same case is asked for and forbidden."""
    for norm in manual.of("norm"):
        if norm.text("act") and norm.text("modal") == "must-not":
            yield new_file("standards/channels/trial-norm.yaml", said("must", norm, "应当"))
        elif norm.text("act"):
            yield new_file("standards/channels/trial-norm.yaml", said("must-not", norm, "不得"))


@plants("W03", "W02")
def may_against_must_not(manual: Manual) -> Iterator[Edit]:
    """The same act in the same case is allowed and forbidden (可 never beats 不得)."""
    for norm in manual.of("norm"):
        if norm.text("act") and norm.text("modal") == "must-not":
            yield new_file("standards/channels/trial-norm.yaml", said("may", norm, "可以"))


@plants("W03", held_out=True)
def may_in_every_case(manual: Manual) -> Iterator[Edit]:
    """Allowed in every case, forbidden in one: in that one nobody knows."""
    for norm in manual.of("norm"):
        if norm.text("when") and norm.text("modal") == "must-not":
            whole = said("may", norm, "可以")
            whole = whole.replace(f"    when: {norm.text('when')}\n", "")
            whole = whole.replace(f"遇到{norm.text('when')}的，", "")
            yield new_file("standards/channels/trial-norm.yaml", whole)


@plants("W04")
def goal_not_whole(manual: Manual) -> Iterator[Edit]:
    """Nobody can tell whether it was reached."""
    for item in manual.of("programme"):
        for goal in item.parts("goals"):
            for key in ("metric", "baseline", "target", "due", "by"):
                yield manual.drop(item.file, goal, key)


@plants("W04")
def campaign_without_a_goal(manual: Manual) -> Iterator[Edit]:
    """«明显提升满意度», and no number."""
    for item in manual.of("programme"):
        if item.node.get("goals"):
            yield manual.drop(item.file, item.node, "goals")


@plants("W04", held_out=True)
def goal_worse_than_now(manual: Manual) -> Iterator[Edit]:
    """Reached before it began: the target is the worse value."""
    for item in manual.of("programme"):
        for goal in item.parts("goals"):
            yield manual.swap(item.file, scalar(goal, "baseline"), scalar(goal, "target"))


@plants("W05", "W01")
def department_without_a_name(manual: Manual) -> Iterator[Edit]:
    """«相关部门» is nobody."""
    for item, do in steps(manual):
        for word in ("相关部门", "有关部门"):
            yield manual.put(item.file, do, f"{do.text.rstrip('。')}，并通知{word}。")


@plants("W05", "W01")
def duty_of_some_department(manual: Manual) -> Iterator[Edit]:
    """The duty binds whoever feels meant."""
    for norm, rule in rules(manual):
        subject, _, rest = rule.text.partition("应当")
        if "，" not in subject:
            yield manual.put(norm.file, rule, f"相关部门应当{rest}")


@plants("W05", "W01", held_out=True)
def some_people_do_it(manual: Manual) -> Iterator[Edit]:
    """«相关人员» is nobody either."""
    for norm, rule in rules(manual):
        subject, _, rest = rule.text.partition("应当")
        if "，" not in subject:
            yield manual.put(norm.file, rule, f"相关人员应当{rest}")
    for item, do in steps(manual):
        yield manual.put(item.file, do, f"{do.text.rstrip('。')}，交有关单位办理。")


def scripts(manual: Manual) -> Iterator[tuple[Item, Scalar]]:
    """What is said to customers, in one plain line."""
    for message in manual.of("message"):
        says = message.node.get("says")
        if text(message.node, "to") == "customer" and isinstance(says, Scalar) and not says.style:
            yield message, says


@plants("W06", "R12")
def work_standard_told_to_customers(manual: Manual) -> Iterator[Edit]:
    """The customer is promised the time that we set ourselves."""
    inner = [
        limit.id
        for limit in manual.of("limit")
        if limit.node.get("within") and limit.text("audience") in ("", "internal")
    ]
    for message, says in scripts(manual):
        for limit in inner[::5]:
            new = f"{says.text.rstrip('。')}，【{limit}】内给您办好。"
            yield manual.put(message.file, says, new)


@plants("W06", "S22")
def better_than_the_promise(manual: Manual) -> Iterator[Edit]:
    """The script says «2小时内修好», the promise is days."""
    for message, says in scripts(manual):
        yield manual.put(message.file, says, f"{says.text.rstrip('。')}，2 小时内给您答复。")


@plants("W06", held_out=True)
def agent_promises_the_work_standard(manual: Manual) -> Iterator[Edit]:
    """What agents are to say promises the time of the work."""
    inner = [
        limit.id
        for limit in manual.of("limit")
        if limit.node.get("within") and limit.text("audience") in ("", "internal")
    ]
    for norm in manual.of("norm"):
        if norm.node.get("say"):
            for value in listed(norm.node, "say").values:
                if isinstance(value, Scalar) and not value.style:
                    limit = inner[len(value.text) % len(inner)]
                    new = f"{value.text.rstrip('。')}，【{limit}】内给您回电。"
                    yield manual.put(norm.file, value, new)


def explained(manual: Manual) -> Iterator[tuple[Item, Scalar]]:
    """What limits say of themselves in one plain line."""
    for limit in manual.of("limit"):
        value = limit.node.get("explains")
        if isinstance(value, Scalar) and not value.style:
            yield limit, value


@plants("W07", "S22")
def words_against_digits(manual: Manual) -> Iterator[Edit]:
    """«百分之八十五（80%）»: one of them is wrong."""
    for limit, value in explained(manual):
        for wrong in ("百分之八十五（80%）", "三十日（20 日）"):
            new = f"{value.text.rstrip('。')}，按{wrong}算。"
            yield manual.put(limit.file, value, new)


@plants("W07", "S22")
def days_against_working_days(manual: Manual) -> Iterator[Edit]:
    """The limit is in working days, its own words say days."""
    for limit in manual.of("limit"):
        value, within = limit.node.get("explains"), limit.text("within")
        if value is not None and within.endswith("个工作日"):
            days = within.partition(" ")[0]
            yield from manual.rewrite(limit.file, value, "。", f"，也就是 {days} 日。")


@plants("W07", "S22", held_out=True)
def reference_against_digits(manual: Manual) -> Iterator[Edit]:
    """The reference says one time, the brackets behind it another."""
    for norm in manual.of("norm"):
        rule = scalar(norm.node, "rule")
        for name in re.findall(r"【([a-z][a-z0-9-]*)】", rule.text):
            limit = manual.by_id.get(name)
            if limit is not None and limit.text("within") and not rule.style:
                new = rule.text.replace(f"【{name}】", f"【{name}】（45 日）", 1)
                yield manual.put(norm.file, rule, new)


LEGAL = "您同意本业务的全部条款，知道优惠到期以后恢复全价，知道提前退订要付违约金。"
"""What has to be read out, once."""


@plants("W08")
def law_read_out_in_every_call(manual: Manual) -> Iterator[Edit]:
    """What opens every call of the hotline is a page of law, longer than a call may take."""
    for message in manual.of("message"):
        says = message.node.get("says")
        opens = "answer" in message.names("moments") and "hotline" in message.names("channels")
        if opens and text(message.node, "to") == "customer" and says is not None:
            verbatim = manual.add(message.file, message.node, "verbatim: 是").changes
            for edit in manual.rewrite(message.file, says, "。", "。" + LEGAL * 60):
                yield Edit(message.file, (*verbatim, *edit.changes))


@plants("W08")
def a_page_to_read_out(manual: Manual) -> Iterator[Edit]:
    """So long a text takes longer than the call may."""
    for message in manual.of("message"):
        says = message.node.get("says")
        verbatim = text(message.node, "verbatim") == "是"
        if verbatim and isinstance(says, Scalar):
            for times in (50, 80):
                yield manual.put(message.file, says, LEGAL * times)


@plants("W08", held_out=True)
def everything_read_out(manual: Manual) -> Iterator[Edit]:
    """A long script of the hotline must now be read out whole, over and over."""
    for message in manual.of("message"):
        says = message.node.get("says")
        there = "hotline" in message.names("channels")
        if there and text(message.node, "form") == "script" and isinstance(says, Scalar):
            if message.node.get("verbatim"):
                continue
            verbatim = manual.add(message.file, message.node, "verbatim: 是").changes
            for edit in manual.rewrite(message.file, says, "。", "。" + LEGAL * 60):
                yield Edit(message.file, (*verbatim, *edit.changes))
