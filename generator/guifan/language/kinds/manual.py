"""The manual itself: its name, chapters, calendars, and how the year's holidays are arranged."""

from datetime import date
from itertools import combinations
from typing import ClassVar, Self

from pydantic import model_validator

from guifan.language.hours import Hours
from guifan.language.model import Choice, Flaw, Id, Item, Line, Part, Post, Prose, field, refuse
from guifan.language.quantities import Duration
from guifan.language.scalars import Day, Whole, Zone

DECEMBER = 12


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


class DayEnd(Choice):
    """When the last day of a time limit ends."""

    CLOSE = "close", "到停止营业时"
    MIDNIGHT = "midnight", "到当日 24:00"


class RestDay(Choice):
    """What becomes of a last day that is a day of rest."""

    MOVES = "moves", "顺延"
    STAYS = "stays", "不顺延"


class Receipt(Choice):
    """As of which day something counts that comes outside opening hours."""

    THAT_DAY = "that-day", "算当日收到"
    NEXT_WORKING_DAY = "next-working-day", "算下一个工作日收到"


class Stretch(Part):
    """Days in a row."""

    from_: Day = field("自", "第一天。", "2026-02-15", key="from")
    to: Day | None = field("至", "最后一天（含当日）；只有一天的不写。", "2026-02-23", default=None)

    @property
    def first(self) -> date:
        """The first day."""
        return self.from_

    @property
    def last(self) -> date:
        """The last day."""
        return self.to or self.from_

    def meets(self, other: "Stretch") -> bool:
        """Whether some day is in both."""
        return self.first <= other.last and other.first <= self.last

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.last < self.first:
            days = {"first": self.first, "last": self.last}
            refuse((Flaw("S07", "last-before-first", ("to",), days),))
        return self


class Exceptional(Stretch):
    """Days with hours of their own, whatever the week and the holidays say."""

    hours: Hours | None = field(
        "时间", "这些天几点到几点开门，只写钟点；不写就是关门。", "09:00–12:00", default=None
    )
    why: Line = field("原因", "为什么和平时不一样。", "春节只办紧急业务")

    @model_validator(mode="after")
    def _is_of_a_day(self) -> Self:
        """What is open on one day is said without days of the week."""
        hours = self.hours
        if hours and (hours.closed_on_holidays or len(set(hours.week)) > 1):
            refuse((Flaw("S07", "hours-of-the-week", ("hours",)),))
        return self


class Calendar(Part):
    """Working time by which limits in working units are counted."""

    id: Id = field("编号", "日历的编号，时限的「日历」写它。", "office")
    title: Line = field("名称", "日历的名称。", "行政班")
    hours: Hours = field(
        "时间",
        "每周的工作或营业时间，以及法定节假日是否除外。",
        "周一至周五 08:30–17:30；法定节假日除外",
    )
    day_end: DayEnd = field(
        "末日截止",
        "时限的最后一天到几点为止：停止营业时，还是当日 24:00。",
        "close",
        default=DayEnd.CLOSE,
    )
    rest_day: RestDay | None = field(
        "末日逢休息日",
        "按自然日、月、年计的时限，最后一天是休息日的，顺延到下一个不休息的日子，还是不顺延。"
        "不写的，法定节假日除外的日历顺延，其余不顺延。法定底线一律不顺延。",
        "moves",
        default=None,
    )
    receipt: Receipt = field(
        "时间外收到",
        "在营业时间以外收到的，算当日收到，还是算下一个工作日收到。只影响按工作日计的时限。",
        "that-day",
        default=Receipt.THAT_DAY,
    )
    exceptions: tuple[Exceptional, ...] = field(
        "例外日", "和平时时间不一样的日子：关门，或者只开几个钟头。", default=()
    )

    @property
    def moves(self) -> bool:
        """Whether a last day that is a day of rest moves."""
        if self.rest_day is None:
            return self.hours.closed_on_holidays
        return self.rest_day is RestDay.MOVES

    @model_validator(mode="after")
    def _says_each_day_once(self) -> Self:
        pairs = combinations(enumerate(self.exceptions), 2)
        refuse(
            Flaw("S07", "day-twice", ("exceptions", at, "from"), {"day": max(one.first, two.first)})
            for (_, one), (at, two) in pairs
            if one.meets(two)
        )
        return self


