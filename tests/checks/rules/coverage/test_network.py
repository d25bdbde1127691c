"""The service network (C03): every level and every outlet carries every function, once."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding

FUNCTIONS = """\
--- standards/functions.yaml
kind: taxonomy
id: vertical-function
title: 垂直职能
members: [{id: parts, title: 配件}, {id: settlement, title: 结算}]
"""


def unit(name: str, level: str, *functions: str) -> str:
    carried = ", ".join(f"{{function: {one}, by: shift-leader, does: 管好}}" for one in functions)
    return (
        f"--- standards/{name}.yaml\nkind: unit\nid: {name}\ntitle: {name}\nlevel: {level}\n"
        f"duties: [服务]\nfunctions: [{carried}]\n"
    )


def found(*files: str) -> list[Finding]:
    report = run_example(Example("".join(files)))
    assert [one.code for one in report.findings if one.code == "X04"] == []
    return [one for one in report.findings if one.code == "C03"]


def said(*files: str) -> list[tuple[str, str, str]]:
    return [
        (one.key, one.position.file[10:-5], str(one.arguments.get("functions")))
        for one in found(*files)
    ]


HEAD = unit("service-department", "head-office", "parts", "settlement")


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([], []),
        ([unit("hq", "head-office", "parts")], []),
        ([unit("middle", "centre", "parts")], [("level", "middle", "结算")]),
        ([unit("a", "centre", "parts"), unit("b", "centre", "settlement")], []),
        ([unit("a", "centre"), unit("b", "centre", "parts")], [("level", "b", "结算")]),
        ([unit("a", "centre")], [("level", "a", "配件、结算")]),
        # An outlet stands by itself, whatever another carries.
        (
            [unit("a", "outlet", "parts"), unit("b", "outlet", "parts", "settlement")],
            [("outlet", "a", "结算")],
        ),
        ([unit("a", "outlet")], [("outlet", "a", "配件、结算")]),
        # Bodies and those outside are no part of the network.
        ([unit("a", "body"), unit("b", "external")], []),
    ],
)
def test_every_cell_of_the_network_has_somebody(
    units: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert said(FUNCTIONS, HEAD, *units) == expected


def test_a_function_is_carried_by_one_post() -> None:
    twice = unit("a", "outlet", "parts", "settlement", "parts")
    (one,) = found(FUNCTIONS, HEAD, twice)
    assert (one.key, len(one.related), one.suggestion) == ("twice", 1, None)


@pytest.mark.parametrize(
    ("carried", "wrong"),
    [
        (("settlement", "settlement", "staff"), 1),
        (("parts", "parts", "staff"), 2),
        (("parts", "settlement", "parts"), 3),
    ],
)
def test_one_function_written_for_another_is_one_finding(
    carried: tuple[str, ...], wrong: int
) -> None:
    functions = FUNCTIONS.replace("}]", "}, {id: staff, title: 人员}]")
    head = unit("service-department", "head-office", "parts", "settlement", "staff")
    (one,) = found(functions, head, unit("a", "outlet", *carried))
    line = unit("a", "outlet", *carried).split("\n")[one.position.line]
    begins = [at for at in range(len(line)) if line.startswith("{function: ", at)]
    assert one.position.column == begins[wrong - 1] + len("{function: ") + 1


def test_a_manual_without_a_network_or_without_functions_is_left_alone() -> None:
    assert found(FUNCTIONS, unit("a", "outlet"), unit("b", "centre")) == []
    assert found(unit("a", "outlet", "parts")) == []


def test_a_function_that_is_not_there_is_left_to_the_rule_of_references() -> None:
    assert found(FUNCTIONS, HEAD, unit("a", "outlet", "parts", "setlement")) == []
