"""Measure what asking and proving questions costs; see ``--help``."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path += [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from guessing import FEWEST, WHAT_IS_GUESSED, guessed
from record import RESULTS, recorded, table

from guifan.language.catalogues import translator
from guifan.language.kinds.exam import Exam
from guifan.publish.folder import open_folder
from guifan.quiz.base import Base
from guifan.quiz.coverage import coverage
from guifan.quiz.forms import Assembled, arranged, assemble, plan_of
from guifan.quiz.mix import mixed
from guifan.quiz.models import MODELS
from guifan.quiz.pool import Pool, pool
from guifan.quiz.record import record
from guifan.quiz.sets import Questions, remarks
from guifan.quiz.told import told

ROOT = Path(__file__).parents[2]
HEADING, GUESSING = "## Questions", "## Questions, guessed by their form"

DAY = date(2026, 6, 1)
"""The day on which everything is asked, so that results compare."""

FLOOR = 2.0
"""CPU seconds that a thousand proven questions may take at most."""

HELD, FORMS, PAPERS_FLOOR = 5_000, "ABC", 10.0
"""Among how many questions papers are chosen, which ones, and the CPU seconds that may take."""

BLUEPRINT = {
    "roles": [],
    "sections": [
        {"type": "single", "count": "38", "points": "2 分"},
        {"type": "true-false", "count": "4", "points": "2 分"},
        {"type": "fill-in", "count": "4", "points": "2 分"},
        {"type": "matching", "count": "4", "points": "2 分"},
    ],
    "cells": [
        {"chapter": chapter, "level": level, "count": count}
        for chapter in ("complaints", "channels", "contracts", "products", "staff")
        for level, count in (("apply", "5"), ("understand", "3"), ("remember", "2"))
    ],
    "takes": "60 分钟",
    "full_mark": "100 分",
    "pass_mark": "80 分",
    "forms": "3",
    "between": "disjoint",
}
_MANAGED = {
    "id": "measured", "title": "测量", "place": "training", "owner": "nobody", "author": "nobody",
    "approver": "nobody", "version": "1", "effective": "2026-01-01", "review_by": "2026-12-31",
    "origin": "authored",
}  # fmt: skip

POST, SITTING = "hotline-agent", 50
"""The post with the most questions, and how many of them make a paper."""


def asked() -> tuple[Pool, str]:
    """The questions of this repository's manual, and a table of what they cost by model."""
    corpus = open_folder(ROOT).corpus
    words = translator("zh-Hans")
    began = time.process_time()
    found = pool(corpus, DAY, words)
    whole = time.process_time() - began
    base = Base(found.base.ground)
    began = time.process_time()
    facts = sum(1 for _fact in base)
    rows = [["", "made", "CPU s"], ["facts", f"{facts:,}", f"{time.process_time() - began:.2f}"]]
    counted = Counter(one.model.name for one in found.items.values())
    costs = [(_cost(found, name), name) for name in counted]
    rows += [
        [f"`{name}`", f"{counted[name]:,}", f"{seconds:.2f}"]
        for seconds, name in sorted(costs, reverse=True)[:6]
    ]
    rows.append(["all, from an empty memory", f"{len(found.items):,}", f"{whole:.2f}"])
    each = whole / len(found.items) * 1_000
    rows.append([f"a thousand (floor {FLOOR:.0f} s: {each / FLOOR:.2f})", "", f"{each:.2f}"])
    rows.append(["questions a second", f"{len(found.items) / whole:,.0f}", ""])
    return found, table(rows)


def _cost(found: Pool, name: str) -> float:
    """CPU seconds of one model alone, once the facts are known."""
    began = time.process_time()
    drafts = list(MODELS[name].drafts(found.base))
    assert drafts
    return time.process_time() - began


