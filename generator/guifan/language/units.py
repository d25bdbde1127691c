"""What units and measure words are called: as they are printed, and as they may also be written."""

from dataclasses import dataclass

from guifan.temporal.duration import Unit


@dataclass(frozen=True, slots=True)
class Name:
    """The names of one unit.

    Args:
        zh: printed in Chinese, after a number and a space.
        one, many: printed in English, after 1 and after any other number.
        also: other ways to write it, in lower case.
    """

    zh: str
    one: str
    many: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every way to write it, in lower case."""
        return tuple(dict.fromkeys((self.zh.lower(), self.one.lower(), self.many.lower()))) + (
            self.also
        )


def _working(zh: str, en: str, *also: str) -> Name:
    one, many = f"working {en}", f"working {en}s"
    business = (f"business {en}", f"business {en}s")
    hyphens = tuple(word.replace(" ", "-") for word in (one, many, *business))
    return Name(zh, one, many, (*business, *hyphens, *also))


# Babel's unit patterns are not used: CLDR knows no working days, and says 15秒钟 for 15 秒.
TIME: dict[Unit, Name] = {
    Unit.SECOND: Name("秒", "second", "seconds", ("秒钟", "s", "sec", "secs")),
    Unit.MINUTE: Name("分钟", "minute", "minutes", ("min", "mins")),
    Unit.HOUR: Name("小时", "hour", "hours", ("个小时", "钟头", "个钟头", "h", "hr", "hrs")),
    Unit.DAY: Name(
        "日",
        "day",
        "days",
        ("自然日", "个自然日", "日历日", "个日历日", "d", "calendar day", "calendar days"),
    ),
    Unit.MONTH: Name("个月", "month", "months"),
    Unit.YEAR: Name("年", "year", "years", ("yr", "yrs")),
    Unit.WORKING_MINUTE: _working("工作分钟", "minute", "个工作分钟"),
    Unit.WORKING_HOUR: _working("工作小时", "hour", "个工作小时"),
    Unit.WORKING_DAY: _working("个工作日", "day", "工作日", "workday", "workdays"),
}

MEASURES: dict[str, Name] = {
    name.zh: name
    for name in (
        Name("次", "time", "times"),
        Name("人", "person", "people"),
        Name("人次", "visit", "visits"),
        Name("分", "point", "points"),
        Name("个", "unit", "units"),
        Name("户", "household", "households"),
        Name("件", "case", "cases"),
        Name("台", "device", "devices"),
        Name("条", "entry", "entries"),
        Name("名", "member", "members"),
        Name("家", "company", "companies"),
        Name("级", "level", "levels"),
        Name("项", "item", "items"),
        Name("份", "copy", "copies"),
        Name("单", "ticket", "tickets"),
        Name("宗", "matter", "matters"),
        Name("笔", "transaction", "transactions"),
        Name("张", "sheet", "sheets"),
        Name("通", "call", "calls"),
        Name("页", "page", "pages"),
        Name("题", "question", "questions"),
        Name("门", "course", "courses"),
        Name("轮", "round", "rounds"),
        Name("班", "shift", "shifts"),
        Name("席", "seat", "seats"),
        Name("处", "site", "sites"),
        Name("倍", "fold", "fold"),
        Name("岁", "year of age", "years of age"),
        Name("字", "character", "characters"),
        Name("kbps", "kbps", "kbps"),
        Name("Mbps", "Mbps", "Mbps"),
        Name("Gbps", "Gbps", "Gbps"),
        Name("MB", "MB", "MB"),
        Name("GB", "GB", "GB"),
        Name("TB", "TB", "TB"),
    )
}

MONEY = Name("元", "yuan", "yuan", ("元人民币", "块钱", "cny", "rmb"))
PERCENT = Name("%", "percent", "percent", ("per cent",))
PER_MILLE = Name("‰", "per mille", "per mille")

PER: dict[str, Name] = {
    name.zh: name
    for name in (
        Name("秒", "second", "seconds", ("s",)),
        Name("分钟", "minute", "minutes", ("min",)),
        Name("小时", "hour", "hours", ("h",)),
        Name("日", "day", "days"),
        Name("工作日", "working day", "working days", ("个工作日", "business day")),
        Name("周", "week", "weeks", ("星期",)),
        Name("月", "month", "months", ("个月",)),
        Name("季度", "quarter", "quarters", ("个季度", "季")),
        Name("年", "year", "years"),
        *(MEASURES[word] for word in ("次", "人", "户", "件", "台", "条", "单", "班", "页", "MB")),
        MEASURES["GB"],
    )
}
"""What a rate may be for one of."""

_WEEK = ((7, "日"), (5, "个工作日"))
_QUARTER = ((3, "个月"),)

MISREAD: dict[str, tuple[tuple[int, str], ...]] = {
    "周": _WEEK,
    "星期": _WEEK,
    "个星期": _WEEK,
    "week": _WEEK,
    "weeks": _WEEK,
    "季度": _QUARTER,
    "个季度": _QUARTER,
    "quarter": _QUARTER,
    "quarters": _QUARTER,
    "月": ((1, "个月"),),
    "m": ((1, "分钟"), (1, "个月")),
}
"""Units that are none, or could be two, with what to write: how many of which unit make one."""
