"""The customers' edition holds nothing of what is internal, in any of its bytes."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guifan.language.anatomy import parts, shapes
from guifan.language.model import Audience, Item, Part, Text
from guifan.language.texts import Plain, segments
from guifan.publish.build import Wanted, build_site
from guifan.publish.folder import open_folder
from guifan.publish.searched import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONG = 12
"""From so many characters on, a text says something that is not said elsewhere by chance."""

_MARKS = re.compile(r"[\s\u200b*`\\]+|</?\w[^>]*>")


_OF_SEARCH = re.compile(rf"{FOLDER}/\w+/([rt]\d+|meta|facets)\.js")
"""What the search shows; its other files hold characters and pairs of them."""


def words(text: str) -> str:
    """A text without its spaces, marks and tags, as it can be compared."""
    return _MARKS.sub("", html.unescape(text))


def everything(site: Path) -> dict[str, str]:
    """The text of every file, packed ones unpacked, JSON and HTML without escapes."""
    found = {}
    for path in sorted(site.rglob("*")):
        if not path.is_file() or path.suffix == ".png":
            continue
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = data.decode("utf-8")
        if path.suffix == ".json":
            text = json.dumps(json.loads(text), ensure_ascii=False)
        found[path.relative_to(site).as_posix()] = text
    return found


def hidden_texts(part: Part, hidden: bool) -> Iterator[str]:
    """Every text of an item or part that customers must not read."""
    for shape in shapes(type(part)):
        value = getattr(part, shape.attribute)
        here = hidden or shape.internal
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from hidden_texts(one, here)
            elif here and isinstance(shape.marker, Text) and isinstance(one, str):
                yield one


def pieces(text: str) -> Iterator[str]:
    """The stretches of a text between its references, sentence by sentence."""
    for segment in segments(text):
        if isinstance(segment, Plain):
            yield from re.split(r"[。！？；\n]", segment.text)


def leaks(site: Path, items: list[Item]) -> list[str]:
    """What the site tells of internal items and fields: (where, what)."""
    files = everything(site)
    internal = [one for one in items if one.audience is not Audience.PUBLIC]
    public = [one for one in items if one.audience is Audience.PUBLIC]
    open_words = "\n".join(
        words(piece) for item in public for text in shown_texts(item) for piece in pieces(text)
    )
    secret = {
        words(piece)
        for item in items
        for text in hidden_texts(item, item.audience is not Audience.PUBLIC)
        for piece in pieces(text)
    }
    by_start: dict[str, list[str]] = {}
    for one in secret:
        if len(one) >= LONG and one not in open_words:
            by_start.setdefault(one[:LONG], []).append(one)
    ids = {one.id for one in internal} | {was for one in internal for was in one.was}
    spoken = {str(getattr(part, "id", "")) for item in public for _, part in parts(item)}
    spoken |= {
        word
        for item in public
        for text in shown_texts(item)
        for piece in pieces(text)
        for word in re.findall(r"[a-z][a-z0-9-]*", piece)
    }
    named = ids - spoken - COMMON
    found = []
    for file, text in files.items():
        if file.endswith((".js", ".css", ".svg")) and not _OF_SEARCH.match(file):
            continue
        found += [f"{file}: {one}" for one in _ID.findall(text) if one in named]
        found += [f"{file}: {one}" for one in sorted(held(by_start, words(text)))]
    return found


_ID = re.compile(r"(?<![\w-])[a-z0-9-]+(?![\w-])")
"""A word that may be an id, between two that go on no further."""


def held(by_start: dict[str, list[str]], text: str) -> set[str]:
    """The texts that stand in another, looked for by their first characters."""
    return {
        one
        for at in range(len(text) - LONG + 1)
        for one in by_start.get(text[at : at + LONG], ())
        if text.startswith(one, at)
    }


COMMON = {"script"}
"""Ids that are words of HTML."""


def shown_texts(item: Part) -> Iterator[str]:
    for shape in shapes(type(item)):
        value = getattr(item, shape.attribute)
        if shape.internal:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from shown_texts(one)
            elif isinstance(one, str):
                yield one


def test_the_flagship_tells_customers_nothing_internal(
    flagship: Callable[[Audience], Path], manual_root: Path
) -> None:
    items = list(open_folder(manual_root).corpus)
    assert leaks(flagship(Audience.PUBLIC), items) == []


def test_this_test_sees_leaks(flagship: Callable[[Audience], Path], manual_root: Path) -> None:
    """The internal edition is full of what the public one must not hold."""
    items = list(open_folder(manual_root).corpus)
    found = leaks(flagship(Audience.INTERNAL), items)
    assert len({one.partition(": ")[0] for one in found}) > 100


@pytest.fixture
def public(shop: Path) -> Path:
    return build_site(shop, "site", Wanted(Audience.PUBLIC, "2026-06-01")).folder


def test_internal_items_fields_and_prose_are_not_there(public: Path) -> None:
    text = "".join(everything(public).values())
    for secret in (
        "secret-visit",
        "clerk-gift",
        "front-desk",
        "暗访",
        "35 元",
        "分店原来想写五天",
        "暗访怎么做",
        "guides/secret",
    ):
        assert secret not in text
    for promise in ("客户交回商品起算", "欢迎光临", "money-back"):
        assert promise in text


def test_the_internal_edition_has_them(shop: Path) -> None:
    site = build_site(shop, "site", Wanted(Audience.INTERNAL, "2026-06-01")).folder
    text = "".join(everything(site).values())
    for known in ("secret-visit", "暗访怎么做", "分店原来想写五天", "欢迎光临"):
        assert known in text


def test_pictures_of_internal_prose_stay_away(shop: Path) -> None:
    picture = next((Path(__file__).parents[2] / "site_templates").rglob("*.svg"))
    for name in ("plan.svg", "shop.svg"):
        shutil.copy(picture, shop / "content/guides" / name)
    for page, name in (("secret.md", "plan.svg"), ("welcome.md", "shop.svg")):
        with (shop / "content/guides" / page).open("a", encoding="utf-8") as stream:
            stream.write(f"\n![图]({name})\n")
    site = build_site(shop, "site", Wanted(Audience.PUBLIC, "2026-06-01")).folder
    assert (site / "guides/shop.svg").is_file()
    shown = (site / "guides/welcome/index.html").read_text("utf-8")
    assert not re.search(r">\s*None\s*<", shown), "a picture is no page of the navigation"
    assert not (site / "guides/plan.svg").exists()


def test_prose_for_customers_may_not_quote_what_is_internal(shop: Path) -> None:
    page = shop / "content/guides/welcome.md"
    page.write_text("---\naudience: public\n---\n最多补偿【clerk-gift】。\n", "utf-8")
    found = [one for one in open_folder(shop).findings if one.code == "R12"]
    assert [str(one.position) for one in found] == ["content/guides/welcome.md:4:6"]
