"""The indexes of numbers, metrics and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rendering
from specimens import specimens

from guifan.language.catalogues import translator
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.role import Role
from guifan.manual.views.metrics import view
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.manual.render import Renderer


@pytest.fixture(scope="module")
def made(manual_root: Path) -> Renderer:
    return rendering.renderer(open_folder(manual_root).corpus)


def test_every_metric_stands_once_under_its_family(made: Renderer) -> None:
    shown: Any = view(made.book, made.book.pages["metrics/index"], translator("zh-Hans"))
    found = {title: [one.id for one in metrics] for title, metrics in shown["families"]}
    assert list(found) == ["可靠性", "响应速度", "满意程度", "效率", "安全性"]
    listed = [name for names in found.values() for name in names]
    assert sorted(listed) == sorted(one.id for one in made.book.corpus.of(Metric))


def test_a_metric_shows_when_to_worry_and_who_reports_it(made: Renderer) -> None:
    html = made.render(made.book.pages["metrics/index"]).html
    row = html.split('href="answer-rate-15s/"')[1].split("</tr>")[0]
    metric = made.book.corpus.one(Metric, "answer-rate-15s")
    assert metric
    for value in (metric.target, metric.warning, metric.red):
        assert str(value).replace(" ", "") in row.replace(" ", "")
    assert f"/{metric.reported_by}/" in row


def test_what_a_post_may_grant_is_found_by_the_word_authority(made: Renderer) -> None:
    html = made.render(made.book.pages["numbers/index"]).html
    rows = [row.split("</tr>")[0] for row in html.split("<tr>")[1:]]
    amounts = sum(
        bool(getattr(one, name))
        for role in made.book.corpus.of(Role)
        for one in role.authority
        for name in ("per_case", "per_customer", "per_year")
    )
    assert len([row for row in rows if "权限 · " in row]) == amounts > 0


def test_a_metric_of_no_known_family_is_not_lost() -> None:
    pages = rendering.pages(specimens(lambda key: f"正文 {key}"))
    assert ("metrics/the-metric", "") in pages["metrics/index"].links
