"""What a reader can do with an item: edit it, report a problem with it, cite it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import rendering
from marked import Tags

from guifan.language.model import Audience
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

EDIT = "https://git.example/edit/{file}#L{line}"
REPORT = "mailto:desk@example.test?subject={id} v{version} {title}"


def _links(manual_root: Path, audience: Audience) -> list[str]:
    corpus = open_folder(manual_root).corpus
    made = rendering.renderer(corpus, audience=audience)
    made.settings = replace(made.settings, edit_url=EDIT, report_url=REPORT)
    html = made.render(made.book.pages["limits/complaint-answer"]).html
    return [str(attributes["href"]) for tag, attributes in Tags(html).opened if tag == "a"]


def _line_of(manual_root: Path, file: str, text: str) -> int:
    lines = (manual_root / file).read_text(encoding="utf-8").splitlines()
    return lines.index(text) + 1


def test_an_item_is_edited_at_its_line(manual_root: Path) -> None:
    file = "standards/complaints/handling/limits.yaml"
    line = _line_of(manual_root, file, "  - id: complaint-answer")
    assert f"https://git.example/edit/{file}#L{line}" in _links(manual_root, Audience.INTERNAL)


def test_customers_are_not_shown_where_items_are_edited(manual_root: Path) -> None:
    assert not [one for one in _links(manual_root, Audience.PUBLIC) if "git.example" in one]


def test_a_problem_is_reported_with_id_version_and_title(manual_root: Path) -> None:
    found = [one for one in _links(manual_root, Audience.INTERNAL) if one.startswith("mailto:")]
    title = "%E6%8A%95%E8%AF%89%E7%AD%94%E5%A4%8D"  # 投诉答复 in UTF-8
    assert found == [f"mailto:desk@example.test?subject=complaint-answer v1 {title}"]
