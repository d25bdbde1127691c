"""A data item's page: how long the data are kept, and which limit says so."""

from __future__ import annotations

import pytest
import rendering
from marked import Tags

from guifan.corpus.editions import edition
from guifan.language.model import Audience

DATA = """\
--- standards/data.yaml
kind: data-item
id: phone
title: 电话
audience: public
purposes: [service]
basis: contract
kinds: [电话]
sensitive: 否
{keep}
keep_from: 服务终止
access: [shift-leader]
"""
LIMIT = """\
--- standards/limit.yaml
kind: limit
id: record-keep
title: 记录保存多久
value: 2 年
"""


@pytest.mark.parametrize("keep", ["keep: 2 年", "keep_by: record-keep"])
def test_how_long_is_told_where_it_stands_and_where_a_limit_says_it(keep: str) -> None:
    corpus = rendering.corpus_of(DATA.format(keep=keep) + LIMIT)
    made = rendering.renderer(corpus)
    html = made.render(made.book.pages["data-items/phone"]).html
    assert not Tags(html).faults
    assert "<b>2 年</b>" in html
    assert ("记录保存多久" in html) == keep.startswith("keep_by")


def test_a_limit_that_customers_may_not_read_is_not_printed_to_them() -> None:
    corpus = rendering.corpus_of(DATA.format(keep="keep_by: record-keep") + LIMIT)
    public = rendering.renderer(edition(corpus, Audience.PUBLIC), audience=Audience.PUBLIC)
    html = public.render(public.book.pages["data-items/phone"]).html
    assert "2 年" not in html
    assert "记录保存多久" not in html
