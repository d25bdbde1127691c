"""A word of the trade and what it means here."""

from typing import ClassVar

from guifan.language.model import Item, Line, Prose, TermId, field


class Term(Item):
    """A term; its title is the word."""

    kind: ClassVar[str] = "term"
    kind_name: ClassVar[str] = "术语"
    kind_help: ClassVar[str] = "一个词在本手册里的含义，以及客户和同事平时怎么说它。"

    means: Prose = field(
        "含义", "一两句话说清，不用本词解释本词。", "客户对服务不满并要求处理的表示"
    )
    english: Line | None = field("英文", "通行的英文。", "complaint", default=None)
    not_to_confuse: tuple[TermId, ...] = field(
        "易混", "容易与哪些术语弄混。", "[appeal]", default=()
    )
    example: Line | None = field("例句", "这个词在工作里怎么用。", default=None)
