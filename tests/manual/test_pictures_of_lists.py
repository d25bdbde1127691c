"""Pictures on the pages of named lists, matrices and metrics: drawn from what the items say."""

from __future__ import annotations

import rendering

CYCLE = """\
kind: taxonomy
id: ring
title: 三步
members:
  - id: one
    title: 定
  - id: two
    title: 做
  - id: three
    title: 查
cycle: 是
"""

GAPS = """\
kind: taxonomy
id: gaps
title: 差距
members:
  - id: first
    title: 理解差距
    between:
      - 客户的期望
      - 我们的认识
  - id: second
    title: 标准差距
    between:
      - 我们的认识
      - 写下的标准
"""

TREE = """\
kind: taxonomy
id: worth
title: 客户价值
members:
  - id: gain
    title: 得到
  - id: result
    title: 结果
    under: gain
"""

FORCES = """\
kind: matrix
id: field
title: 力场
sort: forces
about: 看哪边重。
rows:
  - id: people
    title: 人
columns:
  - id: drives
    title: 助力
  - id: holds
    title: 阻力
cells:
  - row: people
    column: drives
    says: 总经理支持
    strength: 5
  - row: people
    column: holds
    says: 老习惯
    strength: 2
"""

IMPORTANCE = """\
kind: matrix
id: grid
title: 重要性与表现
sort: importance
about: 看哪里先改。
rows:
  - id: high
    title: 重要
  - id: low
    title: 不重要
columns:
  - id: bad
    title: 差
  - id: good
    title: 好
cells:
  - row: high
    column: bad
    says: 等候
  - row: high
    column: good
    says: 态度
  - row: low
    column: good
    says: 赠品
"""


def _page(text: str, path: str) -> str:
    return rendering.pages(rendering.corpus_of(text))[path].html


def test_a_cycle_is_drawn_from_its_last_member_back_to_its_first() -> None:
    html = _page(CYCLE, "taxonomies/ring")
    assert "从「查」到「定」：再来一轮。" in html
    assert 'href="#two"' in html


def test_gaps_are_drawn_between_the_sides_that_they_name() -> None:
    html = _page(GAPS, "taxonomies/gaps")
    assert "从「客户的期望」到「我们的认识」：理解差距。" in html
    assert "从「我们的认识」到「写下的标准」：标准差距。" in html


def test_members_under_each_other_are_drawn_as_a_hierarchy() -> None:
    assert "得到包括：结果。" in _page(TREE, "taxonomies/worth")


def test_a_plain_list_has_no_picture() -> None:
    assert "<svg" not in _page(CYCLE.replace("cycle: 是", "cycle: 否"), "taxonomies/ring")


def test_forces_are_told_with_their_row_and_strength() -> None:
    html = _page(FORCES, "matrices/field")
    assert "助力：人：总经理支持，力度 5。" in html
    assert "助力合计 5，阻力合计 2。" in html


def test_what_matters_and_is_done_badly_comes_first() -> None:
    html = _page(IMPORTANCE, "matrices/grid")
    first, keep = html.index("先改"), html.index("保持")
    assert first < html.index("等候") < keep < html.index("态度") < html.index("赠品")
    assert html.count("gf-urgency-first") == 1
