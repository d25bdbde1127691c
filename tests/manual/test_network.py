"""The service network: every vertical function at every level, and who carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rendering
from marked import Tags

from guifan.checks.reading import read_standards
from guifan.language.catalogues import translator
from guifan.language.kinds.unit import Unit
from guifan.language.source import decode
from guifan.manual.views.units import view
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

FIVE = ["information", "parts", "settlement", "personnel", "quality"]


def _cells(corpus: Corpus) -> dict[str, list[list[tuple[str, str]]]]:
    """By function: for each level from the top down, who carries it, as (unit, post)."""
    book = rendering.renderer(corpus).book
    shown = view(book, book.pages["units/index"], translator("zh-Hans"))
    return {
        function.id: [[(unit.id, one.by) for unit, one in cell.carried] for cell in cells]
        for function, cells in shown["functions"]  # type: ignore[attr-defined]
    }


def test_every_cell_of_this_manuals_network_has_an_owner(manual_root: Path) -> None:
    cells = _cells(open_folder(manual_root).corpus)
    assert list(cells) == FIVE
    assert all(len(levels) == 3 and all(levels) for levels in cells.values())


SMALL = {
    "units.yaml": """\
kind: unit
owner: head
author: head
approver: clerk
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
place: staff
items:
  - id: top
    title: 总部
    level: head-office
    duties: [管总]
    functions:
      - function: parts
        by: head
        does: 调拨备件。
  - id: between
    title: 大区
    level: centre
    parent: top
    duties: [协调]
  - id: corner
    title: 街角店
    level: outlet
    parent: between
    duties: [卖货]
    functions:
      - function: parts
        by: clerk
        does: 保管备件。
""",
    "roles.yaml": """\
kind: role
owner: head
author: head
approver: clerk
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
place: staff
items:
  - id: head
    title: 主任
    unit: top
    rank: 2
    mission: 管
    duties: [管]
  - id: clerk
    title: 店员
    unit: corner
    rank: 1
    mission: 卖
    duties: [卖]
""",
    "functions.yaml": """\
kind: taxonomy
id: vertical-function
title: 垂直职能
owner: head
author: head
approver: clerk
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
place: staff
members:
  - id: parts
    title: 配件
""",
    "manual.yaml": """\
kind: manual
id: manual
title: 小店手册
language: 1
operator: 小店
edition: 第 1 版
zone: Asia/Shanghai
arranged_through: 2026
place: staff
owner: head
author: head
approver: clerk
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
about: 一本小手册
chapters:
  - id: staff
    number: 1
    title: 人员
    about: 人
calendars:
  - id: office
    title: 行政班
    hours: 每天 08:00–17:00
""",
}


def _small() -> Corpus:
    sources = []
    for name, text in SMALL.items():
        source, faults = decode(f"standards/{name}", text.encode())
        assert source, faults
        sources.append(source)
    read = read_standards(sources)
    assert not read.findings, read.findings
    return read.corpus


def test_a_cell_that_nobody_carries_is_seen_to_be_empty() -> None:
    corpus = _small()
    assert _cells(corpus) == {"parts": [[("top", "head")], [], [("corner", "clerk")]]}
    made = rendering.renderer(corpus)
    html = made.render(made.book.pages["units/index"]).html
    assert html.count("没有人负责") == 1
    assert not Tags(html).faults


def test_the_picture_joins_a_unit_to_the_next_above_that_carries_something() -> None:
    made = rendering.renderer(_small())
    html = made.render(made.book.pages["units/index"]).html
    assert "总部下设：街角店。" in html
    assert "大区" not in html.split("<svg")[1].split("</svg>")[0]


def test_units_outside_the_table_stand_below_it_by_level(manual_root: Path) -> None:
    corpus = open_folder(manual_root).corpus
    made = rendering.renderer(corpus)
    shown = view(made.book, made.book.pages["units/index"], translator("zh-Hans"))
    others = {level.value: [one.id for one in units] for level, units in shown["others"]}  # type: ignore[attr-defined]
    assert {"hotline-centre", "online-centre", "complaint-desk"} <= set(others["head-office"])
    assert "field-service" in others["centre"]
    assert list(others) == ["head-office", "centre", "body", "external"]
    linked = {path for path, _ in made.render(made.book.pages["units/index"]).links}
    assert {f"units/{one.id}" for one in corpus.of(Unit)} <= linked, "nobody is missing"
