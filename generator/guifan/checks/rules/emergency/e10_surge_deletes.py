"""E10: an emergency norm that does not say what it replaces, or when that holds again."""

from collections.abc import Iterator

from guifan.checks.rules.emergency.sample import PLAYBOOK
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.event import Event
from guifan.language.kinds.norm import Binds, Norm
from guifan.language.kinds.playbook import Playbook


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every emergency norm, then at those that each playbook puts in force together."""
    used: dict[str, list[Place]] = {}
    playbooks = corpus.of(Playbook)
    for playbook in playbooks:
        for at, name in enumerate(playbook.surge):
            norm = corpus.one(Norm, name)
            if norm is not None:
                used.setdefault(norm.id, []).append(Place(playbook.id, ("surge", at)))
    for norm in corpus.of(Norm):
        if norm.id in used:
            yield _unsaid(norm, tuple(used[norm.id]))
        elif norm.surge and playbooks:
            yield Match(Place(norm.id, ("surge",), key=True), "unused", {"title": norm.title})
        if norm.surge:
            yield from _replaced(corpus, norm)
    told: set[tuple[str, ...]] = set()
    for playbook in playbooks:
        yield from _together(corpus, playbook, told)


def _unsaid(norm: Norm, places: tuple[Place, ...]) -> Match | None:
    """It says which norms it replaces or upholds."""
    if norm.surge and (norm.surge.replaces or norm.surge.upholds):
        return None
    facts = {"title": norm.title}
    if norm.surge is None:
        # One playbook may have named the wrong norm; several mean this one.
        own = Place(norm.id, ("id",))
        alone = len(places) == 1
        place, related = (places[0], (own,)) if alone else (own, places)
        return Match(place, "everyday", facts, related)
    said = next((one for one in ("replaces", "upholds") if one in norm.surge.model_fields_set), "")
    place = Place(norm.id, ("surge", said) if said else ("surge",), key=not said)
    return Match(place, "unsaid", facts, places)


def _replaced(corpus: Corpus, norm: Norm) -> Iterator[Match | None]:
    """What it replaces holds where it holds, is no emergency norm itself and no red line."""
    assert norm.surge is not None
    for at, name in enumerate(norm.surge.replaces):
        other = corpus.one(Norm, name)
        if other is None:
            continue
        key = None
        if other.surge is not None:
            key = "itself"
        elif not _meet(norm.binds, other.binds):
            key = "elsewhere"
        elif other.identity is not None:
            continue  # P08 says that nobody is identified less
        elif other.red_line and not norm.red_line:
            key = "red-line"
        if key is None:
            yield None
            continue
        facts = {"title": norm.title, "other": other.title}
        related = (Place(other.id, ("id",)),)
        yield Match(Place(norm.id, ("surge", "replaces", at)), key, facts, related)


def _meet(one: Binds, other: Binds) -> bool:
    """Whether some post on some channel is bound by both."""
    channels = not one.channels or not other.channels or set(one.channels) & set(other.channels)
    return bool(channels) and bool(set(one.roles) & set(other.roles))


def _together(
    corpus: Corpus, playbook: Playbook, told: set[tuple[str, ...]]
) -> Iterator[Match | None]:
    """The norms of one playbook end together and agree on what stays; each pair is told once."""
    norms = [one for one in corpus.some(Norm, playbook.surge) if one.surge]
    ends = [one.surge.until for one in norms if one.surge]
    usual = max(range(len(ends)), key=lambda at: (ends.count(ends[at]), -at), default=0)
    for norm in norms:
        assert norm.surge is not None
        for at, name in enumerate(norm.surge.replaces):
            keeper = next((one for one in norms if one.surge and name in one.surge.upholds), None)
            kept = corpus.one(Norm, name)
            if keeper is None or kept is None or kept.red_line or kept.identity is not None:
                continue
            if (norm.id, name) not in told:
                told.add((norm.id, name))
                facts = {"title": norm.title, "other": keeper.title, "norm": kept.title}
                related = (Place(keeper.id, ("surge", "upholds")),)
                yield Match(Place(norm.id, ("surge", "replaces", at)), "both", facts, related)
        yield from _end(corpus, playbook, norm, norms[usual], told)


def _end(
    corpus: Corpus, playbook: Playbook, norm: Norm, first: Norm, told: set[tuple[str, ...]]
) -> Iterator[Match | None]:
    """It ends after the emergency has begun, and with most of the others, the first of them."""
    assert norm.surge is not None
    assert first.surge is not None
    until, others = corpus.one(Event, norm.surge.until), corpus.one(Event, first.surge.until)
    if until is None or others is None or (norm.id,) in told:
        return
    facts = {"title": norm.title, "event": until.title, "others": others.title}
    place = Place(norm.id, ("surge", "until"))
    if until.id == playbook.from_:
        told.add((norm.id,))
        yield Match(place, "at-once", facts, (Place(playbook.id, ("from",)),))
    elif until is not others:
        told.add((norm.id,))
        yield Match(place, "ends-apart", facts, (Place(first.id, ("surge", "until")),))
    else:
        yield None


_NORMS = """\
--- standards/norms.yaml
kind: norm
items:
  - id: greet
    title: 迎客
    rule: 客户进门，客服代表应当迎上去问办什么。
    modal: must
    binds: {{roles: [hotline-agent]}}
    aspect: operational
    result: process
    dimension: reliability
    check: [每月看录像]
  - id: surge-greet
    title: 应急时先答专程来问的人
    rule: 响应期间，客服代表应当先答专程来问的客户。
    modal: must
    binds: {{roles: [hotline-agent]}}
    aspect: operational
    result: process
    dimension: reliability
{surge}    check: [响应后看录像]
"""


def _example(surge: str) -> Example:
    playbook = PLAYBOOK.replace("stand_down:", "surge: [surge-greet]\nstand_down:")
    return Example(_NORMS.format(surge=surge) + playbook)


RULE = Rule(
    code="E10",
    name="surge-deletes",
    severity=Severity.ERROR,
    finds=Wording(
        zh="应急替代条款没有写代替平时的哪一条、到何时为止，或者代替了不该代替的条款。",
        en=(
            "An emergency norm that does not say which everyday norm it replaces or until when, or "
            "that replaces one it must not."
        ),
    ),
    why=Wording(
        zh="只说应急时怎样做，不说平时的哪一条先放下，员工两条都得守；不说到何时，应急的做法就收不回来。",
        en=(
            "If staff are told what to do in an emergency but not which everyday norm to set "
            "aside, they have to keep both; if no end is given, the emergency practice never goes "
            "back."
        ),
    ),
    messages={
        "unsaid": Wording(
            zh=(
                "“{title}”是应急替代条款，却没有写代替平时的哪一条，也没有写哪一条照旧。请在“应急"
                "替代”（surge）里写明，并写到何时为止。"
            ),
            en=(
                "“{title}” is an emergency norm but says neither which norm it replaces nor which "
                "it upholds. Say so under “surge”, with the event that ends it."
            ),
        ),
        "everyday": Wording(
            zh=(
                "预案把“{title}”当应急替代条款启用，它却没有写“应急替代”（surge）。请写明代替平时的"
                "哪一条、到何时为止；它本来就是平时的条款的，请从预案里去掉。"
            ),
            en=(
                "“{title}” is put in force by a playbook as an emergency norm, but has no “surge”. "
                "Say which norm it replaces and until when; if it is an everyday norm, take it out "
                "of the playbook."
            ),
        ),
        "unused": Wording(
            zh=(
                "“{title}”写着代替平时的条款，却没有一份预案启用它。请写进预案的“应急替代条款”（"
                "surge），或者删去。"
            ),
            en=(
                "“{title}” is meant to replace an everyday norm, but no playbook puts it in force. "
                "Add it to “surge” of a playbook, or delete it."
            ),
        ),
        "itself": Wording(
            zh="“{title}”代替的“{other}”也是应急条款。请写平时的条款。",
            en=(
                "“{title}” replaces “{other}”, which is an emergency norm too. Name an everyday "
                "norm."
            ),
        ),
        "elsewhere": Wording(
            zh=(
                "“{title}”代替“{other}”，两条约束的岗位和渠道却没有一处相同，代替不了。"
                "请换成同一处的条款。"
            ),
            en=(
                "“{title}” replaces “{other}”, but the two bind no post and channel in common, so "
                "it cannot. Name a norm that applies in the same place."
            ),
        ),
        "red-line": Wording(
            zh=(
                "“{title}”代替的“{other}”是红线，应急时也不能放下。请去掉，或者写进“照旧”（"
                "upholds）。"
            ),
            en=(
                "“{title}” replaces “{other}”, which is a red line even in an emergency. Remove "
                "it, or put it under “upholds”."
            ),
        ),
        "both": Wording(
            zh="“{title}”代替“{norm}”，同一份预案里的“{other}”却写着它照旧。请去掉一处。",
            en=(
                "“{title}” replaces “{norm}”, but “{other}” in the same playbook upholds it. "
                "Delete one of the two."
            ),
        ),
        "at-once": Wording(
            zh=(
                "“{title}”到“{event}”为止，而响应正是从它开始，等于从来没有生效。请写响应终止的事"
                "件。"
            ),
            en=(
                "“{title}” ends with “{event}”, which is when the response starts, so it never "
                "applies. Name the event that ends the response."
            ),
        ),
        "ends-apart": Wording(
            zh=(
                "“{title}”到“{event}”为止，同一份预案的其他应急条款到“{others}”为止。"
                "请让它们一起恢复。"
            ),
            en=(
                "“{title}” ends with “{event}”, but the other emergency norms of the same playbook "
                "end with “{others}”. Let them end together."
            ),
        ),
    },
    bad=_example("    surge:\n    ^^^^^\n      until: response-ended\n"),
    mended=_example("    surge:\n      replaces: [greet]\n      until: response-ended\n"),
    check=check,
    absences=frozenset({"unused"}),
)
