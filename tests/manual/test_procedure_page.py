"""A procedure's page: where its steps are done and how long they take."""

from __future__ import annotations

import rendering
from marked import Tags

CHANNEL = """\
--- standards/{id}.yaml
kind: channel
id: {id}
title: {title}
medium: in-person
reach: 到店
hours: 每天 09:00–18:00
intake: []
identity: document
staffed_by: [shift-leader]
"""
HANDLING = """\
--- standards/handling.yaml
kind: procedure
id: handling
title: 处理
about: 客户来办
channels: [desk, house]
steps:
  - {id: hear, title: 听清, do: 听清, lane: frontstage, by: hotline-agent}
  - {id: serve, title: 办好, do: 办好, lane: frontstage, by: shift-leader, channels: [desk]}
"""


def page(*files: str) -> str:
    """The page of a procedure with two channels."""
    channels = CHANNEL.format(id="desk", title="柜台"), CHANNEL.format(id="house", title="上门")
    made = rendering.renderer(rendering.corpus_of("".join((*channels, *files))))
    return made.render(made.book.pages["procedures/handling"]).html


def step(html: str, name: str) -> str:
    """What the page says of one step."""
    return html.split(f'id="{name}"')[1].split("</li>", maxsplit=1)[0]


def test_a_step_says_where_it_is_done_if_that_is_not_where_the_procedure_is() -> None:
    html = page(HANDLING)
    assert not Tags(html).faults
    assert "柜台" in step(html, "serve")
    assert "上门" not in step(html, "serve")
    assert "柜台" not in step(html, "hear")
    # The blueprint's card says it too.
    assert "班长 · 柜台" in html
    assert "热线客服代表 ·" not in html


TERM = """\
--- standards/porting.yaml
kind: term
id: porting
title: 携号转网
means: 号码不变，换一家运营商
also: [转网, 带号走]
"""


def test_what_people_type_is_printed_under_the_title_of_a_word_alone() -> None:
    made = rendering.renderer(rendering.corpus_of(TERM))
    under = made.render(made.book.pages["glossary/porting"]).html.split("</h1>")[1]
    assert "又称" in under
    assert "转网、带号走" in under
    assert "带号走" not in page(HANDLING.replace("title: 处理\n", "title: 处理\nalso: [带号走]\n"))


WAIT = "--- standards/wait.yaml\nkind: limit\nid: wait\ntitle: 等客户补材料\nvalue: 3 日\n"


def test_a_step_shows_the_limit_by_which_the_customer_may_take_his_time() -> None:
    capped = (
        HANDLING + "  - {id: w, title: 等, do: 等, lane: customer, cap_by: wait, default: 完}\n"
    )
    html = page(capped, WAIT)
    assert not Tags(html).faults
    assert "客户最长 3 日" in step(html, "w")
    assert "等客户补材料" in step(html, "w")
