"""Questions, asked anew only where what they rest on has changed.

What each model asks is kept with all that it asked: of what sorts it took facts, and what else it
looked up. The facts of a sort are one answer, so that a model is run again only when some fact of
these is another; and the facts of a sort are found again only when an item that they rest on is.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.corpus.noted import Notes
from guifan.language.catalogues import Translator
from guifan.language.kinds import KINDS
from guifan.publish.cache.answers import Answers, Doors, of_corpus, told_clocks
from guifan.publish.cache.digests import Digests
from guifan.publish.cache.store import Store
from guifan.publish.cache.text import fields_of, text_of
from guifan.quiz.base import Base
from guifan.quiz.fact import Clause
from guifan.quiz.ground import Ground
from guifan.quiz.item import Model
from guifan.quiz.models import MODELS
from guifan.quiz.noted import AHEAD, PAST, TODAY, NotedBase, NotedGround
from guifan.quiz.pool import base_of
from guifan.quiz.told import Asked, Part, Told, part, whole


class KeptQuestions:
    """Asks about a corpus; what was asked before and stands is not asked again.

    Args:
        store: where questions are kept.
        digests: of the edition's values.
    """

    def __init__(self, store: Store, digests: Digests) -> None:
        self._store, self._digests = store, digests
        self.anew: set[str] = set()
        """The names of the models that were run."""

    def __call__(self, corpus: Corpus, day: date, words: Translator) -> Asked:
        """The questions of a corpus."""
        plain = base_of(corpus, day, words)
        notes = Notes()
        noted = replace(plain, ground=NotedGround(plain.ground, notes))
        base = NotedBase(noted, notes)
        facts: dict[str, Callable[[str], object]] = {TODAY: partial(self._facts, base)}
        facts |= {name: one.of for name, one in _others(plain)}
        doors = of_corpus(plain.ground.corpus) | _of_ground(plain.ground)
        doors |= Doors({"ages": lambda: (plain.past is None, plain.ahead is None)}, facts)
        self._answers = Answers(doors, self._digests, self._store)
        parts = [self._part(base, notes, model) for model in MODELS.values()]
        return whole(plain.ground, parts)

    def _part(self, base: NotedBase, notes: Notes, model: Model) -> Part:
        """What a model asks."""
        name = f"questions {model.name}"
        kept = self._answers.kept(name)
        if kept is not None:
            return _read(kept, model)
        with notes.taken() as asked:
            found = part(base, model)
        self.anew.add(model.name)
        self._answers.keep(name, asked, _written(found))
        return found

    def _facts(self, base: NotedBase, sort: str) -> str:
        """The digest of the facts of a sort."""
        name = f"facts {sort}"
        kept = self._answers.kept(name)
        if kept is not None:
            return kept
        asked = base.rests(sort)
        digest = self._digests.of(base.of(sort))
        self._answers.keep(name, asked, digest)
        return digest


def _others(base: Base) -> list[tuple[str, Base]]:
    """The facts of other times."""
    return [(name, one) for name, one in ((PAST, base.past), (AHEAD, base.ahead)) if one]


def _of_ground(ground: Ground) -> Doors:
    """What can be asked of a ground beside its corpus."""

    def is_in_force(name: str) -> bool:
        return ground.in_force(ground.corpus.get(name))

    def in_force(kind: str) -> list[str]:
        return [one.id for one in ground.of(KINDS[kind])]

    return Doors(
        {"day": lambda: ground.day, "clocks": lambda: told_clocks(ground.clocks)},
        {"in force": is_in_force, "kind in force": in_force, "title": ground.title},
    )


def _written(found: Part) -> str:
    questions = [{**fields_of(one), "model": None} for one in found.questions]
    return text_of({**fields_of(found), "questions": questions})


def _read(text: str, model: Model) -> Part:
    told = json.loads(text)
    questions = tuple(_question(one, model) for one in told["questions"])
    refused, gaps = (tuple(map(tuple, told[name])) for name in ("refused", "gaps"))
    return Part(questions, refused, gaps)


def _question(told: dict[str, Any], model: Model) -> Told:
    clause = Clause(**told.pop("clause"))
    roles, sources = tuple(told.pop("roles")), tuple(told.pop("sources"))
    return Told(**{**told, "model": model}, clause=clause, roles=roles, sources=sources)
