"""The files of a site that are no pages and come from no folder: addresses and texts."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from guifan.language.catalogues import translator
from guifan.manual.api import api
from guifan.manual.deadlines import almanac
from guifan.publish.day import ZONE
from guifan.publish.edition import Prepared
from guifan.publish.feeds import feeds
from guifan.publish.moved import redirects
from guifan.publish.practising import practice
from guifan.publish.searchbox import BOX, box
from guifan.publish.searching import Found, ordered, written
from guifan.publish.templates import assets

BUILT = "assets/guifan/built.js"
"""The one small file that every build writes anew."""

ALMANAC = "assets/guifan/almanac.js"
"""The calendars, for the due-date tool."""


def of_book(prepared: Prepared, site_url: str) -> Iterator[tuple[str, str]]:
    """Those that are made of the book alone.

    Args:
        prepared: the edition.
        site_url: where the site is published; may be empty.
    """
    yield from api(prepared.book, prepared.renderer.address, prepared.pages.made)
    yield from feeds(prepared)
    yield BUILT, _built(prepared)
    yield ALMANAC, _almanac(prepared)
    yield from redirects(prepared, site_url)
    yield from _box(prepared)


def of_pages(
    prepared: Prepared, found: Mapping[str, Found], root: Path
) -> Iterator[tuple[str, str]]:
    """Those that are made when all pages have been: the search's index and practice.

    Args:
        prepared: the edition.
        found: what the search finds, by the path of its page.
        root: the manual's folder.
    """
    yield from of_index(prepared, found, root)
    yield from of_practice(prepared, root)


def of_index(
    prepared: Prepared, found: Mapping[str, Found], root: Path
) -> Iterator[tuple[str, str]]:
    """The search's index."""
    words = translator(prepared.renderer.settings.locale)
    yield from written(prepared.renderer, ordered(prepared.book, found), root, words)


def of_practice(prepared: Prepared, root: Path) -> Iterator[tuple[str, str]]:
    """Practice."""
    words = translator(prepared.renderer.settings.locale)
    yield from practice(prepared.renderer, root, words)


def _box(prepared: Prepared) -> Iterator[tuple[str, str]]:
    """The search's box, an asset with the edition's words in front."""
    for address, path in assets(prepared.folder.root):
        if address == BOX:
            yield f"assets/guifan/{address}", box(prepared.renderer, path.read_text("utf-8"))


def _built(prepared: Prepared) -> str:
    """The day of the build and the manual's zone, for scripts; no page changes with the day."""
    manual = prepared.book.corpus.manual
    facts = {
        "built": str(prepared.renderer.settings.day),
        "zone": manual.zone if manual else ZONE,
    }
    return f"window.guifan={json.dumps(facts)};\n"


def _almanac(prepared: Prepared) -> str:
    """The manual's calendars, for scripts; they change with the year, not with the day."""
    manual, settings = prepared.book.corpus.manual, prepared.renderer.settings
    told = almanac(manual, settings.day, translator(settings.locale)) if manual else None
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"window.guifan.almanac={text};\n"
