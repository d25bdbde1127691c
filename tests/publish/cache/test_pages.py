"""What comes from the cache is what a clean build gives, whatever was edited in between."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from edited import Editor, doubled, values_of
from rendering import past_of
from specimens import specimens

from guifan.corpus.editions import edition
from guifan.corpus.graph import Corpus
from guifan.language.catalogues import SOURCE, Translator, translator
from guifan.language.contacts import Contacts, Number
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.history import NO_HISTORY, History
from guifan.manual.render import Settings
from guifan.publish.cache.answers import Answers, of_book
from guifan.publish.cache.digests import Digests
from guifan.publish.cache.pages import Pages, Shown
from guifan.publish.cache.store import Store
from guifan.publish.folder import open_folder
from guifan.publish.templates import environment

DAY = date(2026, 6, 1)
WORDS = translator(SOURCE)
STEPS = 15
"""How many times something happens."""

AT_ONCE = 3
"""How much happens before the pages are asked for again."""


@dataclass
class World:
    """A manual as it is at one time, with all that its pages may show."""

    corpus: Corpus
    root: Path
    day: date = DAY
    history: History = NO_HISTORY
    contacts: Contacts = field(default_factory=dict)
    audience: Audience = Audience.INTERNAL
    words: Translator = WORDS

    def show(self, store: Store | None) -> tuple[int, dict[str, Shown]]:
        """Every page by its path, and how many of them were rendered."""
        shown = edition(self.corpus, self.audience)
        settings = Settings(
            self.words.locale,
            self.audience.value,
            directory_urls=True,
            day=self.day,
            edit_url="https://edit.invalid/{file}#{line}",
        )
        book = arrange(shown, self.audience, self.words, self.day, history=self.history)
        templates = environment(self.root, self.words)
        made = Pages(book, templates, settings, self.words, self.contacts, Digests(), store)
        found = {path: made.show(page) for path, page in book.pages.items()}
        made.finish()
        return made.rendered, found


def cached(world: World, key: str = "key") -> tuple[int, dict[str, Shown]]:
    return world.show(Store(world.root, key))


def assert_same(one: dict[str, Shown], other: dict[str, Shown], after: str) -> None:
    differing = [path for path in {*one, *other} if one.get(path) != other.get(path)]
    assert differing == [], after


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Two items of every kind, with every field filled."""
    return doubled(specimens(lambda key: f"词{key}"))


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


def test_pages_are_those_of_a_clean_build_after_every_edit(
    corpus: Corpus, flagship: Corpus, tmp_path: Path, proving: bool
) -> None:
    """Every field of every kind may change, and what quotes it changes with it."""
    world = World(corpus, tmp_path, history=past_of(corpus))
    chance = random.Random(3)
    editor = Editor(chance, values_of(flagship))
    cached(world)
    spared = made = 0
    for _ in range(STEPS * (20 if proving else 1)):
        told, edited = "", world
        for _ in range(AT_ONCE):
            what, edited = _changed(edited, editor, chance)
            told += f"{what}; "
        try:
            _, clean = edited.show(None)
        except Exception:  # no edition that passes its checks looks like this
            continue
        rendered, shown = cached(edited)
        assert_same(clean, shown, told)
        world, spared, made = edited, spared + len(shown) - rendered, made + 1
    assert made > STEPS / 2
    assert spared > made * len(corpus) / 2


def _changed(world: World, editor: Editor, chance: random.Random) -> tuple[str, World]:
    """The world after something happened in it, and what it was."""
    match chance.randrange(12):
        case 0:
            day = DAY + timedelta(days=chance.randrange(900))
            return f"it is {day}", replace(world, day=day)
        case 1:
            number = Number(name="值班", number=f"021-5550-{chance.randrange(9999):04}")
            return "a number", replace(world, contacts={"the-role": (number,)})
        case 2:
            history = past_of(world.corpus) if chance.random() < 0.5 else NO_HISTORY
            return "the past", replace(world, history=history)
    told, corpus = editor.edit(world.corpus)
    return told, replace(world, corpus=corpus)


def test_editions_keep_out_of_each_others_way(corpus: Corpus, tmp_path: Path) -> None:
    staff = World(corpus, tmp_path)
    customers = replace(staff, audience=Audience.PUBLIC)
    english = replace(staff, words=translator("en"))
    worlds = {"staff": staff, "customers": customers, "english": english}
    for name, world in worlds.items():
        cached(world, name)
    for name, world in worlds.items():
        rendered, shown = cached(world, name)
        assert rendered == 0
        assert_same(world.show(None)[1], shown, name)


def test_the_flagship_after_edits(flagship: Corpus, tmp_path: Path, proving: bool) -> None:
    """All of it after each edit, where everything is proven; else that every page can be kept."""
    world = World(flagship, tmp_path)
    editor = Editor(random.Random(7), values_of(flagship))
    cached(world)
    for _ in range(8 if proving else 0):
        told, corpus = editor.edits(world.corpus, 5)
        edited = replace(world, corpus=corpus)
        try:
            _, clean = edited.show(None)
        except Exception:  # as above
            continue
        assert_same(clean, cached(edited)[1], told)
        world = edited
    assert cached(world)[0] == 0


def test_an_answer_without_a_digest_is_like_no_other(corpus: Corpus, tmp_path: Path) -> None:
    """It is not even like itself in another build: what rests on it is never kept."""
    book = arrange(edition(corpus, Audience.INTERNAL), Audience.INTERNAL, WORDS, DAY)
    answers = Answers(of_book(book, {}), Digests(), Store(tmp_path, "key"))
    answers.keep("told", {("manual",): None}, "body")
    assert answers.kept("told") == "body"
    for question in (("unlike any", "questions"), ("view", "coverage/questions")):
        answers.keep("untold", {("manual",): None, question: None}, "body")
        assert answers.kept("untold") is None


def test_nothing_changed_nothing_is_rendered(corpus: Corpus, tmp_path: Path) -> None:
    world = World(corpus, tmp_path, history=past_of(corpus))
    first, _ = cached(world)
    again, _ = cached(world)
    assert first > len(corpus)
    assert again == 0
