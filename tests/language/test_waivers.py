"""Waivers: which line they cover, what they need, and what only looks like one."""

from datetime import date

import pytest

from guifan.language.source import Source
from guifan.language.waivers import scan, scan_markdown

GOOD = "guifan: allow T03 until=2027-03-31 reason=两条 款正在合并"


def covered(text: str) -> list[tuple[str, int]]:
    waivers, findings = scan(Source("a.yaml", text))
    assert findings == ()
    return [(waiver.code, waiver.line) for waiver in waivers]


def test_a_waiver_says_what_until_when_and_why() -> None:
    ((waiver,), findings) = scan(Source("a.yaml", f"a: b\r\nc: d   # {GOOD}\r\n"))
    assert findings == ()
    assert waiver.code == "T03"
    assert waiver.until == date(2027, 3, 31)
    assert waiver.reason == "两条 款正在合并"
    assert str(waiver.position) == "a.yaml:2:8"
    assert waiver.line == 2


def test_above_a_line_it_covers_the_next_written_one() -> None:
    assert covered(f"a: b\n# {GOOD}\n\n# 说明\nc: d\n") == [("T03", 5)]


def test_several_may_stand_above_one_line() -> None:
    other = GOOD.replace("T03", "W01")
    assert covered(f"# {GOOD}\n# {other}\nc: d\n") == [("T03", 3), ("W01", 3)]


def test_at_the_end_of_a_file_it_covers_itself() -> None:
    assert covered(f"a: b\n# {GOOD}\n") == [("T03", 2)]


@pytest.mark.parametrize(
    "text",
    [
        f"a: '# {GOOD}'\n",
        f'a: "一\n  # {GOOD}\n  二"\n',
        f"a: |\n  # {GOOD}\nb: c\n",
        f"a: >-\n  甲\n  # {GOOD}\n",
        f"a: b#{GOOD}\n",
        "a: b # guifan 说明\n",
    ],
)
def test_what_stands_in_a_text_is_no_waiver(text: str) -> None:
    assert scan(Source("a.yaml", text)) == ((), ())


def test_comments_beside_texts_count() -> None:
    assert covered(f"a: |  # {GOOD}\n  甲\n# {GOOD}\nb: 'x # y'   # {GOOD}\n") == [
        ("T03", 1),
        ("T03", 4),
        ("T03", 4),
    ]


@pytest.mark.parametrize(
    ("rest", "key", "arguments"),
    [
        ("ignore T03", "no-allow", {"found": "ignore"}),
        ("", "no-allow", {"found": ""}),
        ("allow until=2027-03-31 reason=x", "no-code", {"found": ""}),
        ("allow steps-exceed-limit until=2027-03-31 reason=x", "no-code", None),
        ("allow T03 W01 until=2027-03-31 reason=x", "no-code", {"found": "T03 W01"}),
        ("allow T03 reason=until=2027-03-31", "no-date", {"code": "T03"}),
        ("allow T03 until=2027-02-29 reason=x", "bad-date", {"code": "T03", "found": "2027-02-29"}),
        ("allow T03 until=20270331 reason=x", "bad-date", {"code": "T03", "found": "20270331"}),
        ("allow T03 until= reason=x", "bad-date", {"code": "T03", "found": ""}),
        ("allow T03 until=2027-03-31", "no-reason", {"code": "T03"}),
        ("allow T03 until=2027-03-31 reason=  ", "no-reason", {"code": "T03"}),
    ],
)
def test_a_malformed_waiver_says_what_it_lacks(
    rest: str, key: str, arguments: dict[str, object] | None
) -> None:
    waivers, (finding,) = scan(Source("a.yaml", f"a: b   # guifan: {rest}\n"))
    assert waivers == ()
    assert (finding.code, finding.key) == ("X03", key)
    assert arguments is None or finding.arguments == arguments
    assert (finding.position.line, finding.position.column) == (1, 8)


def test_waivers_before_a_fault_are_read() -> None:
    waivers, _ = scan(Source("a.yaml", f"a: b   # {GOOD}\nc: [\n"))
    assert [waiver.line for waiver in waivers] == [1]


def test_markdown_waivers_stand_in_html_comments() -> None:
    text = f"# 说明\n\n<!-- {GOOD} -->\n\n三日内答复。\n再答复 <!-- {GOOD} -->\n"
    waivers, findings = scan_markdown(Source("a.md", text))
    assert findings == ()
    assert [(waiver.line, waiver.reason) for waiver in waivers] == [
        (5, "两条 款正在合并"),
        (6, "两条 款正在合并"),
    ]


@pytest.mark.parametrize(
    "text",
    [f"```\n<!-- {GOOD} -->\n```\n", f"~~~~\n```\n<!-- {GOOD} -->\n~~~~\n", f"`<!-- {GOOD} -->`\n"],
)
def test_code_in_markdown_holds_no_waivers(text: str) -> None:
    assert scan_markdown(Source("a.md", text)) == ((), ())


def test_a_malformed_markdown_waiver_is_reported() -> None:
    _, (finding,) = scan_markdown(Source("a.md", "甲 <!-- guifan: allow W01 -->\n"))
    assert (finding.key, str(finding.position)) == ("no-date", "a.md:1:3")
