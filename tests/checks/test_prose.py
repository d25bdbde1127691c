"""For whom a page of prose is written."""

import pytest

from guifan.checks.prose import audience_of
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
