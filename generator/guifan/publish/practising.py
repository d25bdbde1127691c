"""What staff practise: the questions as small files that a page loads when it needs them.

Every file is a script that hands its part over, ``guifan.practice.put(name, part)``, because pages
opened from a disk may load scripts and nothing else. All but ``index.js`` carry a digest of what
they hold in their names, so that an old copy in a browser never mixes with a newer one.
"""

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.model import Audience
from guifan.manual.arrange import by_rank
from guifan.manual.render import Renderer
from guifan.publish.practice_words import words
from guifan.publish.templates import assets
from guifan.quiz.item import Level
from guifan.quiz.models import MODELS
from guifan.quiz.told import Told

FOLDER = "assets/guifan/practice"
"""Where the files lie, from the site's root."""

FSRS = "vendor/ts-fsrs/index.umd.js"
"""The asset that says when a question is asked again, as its authors released it."""

NO_CHAPTER = "_"
"""Stands for the id of a chapter where a clause stands in none."""

_Name = TypeVar("_Name", bound=Hashable)

_LOADER = "practice/load.js"
_ENGINE = (
    "practice/judging.js",
    "practice/scheduling.js",
    "practice/keeping.js",
    "practice/choosing.js",
    "practice/reporting.js",
    "practice/answering.js",
    "practice/mastery.js",
    "practice/ui.js",
)
"""The assets that make up the page's code, in the order in which they need each other."""

_HASH = 6
"""Characters of a hash that tell a changed question."""

_PIECE = 24
"""Questions that share a file."""

_LEVELS = tuple(Level)


def is_loaded_by_its_page(address: str) -> bool:
    """Whether an asset is a script that no page asks for on opening: ours and what it builds on."""
    return address.endswith(".js") and address.startswith(("practice/", "vendor/ts-fsrs/"))


def is_wanted(address: str, audience: str) -> bool:
    """Whether an asset is a file of the site by itself; customers do not practise."""
    if address.startswith("vendor/ts-fsrs/"):
        return audience == Audience.INTERNAL
    return not is_loaded_by_its_page(address)


def practice(renderer: Renderer, root: Path, _: Translator) -> Iterator[tuple[str, str]]:
    """The files of practice: addresses from the site's root, and what they hold.

    Args:
        renderer: of the edition.
        root: the manual's folder, whose own assets come first.
        _: the translator of page furniture.
    """
    if renderer.book.questions is None:
        return
    found = dict(assets(root))
    corpus = renderer.book.corpus
    by_chapter: dict[str, list[Told]] = {}
    for item in renderer.book.questions.asked.questions.values():
        by_chapter.setdefault(item.clause.chapter or NO_CHAPTER, []).append(item)
    roles = [role.id for role in by_rank(corpus)]
    order = {item.id: at for at, item in enumerate(corpus)}
    chapters = []
    for name, title in _chapters(corpus, _).items():
        items = sorted(by_chapter.get(name, ()), key=lambda one: (order[one.clause.item], one.id))
        if not items:
            continue
        listed = _List(renderer, name, items, roles)
        pieces = [_file(f"{name}-{at}", piece) for at, piece in enumerate(listed.pieces())]
        head = _file(name, listed.head([stem for stem, _text in pieces]))
        for stem, text in (*pieces, head):
            yield f"{FOLDER}/{stem}.js", text
        counts = [sum(role in one.roles for one in items) for role in roles]
        chapters.append([name, title, head[0], len(items), counts])
    meta = _file("meta", _meta(renderer, chapters, _))
    engine = "".join(found[name].read_text("utf-8") for name in _ENGINE)
    code = f"engine.{_digest(engine)}"
    yield f"{FOLDER}/{meta[0]}.js", meta[1]
    yield f"{FOLDER}/{code}.js", engine
    named = _json({"engine": code, "meta": meta[0], "fsrs": f"../{FSRS}"})
    start = f"window.guifan=window.guifan||{{}};window.guifan.practice={named};\n"
    yield f"{FOLDER}/index.js", start + found[_LOADER].read_text("utf-8")


