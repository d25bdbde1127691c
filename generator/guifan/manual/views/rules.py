"""The index of rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from guifan.checks.rules import RULES
from guifan.findings import Rule
from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page
from guifan.manual.reference import rule_path


@dataclass(frozen=True, slots=True)
class Area:
    """Rules of one letter.

    Args:
        letter: with which their codes begin.
        title: what they look at.
        about: the same in a sentence; empty where there is no more to say.
        rules: each with its page, in the order of their codes.
    """

    letter: str
    title: str
    about: str
    rules: tuple[tuple[Rule, Page], ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``areas``, what concerns customers first; those that are not named here come last."""
    named = {
        "T": (_("时间"), _("时限在日历上算得出、守得住，彼此不矛盾，长假也不例外。")),
        "F": (_("法定底线"), _("我们的规定不比法规宽，引用的法规有效、核对过。")),
        "C": (_("覆盖"), _("该有规定、该有人负责的地方都有，没有遗漏和死路。")),
        "R": (_("引用与职责"), _("提到的条目都在，每件事有人做、有人负责、有权做。")),
        "E": (_("突发事件"), _("预案分级不乱，叫得到人，说得一致，收得了尾。")),
        "P": (_("客户资料与核身"), _("要什么资料有理由，给谁看有依据，先核身再办。")),
        "K": (_("指标"), _("算得出，对得上承诺，看得及时，做得到。")),
        "W": (_("用词"), _("条款说得准：一条一事，不含糊，不互相打架。")),
        "L": (_("生效、复审与取代"), _("有人归口，按期复审，过期的不再有人依靠。")),
        "Q": (_("练习与题目"), _("拿来练的，标的对错都有条款作依据。")),
        "S": (_("文件与写法"), _("文件读得懂，字段和数值写得对。")),
        "X": (_("检查本身"), _("暂时放行写得完整、用得上，检查自己没有出错。")),
    }
    found: dict[str, list[tuple[Rule, Page]]] = {letter: [] for letter in named}
    for code, rule in RULES.items():
        found.setdefault(code[0], []).append((rule, book.pages[rule_path(code)]))
    return {
        "areas": [
            Area(letter, *named.get(letter, (letter, "")), tuple(rules))
            for letter, rules in found.items()
            if rules
        ]
    }
