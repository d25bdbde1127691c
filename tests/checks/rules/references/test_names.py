"""R08: words that several businesses may share, and the title of one that no other may take."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example

BUSINESS = """\
--- standards/{id}.yaml
kind: service
id: {id}
title: {title}
also: [{also}]
sort: business
about: 客户来办
"""


@pytest.mark.parametrize(
    ("also", "lines"),
    [
        ("换密码", []),  # what customers call both: they are shown both
        ("重置密码", [4]),
    ],
)
def test_a_business_goes_by_no_title_of_another(also: str, lines: list[int]) -> None:
    text = BUSINESS.format(id="a-reset", title="重置密码", also="换密码")
    text += BUSINESS.format(id="b-end", title="解约", also=also)
    hits = [one for one in run_example(Example(text)).findings if one.code == "R08"]
    assert [one.position.line for one in hits] == lines
