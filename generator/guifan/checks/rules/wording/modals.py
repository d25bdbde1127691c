"""The words of duty in a sentence: 应当, 不得, 可以, where they stand and which modal each says.

A word of one character counts only where no common word of two holds it: 响应, 应急, 许可, 可能.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guifan.checks.rules.wording.clauses import Stretch, quotations
from guifan.language.kinds.norm import Modal

_MUST_NOT = (
    "不得(?!已|不|了)|不准(?!确|备|时)|不许|不可(?!能|靠|以|少|缺|避|抗|用|见|逆)|不可以|严禁"
    "|禁止|不应当?(?!急|对)"
)
_MUST = (
    "应当|应该|必须|务必|(?<![无毋必])须(?!知|要|臾)"
    "|(?<![响供适反相对效顺感照呼策答接因回报内理])"
    "应(?![当该答急用聘对邀届付收退有承允声试考激变季运征验招援景酬诉])"
)
_MAY = "(?<!不)可以|有权|(?<![许认不宁尚])可(?![能靠以用见疑读燃选视行信控变谓])"
_MODAL = re.compile(f"(?P<must_not>{_MUST_NOT})|(?P<must>{_MUST})|(?P<may>{_MAY})")
_TURNED = re.compile("(?:不|避免|停止|停下|禁)")
"""What turns 应当 into a prohibition, right behind it."""


class Said(NamedTuple):
    """A word of duty: where it stands, which modals it may mean, and the word."""

    at: Stretch
    modals: frozenset[Modal]
    word: str


def said(text: str) -> Iterator[Said]:
    """The words of duty of a text, in order, outside references and quotation marks."""
    quoted = tuple(quotations(text))
    plain = re.sub("【[^】]*】", lambda one: "\0" * len(one[0]), text)
    for match in _MODAL.finditer(plain):
        at = Stretch(*match.span())
        if any(one.start <= at.start < one.end for one in quoted):
            continue
        modals = {Modal[str(match.lastgroup).upper()]}
        if match["must"] and _TURNED.match(plain, at.end):
            modals.add(Modal.MUST_NOT)
        yield Said(at, frozenset(modals), match[0])
