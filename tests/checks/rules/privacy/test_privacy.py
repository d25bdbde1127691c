"""The rules of privacy over small manuals: what is held, who is told, what stands in a slot."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.checks.wording import message as message_of
from guifan.findings import Example, Finding

NOTICE = """\
kind: message
id: notice
title: 告知
form: script
to: customer
situation: 收集以前
says: 只用于为您服务。
"""
FLOOR = """\
kind: regulation
id: rules
title: 办法
short: 办法
issuer: 主管部门
about: 保存
editions: [{id: e, title: 公布, effective: 2016-07-30}]
articles: [{id: a, number: 第一条, edition: e, says: 保存五个月, verification: V1}]
floors:
  - {id: f, title: 保存, article: a, measure: retention, bound: at-least, value: 5 个月,
     verification: V1}
"""


def found(*files: str, codes: str = "P") -> list[tuple[str, str]]:
    """What is found in these files, by code and message."""
    text = "".join(f"--- standards/{at}.yaml\n{one}" for at, one in enumerate(files))
    report = run_example(Example(text))
    assert not [one for one in report.findings if one.code == "X04"]
    return [(one.code, one.key) for one in report.findings if one.code[0] in codes]


def of_privacy(text: str) -> list[Finding]:
    """What the rules of privacy find in an example."""
    return [one for one in run_example(Example(text)).findings if one.code[0] == "P"]


def data(**fields: str) -> str:
    said = {
        "purposes": "[service]",
        "basis": "contract",
        "kinds": "[电话]",
        "sensitive": "否",
        "keep": "2 年",
        "keep_from": "服务终止",
        "access": "[shift-leader]",
        "notice": "notice",
    } | fields
    lines = "".join(f"{key}: {value}\n" for key, value in said.items() if value)
    return f"kind: data-item\nid: phone\ntitle: 电话\n{lines}"


class TestData:
    def test_what_is_said_is_in_order(self) -> None:
        assert found(data(), NOTICE) == []

    @pytest.mark.parametrize("field", ["purposes", "kinds", "access"])
    def test_an_empty_list_says_nothing(self, field: str) -> None:
        assert found(data(**{field: "[]"}), NOTICE) == [("P01", "empty")]

    def test_two_faults_are_two(self) -> None:
        assert found(data(kinds="[]", notice="")) == [("P01", "untold"), ("P01", "empty")]

    @pytest.mark.parametrize(
        ("share", "said"),
        [
            ("to: 甲, recipient: processor, purpose: service, contract: 协议", []),
            ("to: 甲, recipient: processor, purpose: service", [("P02", "no-contract")]),
            (
                "to: 甲, recipient: controller, purpose: service, contract: 协议",
                [("P02", "no-consent")],
            ),
            ("to: 甲, recipient: controller, purpose: service, contract: 协议, consent: 是", []),
            (
                "to: 甲, recipient: processor, purpose: marketing, contract: 协议",
                [("P02", "beyond")],
            ),
        ],
    )
    def test_who_else_gets_it(self, share: str, said: list[tuple[str, str]]) -> None:
        assert found(data(shared_with=f"[{{{share}}}]"), NOTICE) == said

    def test_an_unknown_purpose_is_told_as_unknown_alone(self) -> None:
        use = "[{by: notice, purpose: selling}]"
        assert found(data(uses=use), NOTICE) == []
        assert ("R01", "not-listed") in found(data(uses=use), NOTICE, codes="R")

    @pytest.mark.parametrize(
        ("keep", "needed", "said"),
        [
            ("2 年", "24 个月", []),
            ("25 个月", "2 年", [("P03", "beyond")]),
            ("31 日", "1 个月", [("P03", "beyond")]),  # longer than February
            ("28 日", "1 个月", []),
            ("30 小时", "1 日", []),  # not to be compared without the hour of the start
        ],
    )
    def test_kept_no_longer_than_needed(
        self, keep: str, needed: str, said: list[tuple[str, str]]
    ) -> None:
        assert found(data(keep=keep, needed=needed), NOTICE) == said

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ("2 年", []),
            ("25 个月", [("P03", "beyond")]),
            ("3 次", []),
        ],
    )
    def test_a_limit_may_say_how_long_it_is_kept(
        self, value: str, said: list[tuple[str, str]]
    ) -> None:
        limit = f"kind: limit\nid: record-keep\ntitle: 保存\nvalue: {value}\n"
        own = data(keep="", keep_by="record-keep", needed="2 年")
        assert found(own, NOTICE, limit) == said

    def test_a_limit_that_says_too_long_is_shown(self) -> None:
        limit = "--- standards/1.yaml\nkind: limit\nid: record-keep\ntitle: 保存\nvalue: 25 个月\n"
        own = data(keep="", keep_by="record-keep", needed="2 年", notice="")
        (one,) = (
            hit for hit in of_privacy(f"--- standards/0.yaml\n{own}{limit}") if hit.code == "P03"
        )
        assert own.splitlines()[one.position.line - 1] == "keep_by: record-keep"
        assert ("standards/1.yaml", 4) in [
            (each.position.file, each.position.line) for each in one.related
        ]

    @pytest.mark.parametrize(
        ("keep", "said"), [("5 个月", []), ("6 个月", [("P03", "beyond-both")])]
    )
    def test_the_law_may_ask_for_more_than_is_needed(
        self, keep: str, said: list[tuple[str, str]]
    ) -> None:
        own = data(keep=keep, needed="1 个月", keep_floor="rules.f")
        assert found(own, NOTICE, FLOOR) == said

    def test_a_duty_of_law_takes_no_consent(self) -> None:
        guards = {"sensitive": "是", "assessment": "1", "encrypted": "是", "masked": "是"}
        assert found(data(**guards), NOTICE) == [("P04", "missing")]
        assert found(data(**guards, basis="legal-duty"), NOTICE) == []

    @pytest.mark.parametrize(("denied", "leads"), [({}, "sensitive"), ({"masked": "否"}, "masked")])
    def test_all_guards_that_are_missing_are_one_fault(
        self, denied: dict[str, str], leads: str
    ) -> None:
        own = data(sensitive="是", **denied)
        assert found(own, NOTICE) == [("P04", "missing")]
        (only,) = of_privacy(f"{own}--- standards/notice.yaml\n{NOTICE}")
        assert own.splitlines()[only.position.line - 1].startswith(leads)
        for label in ("单独同意", "影响评估", "加密保存", "显示时遮蔽"):
            assert label in message_of(only, "zh")

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"guardian": "inquiry.check"}, [("P04", "child")]),
            ({}, [("P05", "unguarded")]),
        ],
    )
    def test_data_of_children_are_sensitive(
        self, fields: dict[str, str], said: list[tuple[str, str]]
    ) -> None:
        consent = procedure(CHECK.replace("do: 做", "do: 请监护人签字，做"))
        assert found(data(minors="是", **fields), NOTICE, consent) == said

    def test_consent_denied_in_so_many_words_is_told_there(self) -> None:
        share = "to: 甲, recipient: controller, purpose: service, contract: 协议"
        texts = {
            words: data(shared_with=f"[{{{share}{words}}}]") for words in ("", ", consent: 否")
        }
        spans = {
            words: of_privacy(f"{own}--- standards/n.yaml\n{NOTICE}")[0].position
            for words, own in texts.items()
        }
        marked = {
            words: texts[words].splitlines()[at.line - 1][at.column - 1 : at.end_column - 1]
            for words, at in spans.items()
        }
        assert marked == {"": "甲", ", consent: 否": "否"}

    def test_consent_that_can_be_taken_back(self) -> None:
        assert found(data(basis="consent"), NOTICE) == [("P06", "no-way")]
        kept = {"basis": "consent", "withdrawn": "stops-use"}
        assert found(data(**kept, withdrawal="打热线"), NOTICE) == []
        both = data(basis="consent", withdrawn="refuses")
        assert sorted(found(both, NOTICE)) == [("P06", "no-way"), ("P06", "refused")]

    @pytest.mark.parametrize(
        ("withdrawal", "withdrawn", "said"),
        [("无", "stops-use", "no-way"), ("（待补充）", "", "no-way"), ("打热线", "", "unsaid")],
    )
    def test_what_only_fills_the_field_says_nothing(
        self, withdrawal: str, withdrawn: str, said: str
    ) -> None:
        own = data(basis="consent", withdrawal=withdrawal, withdrawn=withdrawn)
        (only,) = of_privacy(f"{own}--- standards/n.yaml\n{NOTICE}")
        assert (only.code, only.key) == ("P06", said)
        assert own.splitlines()[only.position.line - 1] == f"withdrawal: {withdrawal}"

    @pytest.mark.parametrize("assessment", ["无", "待评估", "（待审）"])
    def test_an_assessment_to_come_is_none(self, assessment: str) -> None:
        guards = {"sensitive": "是", "encrypted": "是", "masked": "是", "separate_consent": "是"}
        own = data(**guards, assessment=assessment)
        (only,) = of_privacy(f"{own}--- standards/n.yaml\n{NOTICE}")
        assert (only.code, only.key) == ("P04", "missing")
        assert own.splitlines()[only.position.line - 1] == f"assessment: {assessment}"
        assert found(data(**guards, assessment="PIA-1"), NOTICE) == []

    @pytest.mark.parametrize(
        ("to", "said"),
        [
            ("customer", []),
            ("frontline", [("P01", "to-others")]),
            ("media", [("P01", "to-others")]),
            ("frontline\nposted: 是", []),
        ],
    )
    def test_the_customer_reads_what_is_to_tell_him(
        self, to: str, said: list[tuple[str, str]]
    ) -> None:
        assert found(data(), NOTICE.replace("customer", to)) == said


def message(says: str, **fields: str) -> str:
    said = {"form": "template", "to": "customer", "situation": "要发时"} | fields
    lines = "".join(f"{key}: {value}\n" for key, value in said.items())
    return f"kind: message\nid: sms\ntitle: 短信\nsays: {says}\n{lines}"


class TestSlots:
    @pytest.mark.parametrize(
        ("slot", "to", "said"),
        [
            ("客户称呼", "customer", []),
            ("客户称呼", "media", [("P07", "posted")]),
            ("当事客户称谓", "media", [("P07", "posted")]),
            ("记者姓名", "media", []),
            ("姓名", "media", []),
            ("身份证号", "colleague", [("P07", "secret")]),
            ("验证码", "customer", [("P07", "secret")]),
            ("号码末四位", "customer", []),
            ("验证办法", "customer", []),
        ],
    )
    def test_by_name_and_reader(self, slot: str, to: str, said: list[tuple[str, str]]) -> None:
        assert found(message(f"您好，【?{slot}】。", to=to)) == said

    def test_what_is_posted_is_read_by_everybody(self) -> None:
        assert found(message("【?客户姓名】您好", posted="是")) == [("P07", "posted")]

    @pytest.mark.parametrize(("field", "value"), [("posted", "是"), ("to", "media")])
    def test_what_makes_it_public_is_cited(self, field: str, value: str) -> None:
        own = message("【?客户姓名】您好", **{field: value})
        (only,) = of_privacy(own)
        assert [own.splitlines()[one.position.line - 1] for one in only.related] == [
            f"{field}: {value}"
        ]

    def test_two_slots_are_two(self) -> None:
        own = message("【?客户姓名】【? 客户电话 】", posted="是")
        assert found(own) == [("P07", "posted")] * 2


STEPS = """\
kind: procedure
id: inquiry
title: 查询
about: 来查
{more}steps:
"""


def step(name: str, *fields: str) -> str:
    lines = "".join(f"    {one}\n" for one in fields)
    head = f"  - id: {name}\n    title: 步骤{name}\n    do: 做{name}\n    lane: frontstage\n"
    return f"{head}    by: hotline-agent\n    accountable: shift-leader\n{lines}"


def procedure(*steps: str, more: str = "") -> str:
    return STEPS.format(more=more) + "".join(steps)


CHECK = step("check", "identifies: password")
TELL = step("tell", "discloses: password")
CHANNEL = """\
kind: channel
id: mail
title: 邮件
medium: text
reach: 发邮件
hours: 每天 00:00–24:00
intake: []
identity: {identity}
verified: 2026-05-01
"""


def _at(channels: str) -> tuple[str, ...]:
    return (f"channels: [{channels}]",) if channels else ()


class TestIdentity:
    @pytest.mark.parametrize(
        ("steps", "said"),
        [
            ((CHECK, TELL), []),
            ((TELL,), [("P08", "never")]),
            ((TELL, CHECK), [("P08", "around")]),
            ((CHECK, step("tell", "discloses: document")), [("P08", "weaker")]),
            ((step("check", "identifies: document"), TELL), []),
            ((step("tell", "identifies: password", "discloses: password"),), []),
            ((step("a", "then: tell"), CHECK, TELL), [("P08", "around")]),
            ((step("a", "parallel: {steps: [check, tell], join: all, then: z}"), CHECK, TELL,
              step("z")), [("P08", "around")]),
            ((CHECK, step("b", "repeat: {to: check, when: 不对, max: 1 次}"), TELL), []),
            ((step("a", "then: nowhere"), TELL), []),
        ],
    )  # fmt: skip
    def test_on_every_way(self, steps: tuple[str, ...], said: list[tuple[str, str]]) -> None:
        assert found(procedure(*steps)) == said

    def test_known_before_it_starts(self) -> None:
        assert found(procedure(TELL, more="identified: document\n")) == []

    @pytest.mark.parametrize(
        ("identity", "said"),
        [("password", []), ("none", [("P08", "method"), ("P08", "channel")])],
    )
    def test_on_every_channel(self, identity: str, said: list[tuple[str, str]]) -> None:
        own = procedure(CHECK, TELL, more="channels: [mail]\n")
        assert found(own, CHANNEL.format(identity=identity)) == said

    @pytest.mark.parametrize(
        ("check", "tell", "said"),
        [
            ("", "", [("P08", "method"), ("P08", "channel")]),
            ("desk", "desk", []),
            ("desk", "", [("P08", "channel")]),
            ("", "desk", [("P08", "method")]),
            ("desk, mail", "desk, mail", [("P08", "channel")]),
        ],
    )
    def test_a_step_is_judged_where_it_is_done(
        self, check: str, tell: str, said: list[tuple[str, str]]
    ) -> None:
        mail = CHANNEL.format(identity="none")
        desk = CHANNEL.format(identity="password").replace("id: mail", "id: desk")
        steps = (
            step("check", "identifies: password", *_at(check)),
            step("tell", "discloses: password", *_at(tell)),
        )
        assert found(procedure(*steps, more="channels: [mail]\n"), mail, desk) == said

    def test_two_steps_that_tell_are_two(self) -> None:
        assert found(procedure(TELL, step("more", "discloses: password"))) == [("P08", "never")] * 2


NORM = """\
kind: norm
id: {name}
title: 条款{name}
rule: 先核身
modal: must
binds: {{roles: [hotline-agent]}}
aspect: operational
result: process
dimension: reliability
check: [抽查]
"""
PLAYBOOK = """\
kind: playbook
id: outage
title: 断网
event_class: accident
about: 断网
contacts: []
responses: []
deputies: []
first_hour: []
comfort: []
messages: []
surge: [{surge}]
stand_down: [恢复]
reopen: 再断
after_action: 复盘
last_review: 2026-05-01
"""


class TestEmergencies:
    EVERYDAY = NORM.format(name="check") + "identity: password\n"

    @pytest.mark.parametrize(
        ("surge", "said"),
        [
            ("", [("P08", "playbook")]),
            ("identity: password\n", []),
            ("identity: none\n", [("P08", "weak")]),
            ("surge: {upholds: [check], until: complaint-answered}\n", []),
            (
                "surge: {replaces: [check], until: complaint-answered}\n",
                [("P08", "surge")],
            ),
        ],
    )
    def test_no_emergency_drops_the_check(self, surge: str, said: list[tuple[str, str]]) -> None:
        files = (self.EVERYDAY, NORM.format(name="calm") + surge, PLAYBOOK.format(surge="calm"))
        assert sorted(found(*files)) == sorted(said)

    @pytest.mark.parametrize(
        ("calm", "said"),
        [
            ("surge: {replaces: [check], until: complaint-answered}\n", "surge"),
            ("identity: none\n", "weak"),
            ("", "playbook"),
        ],
    )
    def test_one_norm_under_many_playbooks_is_one_fault(self, calm: str, said: str) -> None:
        books = [PLAYBOOK.format(surge="calm").replace("outage", name) for name in ("x", "y", "z")]
        files = (self.EVERYDAY, NORM.format(name="calm") + calm, *books)
        text = "".join(f"--- standards/{at}.yaml\n{one}" for at, one in enumerate(files))
        (only,) = of_privacy(text)
        assert only.key == said
        places = {only.position.file, *(one.position.file for one in only.related)}
        assert places >= {f"standards/{at}.yaml" for at in (2, 3, 4)}

    def test_a_check_that_only_one_playbook_forgets_is_its_own_fault(self) -> None:
        keeps = NORM.format(name="keeps") + "identity: password\n"
        books = [
            PLAYBOOK.format(surge=surge).replace("outage", name)
            for name, surge in (("x", "keeps"), ("y", "calm"), ("z", "calm"))
        ]
        files = (self.EVERYDAY, NORM.format(name="calm"), keeps, *books)
        assert found(*files) == [("P08", "playbook")] * 2

    def test_where_nothing_asks_for_a_check_none_is_dropped(self) -> None:
        assert found(NORM.format(name="calm"), PLAYBOOK.format(surge="calm")) == []


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        ("请监护人看告知文本并签字", []),
        ("征得监护人同意", []),
        ("设好拨打和流量", ["elsewhere"]),
    ],
)
def test_a_guardian_agrees_in_the_step_that_says_so(do: str, expected: list[str]) -> None:
    text = RULES["P05"].good.text.replace("title: 监护人同意", "title: 监护人到场")
    text = text.replace("请监护人看告知文本并签字", do)
    assert [(one.key, one.severity.value) for one in of_privacy(text) if one.code == "P05"] == [
        (key, "W") for key in expected
    ]
