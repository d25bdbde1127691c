"""Who is on duty, and who stands in at night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rendering

from guifan.language.catalogues import translator
from guifan.manual.views.duty import Duty, view
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path


def _duties(manual_root: Path) -> dict[tuple[str, str], Duty]:
    """By rota and post; posts on no rota under an empty name."""
    book = rendering.renderer(open_folder(manual_root).corpus).book
    shown = view(book, book.pages["duty/index"], translator("zh-Hans"))
    found = {("", one.role.id): one for one in shown["others"]}  # type: ignore[attr-defined]
    for rota, duties in shown["desks"]:  # type: ignore[attr-defined]
        found |= {(rota.id, one.role.id): one for one in duties}
    return found


def _night(manual_root: Path) -> dict[tuple[str, str], str]:
    return {at: one.night.id if one.night else "" for at, one in _duties(manual_root).items()}


def test_a_post_with_a_night_shift_is_there_itself(manual_root: Path) -> None:
    night = _night(manual_root)
    for rota, post in (
        ("hotline-rota", "hotline-agent"),
        ("online-rota", "online-agent"),
        ("duty-manager-rota", "duty-manager"),
    ):
        assert night[rota, post] == post


def test_a_post_without_one_has_somebody_who_is_there(manual_root: Path) -> None:
    night = _night(manual_root)
    assert night["complaint-rota", "complaint-manager"] == "duty-manager"
    assert night["shop-rota", "shop-clerk"] not in ("", "shop-clerk")


def test_a_shift_through_the_night_is_two_stretches_of_every_day(manual_root: Path) -> None:
    shifts = _duties(manual_root)["hotline-rota", "hotline-agent"].shifts
    week = next(week for shift, week in shifts if shift.id == "night").split()
    assert week[:2] == ["0-480", "1425-1440"]
    assert week[-1] == f"{6 * 1440 + 1425}-{7 * 1440}"
