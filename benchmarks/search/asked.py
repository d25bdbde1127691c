"""Queries as people type them, and how well an engine answers: what stands first, what among five.

All sets of `tests/search` are there to tune on by now: `second.yaml` was written to, `held_out`,
`blind`, `unseen`, `fresh`, `later`, `wider` and `latest` were blind until they were first asked.
The first, `queries.yaml`, says at its top what the words mean. Whether tuning helped only a set can
tell that nobody has asked yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

QUERIES = Path(__file__).parents[2] / "tests" / "search"
NAMES = ("queries", "held_out", "blind", "second", "unseen", "fresh", "later", "wider", "latest")
SETS = {name: QUERIES / f"{name}.yaml" for name in NAMES}
"""Their files."""

LOOKED_AT = 10
"""Results that are looked at: further down nobody reads."""

SEEN = 5
"""Results that are seen at a glance."""


@dataclass(frozen=True)
class Query:
    """What somebody types.

    Args:
        text: as typed.
        kind: its category.
        audience: the edition that is searched.
        expect: ids, any of which may be the first result; none where the manual has no answer.
    """

    text: str
    kind: str
    audience: str
    expect: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What an engine says.

    Args:
        query: what it was asked.
        ids: of the first results.
        is_near: whether it says that nothing fits fully, and shows what is near.
    """

    query: Query
    ids: tuple[str, ...]
    is_near: bool = False

    @property
    def rank(self) -> int:
        """At which place the first expected result stands, from 1; 0 for none."""
        places = (at for at, found in enumerate(self.ids, 1) if found in self.query.expect)
        return next(places, 0)

    @property
    def is_right(self) -> bool:
        """Whether the first result is expected, or nothing is and it is told that nothing fits."""
        return self.rank == 1 if self.query.expect else self.is_near or not self.ids


@dataclass(frozen=True)
class Figures:
    """How well queries were answered, each a share of those with an answer but for `right`.

    Args:
        count: of queries.
        answered: how many of them the manual has an answer for.
        right: share of all queries whose first result is right.
        seen: an expected one is among the first five.
        reciprocal: mean of one over the place of the first expected result.
        empty: no result at all.
        near: nothing fits fully; something near is shown.
    """

    count: int
    answered: int
    right: float
    seen: float
    reciprocal: float
    empty: float
    near: float


def read(path: Path) -> list[Query]:
    """The queries of a file."""
    told = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return [
        Query(str(one["query"]), one["kind"], one["audience"], tuple(one["expect"])) for one in told
    ]


def figures(answers: Sequence[Answer]) -> Figures:
    """How well these were answered; all of them at least one."""
    having = [one for one in answers if one.query.expect]
    return Figures(
        count=len(answers),
        answered=len(having),
        right=_share(one.is_right for one in answers),
        seen=_share(0 < one.rank <= SEEN for one in having),
        reciprocal=_share(1 / one.rank if one.rank else 0 for one in having),
        empty=_share(not one.ids for one in having),
        near=_share(one.is_near and bool(one.ids) for one in having),
    )


def by_kind(answers: Iterable[Answer]) -> Mapping[str, list[Answer]]:
    """Answers by the category of their query, in the order in which categories come up."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        found[one.query.kind].append(one)
    return found


def failures(answers: Iterable[Answer]) -> Iterator[str]:
    """A line for each query whose first result is not right."""
    for one in answers:
        if not one.is_right:
            wanted = ", ".join(one.query.expect) or "nothing"
            found = ", ".join(one.ids[:SEEN]) or "nothing"
            yield f"{one.query.text} ({one.query.kind}): {found} instead of {wanted}"


def _share(each: Iterable[float]) -> float:
    told = list(each)
    return sum(told) / len(told) if told else 0.0
