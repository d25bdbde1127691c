"""The files of an exam: each sheet in each format, and the tables of results."""

from collections.abc import Mapping
from typing import Any

import typst

from guifan.commands._command import CannotRunError, _
from guifan.language.kinds.exam import Exam
from guifan.publish.packing import zipped
from guifan.quiz.forms import Paper
from guifan.quiz.ground import Ground
from guifan.quiz.papers.docx import docx
from guifan.quiz.papers.key import key_sheet
from guifan.quiz.papers.oral import oral_sheet
from guifan.quiz.papers.paper import answer_sheet, paper_sheet
from guifan.quiz.papers.pdf import NoFontError, pdf
from guifan.quiz.papers.results import questions_csv, results_csv, results_xlsx
from guifan.quiz.papers.sheets import Sheet
from guifan.quiz.papers.words import Words


def sheets(
    ground: Ground,
    exam: Exam,
    papers: tuple[Paper, ...],
    template: bytes,
    options: Mapping[str, Any],
) -> dict[str, bytes]:
    """The sheets of an exam by their files' names.

    Args:
        ground: the corpus.
        exam: the blueprint.
        papers: the papers.
        template: how a PDF looks.
        options: ``form``, ``size`` and ``lang``.

    Raises:
        CannotRunError: the machine has no typeface for Chinese, or the template is at fault.
    """
    words = Words(ground, exam)
    made: dict[str, tuple[Sheet, str]] = {}
    for paper in papers:
        start = f"{exam.id}-{paper.letter}"
        made[f"{start}-paper"] = paper_sheet(words, paper), options["size"]
        made[f"{start}-answers"] = answer_sheet(words, paper), options["size"]
        made[f"{start}-key"] = key_sheet(words, paper), "a4"
    if oral := oral_sheet(words):
        made[f"{exam.id}-oral"] = oral, "a4"
    page = ground.words("第 {page} 页　共 {pages} 页")
    files: dict[str, bytes] = {}
    for name, (sheet, size) in made.items():
        if options["form"] != "pdf":
            files[f"{name}.docx"] = zipped(docx(sheet, size, page))
        if options["form"] != "docx":
            files[f"{name}.pdf"] = _set(sheet, template, size, options["lang"], page)
    return files


def _set(sheet: Sheet, template: bytes, size: str, lang: str, page: str) -> bytes:
    try:
        return pdf(sheet, template, size, lang, page)
    except NoFontError:
        text = _(
            "这台机器上没有中文字体，排不了 PDF。请装一种，例如 Debian 和 Ubuntu 上的 "
            "fonts-noto-cjk；或者用 --format docx。"
        )
        raise CannotRunError(text) from None
    except typst.TypstError as error:
        text = _("版式 papers/sheets.typ 有错：{reason}")
        raise CannotRunError(text.format(reason=error.message)) from None


def tables(ground: Ground, exam: Exam, papers: tuple[Paper, ...]) -> dict[str, bytes]:
    """The tables that are filled in afterwards, by their files' names."""
    words = Words(ground, exam)
    return {
        f"{exam.id}-results.csv": results_csv(words, papers),
        f"{exam.id}-questions.csv": questions_csv(words, papers),
        f"{exam.id}-results.xlsx": zipped(results_xlsx(words, papers)),
    }
