"""For whom a page of prose is written."""

import pytest
from foldered import SHARED_LINES

from guifan.checks.examples import BASE
from guifan.checks.prose import audience_of, judge
from guifan.checks.reading import read_standards
from guifan.language.model import Audience
from guifan.language.source import Source


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("---\naudience: public\n---\n", Audience.PUBLIC),
        ("---\ntitle: 一\naudience: 对外  # 给客户\n---\n", Audience.PUBLIC),
        ("---\naudience: internal\n---\n", Audience.INTERNAL),
        ("---\ntitle: 一\n---\naudience: public\n", Audience.INTERNAL),
        ("audience: public\n", Audience.INTERNAL),
        ("", Audience.INTERNAL),
    ],
)
def test_prose_is_internal_unless_it_says_otherwise(text: str, audience: Audience) -> None:
    assert audience_of(Source("content/x.md", text)) is audience


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由【班长】跟进\n", ["R01 title-in-brackets content/x.md:1:3"]),
        ("先看\n由【Shift_Leader】跟进\n", ["R01 near-id content/x.md:2:3"]),
        ("【注意】由【shift-leader】跟进，`【班长】`、\\【班长】不算\n", []),
    ],
)
def test_a_title_in_brackets_is_found_in_prose(text: str, found: list[str]) -> None:
    sources = [Source(f"standards/{at}.yaml", one + SHARED_LINES) for at, one in enumerate(BASE)]
    findings = list(judge([Source("content/x.md", text)], read_standards(sources).corpus))
    assert [f"{one.code} {one.key} {one.position}" for one in findings] == found
    assert {one.suggestion.text for one in findings if one.suggestion} <= {"shift-leader"}
