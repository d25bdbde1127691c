"""A page cut at its headings: what stands where, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.search.sections import Section, sections


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>只有正文</p>", [("", "", "只有正文")]),
        (
            '<h1 id="a">名称</h1><p>一</p><h2 id="b">怎么做'
            '<a class="headerlink" href="#b">¶</a></h2>'
            "<ul><li>二</li><li>三</li></ul>",
            [("a", "名称", "一"), ("b", "怎么做", "二 三")],
        ),
        ("<h2>没有锚点的标题</h2><p>文</p>", [("", "", "没有锚点的标题 文")]),
        (
            "<p>留</p><div data-search-exclude><p>去<b>掉</b></p><div>也去</div></div><p>也留</p>",
            [("", "", "留 也留")],
        ),
        (
            "<p>甲<svg><text>图</text></svg><script>a<b</script><style>p{}</style>乙</p>",
            [("", "", "甲 乙")],
        ),
        ("<p>a &amp; b &lt;c&gt; 3&nbsp;日</p>", [("", "", "a & b <c> 3 日")]),
        ("<p>一<b>个</b><a href='x>y'>词</a><br>另一行</p>", [("", "", "一个词 另一行")]),
        ("<!-- <h1 id='x'>注</h1> --><p>文</p>", [("", "", "文")]),
        ('<p title="a > b">文</p>', [("", "", "文")]),
        ('<h2 id="q&quot;q">引</h2>', [('q"q', "引", "")]),
        ("", []),
    ],
)
def test_a_page_is_cut_at_its_headings(html: str, expected: list[tuple[str, str, str]]) -> None:
    found = sections(html)
    assert [(one.anchor, one.heading, one.text.replace("  ", " ")) for one in found] == expected


@given(st.text(alphabet="<>/=\"' abdhip123!-投诉&;", max_size=80))
def test_odd_html_is_cut_without_an_error(html: str) -> None:
    assert all(isinstance(one, Section) for one in sections(html))
