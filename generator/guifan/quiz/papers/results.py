"""The results of an exam: one table for all papers, its columns keyed by the ids of questions."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from guifan.quiz.carriers import MARK, cell
from guifan.quiz.forms import Paper
from guifan.quiz.papers.words import Words

_FULL = "满分"
"""Stands in the place of a person in the row that says what questions are worth."""

_CANDIDATES = 60
"""How many rows there are to fill in."""


def _people(words: Words) -> tuple[str, ...]:
    _ = words.ground.words
    return (_("工号"), _("姓名"), _("部门"), _("岗位"), _("卷别"))


def _judged(words: Words) -> tuple[str, ...]:
    _ = words.ground.words
    return (_("成绩"), _("是否及格"), _("签字"))


def _ids(papers: Sequence[Paper]) -> tuple[str, ...]:
    """Every question that is asked, in the order of the first paper that asks it."""
    return tuple(dict.fromkeys(one.item.id for paper in papers for one in paper.questions))


def results_csv(words: Words, papers: Sequence[Paper]) -> bytes:
    """The empty table: who, which paper, the marks of each question, passed or not.

    Its first row says what each is worth, so that marks are understood when they come back.
    """
    people, ids, judged = _people(words), _ids(papers), _judged(words)
    worth, full = _worth(papers), words.exam.full_mark.value.normalize()
    first = [words.ground.words(_FULL), *[""] * (len(people) - 1), *(worth[one] for one in ids)]
    return _csv([(*people, *ids, *judged), (*first, f"{full:f}", *[""] * (len(judged) - 1))])


def questions_csv(words: Words, papers: Sequence[Paper]) -> bytes:
    """Which question stands where in which paper, and what it rests on."""
    return _csv(_standing(words, papers))


def _standing(words: Words, papers: Sequence[Paper]) -> list[tuple[str, ...]]:
    _ = words.ground.words
    letters = [_("{letter} 卷题号").format(letter=one.letter) for one in papers]
    heads = (_("题目编号"), *letters, _("分值"), _("条款"), _("条款版本"), _("指纹"))
    rows = [heads]
    places = [{one.item.id: one.number for one in paper.questions} for paper in papers]
    first = {one.item.id: one.item for paper in papers for one in paper.questions}
    worth = _worth(papers)
    for name in _ids(papers):
        item = first[name]
        numbers = [str(place.get(name, "")) for place in places]
        clause = item.clause
        rows.append((name, *numbers, worth[name], clause.address, str(clause.version), item.hash))
    return rows


def _worth(papers: Sequence[Paper]) -> Mapping[str, str]:
    return {
        one.item.id: f"{section.asks.points.value.normalize():f}"
        for paper in papers
        for section in paper.sections
        for one in section.questions
    }


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    memory = io.StringIO()
    csv.writer(memory, lineterminator="\r\n").writerows([map(cell, row) for row in rows])
    # Table programs in China take a file without the mark for GBK.
    return memory.getvalue().encode("utf-8-sig")


def results_xlsx(words: Words, papers: Sequence[Paper]) -> Mapping[str, bytes]:
    """The same table with the sums, and beside it which question stands where; its members."""
    _ = words.ground.words
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    title = words.head("", _("成绩表")).file
    book.set_properties({"title": title, "author": MARK, "created": datetime(1980, 1, 1)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    sheet = book.add_worksheet(_("成绩"))
    people, ids, judged = _people(words), _ids(papers), _judged(words)
    for at, head in enumerate((*people, *ids, *judged)):
        sheet.write_string(0, at, cell(head), bold)
    first, last = len(people), len(people) + len(ids) - 1
    mark = f"{words.exam.pass_mark.value.normalize():f}"
    for row in range(1, _CANDIDATES + 1):
        cells = f"{xl_col_to_name(first)}{row + 1}:{xl_col_to_name(last)}{row + 1}"
        total = f"{xl_col_to_name(last + 1)}{row + 1}"
        sheet.write_formula(row, last + 1, f'=IF(COUNT({cells})=0,"",SUM({cells}))', None, "")
        passed = f'=IF({total}="","",IF({total}>={mark},"{_("是")}","{_("否")}"))'
        sheet.write_formula(row, last + 2, passed, None, "")
    sheet.freeze_panes(1, _FROZEN)
    sheet.set_column(0, last, 10)
    standing = book.add_worksheet(_("题号对照"))
    for at, line in enumerate(_standing(words, papers)):
        for column, text in enumerate(line):
            standing.write_string(at, column, cell(text), bold if at == 0 else None)
    standing.set_column(0, 0, 44)
    standing.freeze_panes(1, 1)
    book.close()
    with zipfile.ZipFile(memory) as written:
        return {name: written.read(name) for name in written.namelist()}


_FROZEN = 2
"""Number and name stay in sight."""
