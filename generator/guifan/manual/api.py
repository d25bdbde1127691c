"""The manual as data: one JSON file a kind, with every item's fields, stable ids and addresses."""

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.language.model import Item
from guifan.manual.book import Book, folder, kinds_in

ROOT = "api/v1"


def digest(item: Item) -> str:
    """A hash of everything an item says."""
    fields = item.model_dump(mode="json", by_alias=True)
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def api(
    book: Book, url: Callable[[str], str], made: Callable[[str, Callable[[Book], str]], str]
) -> Iterator[tuple[str, str]]:
    """The files of the API, as address and text.

    Args:
        book: the edition.
        url: the address of a page, from the site's root.
        made: makes the text of a name, of a book that it gives; or takes what was made before.
    """
    kinds = []
    for model in kinds_in(book.corpus):
        name = f"{folder(model.kind)}.json"
        count = len(book.corpus.of(model))
        kinds.append({"kind": model.kind, "name": model.kind_name, "url": name, "count": count})
        yield f"{ROOT}/{name}", made(f"api {model.kind}", partial(_items, url, model))
    manual = book.corpus.manual
    head = {
        "title": plain_text(book.corpus, manual.title) if manual else "",
        "edition": plain_text(book.corpus, manual.edition) if manual else "",
        "language": manual.language if manual else 1,
    }
    yield f"{ROOT}/index.json", _text({**head, "kinds": kinds})


def _items(url: Callable[[str], str], model: type[Item], book: Book) -> str:
    """All items of a kind."""
    items = [_record(book, item, url) for item in book.corpus.of(model)]
    return _text({"kind": model.kind, "items": items})


def _record(book: Book, item: Item, url: Callable[[str], str]) -> dict[str, Any]:
    page = book.page_of(item)
    fields = item.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    fields = _filled(book.corpus, fields)
    head = {
        "kind": item.kind,
        "id": item.id,
        "title": plain_text(book.corpus, item.title),
        "version": item.version,
        "hash": digest(item),
        "url": url(page.path) if page else "",
    }
    return head | {name: value for name, value in fields.items() if name not in head}


def _filled(corpus: Corpus, value: Any) -> Any:
    """A value with every reference in its texts filled in, as plain text; slots stay 【名】."""
    match value:
        case str():
            return plain_text(corpus, value)
        case list():
            return [_filled(corpus, one) for one in value]
        case dict():
            return {name: _filled(corpus, one) for name, one in value.items()}
    return value


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
