"""The page stands alone, runs nothing, names nobody; no text of the workbook is a formula."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest
from answered import key, of_form, questions, sitting, write
from browsing import DESK, PHONE, WCAG, assert_accessible
from marked import Tags
from quizzed import DAY, corpus_of

from guifan.language.catalogues import translator
from guifan.publish.results.page import page
from guifan.publish.results.store import tally
from guifan.publish.results.workbook import answer_sheet, workbook
from guifan.quiz.item import Form
from guifan.quiz.results.analysis import Analysis, analysis
from guifan.quiz.results.faults import Fault, Faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from guifan.publish.results.store import Tally

SINGLES = of_form(Form.SINGLE)
CORPUS = corpus_of()
WORDS = translator("zh-Hans")
FAULTS = (Fault("unknown-item", "=a<b>.csv", 3, "<script>alert(1)</script>"),)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Analysis, Tally]:
    answers = sitting(SINGLES, people=120, seed=7, miskeyed=SINGLES[4].id)
    rows = [(f"姓{who}", item.id, letter) for who, item, letter in answers]
    path = write(tmp_path_factory.mktemp("a") / "a.csv", ["工号", "题号", "作答"], rows)
    found = tally([path], questions(), Faults())
    return analysis(questions(), found.items, found.models, found.clauses), found


@pytest.fixture(scope="module")
def html(told: tuple[Analysis, Tally], manual_root: Path) -> str:
    return page(*told, FAULTS, CORPUS, DAY, manual_root, WORDS)


def test_every_tag_closes_and_nothing_is_loaded_or_run(html: str) -> None:
    tags = Tags(html.replace("<!doctype html>", ""))
    names = {name for name, _attributes in tags.opened}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    attributes = {name for _tag, some in tags.opened for name in some}
    assert not {name for name in attributes if name.startswith("on")} | attributes & {"style"}
    assert "default-src 'none'" in html


def test_ids_are_unique_and_pictures_are_told(html: str) -> None:
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    pictures = [some for name, some in Tags(html).opened if some.get("role") == "img"]
    assert pictures
    assert all(one["aria-labelledby"] in ids for one in pictures)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_all_can_read_it(
    html: str, tmp_path: Path, new_page: Callable[..., Page], scheme: str, screen: dict[str, int]
) -> None:
    file = tmp_path / "analysis.html"
    file.write_text(html, encoding="utf-8")
    shown = new_page(viewport=screen, color_scheme=scheme)
    shown.goto(file.as_uri())
    for fold in shown.locator("details:not([open]) > summary").all():
        fold.click()
    assert_accessible(shown, WCAG)
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_files_say_is_text_and_nobody_is_named(html: str) -> None:
    assert "&lt;script&gt;" in html
    assert "姓p1" not in html


def test_the_alarm_stands_first(html: str) -> None:
    assert html.index("答案可能有错") < html.index(SINGLES[4].id) < html.index("</article>")


def test_the_workbook_holds_everything_and_no_formula(told: tuple[Analysis, Tally]) -> None:
    data = workbook(told[0], FAULTS, CORPUS, WORDS, "zh")
    assert data == workbook(told[0], FAULTS, CORPUS, WORDS, "zh")
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [c for c in cells if isinstance(c.value, str) and c.value.startswith(("=", "@"))]
    rows = book["题目"].max_row - 1
    assert rows == len(told[0].items) == len(SINGLES)


def test_a_sheet_that_was_filled_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(answer_sheet(SINGLES[:3], WORDS))
    book = openpyxl.load_workbook(path)
    sheet = book["成绩"]
    sheet.append(["007", "张三", "", key(SINGLES[0]), "√", "×"])
    book.save(path)
    faults = Faults()
    found = tally([path], questions(), faults)
    assert [found.items[one.id].right for one in SINGLES[:3]] == [1, 1, 0]
    assert list(faults) == []
