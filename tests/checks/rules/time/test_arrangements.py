"""T24: slips of the pen in a notice of 2026 that is copied into the manual, one at a time."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.wording import message
from guifan.findings import Example, Finding

HEAD = """\
kind: manual
id: manual
title: 规范
language: 1
operator: 云川通信
edition: 一
chapters: [{id: general, number: 1, title: 总, about: 总}]
arranged_through: 2026
arrangements:
"""
YEAR = """\
  - year: 2026
    notice: 国办发明电〔2025〕7 号
    rests:
      - {title: 元旦, from: 2026-01-01, to: 2026-01-03}
      - {title: 春节, from: 2026-02-15, to: 2026-02-23}
      - {title: 清明节, from: 2026-04-04, to: 2026-04-06}
      - {title: 劳动节, from: 2026-05-01, to: 2026-05-05}
      - {title: 端午节, from: 2026-06-19, to: 2026-06-21}
      - {title: 中秋节, from: 2026-09-25, to: 2026-09-27}
      - {title: 国庆节, from: 2026-10-01, to: 2026-10-07}
    works: [2026-01-04, 2026-02-14, 2026-02-28, 2026-05-09, 2026-09-20, 2026-10-10]
"""


def found(text: str) -> list[Finding]:
    return [one for one in run_example(Example(text)).findings if one.code in ("T24", "X04")]


def told(text: str) -> list[tuple[str, int, str | None]]:
    """What is found: the message, the line, and what was probably meant."""
    return [
        (one.key, one.position.line, one.suggestion.text if one.suggestion else None)
        for one in found(text)
    ]


def test_the_notice_of_2026_is_right() -> None:
    assert found(HEAD + YEAR) == []


SLIPS = [
    # what is written, what instead, then the message, the line and the suggestion
    ("      - {title: 端午节, from: 2026-06-19, to: 2026-06-21}\n", "", "lacks-festival", 13, None),
    ("from: 2026-02-15, ", "from: 2026-02-17, ", "lacks-day", 14, "2026-02-16"),
    ("to: 2026-02-23}", "to: 2026-02-18}", "lacks-day", 14, "2026-02-19"),
    (
        "from: 2026-06-19, to: 2026-06-21",
        "from: 2026-06-20, to: 2026-06-21",
        "lacks-day",
        17,
        "2026-06-19",
    ),
    ("from: 2026-09-25, to: 2026-09-27", "from: 2026-08-25, to: 2026-08-27", "lacks-day", 18, None),
    ("02-15, to: 2026-02-23", "02-15, to: 2026-02-27", "long", 14, None),
    (
        "from: 2026-02-15, to: 2026-02-23",
        "from: 2025-02-15, to: 2025-02-23",
        "another-year",
        14,
        "2026-02-15",
    ),
    ("from: 2026-02-15", "from: 2025-02-15", "another-year", 14, "2026-02-15"),
    ("to: 2026-10-07", "to: 2027-10-07", "another-year", 19, "2026-10-07"),
    ("2026-10-10]", "2025-10-10]", "another-year", 20, "2026-10-10"),
    ("2026-10-10]", "2026-10-14]", "not-a-weekend", 20, None),
    ("2026-10-10]", "2026-10-03]", "rests-and-works", 20, None),
    ("2026-10-10]", "2026-09-20]", "day-twice", 20, None),
    (
        "to: 2026-06-21",
        "to: 2026-06-19}\n      - {title: 端午, from: 2026-06-19",
        "day-twice",
        18,
        None,
    ),
    ("arranged_through: 2026", "arranged_through: 2025", "arranged-later", 8, "2026"),
]


@pytest.mark.parametrize(("written", "instead", "key", "line", "meant"), SLIPS)
def test_a_slip_is_one_finding_at_its_place(
    written: str, instead: str, key: str, line: int, meant: str | None
) -> None:
    text = HEAD + YEAR
    assert written in text
    slips = told(text.replace(written, instead))
    assert slips == [(key, line, meant)]


def test_a_day_left_out_is_named() -> None:
    (one,) = found((HEAD + YEAR).replace("from: 2026-02-15", "from: 2026-02-18"))
    assert "2026 年 2 月 16 日、2026 年 2 月 17 日" in message(one, "zh-Hans")
    assert "2026-02-16 and 2026-02-17" in message(one, "en")


def test_a_long_rest_only_warns() -> None:
    (one,) = found((HEAD + YEAR).replace("to: 2026-02-23", "to: 2026-02-27"))
    assert (one.key, one.severity.value) == ("long", "W")


def test_a_year_is_arranged_once() -> None:
    assert told(HEAD + YEAR + YEAR) == [("arranged-twice", 21, None)]


def test_a_year_without_rest() -> None:
    assert told(HEAD + "  - {year: 2026, notice: 甲, rests: []}\n") == [("no-rest", 10, None)]


@pytest.mark.parametrize("year", ["1", "1900", "9999", "10000"])
def test_no_year_makes_it_crash(year: str) -> None:
    """Whatever is said of it, it is said by the rule and not by a crash."""
    text = (
        (HEAD + YEAR).replace("year: 2026", f"year: {year}").replace("through: 2026", "through: 1")
    )
    assert {one.code for one in run_example(Example(text)).findings} <= {"T24", "T23"}
    long = (HEAD + YEAR).replace("to: 2026-10-07", "to: 9999-12-31")
    assert "X04" not in {one.code for one in run_example(Example(long)).findings}
