"""What is read out against the time for it: characters counted by hand, four to a second."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding

FORTY = "一二三四五六七八九十" * 4  # 40 characters: 10 seconds
MESSAGE = """\
--- standards/{id}.yaml
kind: message
id: {id}
title: {id}
form: script
to: customer
situation: 来电
says: {says}
verbatim: {verbatim}
channels: [{channels}]
"""
STEPS = """\
--- standards/procedure.yaml
kind: procedure
id: handling
title: 处理
about: 客户来电
steps:
"""
CHANNEL = """\
--- standards/channel.yaml
kind: channel
id: hotline
title: 热线
medium: {medium}
reach: 拨打热线
hours: 每天 00:00–24:00
intake:
  - {{id: complaint, what: complaint, by: hotline-agent}}
identity: password
handling: handling-time
--- standards/metric.yaml
kind: metric
id: handling-time
title: 平均处理时长
means: 一通来电平均多久
family: responsiveness
formula: spent / handled
variables:
  - {{id: spent, title: 总时长}}
  - {{id: handled, title: 处理量}}
unit: 秒
direction: down
target: {target}
window: 自然月
every: 1 日
reported_by: service-department
"""


def message(name: str, says: str = FORTY, verbatim: str = "是", channels: str = "") -> str:
    return MESSAGE.format(id=name, says=says, verbatim=verbatim, channels=channels)


def step(name: str, *lines: str, lane: str = "frontstage") -> str:
    head = f"  - id: {name}\n    title: {name}\n    do: 接待\n    lane: {lane}\n"
    return head + "    by: hotline-agent\n" + "".join(f"    {line}\n" for line in lines)


def found(text: str) -> list[Finding]:
    report = run_example(Example(text))
    return [one for one in report.findings if one.code in ("W08", "X04")]


@pytest.mark.parametrize(
    ("within", "is_short"),
    [("10 秒", False), ("9 秒", True), ("1 工作分钟", False), ("1 个工作日", False)],
)
def test_forty_characters_take_ten_seconds(within: str, *, is_short: bool) -> None:
    hits = found(message("words") + STEPS + step("tell", "say: [words]", f"within: {within}"))
    assert [(hit.key, hit.arguments["seconds"]) for hit in hits] == (
        [("step", 10)] if is_short else []
    )


@pytest.mark.parametrize(
    "says",
    [
        f"{FORTY}，。！？",
        f"{FORTY}（一二三四五六七八九十：客户问起再说）",
        f"{FORTY}【?客户的姓名和来电号码】",
    ],
)
def test_stops_directions_and_slots_are_not_read(says: str) -> None:
    assert (
        found(message("words", says) + STEPS + step("tell", "say: [words]", "within: 10 秒")) == []
    )


def test_what_need_not_be_read_out_is_left_alone() -> None:
    free = message("words", verbatim="否")
    assert found(free + STEPS + step("tell", "say: [words, nowhere]", "within: 1 秒")) == []


def test_messages_of_one_channel_add_up_and_those_of_others_do_not() -> None:
    tell = STEPS + step("tell", "say: [a, b]", "within: 15 秒")
    (both,) = found(message("a") + message("b") + tell)
    assert both.arguments["seconds"] == 20
    assert found(message("a", channels="hotline") + message("b", channels="shop") + tell) == []


def test_what_is_said_on_other_channels_than_the_steps_is_not_read_out_there() -> None:
    words = message("a", channels="hotline") + message("b", channels="shop, hotline")
    lines = ("say: [a, b]", "within: 15 秒")
    assert [hit.key for hit in found(words + STEPS + step("tell", *lines))] == ["step"]
    assert found(words + STEPS + step("tell", *lines, "channels: [shop]")) == []


LINES = ("say: [words]", "within: 5 分钟")


def contact(*steps: str, target: str = "15 秒", medium: str = "voice") -> list[Finding]:
    channel = CHANNEL.format(medium=medium, target=target)
    return found(message("words") + channel + STEPS + "".join(steps))


def test_readings_of_a_contact_add_up_against_the_target() -> None:
    (hit,) = contact(step("a", *LINES), step("b", *LINES))
    assert (hit.key, hit.arguments["seconds"]) == ("contact", 20)
    assert contact(step("a", *LINES), step("b", *LINES), target="20 秒") == []


def test_waiting_adds_up_too() -> None:
    (hit,) = contact(step("a", *LINES), step("b", "wait: 7 秒", "within: 1 分钟"))
    assert hit.arguments["seconds"] == 17


def test_what_comes_after_the_contact_does_not_count() -> None:
    later = step("b", "within: 1 小时", lane="backstage")
    assert contact(step("a", *LINES), later, step("c", *LINES)) == []


def test_a_contact_ends_with_the_step_that_is_done_elsewhere() -> None:
    visit = step("b", *LINES, "channels: [home-visit]")
    assert contact(step("a", *LINES), visit) == []
    assert contact(visit, step("a", *LINES), step("c", *LINES)) == []
    call = step("b", *LINES, "channels: [home-visit, hotline]")
    assert [hit.key for hit in contact(step("a", *LINES), call)] == ["contact"]


def test_the_quickest_way_counts() -> None:
    choice = "branches: [{when: 甲, to: b}, {when: 乙, to: c}]"
    steps = (step("a", *LINES, choice), step("b", *LINES, "then: c"), step("c", "within: 1 分钟"))
    assert contact(*steps) == []
    ending = "branches: [{when: 甲, to: b}, {when: 乙, ends_with: 走了}]"
    assert contact(step("a", *LINES, ending), step("b", *LINES)) == []


def test_a_circle_of_steps_and_a_written_channel_are_left_alone() -> None:
    circle = (step("a", *LINES, "then: b"), step("b", *LINES, "then: a"))
    assert all(hit.code == "W08" for hit in contact(*circle))
    assert contact(step("a", *LINES), step("b", *LINES), medium="text") == []


def test_a_step_that_is_told_of_is_not_told_of_again() -> None:
    hits = contact(step("a", "say: [words]", "within: 5 秒"), step("b", *LINES))
    assert [hit.key for hit in hits] == ["step"]


@pytest.mark.parametrize(
    ("seconds", "channels", "verbatim", "is_long"),
    [
        (9, "hotline", "是", True),
        (10, "hotline", "是", False),
        (9, "shop", "是", False),
        (9, "hotline", "否", False),
    ],
)
def test_a_text_longer_than_a_contact_is_told_though_no_step_names_it(
    seconds: int, channels: str, verbatim: str, *, is_long: bool
) -> None:
    text = message("words", channels=channels, verbatim=verbatim)
    hits = found(text + CHANNEL.format(medium="voice", target=f"{seconds} 秒"))
    assert [(hit.key, hit.arguments["seconds"]) for hit in hits] == (
        [("alone", 10)] if is_long else []
    )


def test_steps_that_read_it_out_are_not_told_of_again() -> None:
    text = message("words", channels="hotline") + CHANNEL.format(medium="voice", target="9 秒")
    steps = step("a", "say: [words]", "within: 5 秒") + step("b", *LINES)
    assert [hit.key for hit in found(text + STEPS + steps)] == ["alone"]


def test_what_is_read_out_in_a_contact_is_cited() -> None:
    (hit,) = contact(step("a", *LINES), step("b", *LINES))
    assert "standards/words.yaml" in {one.position.file for one in hit.related}


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (FORTY[:20], []),
        (FORTY[:21], ["longer"]),
        # How long a slot is filled in nobody knows; it may be short.
        (FORTY[:18] + "【?客户称呼】", []),
        (FORTY[:18] + "【通知】", ["longer"]),
    ],
)
def test_a_text_message_fits_its_own_length(says: str, expected: list[str]) -> None:
    text = MESSAGE.format(id="notice", says=says, verbatim="否", channels="") + "most: 20 字\n"
    found = run_example(Example(text.replace("channels: []\n", ""))).findings
    assert [one.key for one in found if one.code in ("W08", "X04")] == expected
