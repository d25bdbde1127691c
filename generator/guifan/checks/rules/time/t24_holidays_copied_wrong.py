"""T24: an arrangement of holidays in the manual that is no copy of any notice."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording, listed
from guifan.proof.calendar.arranged import Slip, slips
from guifan.proof.told import a_day
from guifan.temporal.festivals import Festival


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare every arrangement with its year and with the days of rest that the law gives."""
    if corpus.manual is None:
        return
    found = list(slips(corpus.manual))
    for slip in found:
        suggestion = Suggestion(str(slip.meant)) if slip.meant is not None else None
        place = Place(corpus.manual.id, slip.path)
        yield Match(place, slip.key, _facts(slip), suggestion=suggestion, warns=slip.warns)
    if not found:
        yield None


def _facts(slip: Slip) -> dict[str, object]:
    return {name: _said(value) for name, value in slip.about.items()}


_ENGLISH = {Festival.SPRING: "Spring Festival", Festival.LABOUR: "Labour Day"}
"""What the library calls otherwise than the rest of the English."""


def _said(value: object) -> object:
    if isinstance(value, date):
        return a_day(value)
    if isinstance(value, Festival):
        return Wording(zh=value.chinese, en=_ENGLISH.get(value, value.value))
    if isinstance(value, tuple):
        return listed(a_day(day) for day in value)
    return value


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
arrangements:
  - year: 2026
    notice: 国办发明电〔2025〕7 号
    rests:
      - {title: 元旦, from: 2026-01-01, to: 2026-01-03}
      - {title: 春节, from: 2026-02-15, to: 2026-02-23}
      - {title: 清明节, from: 2026-04-04, to: 2026-04-06}
"""

_AFTER = """\
      - {title: 端午节, from: 2026-06-19, to: 2026-06-21}
      - {title: 中秋节, from: 2026-09-25, to: 2026-09-27}
      - {title: 国庆节, from: 2026-10-01, to: 2026-10-07}
    works: [2026-01-04, 2026-02-14, 2026-02-28, 2026-05-09, 2026-09-20, 2026-10-10]
"""


RULE = Rule(
    code="T24",
    name="holidays-copied-wrong",
    severity=Severity.ERROR,
    finds=Wording(
        zh="手册里照抄的节假日安排抄漏或抄错：少了法定节日，或者写了别的年份的日子。",
        en="An arrangement of holidays in the manual leaves out a holiday, or has impossible days.",
    ),
    why=Wording(
        zh=(
            "《全国年节及纪念日放假办法》规定全年放假 13 天（2024 年修订，2025 年起），通知只在前后"
            "调休。漏抄一天，所有按工作日数的时限都早到期一天，客户按手册来问，我们说不清。"
        ),
        en=(
            "By the regulations on public holidays thirteen days a year are of rest (as revised in "
            "2024), and a notice only arranges weekends around them. A day left out moves every "
            "deadline in working days."
        ),
    ),
    messages={
        "no-rest": Wording(
            zh="{year} 年的安排里没有写放假的日子。请照通知写上；通知还没有公布的，删去这条安排。",
            en=(
                "The arrangement of {year} has no day of rest. Copy them from the notice, or "
                "delete the arrangement until there is one."
            ),
        ),
        "lacks-festival": Wording(
            zh="{year} 年的安排里没有{festival}：{days}法定放假。请照通知补上这一段假期。",
            en=(
                "The arrangement of {year} has no {festival}: by law {days} {days:is a day|are "
                "days} of rest. Add {days:it|them} as the notice has it."
            ),
        ),
        "lacks-day": Wording(
            zh="“{rest}”没有包括 {year} 年{festival}法定放假的 {days}。请核对通知，改正起止日期。",
            en=(
                "“{rest}” leaves out {days}, by law {days:a day|days} of rest for {festival} of "
                "{year}. Check it against the notice, and correct its days."
            ),
        ),
        "long": Wording(
            zh="“{rest}”连续放假 {days} 天。还没有哪一年的通知安排过 {most} 天以上，请核对日期。",
            en=(
                "“{rest}” lasts {days} {days:day|days}; no notice ever arranged more than {most} "
                "in a row. Look at its days again."
            ),
        ),
        "another-year": Wording(
            zh="{day}不是 {year} 年的日子，也不在上一年的十二月。请核对通知，改正日期或年份。",
            en=(
                "{day} is neither in {year} nor in the December before. Check it against the "
                "notice, and correct the date or the year."
            ),
        ),
        "day-twice": Wording(
            zh="{day}已经在前面写过了，请删去重复的。",
            en="{day} is already written above. Delete one of the two.",
        ),
        "rests-and-works": Wording(
            zh="{day}既写了放假（{rest}），又写了上班。请核对通知。",
            en="{day} is given both as a day of rest ({rest}) and as one worked. See the notice.",
        ),
        "not-a-weekend": Wording(
            zh="{day}不是周六或周日，本来就上班。这里只写通知要求上班的周末，请核对日期。",
            en=(
                "{day} is no Saturday or Sunday and is worked anyway. Only weekends that the "
                "notice makes working days stand here: look at the date again."
            ),
        ),
        "arranged-twice": Wording(
            zh="{year} 年的安排写了两次，请只留一个。",
            en="The year {year} is arranged twice. Keep one of the two.",
        ),
        "arranged-later": Wording(
            zh=(
                "节假日安排写到了 {year} 年，这里却说只公布到 {through} 年。通知已经公布的，请把这"
                "里改成 {year}。"
            ),
            en=(
                "The holidays are arranged up to {year}, but this says that only those up to "
                "{through} are published. If the notice is out, write {year} here."
            ),
        ),
    },
    bad=Example(
        f"""{_MANUAL}\
      - {{title: 劳动节, from: 2026-05-02, to: 2026-05-05}}
                           ^^^^^^^^^^
{_AFTER}"""
    ),
    mended=Example(
        f"""{_MANUAL}\
      - {{title: 劳动节, from: 2026-05-01, to: 2026-05-05}}
{_AFTER}"""
    ),
    check=check,
)