def used(found: Pool) -> str:
    """A table of what is done with questions once they are there."""
    rows = [["with all of them", "", "CPU s"]]
    items = tuple(found.items.values())
    own = [one for one in items if POST in one.roles]
    tasks: dict[str, Callable[[], int]] = {
        "written as data": lambda: len([record(one) for one in items]),
        "what is covered": lambda: len(coverage(told(found))),
        f"the well mixed pool of `{POST}`": lambda: len(mixed(own, "seed")),
        f"a paper of {SITTING} for `{POST}`": lambda: len(mixed(own, "seed", SITTING)),
        "a paper looked over": lambda: len(
            list(remarks(Questions(mixed(own, "seed", SITTING), seconds=3_600)))
        ),
    }
    for title, task in tasks.items():
        began = time.process_time()
        count = task()
        rows.append([title, f"{count:,}", f"{time.process_time() - began:.2f}"])
    return table(rows)


def papered(found: Pool) -> str:
    """A table of what papers cost: so many of so many questions, none in two of them."""
    corpus = found.base.ground.corpus
    english = pool(corpus, DAY, translator("en")).items.values()
    # What the manual lacks to the number is asked in English too, under other ids.
    more = (replace(one, id=f"en.{one.id}") for one in english)
    items = [*found.items.values(), *more][:HELD]
    exam = Exam.model_validate(BLUEPRINT | _MANAGED)
    began = time.process_time()
    plan = plan_of(exam, FORMS, "seed", items)
    made = assemble(plan)
    assert isinstance(made, Assembled), made
    papers = [arranged(plan, letter, some) for letter, some in made.papers.items()]
    seconds = time.process_time() - began
    asked = [one.item.id for paper in papers for one in paper.questions]
    assert len(asked) == len(set(asked)) == SITTING * len(FORMS)
    takes = [sum(one.item.model.seconds for one in paper.questions) for paper in papers]
    return table(
        [
            [f"{len(FORMS)} papers of {SITTING}, none alike", "", "CPU s"],
            ["questions to choose among", f"{len(items):,}", ""],
            ["that the blueprint allows", f"{len(plan.items):,}", ""],
            ["seconds between the shortest and the longest", f"{max(takes) - min(takes)}", ""],
            [f"in all (floor {PAPERS_FLOOR:.0f} s: {seconds / PAPERS_FLOOR:.2f})", "",
             f"{seconds:.2f}"],
        ]
    )  # fmt: skip


def by_form() -> str:
    """A table of how well a guesser does that sees nothing but the form of answers."""
    items = pool(open_folder(ROOT).corpus, DAY, translator("zh-Hans")).items.values()
    found = sorted(guessed(items).items(), key=lambda one: -one[1].number)
    rows = [["", "questions", "by chance", "guessed", "more", "floor"]]
    for name, one in found:
        kept = "" if one.number < FEWEST else "no" if one.leaks else "yes"
        title = f"`{name}`" if name else "all together"
        more = f"{one.right - one.chance:+.1%}"
        rows.append([title, f"{one.number:,}", f"{one.chance:.1%}", f"{one.right:.1%}", more, kept])
    return table(rows)


def where() -> str:
    """The machine and the versions."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}; asked as of {DAY}."


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/quiz",
        description=(
            "What it costs to compute, ask and prove the questions of this repository's manual, "
            "in CPU seconds, and to use them. Reading the sources is not counted."
        ),
    )
    parser.add_argument(
        "--record", action="store_true", help=f"write the tables to {RESULTS.relative_to(ROOT)}"
    )
    parser.add_argument(
        "--guess",
        action="store_true",
        help="measure instead how well one who sees only the form of answers guesses the keys",
    )
    chosen = parser.parse_args()
    if chosen.guess:
        text = f"{WHAT_IS_GUESSED}\n\n{by_form()}"
        print(text)
        if chosen.record:
            recorded(GUESSING, text)
        return 0
    found, costs = asked()
    text = "\n\n".join([where(), costs, used(found), papered(found)])
    print(text)
    if chosen.record:
        recorded(HEADING, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
