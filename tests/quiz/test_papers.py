"""Sheets read back by others: every stem once and in order, no key in what candidates get."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx as reader
import openpyxl
import pypdfium2 as pdfium
import pytest
from examined import exam, question
from quizzed import DAY, corpus_of

from guifan.language.catalogues import translator
from guifan.publish.packing import zipped
from guifan.quiz.forms import Assembled, Paper, arranged, assemble, plan_of
from guifan.quiz.ground import Ground
from guifan.quiz.item import IN_WORDS, Form, Item, Level
from guifan.quiz.papers.docx import docx
from guifan.quiz.papers.key import answer, key_sheet
from guifan.quiz.papers.oral import oral_sheet
from guifan.quiz.papers.paper import answer_sheet, paper_sheet
from guifan.quiz.papers.pdf import pdf
from guifan.quiz.papers.results import questions_csv, results_csv, results_xlsx
from guifan.quiz.papers.sheets import Sheet
from guifan.quiz.papers.words import Words

PAGE = "第 {page} 页 共 {pages} 页"
SECTIONS = {
    Form.SINGLE: "single",
    Form.MULTIPLE: "multiple",
    Form.TRUE_FALSE: "true-false",
    Form.FILL_IN: "fill-in",
    Form.ORDERING: "ordering",
    Form.MATCHING: "matching",
    Form.SHORT_ANSWER: "short-answer",
    Form.CASE_ANALYSIS: "case-analysis",
}
BLUEPRINT = exam(
    title="上岗考试",
    sections=[{"type": one, "count": "4", "points": "1 分"} for one in SECTIONS.values()],
    cells=[{"chapter": "one", "level": "apply", "count": "32"}],
    full_mark="32 分",
    pass_mark="20 分",
    between="disjoint",
    oral=["oral-flow", "oral-script"],
    rules=["手机交监考人。"],
)
FLOW = """\
kind: procedure
id: oral-flow
title: 接待
about: 客户进门的时候
steps:
  - {id: greet, title: 迎接, do: 起身问好。, lane: frontstage, by: hotline-agent, how: [看着客户]}
  - {id: hear, title: 倾听, do: 听客户讲完。, lane: frontstage, by: hotline-agent}
"""
SCRIPT = """\
kind: message
id: oral-script
title: 致歉
form: script
to: customer
situation: 办错了的时候
says: 这件事是我们办错了。
never: [{phrase: 不归我管, instead: 我来帮您问}]
"""
ITEMS = [
    question(n, form=form, level=Level.APPLY)
    for n, form in enumerate(form for form in SECTIONS for _ in range(8))
]


@pytest.fixture(scope="module")
def papers() -> tuple[Paper, ...]:
    plan = plan_of(BLUEPRINT, "AB", "s", ITEMS)
    made = assemble(plan)
    assert isinstance(made, Assembled)
    return tuple(arranged(plan, letter, items) for letter, items in made.papers.items())


@pytest.fixture(scope="module")
def words() -> Words:
    ground = Ground(corpus_of(FLOW, SCRIPT), None, DAY, translator("zh-Hans"))
    return Words(ground, BLUEPRINT)


@pytest.fixture(scope="module")
def template(manual_root: Path) -> bytes:
    return (manual_root / "site_templates" / "papers" / "sheets.typ").read_bytes()


def text_of_docx(data: bytes) -> str:
    body = reader.Document(io.BytesIO(data)).element.body
    return "".join(one.text or "" for one in body.iter() if one.tag.endswith("}t"))


def text_of_pdf(data: bytes) -> str:
    """As Chromium's own reader has it."""
    with pdfium.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return re.sub(r"\s", "", "".join(pages))


def in_order(stems: list[str], text: str) -> bool:
    places = [text.index(one) for one in stems]
    return places == sorted(places) and all(text.count(one) == 1 for one in stems)


def secrets(items: tuple[Item, ...]) -> list[str]:
    """What only the key may say: the reasons and the verdicts' grounds."""
    found = {one.why.text for item in items for one in item.options}
    return sorted(found | {one.because.text for item in items for one in item.verdicts})


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_others_read_every_stem_once_and_in_order(
    words: Words, papers: tuple[Paper, ...], template: bytes, size: str
) -> None:
    for paper in papers:
        sheet = paper_sheet(words, paper)
        stems = [one.item.stem.text for one in paper.questions]
        assert len(stems) == 32
        assert in_order(stems, text_of_docx(zipped(docx(sheet, size, PAGE))))
        text = text_of_pdf(pdf(sheet, template, size, "zh", PAGE))
        assert sorted(stems) == sorted(one for one in stems if text.count(one) == 1)
        assert "密封线内不得答题" in text
        assert "本大题共4小题，每小题1分，共4分" in text