class Rest(Stretch):
    """A holiday with the days off arranged around it."""

    title: Line = field("名称", "哪个节日。", "春节")


class Arrangement(Part):
    """How the holidays of a year are arranged, as the official notice says."""

    year: Whole = field("年份", "通知安排的是哪一年。", "2026")
    notice: Line = field("文号", "国务院办公厅通知的文号。", "国办发明电〔2025〕7 号")
    rests: tuple[Rest, ...] = field("放假", "通知写的每一段假期，周末在内，一段一行。")
    works: tuple[Day, ...] = field(
        "上班", "通知写明要上班的周六、周日。", "[2026-02-14, 2026-02-28]", default=()
    )

    def may_arrange(self, day: date) -> bool:
        """Whether a day is of the year, or of the December before, which a notice may arrange."""
        return day.year == self.year or (day.year, day.month) == (self.year - 1, DECEMBER)


class Review(Part):
    """How often items of some kinds are looked at again."""

    kinds: tuple[Line, ...] = field(
        "种类", "哪些种类，写文件开头 kind 里的词。", "[playbook, message]"
    )
    every: Duration = field("至少每隔", "隔多久至少复审一次，写月或年。", "6 个月")


class Round(Choice):
    """The nine stages in which standards come about (source 001), in their order."""

    NEEDS = "needs", "明确客户要求"
    EXISTING = "existing", "评审现有标准"
    BENCHMARK = "benchmark", "标杆比较"
    DRAFTING = "drafting", "制定"
    APPROVAL = "approval", "管理层批准"
    RELEASE = "release", "发布"
    APPLICATION = "application", "执行"
    SUPERVISION = "supervision", "监督"
    REVIEW = "review", "复审"


class Passed(Part):
    """A stage that this edition has passed: by whom, and on which day."""

    stage: Round = field("阶段", "哪一个阶段。", "approval")
    by: Post = field("由谁", "由哪个岗位或机构完成。", "satisfaction-committee")
    done: Day = field("完成日期", "哪一天完成。", "2025-12-12")
    record: Line | None = field("依据", "会议纪要、批准文件的名称。", default=None)


class Manual(Item):
    """The manual: one item in the corpus."""

    kind: ClassVar[str] = "manual"
    kind_name: ClassVar[str] = "手册"
    kind_help: ClassVar[str] = "手册的名称、章节、日历。整个手册只有一份。"

    language: Whole = field("语言版本", "本手册所用的规范语言版本，现在是 1。", "1")
    operator: Line = field("企业名称", "手册属于哪家企业。", "云川通信")
    edition: Line = field("版次", "本次发布的版次。", "2026 年第 1 版")
    zone: Zone = field("时区", "时限按哪个时区计算。", "Asia/Shanghai", default="Asia/Shanghai")
    arranged_through: Whole = field(
        "节假日安排至", "国务院办公厅已公布节假日安排的最后一年；之后的年份只作预计。", "2026"
    )
    arrangements: tuple[Arrangement, ...] = field(
        "节假日安排",
        "照国务院办公厅的通知抄写的某一年放假安排；写了的年份以这里为准，没写的年份用软件自带的。",
        default=(),
    )
    about: Prose | None = field("简介", "手册首页的几句话。", default=None)
    chapters: tuple[Chapter, ...] = field("章", "各章，按顺序。")
    calendars: tuple[Calendar, ...] = field("日历", "时限用到的工作日历。", default=())
    reviews: tuple[Review, ...] = field(
        "复审周期", "各种条目隔多久复审一次；没有写到的种类，一年一次。", default=()
    )
    verify_every: Duration | None = field(
        "核实周期",
        "号码、地址、短号隔多久核实一次，写月或年；不写为六个月。",
        "6 个月",
        default=None,
    )
    approved_by: Post | None = field(
        "批准机构",
        "本手册发布以前须经哪个机构批准。",
        "satisfaction-committee",
        default=None,
        internal=True,
    )
    passed: tuple[Passed, ...] = field(
        "制定过程", "这一版走过的各个阶段，按日期写。", default=(), internal=True
    )
