"""A form on paper leaves room where the answer is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rendering

from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_a_field_whose_answer_is_long_has_a_taller_row(manual_root: Path) -> None:
    made = rendering.renderer(open_folder(manual_root).corpus)
    html = made.render(made.book.pages["forms/complaint-ticket"]).html
    rows = {row.split('"')[1]: "gf-long" in row.split(">")[0] for row in html.split("<tr ")[1:]}
    assert [rows[name] for name in ("happened", "progress")] == [True, True]
    assert [rows[name] for name in ("customer-name", "received-at")] == [False, False]
