"""The files of an exam: each sheet in each format, and the tables of results."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from guifan.commands._command import CannotRunError, _
from guifan.language.kinds.exam import Exam
from guifan.publish.packing import zipped
from guifan.publish.papers import sheet_template, write_sheets
from guifan.publish.swap import OccupiedError
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


def written_papers(
    ground: Ground,
    exam: Exam,
    papers: tuple[Paper, ...],
    out: Path,
    options: Mapping[str, Any],
) -> tuple[str, ...]:
    """Write the sheets of an exam and the tables that are filled in; their files' names.

    Args:
        ground: the corpus.
        exam: the blueprint.
        papers: the papers.
        out: the folder.
        options: ``folder``, ``form``, ``size`` and ``lang``.

    Raises:
        CannotRunError: something else is in their place, or they cannot be made or written.
    """
    template = sheet_template(Path(options["folder"]))
    filled = tables(ground, exam, papers)
    files = sheets(ground, exam, papers, template, options) | filled
    try:
        write_sheets(out, files, frozenset(filled))
    except OccupiedError as error:
        text = _("{path} 不是以前出的卷子，或者是填过的成绩表，没有动它，一个文件也没有写。")
        raise CannotRunError(text.format(path=error)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(_("写不了 {path}：{reason}").format(path=out, reason=reason)) from None
    return tuple(files)


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
    page = ground.words(_PAGE)
    files: dict[str, bytes] = {}
    for name, (sheet, size) in made.items():
        if options["form"] != "pdf":
            files[f"{name}.docx"] = zipped(docx(sheet, size, page))
        if options["form"] != "docx":
            files[f"{name}.pdf"] = _set(sheet, template, size, options["lang"], page)
    return files


_PAGE = _("第 {page} 页　共 {pages} 页")
"""How pages are numbered, in the language of the questions."""


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
