"""The index of rules."""

from collections.abc import Mapping

from guifan.checks.rules import RULES
from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page
from guifan.manual.reference import rule_path


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``areas``: the letter's name with its rules, each with its page."""
    names = {
        "S": _("文件与写法"),
        "R": _("引用与职责"),
        "L": _("生效、复审与取代"),
        "P": _("客户资料与核身"),
        "X": _("检查本身"),
    }
    areas: dict[str, list[object]] = {}
    for code, rule in RULES.items():
        entry = (rule, book.pages[rule_path(code)])
        areas.setdefault(names.get(code[0], code[0]), []).append(entry)
    return {"areas": list(areas.items())}
