"""The manual itself: its name, chapters, calendars."""

from typing import ClassVar

from guifan.language.hours import Hours
from guifan.language.model import Id, Item, Line, Part, Prose, field
from guifan.language.scalars import Whole


class Section(Part):
    """A section of a chapter."""

    id: Id = field("编号", "节的编号，在本章内唯一。", "handling")
    title: Line = field("名称", "节的名称。", "投诉处理")
    about: Line | None = field("简介", "一句话说明这一节管什么。", "从受理到归档", default=None)


class Chapter(Part):
    """A chapter."""

    id: Id = field("编号", "章的编号，条目的「所在章节」写它。", "complaints")
    number: Whole = field("章号", "第几章。", "4")
    title: Line = field("名称", "章的名称。", "咨询与投诉")
    about: Line = field("简介", "一句话说明这一章管什么、谁来读。", "客户来问、来投诉时怎么办")
    sections: tuple[Section, ...] = field("节", "本章各节，按顺序。", default=())


class Calendar(Part):
    """Working time by which limits in working units are counted."""

    id: Id = field("编号", "日历的编号，时限的「日历」写它。", "office")
    title: Line = field("名称", "日历的名称。", "行政班")
    hours: Hours = field(
        "时间",
        "每周的工作或营业时间，以及法定节假日是否除外。",
        "周一至周五 08:30–17:30；法定节假日除外",
    )


class Manual(Item):
    """The manual: one item in the corpus."""

    kind: ClassVar[str] = "manual"
    kind_name: ClassVar[str] = "手册"
    kind_help: ClassVar[str] = "手册的名称、章节、日历。整个手册只有一份。"

    language: Whole = field("语言版本", "本手册所用的规范语言版本，现在是 1。", "1")
    operator: Line = field("企业名称", "手册属于哪家企业。", "云川通信")
    edition: Line = field("版次", "本次发布的版次。", "2026 年第 1 版")
    zone: Line = field("时区", "时限按哪个时区计算。", "Asia/Shanghai", default="Asia/Shanghai")
    arranged_through: Whole = field(
        "节假日安排至", "国务院办公厅已公布节假日安排的最后一年；之后的年份只作预计。", "2026"
    )
    about: Prose | None = field("简介", "手册首页的几句话。", default=None)
    chapters: tuple[Chapter, ...] = field("章", "各章，按顺序。")
    calendars: tuple[Calendar, ...] = field("日历", "时限用到的工作日历。", default=())
