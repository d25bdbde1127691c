"""Every message that a reader may meet, and what the English catalogue lacks: `make messages`.

Messages stand in templates and in Python between `_(` and `)`; the names of kinds, fields and
choices stand in the models, and pages translate them when they show them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from guifan.language.anatomy import shapes
from guifan.language.kinds import KINDS
from guifan.language.model import Choice, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator" / "guifan"
ENGLISH = PACKAGE / "locale" / "en.po"
TEMPLATES = ROOT / "site_templates"
KEYWORDS = {"_": None, "_translate": None, "ngettext": (1, 2)}


def of_templates() -> set[str]:
    """The messages of all templates."""
    return _extracted("jinja2.ext:babel_extract", TEMPLATES, "*.html")


def of_package(folder: str) -> set[str]:
    """The messages in a folder of the package."""
    return _extracted("python", PACKAGE / folder, "*.py")


def of_models() -> set[str]:
    """What kinds, their fields and their choices are called, and what is said of each."""
    found: set[str] = set()
    for model in KINDS.values():
        found |= {model.kind_name, model.kind_help, *_named(model)}
    return found


def missing(messages: set[str]) -> list[str]:
    """Those that have no English yet, sorted."""
    english = catalogue()
    entries = {one: english.get(one) for one in messages}
    return sorted(one for one, entry in entries.items() if entry is None or not entry.string)


def catalogue() -> Catalog:
    """The English catalogue."""
    with ENGLISH.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def _extracted(method: str, folder: Path, names: str) -> set[str]:
    options = {"extensions": "jinja2.ext.do", "trim_blocks": "true"} if "jinja2" in method else {}
    return {
        found[1] if isinstance(found[1], str) else found[1][0]
        for path in sorted(folder.rglob(names))
        for found in extract_from_file(method, path, KEYWORDS, options=options)
    }


def _named(model: type[Part]) -> Iterator[str]:
    for shape in shapes(model):
        annotation = model.model_fields[shape.attribute].annotation
        yield shape.label
        yield model.model_fields[shape.attribute].description or shape.label
        yield from (one.label for choice in _choices(annotation) for one in choice)
        if shape.part:
            yield from _named(shape.part)


def _choices(annotation: Any) -> Iterator[type[Choice]]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield annotation
    for inner in get_args(annotation):
        yield from _choices(inner)


def main() -> int:
    """Add what is missing to the end of the catalogue, untranslated; return how much it was."""
    wanted = of_templates() | of_package("") | of_models()
    known = catalogue()
    added = [one for one in missing(wanted) if known.get(one) is None]
    fresh = Catalog()
    for one in added:
        fresh.add(one)
    with ENGLISH.open("ab") as stream:
        stream.write(b"\n" if added else b"")
        write_po(stream, fresh, omit_header=True, width=100)
    print(f"{len(added)} added, {len(missing(wanted))} without English in {ENGLISH}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
