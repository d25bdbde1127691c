"""Views of a small manual: by place, role, channel, moment, and the table of limits."""

from collections.abc import Callable

import pytest

from guifan.corpus.graph import Corpus
from guifan.corpus.views import by_channel, by_moment, by_role, placed, quantities
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.role import Role

Linked = Callable[..., Corpus]

MORE = (
    """\
kind: procedure
id: handling
title: 处理
about: 投诉时
promise: whole
steps:
  - id: record
    title: 记录
    do: 记录
    lane: frontstage
    by: agent
    accountable: leader
    limit: quick
    say: [hello]
  - {id: answer, title: 答复, do: 答复, lane: frontstage, by: leader, accountable: leader}
""",
    """\
kind: limit
items:
  - {id: whole, title: 全程, within: 5 日, from: a, to: b, place: complaints}
  - {id: quick, title: 记录, within: 10 分钟, from: a, to: b, applies: {channels: [hotline]}}
  - {id: other, title: 别的, within: 1 日, from: a, to: b, place: general}
""",
    """\
kind: message
id: hello
title: 问候语
form: script
to: customer
channels: [hotline]
moments: [greeting]
situation: 接通后
says: 您好
""",
    """\
kind: form
id: ticket
title: 工单
about: 每件一张
filled_by: [agent]
fields: [{id: when, title: 时间, help: 系统生成}]
""",
    """\
kind: escalation
id: ladder
title: 升级
about: 超时
rungs:
  - {id: one, title: 督办, when: 超时, to: leader, does: 催办, by: 电话}
""",
    """\
kind: norm
id: polite
title: 礼貌
rule: 用敬语
modal: must
binds: {roles: [agent]}
aspect: behavioural
result: process
dimension: responsiveness
check: [听]
messages: [hello]
limits: [quick]
""",
)


@pytest.fixture(scope="module")
def manual(link: Linked, files: tuple[str, ...]) -> Corpus:
    return link(*files, *MORE)


def ids(items: tuple[object, ...]) -> list[str]:
    return [str(getattr(item, "id", "")) for item in items]


def role(corpus: Corpus, name: str) -> Role:
    found = corpus.one(Role, name)
    assert found is not None
    return found


def channel(corpus: Corpus, name: str) -> Channel:
    found = corpus.one(Channel, name)
    assert found is not None
    return found


def test_a_role_has_what_binds_it(manual: Corpus) -> None:
    view = by_role(manual, role(manual, "agent"))
    assert ids(view.norms) == ["greet", "polite"]
    assert [(part.procedure.id, ids(part.does), ids(part.answers_for)) for part in view.parts] == [
        ("handling", ["record"], [])
    ]
    assert ids(view.keeps) == ["quick"], "its own step's, though a norm names it too"
    assert ids(view.told) == ["complaint-answer"]
    assert ids(view.messages) == ["hello"]
    assert ids(view.forms) == ["ticket"]
    assert ids(view.channels) == ["hotline"]
    assert view.rungs == ()


def test_a_role_that_answers_for_others_has_their_steps(manual: Corpus) -> None:
    view = by_role(manual, role(manual, "leader"))
    assert view.norms == ()
    (part,) = view.parts
    assert (ids(part.does), ids(part.answers_for)) == (["answer"], ["record", "answer"])
    assert ids(view.keeps) == ["complaint-answer"], "what only another's step keeps is not told"
    assert view.told == ()
    assert view.messages == ()
    assert [(ladder.id, rung.id) for ladder, rung in view.rungs] == [("ladder", "one")]


def test_a_channel_has_what_holds_on_it_and_what_holds_everywhere(manual: Corpus) -> None:
    view = by_channel(manual, channel(manual, "hotline"))
    assert ids(view.norms) == ["greet"]
    assert ids(view.everywhere) == ["polite"]
    assert ids(view.limits) == ["complaint-answer", "quick"]
    assert view.procedures == ()
    assert ids(view.messages) == ["hello"]


def test_a_moment_has_its_norms_and_scripts(manual: Corpus) -> None:
    norms, messages = by_moment(manual, "greeting")
    assert (ids(norms), ids(messages)) == (["greet"], ["hello"])
    assert by_moment(manual, "closing") == ((), ())


def test_items_stand_in_a_section_or_in_the_chapter_alone(manual: Corpus) -> None:
    assert ids(placed(manual, "complaints")) == ["manual", "whole"]
    assert "handling" in ids(placed(manual, "complaints", "handling"))
    assert "whole" not in ids(placed(manual, "complaints", "handling"))
    assert ids(placed(manual, "general")) == ["other"]
    assert placed(manual, "complaints", "nothing") == ()


def test_limits_go_by_chapter_then_by_section(manual: Corpus) -> None:
    assert ids(tuple(quantities(manual))) == ["other", "whole", "complaint-answer", "quick"]


def test_without_a_manual_limits_keep_the_order_of_files(link: Linked) -> None:
    assert ids(tuple(quantities(link(MORE[1])))) == ["whole", "quick", "other"]


PLAYBOOK = """\
kind: playbook
id: outage
title: 中断
event_class: accident
about: 断了
contacts:
  - {id: first, role: agent, backup: leader, wait: 5 分钟, tells: 哪里断了}
responses:
  - {grade: major, level: level-2, declared_by: agent, commander: leader, gathers: 全体}
  - {grade: large, level: level-3, declared_by: leader, commander: leader, gathers: 当班}
deputies: [director, agent]
first_hour:
  - {id: tell, do: 告诉客户, accountable: agent}
  - {id: look, do: 查, accountable: leader}
later: [{id: settle, do: 补偿, accountable: leader}]
comfort: [先问平安]
reports: [{id: written, to: 主管部门, when: 重大, within: 3 小时, by: agent}]
messages: []
stand_down: [通了]
reopen: 再断
after_action: 五天内
last_review: 2026-01-01
"""

