"""Workbooks: an analysis in full, and the sheet into which somebody enters what was answered."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.publish.results.page import owner_of, title_of
from guifan.publish.results.words import remarks, standings
from guifan.quiz.carriers import MARK, cell
from guifan.quiz.item import Item
from guifan.quiz.results.analysis import Analysis, ItemResult
from guifan.quiz.results.faults import Fault
from guifan.quiz.results.statistics import Interval

_Cell = str | int | float | None
_WIDE, _NARROW = 36, 12


def workbook(
    told: Analysis, faults: Sequence[Fault], corpus: Corpus, words: Translator, language: str
) -> bytes:
    """An analysis: every question, option, model and clause, and what is wrong with the files.

    Args:
        told: the analysis.
        faults: what is wrong with the files.
        corpus: the manual.
        words: the translator.
        language: of the faults.
    """
    _ = words
    ranged = (_("从"), _("到"))
    items = [
        (
            _("题目编号"),
            _("条款"),
            _("模型"),
            _("人数"),
            _("答对"),
            _("答对比例"),
            *ranged,
            _("区分度"),
            *ranged,
            _("要看的"),
            _("题目"),
        ),
        *(_item_row(one, _) for one in told.items),
    ]
    options = [
        (
            _("题目编号"),
            _("选项"),
            _("内容"),
            _("是答案"),
            _("人数"),
            _("比例"),
            *ranged,
            _("选它的人别的题答得"),
            *ranged,
        ),
        *_option_rows(told.items, _),
    ]
    models = [
        (
            _("模型"),
            _("题数"),
            _("人数"),
            _("答对比例"),
            *ranged,
            _("最难的一题"),
            _("中间的一题"),
            _("最容易的一题"),
            _("区分度（中间的）"),
        ),
        *(
            (
                one.name,
                one.items,
                one.people,
                *_interval(one.difficulty),
                *(one.spread or (None, None, None)),
                one.discrimination,
            )
            for one in told.models
        ),
    ]
    standing = standings(_)
    clauses = [
        (_("责任部门"), _("条款"), _("名称"), _("人数"), _("答对比例"), *ranged, _("结论")),
        *(
            (
                owner_of(corpus, one.clause),
                one.clause,
                title_of(corpus, one.clause),
                one.people,
                *_interval(one.difficulty),
                standing[one.standing],
            )
            for one in told.clauses
        ),
    ]
    found = [
        (_("文件"), _("从第几行"), _("问题")),
        *((one.file, one.row or None, one.say(language)) for one in faults),
    ]
    sheets = {_("题目"): items, _("选项"): options, _("出题模型"): models}
    sheets |= {_("条款"): clauses, _("文件里的问题"): found}
    return _written(sheets)


def answer_sheet(items: Sequence[Item], words: Translator) -> bytes:
    """A sheet to be filled: a row for each person, a column for each question.

    Args:
        items: the questions.
        words: the translator.
    """
    _ = words
    heads = (_("工号"), _("姓名"), _("岗位"), *(one.id for one in items))
    told: list[tuple[_Cell, ...]] = [
        (_("题目编号"), _("题型"), _("题目")),
        *((one.id, one.model.form.value, one.stem.text) for one in items),
        (),
        (
            _(
                "在题目编号下面填作答：选项的字母，几个的连着写（AC）；排序写字母的次序；填空写数或词。"
            ),
        ),
        (_("只知道对错的，填 √ 或者 ×。没有答的空着。"),),
    ]
    sheets: dict[str, list[tuple[_Cell, ...]]] = {_("成绩"): [heads], _("题目"): told}
    return _written(sheets)


def _item_row(one: ItemResult, _: Translator) -> tuple[_Cell, ...]:
    names = remarks(_)
    said = "、".join(names[remark].name for remark in one.remarks)
    return (
        one.item.id,
        one.item.clause.address,
        one.item.model.name,
        one.people,
        one.right,
        *_interval(one.difficulty),
        *_interval(one.discrimination),
        said if one.is_judged else _("还不够"),
        one.item.stem.text,
    )


def _option_rows(items: Iterable[ItemResult], _: Translator) -> Iterable[tuple[_Cell, ...]]:
    for one in items:
        for option in one.options:
            yield (
                one.item.id,
                option.letter,
                option.text,
                _("是") if option.right else "",
                option.count,
                *_interval(option.share),
                *_interval(option.skill),
            )


def _interval(found: Interval | None) -> tuple[float | None, float | None, float | None]:
    if found is None:
        return None, None, None
    return round(found.value, 4), round(found.low, 4), round(found.high, 4)


def _written(sheets: dict[str, list[tuple[_Cell, ...]]]) -> bytes:
    """Sheets as a file, the same for the same sheets; no text in them is ever a formula."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    book.set_properties({"author": MARK, "created": datetime(1980, 1, 1)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for row, cells in enumerate(rows):
            for at, value in enumerate(cells):
                if isinstance(value, str):
                    sheet.write_string(row, at, cell(value), bold if row == 0 else None)
                elif value is not None:
                    sheet.write_number(row, at, value)
        if rows[1:]:
            sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        for at in range(len(rows[0])):
            texts = any(isinstance(row[at], str) for row in rows[1:] if at < len(row))
            sheet.set_column(at, at, _WIDE if texts and at in (0, len(rows[0]) - 1) else _NARROW)
    book.close()
    return memory.getvalue()
