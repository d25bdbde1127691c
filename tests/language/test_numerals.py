"""Chinese numerals against a table made another way: by hand-written shapes, digit by digit."""

from decimal import Decimal

import pytest

from guifan.language.numerals import read_number, write_chinese

D = dict(enumerate("零一二三四五六七八九"))


def below_hundred() -> dict[int, str]:
    table = {number: D[number] for number in range(1, 10)}
    for tens in range(1, 10):
        head = "十" if tens == 1 else f"{D[tens]}十"
        table[tens * 10] = head
        table |= {tens * 10 + ones: head + D[ones] for ones in range(1, 10)}
    return table


def below_myriad() -> dict[int, str]:
    """By cases, as a school book lists them."""
    small = below_hundred()
    inside = {n: (f"一{word}" if 10 <= n <= 19 else word) for n, word in small.items()}
    table = dict(small)
    for hundreds in range(1, 10):
        head = f"{D[hundreds]}百"
        table[hundreds * 100] = head
        for rest, word in inside.items():
            table[hundreds * 100 + rest] = head + ("零" if rest < 10 else "") + word
    hundreds_table = {n: word for n, word in table.items() if n >= 100}
    for thousands in range(1, 10):
        head = f"{D[thousands]}千"
        table[thousands * 1000] = head
        for rest, word in inside.items():
            table[thousands * 1000 + rest] = f"{head}零{word}"
        for rest, word in hundreds_table.items():
            table[thousands * 1000 + rest] = head + word
    return table


def test_every_numeral_up_to_9999() -> None:
    table = below_myriad()
    assert sorted(table) == list(range(1, 10000))
    assert {n: write_chinese(n) for n in table} == table
    assert [read_number(table[n]) for n in range(1, 10000)] == list(range(1, 10000))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两千零八", 2008),
        ("两百", 200),
        ("一十五", 15),
        ("十万", 100000),
        ("一百二十万零三百", 1200300),
        ("三亿零五万", 300050000),
        ("5 万", 50000),
        ("1.5万", 15000),
        ("3 千万", 30000000),
        ("1,234,567.80", Decimal("1234567.80")),
        ("半", Decimal("0.5")),
        ("三个半", Decimal("3.5")),
        ("2 个半", Decimal("2.5")),
    ],
)
def test_other_numbers(text: str, number: int | Decimal) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "二〇二六",
        "五三",
        "两三",
        "十百",
        "百十",
        "零五",
        "万",
        "一万亿",
        "1,00",
        "1.",
        "１",
        "个半",
    ],
)
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None