INSPECTION = """\
kind: inspection
id: scorecard
title: 评分表
roles: [agent]
sample: 每人五单
pass_mark: 85 分
criteria: [{id: polite, title: 礼貌, points: 5, how: 听录音}]
calibration: 每周
appeal: 三天内
"""


def test_a_role_has_its_part_in_every_emergency(link: Linked, files: tuple[str, ...]) -> None:
    corpus = link(*files, PLAYBOOK, INSPECTION)
    (agent,) = by_role(corpus, role(corpus, "agent")).playbooks
    assert (ids(agent.called), ids(agent.backs_up)) == (["first"], [])
    assert [one.grade for one in agent.declares] == ["major"]
    assert agent.commands == ()
    assert agent.succeeds == 2
    assert (ids(agent.first_hour), ids(agent.later)) == (["tell"], [])
    assert ids(agent.reports) == ["written"]
    assert not agent.ends
    (leader,) = by_role(corpus, role(corpus, "leader")).playbooks
    assert (ids(leader.called), ids(leader.backs_up)) == ([], ["first"])
    assert [one.grade for one in leader.declares] == ["large"]
    assert [one.grade for one in leader.commands] == ["major", "large"]
    assert leader.succeeds == 0
    assert (ids(leader.first_hour), ids(leader.later)) == (["look"], ["settle"])
    assert leader.ends


def test_a_role_has_no_part_where_it_is_not_named(link: Linked, files: tuple[str, ...]) -> None:
    corpus = link(*files, PLAYBOOK.replace("agent", "leader"), INSPECTION)
    view = by_role(corpus, role(corpus, "agent"))
    assert view.playbooks == ()
    assert ids(view.inspections) == ["scorecard"]
    assert by_role(corpus, role(corpus, "leader")).inspections == ()


PROGRAMME = """\
kind: programme
items:
  - id: survey
    title: 调查
    sort: survey
    aim: 听客户说
    every: 3 个月
    lead: leader
    activities:
      - {id: ask, do: 打电话问, by: agent, due: 月初, result: 记录}
      - {id: sum-up, do: 汇总, by: leader, due: 月底, result: 报告}
  - id: drill
    title: 演练
    sort: drill
    aim: 练
    trigger: 台风前
    lead: leader
    activities:
      - {id: walk, do: 走一遍, by: director, due: 当日, result: 记录}
"""

EXAM = """\
kind: exam
id: small-exam
title: 小测
roles: [agent]
sections: [{type: single, count: 2, points: 5 分}]
cells: [{chapter: general, level: apply, count: 2}]
takes: 30 分钟
full_mark: 10 分
pass_mark: 6 分
"""
MATRIX = """\
kind: matrix
id: weights
title: 权重
about: 竖着看
rows: [{id: speed, title: 快}, {id: manners, title: 礼貌}]
columns: [{id: one, title: 客服, role: agent}, {id: two, title: 班长, role: leader}]
cells:
  - {row: manners, column: one, says: 七成}
  - {row: speed, column: one, says: 三成}
  - {row: speed, column: two, says: 全部}
"""


def test_a_role_has_the_programmes_that_it_leads_or_works_in(
    link: Linked, files: tuple[str, ...]
) -> None:
    corpus = link(*files, PROGRAMME)
    told = {
        name: [
            (work.programme.id, work.leads, ids(work.activities))
            for work in by_role(corpus, role(corpus, name)).programmes
        ]
        for name in ("agent", "leader")
    }
    assert told == {
        "agent": [("survey", False, ["ask"])],
        "leader": [("survey", True, ["sum-up"]), ("drill", True, [])],
    }


def test_a_role_has_what_a_matrix_says_in_its_own_columns_and_rows(
    link: Linked, files: tuple[str, ...]
) -> None:
    turned = MATRIX.replace("id: weights", "id: turned")
    turned = turned.replace("rows:", "x:").replace("columns:", "rows:").replace("x:", "columns:")
    turned = turned.replace("row: ", "x: ").replace("column: ", "row: ").replace("x: ", "column: ")
    corpus = link(*files, MATRIX, turned)
    for name, said in (
        ("agent", [("礼貌", "七成"), ("快", "三成")]),
        ("leader", [("快", "全部")]),
    ):
        weights = by_role(corpus, role(corpus, name)).weights
        assert ids(tuple(one.matrix for one in weights)) == ["weights", "turned"]
        for one in weights:
            assert [(axis.title, says) for axis, says in one.says] == said


def test_a_role_has_the_exams_that_it_sits(link: Linked, files: tuple[str, ...]) -> None:
    corpus = link(*files, EXAM)
    assert ids(by_role(corpus, role(corpus, "agent")).exams) == ["small-exam"]
    assert by_role(corpus, role(corpus, "leader")).exams == ()


def test_columns_of_one_role_are_told_apart(link: Linked, files: tuple[str, ...]) -> None:
    corpus = link(*files, MATRIX.replace("role: leader", "role: agent"))
    weights = by_role(corpus, role(corpus, "agent")).weights
    assert [(one.own.title, [says for _, says in one.says]) for one in weights] == [
        ("客服", ["七成", "三成"]),
        ("班长", ["全部"]),
    ]
