"""The manual's pages several times over, as the search has them: what grows with a manual's size.

Each copy has ids and titles of its own, and the same texts.
"""

from __future__ import annotations

import itertools
import pickle
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

from guifan.language.catalogues import Translator
from guifan.language.model import Audience
from guifan.manual.render import Renderer
from guifan.publish import searching
from guifan.publish.build import Wanted, build_site
from guifan.search.document import Document, terms
from guifan.search.index import index
from guifan.search.shards import Labels, shards
from guifan.search.store import Store, part_of

Kept = tuple[list[Document], Mapping[str, Sequence[str]], Labels]


def built(root: Path, edition: str, day: str, work: Path) -> None:
    """Build an edition, and keep what its search was made of."""
    write = searching.written

    def keeping(
        renderer: Renderer, pages: Iterable[searching.Found], own: Path, _: Translator
    ) -> Iterator[tuple[str, str]]:
        found = list(pages)
        corpus = renderer.book.corpus
        kept: Kept = (
            [one for one, _terms in found],
            dict(searching.synonyms(corpus)),
            searching.labels(corpus, _),
        )
        (work / f"pages-{edition}.pickle").write_bytes(pickle.dumps(kept))
        yield from write(renderer, found, own, _)

    with mock.patch("guifan.publish.written.written", keeping):
        build_site(root, str(work / f"ours-{edition}"), Wanted(Audience(edition), day))


def written(work: Path, edition: str, root: Path, pages: int, folder: Path) -> tuple[Store, float]:
    """Write the index of so many pages with a page to ask it on; and the CPU seconds it took."""
    kept: Kept = pickle.loads((work / f"pages-{edition}.pickle").read_bytes())
    documents, said, titles = kept
    copies = (_copy(one, number) for number in itertools.count(1) for one in documents)
    every = list(itertools.islice(copies, pages))
    began = time.process_time()
    files = dict(
        shards(index([(one, terms(one)) for one in every], said), titles, lambda path: f"{path}/")
    )
    seconds = time.process_time() - began
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "index").mkdir(parents=True)
    for name, text in files.items():
        (folder / "index" / f"{name}.js").write_text(text, "utf-8")
    (folder / "engine.js").write_text(searching.engine(root), "utf-8")
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><script src=engine.js></script>", "utf-8"
    )
    return Store(lambda name: part_of(files[name])), seconds


def _copy(page: Document, number: int) -> Document:
    if number == 1:
        return page
    return replace(
        page,
        id=f"{page.id}-c{number}",
        title=f"{page.title}之{number}",
        path=f"copy-{number}/{page.path}",
        names=tuple(f"{name}之{number}" for name in page.names),
    )
