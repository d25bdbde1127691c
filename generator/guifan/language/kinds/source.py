"""A document that the manual was made from, row by row, and where each row went."""

from typing import ClassVar

from guifan.language.model import AnyId, ChapterId, Id, Item, Line, Part, Prose, field


class SourceRow(Part):
    """One thing that the document says."""

    id: Id = field("编号", "在本来源内唯一。", "s2-16")
    section: Line | None = field("出处", "在来源里的章节。", "4.2.2", default=None)
    title: Line = field("事项", "说的是什么事。", "投诉受理")
    states: Line = field("来源写了什么", "来源写下的事实，用自己的话写一句。")
    chapter: ChapterId = field("放在哪一章", "读者会到哪一章找它。", "complaints")
    homes: tuple[AnyId, ...] = field(
        "落在哪里", "哪些条目写了它；还没有写的不填。", "[complaint-handling]", default=()
    )
    note: Line | None = field(
        "怎样取舍", "来源残缺、互相矛盾，或者不采用的，写明怎样处理。", default=None
    )


class Source(Item):
    """A source document."""

    kind: ClassVar[str] = "source"
    kind_name: ClassVar[str] = "来源"
    kind_help: ClassVar[str] = "手册取材的文件：一行一个事项，写明落在哪些条目里，没有遗漏。"

    number: Line = field("代号", "条目的「来源」栏用它指称这份文件。", "002")
    about: Prose = field("说明", "这是什么文件，残缺到什么程度。")
    rows: tuple[SourceRow, ...] = field("事项", "按来源的顺序，一行一个。")
