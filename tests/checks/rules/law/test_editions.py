"""Editions out of force and drafts (F06, F08): several citations of one are told once, at it."""

from __future__ import annotations

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example, Finding

MORE = """\
--- standards/more.yaml
kind: term
id: reply
title: 回复
means: 给客户一个说法
law: [{law}]
"""


def findings(code: str, text: str) -> list[Finding]:
    report = run_example(Example(text))
    assert {one.code for one in report.findings} <= {code}
    return list(report.findings)


def bad(code: str) -> str:
    """The rule's bad example without its caret."""
    lines = RULES[code].bad.text.splitlines(keepends=True)
    return "".join(line for line in lines if line.strip(" ^\n"))


def place(one: Finding) -> tuple[str, int]:
    return one.position.file.removeprefix("standards/"), one.position.line


def test_several_citations_of_one_article_lead_to_where_it_names_its_edition() -> None:
    (one,) = findings("F06", bad("F06") + MORE.format(law="service-rules.old-33"))
    assert (one.key, place(one)) == ("superseded-several", ("regulation.yaml", 11))
    cited = {related.position.file for related in one.related}
    assert cited == {f"standards/{name}.yaml" for name in ("regulation", "limits", "more")}
    assert one.arguments["count"] == 2


def test_several_articles_lead_to_the_edition() -> None:
    both = MORE.format(law="service-rules.old-33, service-rules.old-34")
    older = (
        "  - {id: old-34, number: 第三十四条, edition: original, says: 答复, verification: V1}\n"
    )
    text = bad("F06").replace("  - {id: new-32", f"{older}  - {{id: new-32")
    (one,) = findings("F06", text + both)
    assert place(one) == ("regulation.yaml", 9)  # of the edition that has taken its place
    # An edition that ends with nothing in its place leads to its end.
    lapsed = text.replace("effective: 2016-02-06}", "effective: 2016-02-06, status: draft}")
    (one,) = findings("F06", lapsed + both)
    assert (one.key, place(one)) == ("ended-several", ("regulation.yaml", 8))


def test_a_draft_that_several_cite_is_told_once() -> None:
    second = "  - {id: draft-4, number: 第四条, edition: draft, says: 答复, verification: V1}\n"
    text = bad("F08").replace("--- standards/limits", f"{second}--- standards/limits")
    (one,) = findings("F08", text + MORE.format(law="service-rules.draft-4"))
    assert (one.key, place(one)) == ("draft-several", ("regulation.yaml", 9))