def _chapters(corpus: Corpus, _: Translator) -> Mapping[str, str]:
    """The chapters by id, with what stands in none of them at the end."""
    chapters = corpus.manual.chapters if corpus.manual else ()
    return {one.id: one.title for one in chapters} | {NO_CHAPTER: _("其他")}


def _meta(renderer: Renderer, chapters: Sequence[object], _: Translator) -> dict[str, object]:
    """What the page needs before a choice is made."""
    corpus, settings = renderer.book.corpus, renderer.settings
    manual = corpus.manual
    return {
        "words": words(_),
        "locale": settings.locale,
        "site": settings.site_url,
        "manual": [manual.id, manual.title, manual.edition] if manual else ["", "", ""],
        "roles": [[role.id, role.title, role.frontline] for role in by_rank(corpus)],
        "chapters": chapters,
    }


class _List:
    """The questions of a chapter: a head that serves to choose, and pieces with what is asked.

    Args:
        renderer: of the edition.
        chapter: its id.
        items: the questions, those of a clause together.
        roles: the ids of all posts, in the order of the page.
    """

    def __init__(
        self, renderer: Renderer, chapter: str, items: Sequence[Told], roles: Sequence[str]
    ) -> None:
        self._renderer = renderer
        self._chapter = chapter
        self._items = items
        self._roles = {name: at for at, name in enumerate(roles)}

    def head(self, pieces: Sequence[str]) -> dict[str, object]:
        """Every question as id, hash, clause, posts, model and level; and where its text stands."""
        clauses = _numbered(one.clause.item for one in self._items)
        posts = _numbered(one.roles for one in self._items)
        models = _numbered(MODELS)
        return {
            "chapter": self._chapter,
            "size": _PIECE,
            "pieces": pieces,
            "clauses": [[name, *self._shown(name)] for name in clauses],
            "posts": [[self._roles[one] for one in names if one in self._roles] for names in posts],
            "items": [
                [
                    one.id,
                    one.hash[:_HASH],
                    clauses[one.clause.item],
                    posts[one.roles],
                    models[one.model.name],
                    _LEVELS.index(one.model.level),
                ]
                for one in self._items
            ],
        }

    def pieces(self) -> Iterator[list[dict[str, object]]]:
        """The questions as they are asked and answered, some at a time."""
        for first in range(0, len(self._items), _PIECE):
            yield [self._asked(one) for one in self._items[first : first + _PIECE]]

    def _asked(self, one: Told) -> dict[str, object]:
        options = one.shown["options"]
        assert isinstance(options, list)
        shown = dict(one.shown)
        shown["options"] = [
            option | ({"at": self._shown(source)} if source else {})
            for option, source in zip(options, one.sources, strict=True)
        ]
        if one.why is not None:
            shown["why"] = one.why
        return shown | {
            "at": self._shown(one.clause.address),
            "version": one.clause.version,
            "seconds": one.model.seconds,
        }

    def _shown(self, address: str) -> tuple[str, str]:
        """What a clause is called, and its address from the site's root; empty without a page."""
        corpus = self._renderer.book.corpus
        target = corpus.resolve(address)
        if target is None:
            return address, ""
        place = self._renderer.book.address(target)
        if place is None:
            return target.item.title, ""
        path, anchor = place
        return target.item.title, self._renderer.address(path) + (f"#{anchor}" if anchor else "")


def _numbered(names: Iterable[_Name]) -> dict[_Name, int]:
    """Names, each once, with their places."""
    return {name: at for at, name in enumerate(dict.fromkeys(names))}


def _file(name: str, part: object) -> tuple[str, str]:
    """A file's stem, with a digest of what it holds, and its text."""
    text = f"guifan.practice.put({_json(name)},{_json(part)});\n"
    return f"{name}.{_digest(text)}", text


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _json(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
