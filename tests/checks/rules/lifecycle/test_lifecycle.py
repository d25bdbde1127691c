"""The rules of the life cycle over small manuals: days that meet, overlap or leave a gap."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Severity


def found(*files: str, codes: str = "L") -> list[tuple[str, str]]:
    """What is found in these files, by code and message."""
    text = "".join(f"--- standards/{at}.yaml\n{one}" for at, one in enumerate(files))
    report = run_example(Example(text))
    return [(one.code, one.key) for one in report.findings if one.code[0] in codes]


def term(name: str, means: str = "一件事", **fields: str) -> str:
    said = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"kind: term\nid: {name}\ntitle: 名{name}\nmeans: {means}\n{said}"


ROLE = """\
kind: role
id: editor
title: 编辑
unit: service-department
rank: 1
reports_to: shift-leader
mission: 写好
duties: [写]
data: []
{expiry}
"""
MANUAL = """\
kind: manual
id: manual
title: 规范
language: 1
operator: 云川通信
edition: 第 1 版
arranged_through: 2026
chapters: [{{id: general, number: 1, title: 总则, about: 宗旨}}]
{more}
"""


class TestWhoAnswers:
    def test_a_post_that_outlives_the_item_answers_for_it(self) -> None:
        role = ROLE.format(expiry="expires: 2026-12-31")
        assert found(role, term("a", owner="editor", expires="2026-12-31")) == []

    @pytest.mark.parametrize("field", ["owner", "author", "approver"])
    def test_a_post_that_ends_before_the_item_is_missed(self, field: str) -> None:
        role = ROLE.format(expiry="expires: 2026-12-30")
        own = term("a", **{field: "editor", "expires": "2026-12-31"})
        assert found(role, own) == [("L01", "gone")]

    def test_a_file_that_shares_its_approver_is_one_fault(self) -> None:
        shared = "kind: term\nauthor: service-council\nitems:\n"
        items = "".join(f"  - {{id: t{n}, title: 名{n}, means: 事}}\n" for n in range(5))
        assert found(shared + items) == [("L01", "same")]

    def test_an_approver_to_come_may_not_be_the_author_either(self) -> None:
        future = "next:\n  - {effective: 2026-09-01, approver: standards-office}\n"
        assert found(term("a") + future) == [("L01", "same")]

    @pytest.mark.parametrize(
        ("field", "said"), [("owner", ["outside"]), ("approver", ["outside"]), ("author", [])]
    )
    def test_nobody_outside_the_company_answers_for_it(self, field: str, said: list[str]) -> None:
        body = "kind: unit\nid: authority\ntitle: 监管\nlevel: external\nduties: [监管]\n"
        assert [key for _, key in found(body, term("a", **{field: "authority"}))] == said
        role = ROLE.format(expiry="").replace("service-department", "authority")
        assert [key for _, key in found(body, role, term("a", **{field: "editor"}))] == said

    def test_an_author_of_its_own_is_told_there(self) -> None:
        head = "kind: term\nauthor: standards-office\napprover: service-council\nitems:\n"
        own = "  - {id: a, title: 甲, means: 事, author: service-council}\n"
        (only,) = run_example(Example(head + own)).findings
        assert (only.key, only.position.line) == ("same", 5)
        assert [one.position.line for one in only.related] == [3]

    def test_unknown_posts_are_no_matter_of_this_rule(self) -> None:
        assert found(term("a", author="nobody", approver="nobody")) == []


class TestReviews:
    @pytest.mark.parametrize(
        ("review", "said"),
        [
            ("2027-01-01", []),
            ("2027-01-02", [("L02", "late")]),
            ("2026-01-01", [("L02", "before")]),
        ],
    )
    def test_a_year_after_it_took_effect_unless_said_otherwise(
        self, review: str, said: list[tuple[str, str]]
    ) -> None:
        own = term("a", effective="2026-01-01", review_by=review)
        kept = [one for one in found(own) if one != ("L02", "overdue")]
        assert kept == said

    def test_the_last_review_begins_a_new_interval(self) -> None:
        own = term("a", effective="2024-01-01", last_review="2026-04-30", review_by="2027-04-30")
        assert found(own) == []

    @pytest.mark.parametrize(
        ("last", "due", "said"),
        [
            ("2026-06-01", "2027-01-01", []),
            ("2026-06-02", "2027-01-01", ["to-come"]),
            ("2026-09-02", "2026-09-02", ["before"]),
        ],
    )
    def test_the_last_review_was_held(self, last: str, due: str, said: list[str]) -> None:
        own = term("a", effective="2026-01-01", last_review=last, review_by=due)
        findings = run_example(Example(own)).findings
        assert [one.key for one in findings] == said
        for one in findings:
            assert own.splitlines()[one.position.line - 1].startswith(
                "last_review" if one.key == "to-come" else "review_by"
            )
            assert (one.severity is Severity.WARNING) == (one.key == "to-come")

    def test_the_manual_sets_the_interval_of_a_kind(self) -> None:
        manual = MANUAL.format(more="reviews: [{kinds: [term], every: 1 个月}]")
        own = term("a", effective="2026-05-31", review_by="2026-06-30")
        assert found(manual, own) == []
        later = term("a", effective="2026-05-31", review_by="2026-07-01")
        assert found(manual, later) == [("L02", "late")]

    def test_an_interval_is_of_known_kinds_and_of_days(self) -> None:
        manual = MANUAL.format(more="reviews: [{kinds: [terms], every: 3 个工作日}]")
        assert sorted(found(manual)) == [("L02", "not-of-days"), ("L02", "unknown-kind")]

    def test_what_is_overdue_only_warns_and_what_is_over_is_left_alone(self) -> None:
        dates = {"effective": "2025-06-01", "review_by": "2026-05-31"}
        report = run_example(Example(term("a", **dates)))
        assert [(one.key, one.severity) for one in report.findings] == [
            ("overdue", Severity.WARNING)
        ]
        assert found(term("a", **dates, expires="2026-05-31")) == []


class TestSuccession:
    @pytest.mark.parametrize(
        ("expires", "said"),
        [
            ("2026-02-28", []),
            ("2026-02-27", [("L03", "days-between")]),
            ("2026-03-01", [("L03", "overlap")]),
            (None, [("L03", "open")]),
        ],
    )
    def test_one_ends_on_the_day_before_the_other_begins(
        self, expires: str | None, said: list[tuple[str, str]]
    ) -> None:
        ended = {"expires": expires} if expires else {}
        new = term("new", effective="2026-03-01", supersedes="[old]")
        assert found(term("old", **ended), new) == said

    def test_two_successors_are_one_too_many(self) -> None:
        old = term("old", expires="2026-02-28")
        new = [term(n, effective="2026-03-01", supersedes="[old]") for n in ("a", "b")]
        assert found(old, *new) == [("L03", "two")]

    def test_a_circle_comes_to_an_end(self) -> None:
        ring = [term(a, supersedes=f"[{b}]") for a, b in ("ab", "bc", "ca")]
        assert ("L03", "circle") in found(*ring)
        assert found(term("a", supersedes="[a]")) == [("L03", "circle")]

    def test_of_two_successors_the_one_whose_dates_fit_stands(self) -> None:
        old = term("old", expires="2026-02-28")
        late = term("a", effective="2026-04-01", supersedes="[old]")
        right = term("b", effective="2026-03-01", supersedes="[old]")
        for files in ((old, late, right), (old, right, late)):
            text = "".join(f"--- standards/{at}.yaml\n{one}" for at, one in enumerate(files))
            (only,) = run_example(Example(text)).findings
            assert (only.key, only.subject) == ("two", "a")
            assert [one.position.file for one in only.related] == [
                f"standards/{files.index(right)}.yaml"
            ]

    def test_a_circle_is_one_fault_at_the_step_back_in_time(self) -> None:
        old = term("old", expires="2026-02-28", supersedes="[new]")
        new = term("new", effective="2026-03-01", supersedes="[old]")
        for files in ((old, new), (new, old)):
            text = "".join(f"--- standards/{at}.yaml\n{one}" for at, one in enumerate(files))
            (only,) = run_example(Example(text)).findings
            assert (only.key, only.subject) == ("circle", "old")
            assert len(only.related) == 1

    def test_a_circle_of_three_is_one_fault(self) -> None:
        ring = [term(a, supersedes=f"[{b}]") for a, b in ("ab", "bc", "ca")]
        assert found(*ring) == [("L03", "circle")]

    def test_what_is_to_come_follows_what_is(self) -> None:
        future = "next:\n  - {effective: 2026-09-01, means: 两件事}\n"
        assert found(term("a") + future) == []
        assert found(term("a", expires="2026-07-31") + future) == [("L03", "gap")]
        ended = "next:\n  - {effective: 2026-09-01, expires: 2026-08-31, means: 两件事}\n"
        assert found(term("a") + ended) == [("L03", "outlived")]

    def test_an_item_that_never_holds(self) -> None:
        assert found(term("a", expires="2025-12-31")) == [("L03", "never")]

    def test_what_is_not_there_succeeds_nothing(self) -> None:
        assert found(term("a", supersedes="[nobody]")) == []


class TestResting:
    def test_two_places_that_rest_on_one_thing_are_one_fault(self) -> None:
        old = term("old", expires="2026-06-30")
        assert found(old, term("a", "【old】和【old.title】")) == [("L04", "ended")]

    @pytest.mark.parametrize(
        ("target", "field"),
        [
            ({"status": "draft"}, "status"),
            ({"status": "retired"}, "status"),
            ({"effective": "2026-08-01"}, "effective"),
            ({"expires": "2026-06-30"}, "expires"),
        ],
    )
    def test_several_that_rest_on_one_thing_are_one_fault_there(
        self, target: dict[str, str], field: str
    ) -> None:
        files = (term("x", **target), *(term(name, "【x】") for name in ("a", "b", "c")))
        text = "".join(f"--- standards/{at}.yaml\n{one}" for at, one in enumerate(files))
        (only,) = run_example(Example(text)).findings
        line = files[0].splitlines().index(f"{field}: {target[field]}") + 1
        assert (only.code, only.key) == ("L04", "many")
        assert (only.position.file, only.position.line) == ("standards/0.yaml", line)
        assert [one.position.file for one in only.related] == [
            f"standards/{at}.yaml" for at in (1, 2, 3)
        ]

    def test_what_is_never_in_force_is_told_once(self) -> None:
        never = term("x", expires="2025-12-31")
        assert found(never, term("a", "【x】"), term("b", "【x】")) == [("L03", "never")]

    def test_two_things_are_two(self) -> None:
        old = [term(name, expires="2026-06-30") for name in ("x", "y")]
        assert found(*old, term("a", "【x】和【y】")) == [("L04", "ended")] * 2

    @pytest.mark.parametrize(
        ("target", "said"),
        [
            ({"status": "draft"}, "draft"),
            ({"status": "retired"}, "retired"),
            ({"effective": "2026-08-01"}, "not-yet"),
            ({"expires": "2026-03-31"}, "ended"),
        ],
    )
    def test_why(self, target: dict[str, str], said: str) -> None:
        assert found(term("x", **target), term("a", "【x】")) == [("L04", said)]

    @pytest.mark.parametrize("status", ["draft", "retired"])
    def test_what_is_not_released_itself_may_refer_to_anything(self, status: str) -> None:
        assert found(term("x", status="draft"), term("a", "【x】", status=status)) == []

    def test_what_says_something_else_from_that_day_on_is_in_order(self) -> None:
        old = term("old", expires="2026-08-31")
        change = "next:\n  - {effective: 2026-09-01, means: 别的事}\n"
        assert found(old, term("a", "【old】") + change) == []
        late = "next:\n  - {effective: 2026-09-02, means: 别的事}\n"
        assert found(old, term("a", "【old】") + late) == [("L04", "ended")]

    def test_the_past_is_past(self) -> None:
        old = term("old", expires="2026-03-31")
        assert found(old, term("a", "【old】", expires="2026-05-31")) == []

    def test_see_also_rests_on_nothing(self) -> None:
        assert found(term("old", expires="2026-03-31"), term("a", see="[old]")) == []

    def test_a_change_of_the_target_keeps_it_in_force(self) -> None:
        change = "next:\n  - {effective: 2026-09-01, means: 别的事}\n"
        assert found(term("x") + change, term("a", "【x】")) == []


GROUP = """\
kind: taxonomy
id: promotion-group
title: 互斥组
members: [{id: one, title: 一}, {id: two, title: 二}]
"""


def offer(name: str, starts: str, ends: str, **fields: str) -> str:
    said = {"starts": starts, "ends": ends, "expires": ends, "group": "one"} | fields
    lines = "".join(f"{key}: {value}\n" for key, value in said.items() if value)
    return f"kind: service\nid: {name}\ntitle: {name}\nsort: promotion\nabout: 优惠\n{lines}"


class TestLimitsThatFollow:
    """A limit and the one in its place state the same time twice, but never at once (rule T18)."""

    @pytest.mark.parametrize(
        ("expires", "said"), [("2026-02-28", []), ("2026-03-01", [("T18", "differs")])]
    )
    def test_only_what_holds_at_once_is_stated_twice(
        self, expires: str, said: list[tuple[str, str]]
    ) -> None:
        old = limit("5 小时", f"expires: {expires}\n", name="old")
        new = limit("3 小时", "effective: 2026-03-01\n", name="new")
        assert found(old, new, codes="T") == said


class TestPromotions:
    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({}, []),
            ({"ends": "2026-05-01", "expires": "2026-05-01"}, []),
            ({"ends": "2026-04-30", "expires": "2026-04-30"}, ["reversed"]),
            ({"expires": ""}, ["stays"]),
            ({"expires": "2026-06-01"}, ["expires"]),
            ({"starts": ""}, ["undated"]),
            ({"effective": "2026-05-02"}, ["too-early"]),
        ],
    )
    def test_by_itself(self, fields: dict[str, str], said: list[str]) -> None:
        own = offer("a", **({"starts": "2026-05-01", "ends": "2026-05-31"} | fields))
        assert [key for code, key in found(GROUP, own) if code == "L05"] == said

    @pytest.mark.parametrize(
        ("starts", "group", "said"),
        [
            ("2026-05-31", "one", [("L05", "together")]),
            ("2026-06-01", "one", []),
            ("2026-05-31", "two", []),
            ("2026-05-31", "", []),
        ],
    )
    def test_two_of_a_group(self, starts: str, group: str, said: list[tuple[str, str]]) -> None:
        first = offer("a", "2026-05-01", "2026-05-31")
        assert found(GROUP, first, offer("b", starts, "2026-06-30", group=group)) == said
        assert found(GROUP, offer("b", starts, "2026-06-30", group=group), first) == said

    def test_a_quarter_without_any(self) -> None:
        first = offer("a", "2026-01-10", "2026-03-31")
        assert found(GROUP, first, offer("b", "2026-04-01", "2026-04-02")) == []
        gap = found(GROUP, first, offer("b", "2026-07-01", "2026-07-02"))
        assert gap == [("L05", "no-quarter")]

    def test_one_that_ends_before_it_starts_is_one_fault(self) -> None:
        before = offer("a", "2026-01-10", "2026-03-31")
        own = offer("b", "2026-04-01", "2025-06-30", effective="2026-01-01")
        after = offer("c", "2026-07-01", "2026-07-02")
        assert found(GROUP, before, own, after, term("t", "【b】")) == [("L05", "reversed")]

    def test_what_is_no_promotion_needs_no_days(self) -> None:
        product = offer("a", "", "", expires="", group="").replace("promotion", "product")
        assert found(product) == []


STAGES = ("needs", "existing", "benchmark", "drafting", "approval", "release")


def passed(*stages: str, **days: str) -> str:
    lines = "".join(
        f"  - {{stage: {one}, by: service-council, done: {days.get(one, f'2025-0{at + 1}-01')}}}\n"
        for at, one in enumerate(stages)
    )
    return MANUAL.format(more=f"passed:\n{lines}" if lines else "passed: []\n")


class TestStages:
    def test_all_in_order(self) -> None:
        assert found(passed(*STAGES)) == []
        assert found(passed("needs", "existing")) == []

    def test_written_in_any_order(self) -> None:
        days = {one: f"2025-0{at + 1}-01" for at, one in enumerate(STAGES)}
        assert found(passed(*reversed(STAGES), **days)) == []

    def test_one_left_out(self) -> None:
        assert found(passed(*STAGES[1:])) == [("L07", "skipped")]

    @pytest.mark.parametrize("stage", ["release", "application", "supervision"])
    def test_one_left_out_is_told_at_the_next(self, stage: str) -> None:
        every = (*STAGES, "application", "supervision", "review")
        left = [one for one in every if one != stage]
        days = {one: f"2025-0{at + 1}-01" for at, one in enumerate(every)}
        text = passed(*left, **days)
        (only,) = run_example(Example(text)).findings
        after = every[every.index(stage) + 1]
        line = next(at for at, one in enumerate(text.splitlines(), 1) if f"{after}," in one)
        assert (only.code, only.key, only.position.line) == ("L07", "skipped", line)

    def test_approval_left_out_is_told_at_the_next_stage(self) -> None:
        text = passed(*STAGES[:4], "release") + "approved_by: service-council\n"
        (only,) = run_example(Example(text)).findings
        line = next(at for at, one in enumerate(text.splitlines(), 1) if "stage: release" in one)
        assert (only.key, only.position.line) == ("not-approved", line)

    def test_one_too_soon(self) -> None:
        assert found(passed(*STAGES, approval="2025-03-31")) == [("L07", "too-soon")]

    def test_released_after_it_took_effect(self) -> None:
        assert found(passed(*STAGES, release="2026-01-02")) == [("L07", "released-late")]

    @pytest.mark.parametrize(
        ("stages", "body", "said"),
        [
            (STAGES, "service-council", []),
            (STAGES, "service-department", ["another-body"]),
            ((), "service-council", ["not-approved"]),
            ((*STAGES[:4], "release"), "service-council", ["not-approved"]),
            (STAGES, "nobody", []),
        ],
    )
    def test_by_whom(self, stages: tuple[str, ...], body: str, said: list[str]) -> None:
        own = passed(*stages) + f"approved_by: {body}\n"
        assert [key for _, key in found(own)] == said


CHANNEL = """\
kind: channel
id: hotline
title: 热线
medium: voice
reach: 拨打 10199
hours: 每天 00:00–24:00
intake: []
identity: none
"""


class TestContacts:
    @pytest.mark.parametrize(
        ("verified", "every", "said"),
        [
            ("2025-12-01", "", []),
            ("2025-11-30", "", ["stale"]),
            ("2026-05-02", "30 日", []),
            ("2026-05-01", "30 日", ["stale"]),
            ("", "", []),
            ("", "1 年", ["never"]),
            ("2020-01-01", "3 个工作日", ["not-of-days"]),
            ("2026-06-01", "", []),
            ("2026-06-02", "1 年", ["to-come"]),
        ],
    )
    def test_verified_within_the_interval(self, verified: str, every: str, said: list[str]) -> None:
        manual = MANUAL.format(more=f"verify_every: {every}\n" if every else "")
        own = CHANNEL + (f"verified: {verified}\n" if verified else "")
        assert [key for _, key in found(manual, own)] == said

    @pytest.mark.parametrize("verified", ["verified: 2025-05-01\n", ""])
    def test_what_several_share_is_one_fault(self, verified: str) -> None:
        manual = MANUAL.format(more="verify_every: 1 年\n")
        own = [line for line in CHANNEL.splitlines() if not line.startswith(("kind:", "id:"))]
        body = "".join(f"    {line}\n" for line in own)
        items = "".join(f"  - id: c{at}\n{body}" for at in range(3))
        channels = f"kind: channel\n{verified}items:\n{items}"
        text = f"--- standards/0.yaml\n{manual}--- standards/1.yaml\n{channels}"
        findings = [one for one in run_example(Example(text)).findings if one.code == "L08"]
        (only,) = findings
        assert only.items == (3 if verified else 1)
        assert "standards/0.yaml" in {one.position.file for one in only.related}


LIMIT = """\
kind: limit
id: {name}
title: 答复
within: {within}
from: complaint-received
to: complaint-answered
{more}"""


def limit(within: str, more: str = "", name: str = "answer") -> str:
    calendar = "calendar: office\n" if "工作" in within else ""
    return LIMIT.format(name=name, within=within, more=calendar + more)


def since(before: str, after: str) -> list[tuple[str, str]]:
    """What is found now, where the last edition held something else."""
    text = f"--- before/a.yaml\n{before}--- standards/a.yaml\n{after}"
    report = run_example(Example(text))
    assert not [one for one in report.findings if one.code == "X04"]
    return [(one.code, one.key) for one in report.findings if one.code == "L06"]


TOLD = "version: 2\nchanged: 等得太久\nsigned_by: [hotline-agent]\n"


class TestFigures:
    @pytest.mark.parametrize(
        ("more", "said"),
        [
            (TOLD, []),
            ("", ["changed"]),
            (TOLD.replace("version: 2", "version: 1"), ["changed"]),
            (TOLD.replace("changed: 等得太久\n", ""), ["changed"]),
            (TOLD.replace("[hotline-agent]", "[]"), ["changed"]),
        ],
    )
    def test_a_change_needs_a_version_a_reason_and_readers(
        self, more: str, said: list[str]
    ) -> None:
        found = since(limit("5 个工作日"), limit("3 个工作日", more))
        assert [key for _, key in found] == said

    def test_the_reason_of_the_last_change_is_none_of_this_one(self) -> None:
        assert since(limit("3 小时", TOLD), limit("2 小时", TOLD.replace("2", "3"))) == [
            ("L06", "changed")
        ]

    def test_the_same_time_in_another_unit_is_no_change(self) -> None:
        assert since(limit("60 分钟"), limit("1 小时")) == []

    def test_words_are_no_figures(self) -> None:
        assert since(limit("1 小时"), limit("1 小时").replace("title: 答复", "title: 回复")) == []

    def test_a_new_name_hides_nothing(self) -> None:
        renamed = limit("3 小时", "was: [answer]\n", name="reply")
        assert since(limit("5 小时"), renamed) == [("L06", "changed")]
        assert since(limit("3 小时"), renamed) == []

    def test_what_is_new_or_gone_is_no_change(self) -> None:
        assert since(term("a"), limit("3 小时")) == []

    def test_several_figures_of_an_item_are_one_finding(self) -> None:
        extended = (
            "extension: {{add: {}, times: {}, reasons: [], granted_by: shift-leader, "
            "notice: before-deadline}}\n"
        )
        before = limit("5 小时", extended.format("1 小时", "1 次"))
        after = limit("5 小时", extended.format("2 小时", "2 次"))
        assert since(before, after) == [("L06", "changed-several")]

    def test_a_figure_taken_away_is_a_change(self) -> None:
        role = ROLE.format(expiry="authority:\n  - {id: pay, what: 补偿, per_case: 50 元}")
        assert since(role, role.replace(", per_case: 50 元", "")) == [("L06", "changed")]

    def test_parts_go_by_their_ids(self) -> None:
        pays = [f"  - {{id: {name}, what: 补偿, per_case: {much} 元}}" for name, much in
                (("x", 50), ("y", 80))]  # fmt: skip
        one, other = ("\n".join(("authority:", *order)) for order in (pays, pays[::-1]))
        assert since(ROLE.format(expiry=one), ROLE.format(expiry=other)) == []

    def test_without_an_edition_there_is_nothing_to_say(self) -> None:
        assert found(limit("3 小时")) == []


class TestPeriodicWork:
    VISIT = (
        "kind: programme\nid: visit\ntitle: 巡访\nsort: {sort}\naim: 看看网点\n{every}"
        "lead: service-department\nactivities: []\nlast: {last}\n"
    )

    @pytest.mark.parametrize(
        ("sort", "every", "last", "expected"),
        [
            # Judged on 2026-06-01: six months from the day before 1 December end too soon.
            ("visit", "6 个月", "2025-12-01", []),
            ("visit", "6 个月", "2025-11-30", ["overdue"]),
            ("visit", "", "2020-01-01", []),
            ("visit", "6 个月", "2026-06-02", ["to-come"]),
            # Of drills the playbooks tell.
            ("drill", "6 个月", "2020-01-01", []),
        ],
    )
    def test_it_is_done_as_often_as_it_says(
        self, sort: str, every: str, last: str, expected: list[str]
    ) -> None:
        written = f"every: {every}\n" if every else ""
        text = self.VISIT.format(sort=sort, every=written, last=last)
        assert [key for code, key in found(text) if code == "L09"] == expected
