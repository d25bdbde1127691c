"""The manual as it will be: what is announced is judged today, at every day on which it changes.

Only what is new then is said: a fault that stands today is mended today.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from guifan.checks.memory import Memory, Recall
from guifan.checks.running import run
from guifan.corpus.ages import Come, as_of, days
from guifan.corpus.graph import Corpus
from guifan.corpus.lazy import LazyCorpus
from guifan.corpus.snapshot import ALL, Snapshot
from guifan.findings import Finding, Place, Related, Rule
from guifan.proof.calendar.clocks import clocks_of
from guifan.proof.told import a_day


def found_ahead(
    values: Mapping[str, Any],
    rules: Iterable[Rule],
    today: Iterable[Finding],
    memory: Memory | None,
) -> Iterator[Finding]:
    """What the rules find in the manual as it will be, each fault once, on the first such day.

    Args:
        values: what rules may ask for today.
        rules: those that run.
        today: what was found in the manual as it is.
        memory: of that check; None to judge everything anew.
    """
    corpus: Corpus = values["corpus"]
    known = {(one.code, one.position) for one in today}
    asked = [rule for rule in rules if not (rule.spans_time or "baseline" in rule.needs)]
    for day, names in days(corpus).items():
        then = as_of(corpus, day)
        changed = {name: one for name in names if isinstance(one := then.entries[name], Come)}
        held = {**values, "corpus": then, "clocks": clocks_of(then, values["day"])}
        recall = Recall(memory, _snapshot(memory, corpus, then), then, held) if memory else None
        for rule in asked:
            if recall and recall.looked(rule) is not None:
                continue
            ran = run(rule, then, held)
            for finding, places in zip(ran.findings, ran.places, strict=True):
                if (finding.code, finding.position) not in known:
                    known.add((finding.code, finding.position))
                    yield _then(finding, places, changed)


def token(memory: Memory, rules: Mapping[str, Rule], values: Mapping[str, Any]) -> str:
    """By what it is known that nothing has changed since the manual was judged as it will be."""
    return f"{memory.snapshot.digest((ALL,))} {values['day']} {' '.join(sorted(rules))}"


def _snapshot(memory: Memory, corpus: Corpus, then: Corpus) -> Snapshot:
    """What is known of the manual as it will be."""
    if isinstance(then, LazyCorpus):
        return then.known
    come = {name: one for name in corpus.announced if isinstance(one := then.entries[name], Come)}
    return memory.snapshot.with_all(come)


def _then(finding: Finding, places: tuple[Place, ...], changed: Mapping[str, Come]) -> Finding:
    """A finding of another day: it leads to what changes, and says from when on it stands.

    What holds today and is not to be changed then is right today: nothing is proposed for it.
    """
    own = [changed[name] for name in dict.fromkeys(p.item for p in places) if name in changed]
    told = [
        Related(one.arrival(), "then", {"title": one.item.title, "day": a_day(one.since)})
        for one in own or changed.values()
    ]
    new = [
        at for at, one in enumerate(places) if one.item in changed and changed[one.item].is_new(one)
    ]
    if new[:1] == [0] or not places:
        return replace(finding, related=(*finding.related, *told))
    others = list(finding.related)
    lead = others.pop(new[0] - 1).position if new else told[0].position
    related = (Related(finding.position), *others, *told)
    return replace(finding, position=lead, related=related, suggestion=None)
