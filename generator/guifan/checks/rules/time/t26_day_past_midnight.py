"""T26: a calendar of the manual whose working day goes on past midnight."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.hours import DAY_MINUTES, Hours
from guifan.language.nodes import Path


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every calendar by which limits are counted; the hours of rotas may be any."""
    if corpus.manual is None:
        return
    for at, calendar in enumerate(corpus.manual.calendars):
        places: list[tuple[Path, Hours]] = [(("calendars", at, "hours"), calendar.hours)]
        for each, exception in enumerate(calendar.exceptions):
            if exception.hours is not None:
                places.append((("calendars", at, "exceptions", each, "hours"), exception.hours))
        for path, hours in places:
            facts = {
                "title": calendar.title,
                "hours": Wording(zh=hours.say("zh-Hans"), en=hours.say("en")),
            }
            match = Match(Place(corpus.manual.id, path), "past-midnight", facts)
            yield match if _crosses_midnight(hours) else None


def _crosses_midnight(hours: Hours) -> bool:
    """Whether some day goes on into the next; what never closes has no day that ends."""
    for day, after in zip(hours.week, (*hours.week[1:], hours.week[0]), strict=True):
        if not day or not after:
            continue
        last, first = day[-1], after[0]
        meets = last.end.minutes == DAY_MINUTES and first.start.minutes == 0
        if meets and not (last.start.minutes == 0 and first.end.minutes == DAY_MINUTES):
            return True
    return False


_MANUAL = """\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2026
chapters:
  - {id: general, number: 1, title: 总则, about: 服务的宗旨与原则}
calendars:
  - id: office
    title: 行政班
"""

RULE = Rule(
    code="T26",
    name="day-past-midnight",
    severity=Severity.ERROR,
    finds=Wording(
        zh="手册日历的一个工作日跨过零点，数不清时限的最后一天几点截止。",
        en="A working day of a calendar goes on past midnight: nobody knows when a last day ends.",
    ),
    why=Wording(
        zh=(
            "时限按日历的工作日数，最后一天到下班为止。把 08:30–17:30 写成 17:30–08:30，白天都成了"
            "下班时间，每一条时限都会算错。值班跨夜，写在排班表里，不写在日历里。"
        ),
        en=(
            "Limits count the working days of a calendar, and the last one ends at its close. With "
            "17:30–08:30 for 08:30–17:30 the office is shut all day and every deadline is wrong. "
            "Shifts over the night belong in a rota, not in a calendar."
        ),
    ),
    messages={
        "past-midnight": Wording(
            zh=(
                "日历“{title}”的时间跨过零点，算出来是 {hours}。请核对上下班的钟点是不是写反了；"
                "值班跨夜的，写在排班表里。"
            ),
            en=(
                "The hours of the calendar “{title}” go on past midnight: {hours}. See whether "
                "opening and closing are the wrong way round; shifts over the night go in a rota."
            ),
        ),
    },
    bad=Example(
        f"""{_MANUAL}\
    hours: 周一至周五 17:30–08:30；法定节假日除外
           ^^^^^^^^^^^^^^^^^^^^^^^^^
"""
    ),
    mended=Example(
        f"""{_MANUAL}\
    hours: 周一至周五 08:30–17:30；法定节假日除外
"""
    ),
    check=check,
)
