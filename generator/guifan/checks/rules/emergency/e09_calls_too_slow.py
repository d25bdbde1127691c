"""E09: a list of calls that cannot be gone through before the command has to be in place."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from guifan.checks.rules.emergency.sample import CONTACTS, PLAYBOOK
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.role import Role
from guifan.language.quantities import Count
from guifan.proof.limits.bounds import length
from guifan.proof.people.superiors import superiors
from guifan.proof.places import amount_place
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration
from guifan.temporal.measure import comparable


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every list of calls, at the limits that are multiplied, and at who stands in."""
    for playbook in corpus.of(Playbook):
        if not playbook.contacts:
            place = Place(playbook.id, ("contacts",), key=True)
            yield Match(place, "nobody", {"title": playbook.title})
    bound = _bound(corpus)
    for limit in corpus.of(Limit):
        yield from _calls(limit, bound.get(limit.id, ()))
        if limit.fits is not None:
            yield _product(corpus, limit)
    yield from _stand_ins(corpus)


def _bound(corpus: Corpus) -> Mapping[str, tuple[Playbook, ...]]:
    """By limit, the playbooks whose command is in place within it."""
    found: dict[str, tuple[Playbook, ...]] = {}
    for playbook in corpus.of(Playbook):
        limit = corpus.one(Limit, playbook.ready)
        if limit is not None:
            found[limit.id] = (*found.get(limit.id, ()), playbook)
    return found


def _calls(limit: Limit, playbooks: tuple[Playbook, ...]) -> Iterator[Match | None]:
    """What is wrong with one list of calls stands there; with several, with their common limit."""
    slow = [one for one in playbooks if _is_slow(one, limit)]
    yield from (None for one in playbooks if one not in slow)
    if not slow:
        return
    worst = max(slow, key=lambda one: _sum(_waits(one)))
    waits = _waits(worst)
    facts = {
        "title": worst.title,
        "calls": len(waits),
        "whole": how_much(_sum(waits)),
        "limit": limit.title,
        "within": how_much(limit.amount),
        "playbooks": len(slow),
    }
    ready = tuple(Place(one.id, ("ready",)) for one in slow)
    if len(slow) > 1:
        yield Match(amount_place(limit), "many-calls", facts, ready)
        return
    last = max(range(len(waits)), key=lambda at: (waits[at], at))
    place = Place(worst.id, ("contacts", last, "wait"))
    yield Match(place, "calls", facts, (amount_place(limit), *ready))


def _is_slow(playbook: Playbook, limit: Limit) -> bool:
    """Whether all calls, each waiting its time before the backup is called, outlast the limit.

    One after another is the longest it can take. What is counted in other units has no sum.
    """
    within, waits = length(limit), _waits(playbook)
    if within is None or limit.bound is not Bound.AT_MOST or not waits:
        return False
    return all(comparable(one, within) for one in waits) and _sum(waits) > within


def _waits(playbook: Playbook) -> tuple[Duration, ...]:
    return tuple(one.wait for one in playbook.contacts)


def _sum(parts: tuple[Duration, ...]) -> Duration:
    """Times of one dimension together, in the smallest unit in which one of them is written."""
    unit = min((one.unit for one in parts), key=lambda one: one.scale)
    return Duration(sum((one.magnitude for one in parts), Fraction()) / unit.scale, unit)


def _product(corpus: Corpus, limit: Limit) -> Match | None:
    """So many times a limit comes to no more than the limit for the whole."""
    assert limit.fits is not None
    times, whole = corpus.one(Limit, limit.fits.times), corpus.one(Limit, limit.fits.into)
    one = length(limit)
    most = length(whole) if whole else None
    count = times.value if times else None
    if times is None or whole is None or one is None or most is None:
        return None
    if not isinstance(count, Count) or count.magnitude.denominator > 1 or not comparable(one, most):
        return None
    if one.magnitude * count.magnitude <= most.magnitude:
        return None
    facts = {
        "title": limit.title,
        "one": how_much(one),
        "times": how_much(count),
        "product": how_much(Duration(one.amount * count.magnitude, one.unit)),
        "limit": whole.title,
        "within": how_much(most),
    }
    return Match(amount_place(limit), "product", facts, (amount_place(times), amount_place(whole)))


