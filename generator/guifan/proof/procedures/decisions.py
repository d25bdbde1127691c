"""Decisions in procedures: which cases have no way, and which steps no way leads to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.procedure import Branch, Procedure, Repeat, Step
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.language.texts import Mention, Plain, segments
from guifan.proof.procedures.paths import ways

_JOINING = re.compile(r"[\s、，,]*(?:或者|或|及|和|与)?[\s、，,]*")
"""What stands between members that one branch names together."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A decision that goes by the members of a class whose every case is exactly one of them.

    Args:
        taxonomy: the class.
        missing: the members that no branch takes.
    """

    taxonomy: Taxonomy
    missing: tuple[TaxonomyMember, ...]


def sorted_by(corpus: Corpus, step: Step) -> Sorted | None:
    """The class that every branch of a decision goes by, if it does."""
    takes = [_members(corpus, one) for one in step.branches]
    named = [{taxonomy for taxonomy, _ in one} for one in takes]
    if not takes or not all(named) or len(set().union(*named)) != 1:
        return None
    taxonomy = corpus.one(Taxonomy, named[0].pop())
    if taxonomy is None or not taxonomy.mece:
        return None
    taken = {member for one in takes for _, member in one}
    return Sorted(taxonomy, tuple(_left(taxonomy, taken)))


def _members(corpus: Corpus, branch: Branch) -> tuple[tuple[str, str], ...]:
    """The members that a case names with nothing else; what follows a colon only explains it."""
    found: list[tuple[str, str]] = []
    for one in segments(branch.when):
        match one:
            case Mention(address=address):
                target = corpus.resolve(address)
                if not (target and not target.field and isinstance(target.item, Taxonomy)):
                    return ()
                if not isinstance(target.part, TaxonomyMember):
                    return ()
                found.append((target.item.id, target.part.id))
            case Plain(text=text):
                head, colon, _ = re.sub("[：:]", "：", text).partition("：")
                if not _JOINING.fullmatch(head):
                    return ()
                if colon:
                    break
            case _:
                return ()
    return tuple(found)


def _left(taxonomy: Taxonomy, taken: set[str]) -> Iterator[TaxonomyMember]:
    """The members that are neither taken, nor within one that is, nor made up of others."""
    above = {one.id: one.under for one in taxonomy.members}
    for member in taxonomy.members:
        if member.id not in above.values() and not _line(member.id, above) & taken:
            yield member


def _line(member: str, above: Mapping[str, str | None]) -> set[str]:
    """A member and those that it is under; a circle ends where it closes."""
    line: set[str] = set()
    at: str | None = member
    while at is not None and at not in line:
        line.add(at)
        at = above.get(at)
    return line


def unreached(procedure: Procedure) -> tuple[Step, ...]:
    """The steps that no way leads to; of a chain of them only the first.

    None where some way leads to a step that is not there, or back without being a repetition: what
    the procedure means is not known then, and other rules say so.
    """
    order = {step.id: at for at, step in enumerate(procedure.steps)}
    onward: dict[str, set[str]] = {}
    for source, target, is_repeat in _ways(procedure):
        if target not in order or (order[target] <= order[source] and not is_repeat):
            return ()
        onward.setdefault(source, set()).add(target)
    names = tuple(order)
    reached = _from(names[:1], onward)
    lost = [name for name in names if name not in reached]
    led = {target for name in lost for target in onward.get(name, ()) if target != name}
    found: list[str] = []
    for name in sorted(lost, key=lambda name: (name in led, order[name])):
        if name not in reached:
            found.append(name)
            reached |= _from((name,), onward)
    return tuple(procedure.steps[order[name]] for name in sorted(found, key=order.__getitem__))


def _ways(procedure: Procedure) -> Iterator[tuple[str, str, bool]]:
    for way in ways(procedure):
        yield way.source, way.target, isinstance(way.why, Repeat)
    for step in procedure.steps:
        if step.parallel:  # whether the branches get there is another question
            yield step.id, step.parallel.then, False


def _from(starts: tuple[str, ...], onward: Mapping[str, set[str]]) -> set[str]:
    seen = set(starts)
    found = list(starts)
    while found:
        new = onward.get(found.pop(), set()) - seen
        seen |= new
        found += new
    return seen
