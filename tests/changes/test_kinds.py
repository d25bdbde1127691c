"""Every kind of change: the old YAML, the new YAML, and the words that it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from guifan.changes.deltas import Sort
from guifan.changes.diff import diff
from guifan.changes.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.changes.change import Change
    from guifan.corpus.graph import Corpus

    Linked = Callable[..., Corpus]

DAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Case:
    """One edit of the small manual, and all that is to be said of it."""

    item: str
    old: str
    new: str
    kind: str
    zh: str
    en: str
    posts: tuple[str, ...] | None = None


TERM = "kind: term\nid: complaint\ntitle: 投诉\nmeans: 客户表示不满\n"

CASES = [
    Case(
        "limit",
        "within: 5 个工作日",
        "within: 3 个工作日",
        "limit-amount",
        "投诉答复 5 → 3 个工作日（更严）",
        "投诉答复: 5 → 3 working days (stricter)",
        ("shift-leader", "hotline-agent"),
    ),
    Case(
        "limit",
        "within: 5 个工作日",
        "effective: 2027-04-01\nwithin: 3 个工作日",
        "limit-amount",
        "投诉答复 5 → 3 个工作日（更严），自 2027-04-01 起",
        "投诉答复: 5 → 3 working days (stricter), from 2027-04-01",
    ),
    # Five working days last from 5 to 15 days in 2026: 4 are never more, 30 never less.
    Case(
        "limit",
        "within: 5 个工作日",
        "within: 4 日",
        "limit-amount",
        "投诉答复 5 个工作日 → 4 日（更严）",
        "投诉答复: 5 working days → 4 days (stricter)",
    ),
    Case(
        "limit",
        "within: 5 个工作日",
        "within: 10 日",
        "limit-amount",
        "投诉答复 5 个工作日 → 10 日（有宽有严）",
        "投诉答复: 5 working days → 10 days (stricter for some, looser for others)",
    ),
    Case(
        "limit",
        "within: 5 个工作日",
        "within: 30 日",
        "limit-amount",
        "投诉答复 5 个工作日 → 30 日（更宽）",
        "投诉答复: 5 working days → 30 days (looser)",
    ),
    Case(
        "wait",
        "within: 24 小时",
        "within: 36 小时",
        "limit-amount",
        "复核前等待 24 → 36 小时（更严）",
        "复核前等待: 24 → 36 hours (stricter)",
    ),
    Case(
        "wait",
        "bound: at-least",
        "bound: at-most",
        "limit-direction",
        "复核前等待 方向：不少于 → 不超过",
        "复核前等待: Direction: At least → At most",
    ),
    Case(
        "limit",
        "to: complaint-answered",
        "to: complaint-contacted",
        "limit-clock",
        "投诉答复 终点：投诉答复 → 首次联系",
        "投诉答复: To: 投诉答复 → 首次联系",
    ),
    # The counter counts weekends; but what comes on a Sunday is due on Friday by both, and the
    # counter closes later than the office.
    Case(
        "limit",
        "calendar: office",
        "calendar: counter",
        "limit-clock",
        "投诉答复 日历：行政班 → 营业厅（有宽有严）",
        "投诉答复: Calendar: 行政班 → 营业厅 (stricter for some, looser for others)",
    ),
    Case(
        "limit",
        "population: every",
        "population: mean",
        "limit-population",
        "投诉答复 达成范围：每一件 → 平均",
        "投诉答复: Holds for: Every case → On average",
    ),
    Case(
        "limit",
        "answers_to:",
        "applies: {area: rural}\nanswers_to:",
        "limit-scope",
        "投诉答复 适用范围新定为农村（适用的情形少了）",
        "投诉答复: Scope set to 农村 (applies to fewer cases)",
    ),
    Case(
        "limit",
        "add: 1 个工作日",
        "add: 2 个工作日",
        "limit-extension",
        "投诉答复·延期 延长：1 → 2 个工作日（更宽）",
        "投诉答复 · Extension: Extended by: 1 working day → 2 working days (looser)",
    ),
    Case(
        "limit",
        "reasons: [third-party]",
        "reasons: [third-party, site-visit]",
        "limit-extension",
        "投诉答复·延期 理由：加上上门查勘",
        "投诉答复 · Extension: Reasons: 上门查勘 added",
    ),
    Case(
        "limit",
        "cap: 2 个工作日",
        "cap: 1 个工作日",
        "limit-pause",
        "投诉答复·暂停“等客户补材料” 最长：2 → 1 个工作日（更严）",
        "投诉答复 · Pauses “等客户补材料”: At most: 2 working days → 1 working day (stricter)",
    ),
    Case(
        "norm",
        "接通后先问候，",
        "接通后三声内问候，",
        "norm-wording",
        "主动问候 条款：“接通后先问候”改为“接通后三声内问候”",
        "主动问候: Clause: “接通后先问候” became “接通后三声内问候”",
        ("hotline-agent",),
    ),
    Case(
        "norm",
        "内答复，",
        "内告知结果，",
        "norm-wording",
        "主动问候 条款：“在5 个工作日内答复”改为“在5 个工作日内告知结果”",
        "主动问候: Clause: “在5 working days内答复” became “在5 working days内告知结果”",
    ),
    Case(
        "norm",
        "，不让客户久等",
        "",
        "norm-wording",
        "主动问候 条款：去掉“不让客户久等”",
        "主动问候: Clause: “不让客户久等” removed",
    ),
    Case(
        "norm",
        "modal: must\n",
        "modal: must-not\n",
        "norm-modal",
        "主动问候 约束：应 → 不得",
        "主动问候: Force: Must → Must not",
    ),
    Case(
        "norm",
        "modal: must\n",
        "modal: may\n",
        "norm-modal",
        "主动问候 约束：应 → 可（更宽）",
        "主动问候: Force: Must → May (looser)",
    ),
    Case(
        "norm",
        "roles: [hotline-agent]",
        "roles: [desk]",
        "norm-binding",
        "主动问候·适用 岗位：加上投诉专席，去掉热线客服代表",
        "主动问候 · Applies to: Roles: 投诉专席 added, 热线客服代表 removed",
        ("desk", "hotline-agent"),
    ),
    Case(
        "procedure",
        "  - {id: answer,",
        "  - {id: check, title: 班长复核, do: 复核, lane: backstage, by: shift-leader}\n"
        "  - {id: answer,",
        "step-added",
        "投诉处理 新增步骤“班长复核”，在“调查核实”之后",
        "投诉处理: Steps added: “班长复核”, after “调查核实”",
        ("shift-leader",),
    ),
    Case(
        "procedure",
        "  - {id: investigate, title: 调查核实, do: 查清事实, lane: backstage, by: shift-leader}\n",
        "",
        "step-removed",
        "投诉处理 删去步骤“调查核实”",
        "投诉处理: Steps removed: “调查核实”",
        ("shift-leader",),
    ),
    Case(
        "procedure",
        "  - {id: investigate, title: 调查核实, do: 查清事实, lane: backstage, by: shift-leader}\n"
        "  - {id: answer, title: 答复客户, do: 说明结果, lane: backstage, by: hotline-agent}\n",
        "  - {id: answer, title: 答复客户, do: 说明结果, lane: backstage, by: hotline-agent}\n"
        "  - {id: investigate, title: 调查核实, do: 查清事实, lane: backstage, by: shift-leader}\n",
        "steps-reordered",
        "投诉处理 步骤的先后改为：“详细记录”、“答复客户”、“调查核实”",
        "投诉处理: Steps now in the order: “详细记录”, “答复客户” and “调查核实”",
    ),
    Case(
        "procedure",
        "accountable: shift-leader",
        "accountable: desk",
        "step-assignment",
        "投诉处理·步骤“详细记录” 责任岗：班长 → 投诉专席",
        "投诉处理 · Steps “详细记录”: Accountable: 班长 → 投诉专席",
        ("hotline-agent", "desk", "shift-leader"),
    ),
    Case(
        "procedure",
        "within: 10 分钟",
        "within: 1 小时",
        "step-time",
        "投诉处理·步骤“详细记录” 用时上限：10 分钟 → 1 小时（更宽）",
        "投诉处理 · Steps “详细记录”: Takes at most: 10 minutes → 1 hour (looser)",
    ),
    Case(
        "procedure",
        "by: shift-leader}",
        "by: shift-leader, then: record}",
        "step-course",
        "投诉处理·步骤“调查核实” 下一步新定为详细记录",
        "投诉处理 · Steps “调查核实”: Next step set to 详细记录",
    ),
    Case(
        "role",
        "per_case: 50 元",
        "per_case: 80 元",
        "authority",
        "投诉专席·权限“话费补偿” 每件上限：50 → 80 元（权限大了）",
        "投诉专席 · Authority “话费补偿”: Per case: CNY 50 → CNY 80 (more authority)",
        ("desk",),
    ),
    Case(
        "ladder",
        "after: 2 个工作日",
        "after: 3 个工作日",
        "rung",
        "答复升级·阶梯“督办” 起点后：2 → 3 个工作日（升级更晚）",
        "答复升级 · Rungs “督办”: After the start: 2 → 3 working days (later)",
        ("shift-leader",),
    ),
    Case(
        "ladder",
        "  - {id: press, title: 督办, after: 2 个工作日, to: shift-leader, does: 督办, by: 电话}\n",
        "",
        "rung",
        "答复升级 删去阶梯“督办”",
        "答复升级: Rungs removed: “督办”",
    ),
    Case(
        "message",
        "很高兴为您服务",
        "【?工号】为您服务",
        "message-text",
        "开头语 内容：“很高兴为您服务”改为“【工号】为您服务”",
        "开头语: Content: “很高兴为您服务” became “【工号】为您服务”",
        ("shift-leader", "desk"),
    ),
    Case(
        "metric",
        "target: 85%",
        "target: 90%",
        "metric-target",
        "接通率 目标值：85% → 90%（更严）",
        "接通率: Target: 85% → 90% (stricter)",
        ("shift-leader",),
    ),
    Case(
        "metric",
        "direction: up",
        "direction: down",
        "metric-direction",
        "接通率 方向：越高越好 → 越低越好",
        "接通率: Direction: Higher is better → Lower is better",
    ),
    Case(
        "playbook",
        "wait: 5 分钟",
        "wait: 3 分钟",
        "contact",
        "断网预案·先联系班长 等多久换人：5 → 3 分钟",
        "断网预案 · Call first 班长: Wait before the backup: 5 → 3 minutes",
        ("shift-leader", "desk"),
    ),
    Case(
        "playbook",
        "do: 开电话会, accountable: shift-leader",
        "do: 开电话会, accountable: desk",
        "action",
        "断网预案·第一小时“开电话会” 责任岗：班长 → 投诉专席",
        "断网预案 · First hour “开电话会”: Accountable: 班长 → 投诉专席",
        ("desk", "shift-leader"),
    ),
    Case(
        "law",
        "effective: 2016-07-30}",
        "effective: 2016-08-01}",
        "law-edition",
        "申诉处理办法·历次版本“2016 年公布” 施行日期：2016-07-30 → 2016-08-01",
        "申诉处理办法 · Editions “2016 年公布”: In force from: 2016-07-30 → 2016-08-01",
    ),
    Case(
        "law",
        "value: 15 日",
        "value: 10 日",
        "law-floor",
        "申诉处理办法·法定底线“答复” 数值：15 → 10 日（更严）",
        "申诉处理办法 · Legal floor “答复”: Value: 15 → 10 days (stricter)",
    ),
    Case(
        "norm",
        "title: 主动问候",
        "title: 先开口问候",
        "retitled",
        "先开口问候 改了名称，原名“主动问候”",
        "先开口问候: was called “主动问候”",
    ),
    Case(
        "norm",
        "title: 主动问候",
        "place: complaints\ntitle: 主动问候",
        "item-moved",
        "主动问候 换了章节：总则 → 投诉",
        "主动问候: moved: 总则 → 投诉",
    ),
    Case(
        "norm",
        "title: 主动问候",
        "review_by: 2027-12-31\ntitle: 主动问候",
        "dates",
        "主动问候 复审日期：2026-12-31 → 2027-12-31",
        "主动问候: Review by: 2026-12-31 → 2027-12-31",
    ),
    Case(
        "norm",
        "title: 主动问候",
        "audience: public\ntitle: 主动问候",
        "audience",
        "主动问候 公开范围：内部 → 对外",
        "主动问候: Audience: Internal → Public",
    ),
    Case(
        "norm",
        "check: [听录音]",
        "check: [听录音]\nscored: 是",
        "field",
        "主动问候 计入质检：否 → 是",
        "主动问候: Scored: no → yes",
    ),
    Case(
        "greet-renamed",
        "",
        "",
        "item-renamed",
        "主动问候 编号：greet → greeting",
        "主动问候: id greet → greeting",
    ),
    Case(
        "term",
        "",
        TERM,
        "item-added",
        "投诉 新增（术语），自 2026-01-01 起",
        "投诉: new (Terms), from 2026-01-01",
    ),
    Case("term", TERM, "", "item-removed", "投诉 已删去（术语）", "投诉: removed (Terms)"),
    Case(
        "limit",
        "answers_to:",
        "next:\n  - effective: 2027-04-01\n    within: 4 个工作日\nanswers_to:",
        "limit-amount",
        "投诉答复 5 → 4 个工作日（更严），自 2027-04-01 起",
        "投诉答复: 5 → 4 working days (stricter), from 2027-04-01",
    ),
]


def edited(linked: Linked, texts: dict[str, str], case: Case) -> tuple[Corpus, Corpus]:
    if case.item == "greet-renamed":
        renamed = texts["norm"].replace("id: greet", "id: greeting\nwas: [greet]")
        see = texts["message"] + "see: [greet]\n"
        return linked(message=see), linked(norm=renamed, message=see.replace("greet]", "greeting]"))
    whole = texts.get(case.item, "")
    if not whole:
        return linked(**{case.item: case.old}), linked(**{case.item: case.new})
    assert whole.count(case.old) == 1, case.old
    return linked(), linked(**{case.item: whole.replace(case.old, case.new)})


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.zh}")
def test_a_change_says_itself(linked: Linked, texts: dict[str, str], case: Case) -> None:
    old, new = edited(linked, texts, case)
    (change,) = diff(old, new, DAY)
    assert (change.key, change.says("zh"), change.says("en")) == (case.kind, case.zh, case.en)
    if case.posts is not None:
        assert tuple(post.id for post in change.posts) == case.posts


ANNOUNCED = "next:\n  - effective: {day}\n    within: 4 个工作日\nanswers_to:"


def said(old: Corpus, new: Corpus) -> list[str]:
    return [change.says("zh") for change in diff(old, new, DAY)]


def announcing(linked: Linked, texts: dict[str, str], day: str) -> Corpus:
    return linked(limit=texts["limit"].replace("answers_to:", ANNOUNCED.format(day=day)))


def test_an_announced_change_may_be_put_off(linked: Linked, texts: dict[str, str]) -> None:
    old, new = (announcing(linked, texts, day) for day in ("2027-04-01", "2027-07-01"))
    (change,) = diff(old, new, DAY)
    assert change.key == "announcement-moved"
    assert change.says("zh") == (
        "投诉答复 时限：5 → 4 个工作日，生效日期改了（原定 2027-04-01），自 2027-07-01 起"
    )
    assert "another day (was to be 2027-04-01)" in change.says("en")


def test_an_announced_change_may_be_withdrawn(linked: Linked, texts: dict[str, str]) -> None:
    (change,) = diff(announcing(linked, texts, "2027-04-01"), linked(), DAY)
    assert change.key == "announcement-withdrawn"
    assert change.says("zh") == "投诉答复 原定的变化取消：时限：5 → 4 个工作日，自 2027-04-01 起"
    assert change.announced


def test_what_was_announced_and_came_is_told_once(linked: Linked, texts: dict[str, str]) -> None:
    now = texts["limit"].replace("within: 5", "effective: 2027-04-01\nversion: 2\nwithin: 4")
    old = announcing(linked, texts, "2027-04-01")
    assert said(old, linked(limit=now)) == ["投诉答复 5 → 4 个工作日（更严），自 2027-04-01 起"]


def test_an_announced_change_that_stands_is_not_told_again(
    linked: Linked, texts: dict[str, str]
) -> None:
    old = announcing(linked, texts, "2027-04-01")
    now = texts["limit"].replace("answers_to:", ANNOUNCED.format(day="2027-04-01"))
    new = linked(limit=now.replace("title: 投诉答复", "title: 投诉答复时间"))
    assert [change.key for change in diff(old, new, DAY)] == ["retitled"]


def test_an_item_of_another_kind_is_another_item(linked: Linked) -> None:
    old = linked(thing="kind: term\nid: thing\ntitle: 甲\nmeans: 乙\n")
    new = linked(thing="kind: event\nid: thing\ntitle: 甲\nhappens: 丙\nevidence: 丁\n")
    assert [change.key for change in diff(old, new, DAY)] == ["item-added", "item-removed"]


def test_the_same_figure_in_another_unit_is_no_change(
    linked: Linked, texts: dict[str, str]
) -> None:
    assert (
        diff(linked(), linked(procedure=texts["procedure"].replace("10 分钟", "600 秒")), DAY) == ()
    )


def test_a_higher_version_alone_is_told_and_beside_a_change_is_not(
    linked: Linked, texts: dict[str, str]
) -> None:
    raised = texts["norm"].replace("title:", "version: 2\ntitle:")
    assert said(linked(), linked(norm=raised)) == ["主动问候 版本：1 → 2"]
    both = raised.replace("modal: must", "modal: may")
    assert said(linked(), linked(norm=both)) == ["主动问候 约束：应 → 可（更宽）"]


def test_duties_come_before_words_and_words_before_records(
    linked: Linked, texts: dict[str, str]
) -> None:
    norm = texts["norm"].replace("title: 主动问候", "review_by: 2027-12-31\ntitle: 问候")
    new = linked(norm=norm, metric=texts["metric"].replace("85%", "90%"))
    assert [change.key for change in diff(linked(), new, DAY)] == [
        "metric-target",
        "retitled",
        "dates",
    ]


def test_every_kind_has_a_case_and_no_field_two_kinds() -> None:
    told = {case.kind for case in CASES} | {"announcement-moved", "announcement-withdrawn"}
    assert set(KINDS) == told
    claims = [
        (*claim, sort) for kind in KINDS.values() for claim in kind.claims for sort in kind.sorts
    ]
    assert len(set(claims)) == len(claims)
    for kind in KINDS.values():
        for model, attribute in kind.claims:
            assert attribute in model.model_fields
        assert set(kind.sorts) <= set(Sort)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind)
def test_a_change_is_data_too(linked: Linked, texts: dict[str, str], case: Case) -> None:
    old, new = edited(linked, texts, case)
    (change,) = diff(old, new, DAY)
    record = change.record("zh")
    assert record["kind"] == case.kind
    assert record["text"] == case.zh
    assert record["id"] == change.item.id
    whole: list[list[str]] = record["edits"]  # type: ignore[assignment]
    if whole:
        assert "".join(text for sign, text in whole if sign != "+") == lines(change, new=False)
        assert "".join(text for sign, text in whole if sign != "-") == lines(change, new=True)


def lines(change: Change, *, new: bool) -> str:
    value = change.new if new else change.old
    return value if isinstance(value, str) else "\n".join(value)
