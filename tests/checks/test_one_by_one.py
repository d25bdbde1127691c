"""A rule that judges items one by one says of all of them what it says of each that it is shown."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from guifan.checks.examples import completed_sources, written
from guifan.checks.reading import read_standards
from guifan.checks.rules import RULES
from guifan.corpus.facts import facts_of
from guifan.corpus.graph import Corpus
from guifan.corpus.shown import NOBODY, NotOneByOneError, ShownCorpus, Turns
from guifan.corpus.snapshot import Snapshot
from guifan.findings import Match, Rule
from guifan.proof.calendar.clocks import clocks_of
from guifan.publish.folder import open_folder

DAY = date(2026, 11, 22)
ALONE = 150
"""Items drawn, of all kinds, that each rule is shown one at a time."""

APART = [code for code, rule in RULES.items() if rule.apart]

Manual = tuple[Corpus, Snapshot]


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Manual:
    return known(open_folder(manual_root).corpus)


def known(corpus: Corpus) -> Manual:
    files = {one.document.source.file: one.document.source for one in corpus.entries.values()}
    entries = corpus.entries.values()
    facts = (
        facts_of(source, "", [one for one in entries if one.document.source is source])
        for source in files.values()
    )
    return corpus, Snapshot(tuple(facts))


def looked(rule: Rule, corpus: Corpus, turns: Turns, some: dict[str, str] | None) -> Counter[str]:
    """At how many places a rule looks while each item is shown; it finds nothing."""
    found: Counter[str] = Counter()
    for now, match in said(rule, corpus, turns, some):
        assert match is None
        found[now] += 1
    return found


def said(
    rule: Rule, corpus: Corpus, turns: Turns, some: dict[str, str] | None
) -> Iterator[tuple[str, Match | None]]:
    """What a rule says while each item is shown."""
    for match in rule.run(values(corpus) | {"corpus": ShownCorpus(corpus, turns, some)}):
        yield turns.now, match


def values(corpus: Corpus) -> dict[str, object]:
    """What rules may ask for."""
    clocks = clocks_of(corpus, DAY)
    return {"corpus": corpus, "day": DAY, "baseline": None, "clocks": clocks}


@pytest.mark.parametrize("code", APART)
def test_shown_in_turn_or_alone_a_rule_looks_at_the_same_and_asks_the_same(
    flagship: Manual, code: str
) -> None:
    corpus, snapshot = flagship
    rule = RULES[code]
    all_turns = Turns(snapshot.near)
    in_turn = looked(rule, corpus, all_turns, None)
    assert NOBODY not in in_turn, "it looks at something while no item is shown"
    assert in_turn.total() == sum(1 for _ in rule.run(values(corpus)))
    asked_of_all = all_turns.asked.get(NOBODY, set())
    kinds = {item.id: item.kind for item in corpus}
    drawn = random.Random(code).sample(sorted(kinds), ALONE)
    judged = random.Random(code).sample(sorted(in_turn), min(ALONE, len(in_turn)))
    for name in (*drawn, *judged):
        turns = Turns(snapshot.near, name)
        alone = looked(rule, corpus, turns, {name: kinds[name]})
        assert alone[name] == alone.total() == in_turn[name], name
        asked = turns.asked.get(name, set())
        assert asked <= asked_of_all | all_turns.asked.get(name, set()), name
        assert turns.parts <= all_turns.parts, name


@pytest.mark.parametrize("code", APART)
def test_what_a_rule_is_not_shown_it_does_not_look_at(flagship: Manual, code: str) -> None:
    corpus, snapshot = flagship
    assert not looked(RULES[code], corpus, Turns(snapshot.near), {})


@pytest.mark.parametrize("code", APART)
def test_what_is_found_in_turn_is_found_alone(code: str) -> None:
    """What a rule says in the end, of what it has gathered, is no matter of one item."""
    rule = RULES[code]
    files = {
        name: text for name, text in dict(written(rule.bad).files).items() if "before/" not in name
    }
    corpus, snapshot = known(read_standards(*completed_sources(files)).corpus)
    try:
        in_turn = list(said(rule, corpus, Turns(snapshot.near), None))
    except NotOneByOneError:
        return
    found = {now for now, match in in_turn if match is not None}
    if NOBODY in found:
        return
    alone = {
        item.id
        for item in corpus
        if any(
            match
            for _, match in said(rule, corpus, Turns(snapshot.near, item.id), {item.id: item.kind})
        )
    }
    assert found == alone
