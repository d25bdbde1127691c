"""Whether a line of a situation, or a reply in it, keeps to the standard.

A line that the corpus gives cause to doubt has no value, and nothing is asked about it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guifan.language.kinds.situation import Breach, Reply, Situation, Utterance
from guifan.proof.people.situations import doubts
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare, rests, say
from guifan.quiz.sort import Sort


class Source(NamedTuple):
    """Where a line comes from.

    Args:
        situation: the situation.
        part: the line or reply.
        number: which of the lines it is, from 1; 0 for a reply.
    """

    situation: Situation
    part: Utterance | Reply
    number: int


def _facts(ground: Ground) -> Iterator[Fact]:
    doubtful = {(one.situation.id, one.part) for one in doubts(ground.corpus) if one.fault}
    for situation in ground.corpus.of(Situation):
        if not ground.in_force(situation):
            continue
        for number, line in enumerate(situation.turns, start=1):
            if line in situation.ours:
                source = Source(situation, line, number)
                yield _line(ground, source, line, (situation.id, line.id) in doubtful)
        for reply in situation.replies:
            source = Source(situation, reply, 0)
            yield _reply(ground, source, reply, (situation.id, reply.id) in doubtful)


def _line(ground: Ground, source: Source, line: Utterance, is_doubtful: bool) -> Fact:
    _ = ground.words
    situation = source.situation
    clauses = [one.clause for one in line.breaches]
    value = None if is_doubtful or not _hold(ground, clauses) else not line.breaches
    said = Said(_("这一句没有错。"))
    if line.breaches:
        told = [_broken(ground, situation, one) for one in line.breaches]
        whys = Said("".join(map(str, told)), rests(told))
        instead = ground.text(situation, line.instead or "")
        said = say(_("{whys}应当：{instead}"), whys=whys, instead=instead)
    return _fact(ground, source, value, said, clauses)


def _broken(ground: Ground, situation: Situation, breach: Breach) -> Said:
    _ = ground.words
    why = bare(ground.text(situation, breach.why))
    return say(_("{why}（「{title}」）。"), why=why, title=ground.title(breach.clause))


def _reply(ground: Ground, source: Source, reply: Reply, is_doubtful: bool) -> Fact:
    _ = ground.words
    why = bare(ground.text(source.situation, reply.why))
    said = say(_("{why}（「{title}」）。"), why=why, title=ground.title(reply.clause))
    value = None if is_doubtful or not _hold(ground, [reply.clause]) else reply.right
    return _fact(ground, source, value, said, [reply.clause])


def _hold(ground: Ground, clauses: list[str]) -> bool:
    return all(ground.in_force(ground.corpus.get(one.partition(".")[0])) for one in clauses)


def _fact(
    ground: Ground, source: Source, value: bool | None, said: Said, clauses: list[str]
) -> Fact:
    situation, part = source.situation, source.part
    name, _, below = (clauses[0] if clauses else situation.id).partition(".")
    item = ground.corpus.get(name) or situation
    return Fact(
        "line",
        f"{situation.id}.{part.id}",
        (situation.id, part.id),
        value,
        ground.clause(item, *filter(None, [below])),
        ground.posts(situation.roles),
        said,
        ground.text(situation, part.says),
        source,
    )


SORT = Sort("line", _facts)
