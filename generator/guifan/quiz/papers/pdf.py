"""Sheets as PDF, set by Typst from a template; the same bytes for the same sheet and fonts."""

import json
from collections.abc import Iterable
from dataclasses import asdict

import typst

from guifan.quiz.carriers import MARK
from guifan.quiz.papers.sheets import AnswerSheet, PaperSheet, Sheet

_TEXT = (
    "SimSun",
    "NSimSun",
    "Songti SC",
    "STSong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
)
_HEAD = (
    "SimHei",
    "Heiti SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)
"""Typefaces for Chinese by what systems bring along: 宋体 for text, 黑体 for headings."""


class NoFontError(Exception):
    """The machine has no typeface for Chinese."""


def fonts() -> tuple[str, str]:
    """The typefaces for text and for headings that the machine has.

    Raises:
        NoFontError: it has none.
    """
    held = frozenset(typst.Fonts().families())
    text, head = _first(_TEXT, held), _first(_HEAD, held)
    if not text and not head:
        raise NoFontError
    return text or head, head or text


def _first(names: Iterable[str], held: frozenset[str]) -> str:
    return next((one for one in names if one in held), "")


def pdf(sheet: Sheet, template: bytes, size: str, lang: str, page: str) -> bytes:
    """A sheet as a PDF.

    Args:
        sheet: what stands on it.
        template: how it looks, in Typst.
        size: ``a4`` or ``a3``.
        lang: ``zh`` or ``en``.
        page: how pages are numbered, with ``{page}`` and ``{pages}``.

    Raises:
        NoFontError: the machine has no typeface for Chinese.
        typst.TypstError: the template is at fault.
    """
    text, head = fonts()
    kinds = {PaperSheet: "paper", AnswerSheet: "answers"}
    data = {
        "sheet": asdict(sheet),
        "kind": kinds.get(type(sheet), "tables"),
        "size": size,
        "lang": lang,
        "page": page,
        "text": text,
        "head": head,
        "mark": MARK,
    }
    told = json.dumps(data, ensure_ascii=False)
    made = typst.compile(template, format="pdf", sys_inputs={"sheet": told}, timestamp=0)
    assert isinstance(made, bytes)
    return made