def test_candidates_get_nothing_of_the_key(
    words: Words, papers: tuple[Paper, ...], template: bytes
) -> None:
    for paper in papers:
        hidden = [one.encode() for one in secrets(tuple(one.item for one in paper.questions))]
        hidden += [one.item.id.encode() for one in paper.questions]
        hidden += [one.item.clause.address.encode() for one in paper.questions]
        for sheet in (paper_sheet(words, paper), answer_sheet(words, paper)):
            members = docx(sheet, "a4", PAGE)
            data = b"".join([name.encode() + body for name, body in members.items()])
            set_in_type = pdf(sheet, template, "a4", "zh", PAGE)
            read = text_of_pdf(set_in_type).encode()
            assert not [one for one in hidden if one in data or one in set_in_type or one in read]


def test_the_key_has_the_answer_and_the_clause_of_every_question(
    words: Words, papers: tuple[Paper, ...]
) -> None:
    for paper in papers:
        rows = {row[0]: row for table in key_sheet(words, paper).tables for row in table.rows}
        for one in paper.questions:
            _, given, clause, points = rows[str(one.number)]
            assert given == answer(one) or one.item.model.form in IN_WORDS
            assert f"{one.item.clause.address}，第 1 版" in clause
            assert points
        assert len(rows) == 32


def test_an_answer_of_every_form_is_the_right_one(papers: tuple[Paper, ...]) -> None:
    for paper in papers:
        for one in paper.questions:
            item, given = one.item, answer(one)
            letters = dict(zip("ABCDEFGH", item.options, strict=False))
            match item.model.form:
                case Form.SINGLE | Form.MULTIPLE:
                    right = {name for name, option in letters.items() if option.right}
                    assert set(given) == right
                case Form.TRUE_FALSE:
                    assert given in "√×"
                case Form.ORDERING:
                    assert [letters[name].claim.value for name in given] == [0, 1, 2, 3]
                    assert given != "ABCD"
                case Form.MATCHING:
                    pairs = re.findall(r"\((\d)\)([A-H])", given)
                    for left, right_letter in pairs:
                        shown = one.column["ABCDEFGH".index(right_letter)]
                        assert shown is item.options[int(left) - 1]
                    assert len(pairs) == len(item.options)
                case Form.FILL_IN:
                    assert given == item.options[0].text.text


def test_the_same_sheet_gives_the_same_bytes(
    words: Words, papers: tuple[Paper, ...], template: bytes
) -> None:
    oral = oral_sheet(words)
    assert oral is not None
    sheets: list[Sheet] = [paper_sheet(words, papers[0]), key_sheet(words, papers[0]), oral]
    for sheet in sheets:
        assert zipped(docx(sheet, "a4", PAGE)) == zipped(docx(sheet, "a4", PAGE))
        once = pdf(sheet, template, "a4", "zh", PAGE)
        assert once == pdf(sheet, template, "a4", "zh", PAGE)
        assert b"/CreationDate" not in once
    table = results_xlsx(words, papers)
    assert zipped(table) == zipped(results_xlsx(words, papers))


def test_an_oral_sheet_shares_a_hundred_points_over_the_steps(words: Words) -> None:
    oral = oral_sheet(words)
    assert oral is not None
    flow, script = oral.tables
    assert [row[1] for row in flow.rows] == ["迎接：起身问好。", "看着客户", "倾听：听客户讲完。"]
    assert [row[2:4] for row in flow.rows] == [
        ("oral-flow.greet", "34"),
        ("oral-flow.greet", "33"),
        ("oral-flow.hear", "33"),
    ]
    assert [row[1:4] for row in script.rows] == [("这件事是我们办错了。", "oral-script", "100")]
    assert "不归我管" in script.notes[0]


def test_results_are_keyed_by_the_ids_of_questions(words: Words, papers: tuple[Paper, ...]) -> None:
    ids = {one.item.id for paper in papers for one in paper.questions}
    table = results_csv(words, papers).decode("utf-8-sig").splitlines()
    heads, worth = (line.split(",") for line in table)
    assert ids <= set(heads)
    marks = dict(zip(heads, worth, strict=True))
    assert (marks["工号"], {marks[one] for one in ids}, marks["成绩"]) == ("满分", {"1"}, "32")
    lines = questions_csv(words, papers).decode("utf-8-sig").splitlines()
    assert {line.split(",")[0] for line in lines[1:]} == ids
    book = openpyxl.load_workbook(io.BytesIO(zipped(results_xlsx(words, papers))))
    first = [cell.value for cell in next(iter(book.worksheets[0].rows))]
    assert first == heads
    assert zipfile.is_zipfile(io.BytesIO(zipped(results_xlsx(words, papers))))
