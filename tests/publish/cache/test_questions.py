"""Questions that are kept are those that would be asked anew, whatever was edited in between."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from edited import Editor, doubled, values_of
from quizzed import corpus_of
from specimens import specimens

from guifan.language.catalogues import SOURCE, translator
from guifan.manual.questions import ask
from guifan.publish.cache.digests import Digests
from guifan.publish.cache.questions import KeptQuestions
from guifan.publish.cache.store import Store
from guifan.publish.folder import open_folder
from guifan.quiz.models import MODELS

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus
    from guifan.quiz.told import Asked

DAY = date(2026, 6, 1)
WORDS = translator(SOURCE)
STEPS = 40
"""How many edits are made to each small corpus."""

AT_ONCE = 3
"""How many are made to the large one before its questions are asked again."""


def kept(root: Path, corpus: Corpus, day: date = DAY) -> tuple[set[str], Asked]:
    """The questions of a corpus from the store, and the models that were run."""
    store = Store(root, "key")
    asking = KeptQuestions(store, Digests())
    asked = asking(corpus, day, WORDS)
    store.sweep()
    store.close()
    return asking.anew, asked


def assert_same(one: Asked, other: Asked, after: str) -> None:
    assert list(one.questions) == list(other.questions), after
    assert one.questions == other.questions, after
    assert (one.refused, one.gaps) == (other.refused, other.gaps), after


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


@pytest.fixture(scope="module", params=["every field of every kind", "a small manual"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    if request.param == "a small manual":
        return corpus_of()
    return doubled(specimens(lambda key: f"词{key}"))


def test_questions_are_those_asked_anew_after_every_edit(
    corpus: Corpus, flagship: Corpus, tmp_path: Path, proving: bool
) -> None:
    chance = random.Random(5)
    editor = Editor(chance, values_of(flagship))
    assert kept(tmp_path, corpus)[0] == set(MODELS)
    day, spared, made = DAY, 0, 0
    for _ in range(STEPS * (4 if proving else 1)):
        if chance.random() < 0.1:
            told, day, edited = "another day", DAY + timedelta(chance.randrange(900)), corpus
        else:
            told, edited = editor.edit(corpus)
        try:
            clean = ask(edited, day, WORDS)
        except Exception:  # no edition that passes its checks looks like this
            continue
        anew, asked = kept(tmp_path, edited, day)
        assert_same(asked, clean, told)
        corpus, spared, made = edited, spared + len(MODELS) - len(anew), made + 1
    assert made > STEPS / 2
    assert spared > made * len(MODELS) / 2


def test_the_flagship_after_edits(flagship: Corpus, tmp_path: Path, proving: bool) -> None:
    editor = Editor(random.Random(11), values_of(flagship))
    kept(tmp_path, flagship)
    corpus = flagship
    for _ in range(4 if proving else 1):
        told, edited = editor.edits(corpus, AT_ONCE)
        try:
            clean = ask(edited, DAY, WORDS)
        except Exception:  # as above
            continue
        assert_same(kept(tmp_path, edited)[1], clean, told)
        corpus = edited
    assert kept(tmp_path, corpus)[0] == set()


def test_another_process_asks_nothing_anew(tmp_path: Path) -> None:
    """Nothing that is kept depends on the order in which a process happens to walk through sets."""
    program = (
        "import sys; from pathlib import Path; from quizzed import corpus_of;"
        "from test_questions import kept; print(*kept(Path(sys.argv[1]), corpus_of())[0])"
    )
    house = Path(__file__).parents[2] / "house"
    found = []
    for seed in "123":
        paths = [*sys.path, str(house), str(Path(__file__).parent)]
        told = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)}
        command = [sys.executable, "-c", program, str(tmp_path)]
        run = subprocess.run(command, env=told, check=True, capture_output=True, text=True)
        found.append(run.stdout.split())
    assert sorted(found[0]) == sorted(MODELS)
    assert found[1:] == [[], []]
