"""A page shown before its build is the page of that build; what it cannot show, it leaves to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from previewed import LIMITS, TERMS, left, rewrite
from previewed import VALUES as TEXTS

from guifan.language.model import Audience
from guifan.publish.preview import Preview, Stage

if TYPE_CHECKING:
    from pathlib import Path

VALUES = [(LIMITS, "within: 3 日", "within: 5 日"), *TEXTS]
"""Changes of what items say."""

FRAMES = [
    (LIMITS, "title: 退款时限", "title: 退款期限"),
    (TERMS, "id: secret-visit\n", "id: quiet-visit\n"),
    (TERMS, "kind: term\nplace: basics", "kind: term\nplace: returns"),
    ("standards/manual.yaml", "title: 退换\n", "title: 退货换货\n"),
    (LIMITS, "within: 3 日", "within: 四日半"),
]
"""Changes of which another arrangement comes, or none at all."""


def shown(preview: Preview, stage: Stage) -> dict[str, bytes | None]:
    return {address: preview.page(address) for address in stage.addresses}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(("file", "old", "new"), VALUES)
def test_pages_are_those_of_the_next_build(
    file: str, old: str, new: str, audience: Audience, own_shop: Path
) -> None:
    _, stage = left(own_shop, audience)
    preview = Preview(stage)
    rewrite(own_shop, file, old, new)
    assert preview.take(file)
    early = shown(preview, stage)
    site, _ = left(own_shop, audience)
    assert early == {address: (site / address).read_bytes() for address in early}


def test_a_change_taken_back_shows_what_was_built(own_shop: Path) -> None:
    site, stage = left(own_shop)
    preview = Preview(stage)
    rewrite(own_shop, LIMITS, "within: 3 日", "within: 5 日")
    assert preview.take(LIMITS)
    assert "5 日".encode() in (preview.page("limits/refund/index.html") or b"")
    rewrite(own_shop, LIMITS, "within: 5 日", "within: 3 日")
    assert preview.take(LIMITS)
    assert not any(shown(preview, stage).values())
    assert "3 日".encode() in (site / "limits/refund/index.html").read_bytes()


def test_a_file_that_is_as_it_was_is_no_change(own_shop: Path) -> None:
    preview = Preview(left(own_shop)[1])
    assert not preview.take(LIMITS)
    assert not preview.take("standards/nowhere.yaml")
    rewrite(own_shop, LIMITS, "within: 3 日", "within: 5 日")
    assert preview.take(LIMITS)
    assert not preview.take(LIMITS)


@pytest.mark.parametrize(("file", "old", "new"), FRAMES)
def test_what_takes_a_build_waits_for_it_and_so_does_all_else(
    file: str, old: str, new: str, own_shop: Path
) -> None:
    _, stage = left(own_shop)
    preview = Preview(stage)
    rewrite(own_shop, LIMITS, "value: 35 元", "value: 45 元")
    assert preview.take(LIMITS)
    rewrite(own_shop, file, old, new)
    assert not preview.take(file)
    assert not any(shown(preview, stage).values())
    rewrite(own_shop, file, new, old)
    assert preview.take(file)
    assert "45 元".encode() in b"".join(filter(None, shown(preview, stage).values()))


def test_a_file_that_comes_or_goes_takes_a_build(own_shop: Path) -> None:
    preview = Preview(left(own_shop)[1])
    new = own_shop / "standards" / "more.yaml"
    new.write_text("kind: term\n", "utf-8")
    assert not preview.take("standards/more.yaml")
    new.unlink()
    assert preview.take("standards/more.yaml")
    (own_shop / TERMS).unlink()
    assert not preview.take(TERMS)