def _stand_ins(corpus: Corpus) -> Iterator[Match | None]:
    """One post is replaced by the same post whatever happens: there is one list of numbers."""
    found: dict[str, list[tuple[Place, str]]] = {}
    for playbook in corpus.of(Playbook):
        for at, contact in enumerate(playbook.contacts):
            if contact.backup == contact.role:
                continue  # R07 says that nobody stands in for himself
            place = Place(playbook.id, ("contacts", at, "backup"))
            found.setdefault(contact.role, []).append((place, contact.backup))
    for name, backups in found.items():
        usual = Counter(backup for _, backup in backups).most_common(1)[0][0]
        role, common = corpus.one(Role, name), corpus.one(Role, usual)
        first = next(place for place, backup in backups if backup == usual)
        for place, backup in backups:
            other = corpus.one(Role, backup)
            if backup == usual or role is None or common is None or other is None:
                yield None
                continue
            if other.id not in role.deputies and other not in superiors(corpus, role):
                continue  # R07 says that it may not stand in at all
            facts = {"post": role.title, "backup": other.title, "usual": common.title}
            yield Match(place, "two-backups", facts, (first,), warns=True)


_READY = """\
--- standards/command.yaml
kind: event
items:
  - id: response-started
    title: 响应宣布
    happens: 宣布几级响应的时刻
    evidence: 应急日志「宣布时间」
  - id: command-in-place
    title: 指挥到位
    happens: 指挥报名接手的时刻
    evidence: 应急日志「指挥」
--- standards/ready.yaml
kind: limit
id: command-ready
title: 指挥到位时限
within: 10 分钟
from: response-started
to: command-in-place
"""

_CALLED = f"""\
{CONTACTS}  - id: agent-again
    role: hotline-agent
    backup: shift-leader
    wait: {{wait}}
    tells: 请他叫下一个班组
ready: command-ready
"""


def _example(wait: str) -> Example:
    return Example(_READY + PLAYBOOK.replace(CONTACTS, _CALLED.format(wait=wait)))


RULE = Rule(
    code="E09",
    name="calls-too-slow",
    severity=Severity.ERROR,
    finds=Wording(
        zh=("应急通讯录逐个打完的时间比到位时限长，或者同一个岗位在不同预案里找的替补不一样。"),
        en=(
            "Calling everyone on the emergency contact list in turn takes longer than the command "
            "has to be in place, or one post has different backups in different playbooks."
        ),
    ),
    why=Wording(
        zh="电话一个个打、一个个等，打到最后一个时指挥早该到位了；替补各写各的，半夜打给谁要现想。",
        en=(
            "Calls are made and waited out one by one; by the last, the commander should long have "
            "been in place. And if every playbook names a different backup, nobody knows whom to "
            "call at night."
        ),
    ),
    messages={
        "nobody": Wording(
            zh="“{title}”没有写先联系谁。请按次序写明找哪些岗位、找不到再找谁。",
            en=(
                "“{title}” does not say whom to contact first. List the posts to call, in order, "
                "with a backup for each."
            ),
        ),
        "calls": Wording(
            zh=(
                "“{title}”要打 {calls} 个电话，逐个等满共 {whole}，“{limit}”只给 {within}。"
                "请少等一会儿就换替补，或者请接通的人分头往下叫。"
            ),
            en=(
                "“{title}” makes {calls} {calls:call, which takes|calls, which take} {whole} if "
                "{calls:it|each} is waited out, but “{limit}” allows only {within}. Move on to the "
                "backup sooner, or let those already reached call others."
            ),
        ),
        "many-calls": Wording(
            zh=(
                "{playbooks} 份预案的电话打不完：“{title}”要打 {calls} 个，逐个等满共 {whole}，"
                "“{limit}”只给 {within}。请放长时限，或者少等一会儿就换替补。"
            ),
            en=(
                "{playbooks} {playbooks:playbook|playbooks} cannot finish their calls in time: "
                "“{title}”, for example, makes {calls} {calls:call, which takes|calls, which take} "
                "{whole} if {calls:it|each} is waited out, but “{limit}” allows only {within}. "
                "Allow more time, or move on to the backups sooner."
            ),
        ),
        "product": Wording(
            zh=(
                "“{title}”每次 {one}，“{times}”合计 {product}，“{limit}”只给 {within}。"
                "请改其中一个数。"
            ),
            en=(
                "“{title}” is {one} each time and, with “{times}”, comes to {product}, but "
                "“{limit}” allows only {within}. Change one of the three."
            ),
        ),
        "two-backups": Wording(
            zh=(
                "这份预案找不到{post}时找{backup}，别的预案找的是{usual}。应急通讯录只有一本，请"
                "改成一致。"
            ),
            en=(
                "If {post} cannot be reached, this playbook calls {backup} and the others call "
                "{usual}. There is only one contact list: make them agree."
            ),
        ),
    },
    bad=_example("8 分钟\n          ^^^^"),
    mended=_example("5 分钟"),
    check=check,
)
