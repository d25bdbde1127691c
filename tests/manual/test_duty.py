"""Who is on duty, and who stands in at night."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rendering

from guifan.language.catalogues import translator
from guifan.manual.views.duty import Duty, view
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.manual.render import Rendered, Renderer


@pytest.fixture(scope="module")
def made(manual_root: Path) -> Renderer:
    return rendering.renderer(open_folder(manual_root).corpus)


@pytest.fixture(scope="module")
def duties(made: Renderer) -> dict[str, Duty]:
    """By post."""
    shown: Any = view(made.book, made.book.pages["duty/index"], translator("zh-Hans"))
    posts = [one.role.id for one in shown["duties"]]
    assert len(posts) == len(set(posts)), "a row a post"
    return {one.role.id: one for one in shown["duties"]}


@pytest.fixture(scope="module")
def page(made: Renderer) -> Rendered:
    return made.render(made.book.pages["duty/index"])


def _night(duty: Duty) -> str:
    return duty.night.id if duty.night else ""


@pytest.mark.parametrize("post", ["hotline-agent", "online-agent", "duty-manager"])
def test_a_post_with_a_night_shift_is_there_itself(duties: dict[str, Duty], post: str) -> None:
    assert _night(duties[post]) == post
    assert not duties[post].on_call


def test_a_post_without_one_has_somebody_who_is_there(duties: dict[str, Duty]) -> None:
    assert _night(duties["shop-clerk"]) not in ("", "shop-clerk")
    assert not duties["shop-clerk"].on_call


def test_somebody_awake_comes_before_the_post_itself_on_call(duties: dict[str, Duty]) -> None:
    manager = duties["complaint-manager"]
    assert any(one.shift.on_call for _, turns in manager.turns for one in turns)
    assert _night(manager) == "duty-manager"
    assert not manager.on_call


def test_a_post_has_its_shifts_of_all_rotas_in_one_row(duties: dict[str, Duty]) -> None:
    rotas = [rota.id for rota, _ in duties["shift-leader"].turns]
    assert rotas[:2] == ["hotline-rota", "online-rota"]
    assert [rota.id for rota, _ in duties["complaint-manager"].turns] == [
        "complaint-rota",
        "command-duty-rota",
    ]


def test_a_post_on_call_is_never_said_to_be_at_its_desk(page: Rendered) -> None:
    row = page.html.split("roles/emergency-secretary/")[1].split("</tr>")[0]
    assert "听班</span>" in row
    assert "现在听班" in row
    assert ">现在</span>" not in row
    assert "本岗在岗" not in row


def test_a_shift_through_the_night_is_two_stretches_of_every_day(duties: dict[str, Duty]) -> None:
    ((_, turns),) = duties["hotline-agent"].turns
    week = next(one.week for one in turns if one.shift.id == "night").split()
    assert week[:2] == ["0-480", "1425-1440"]
    assert week[-1] == f"{6 * 1440 + 1425}-{7 * 1440}"
