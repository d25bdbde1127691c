"""W03: a norm that asks for or allows what is forbidden, or gives staff words that are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guifan.checks.rules.wording.modals import said
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Modal, Norm
from guifan.language.nodes import Path
from guifan.proof.people.duties import contrary, meet, same_act

_ENDS = "，。；：！？…、,;:!?「」“”\n（）()"
_STOP = re.compile(f"[{_ENDS}\\s]")
_WORDS = {
    Modal.MUST: Wording(zh="应当", en="must"),
    Modal.MUST_NOT: Wording(zh="不得", en="must not"),
    Modal.MAY: Wording(zh="可以", en="may"),
}


class _Uttered(NamedTuple):
    """Words that staff are given to say: in which item, where, and the words."""

    item: Norm | Message
    path: Path
    text: str


class _Forbidden(NamedTuple):
    """A phrase that must not be said: in which item, where, and the phrase without its stop."""

    item: Norm | Message
    path: Path
    phrase: str


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold norms on the same act to each other, then to their words, then what is said to both."""
    for one, other in same_act(corpus):
        yield _against(one, other) if contrary(one, other) else None
    for norm in corpus.each(Norm):
        yield _worded_otherwise(norm)
    yield from _said_though_forbidden(corpus)


def _against(one: Norm, other: Norm) -> Match:
    """The norm that forbids leads nowhere: what is to be mended is what it forbids."""
    first, second = (other, one) if one.modal is Modal.MUST_NOT else (one, other)
    facts = {
        "title": first.title,
        "modal": _WORDS[first.modal],
        "act": first.act,
        "other": second.title,
    }
    related = (Place(second.id, ("modal",)), Place(second.id, ("act",)))
    return Match(Place(first.id, ("modal",)), "against", facts, related)


def _worded_otherwise(norm: Norm) -> Match | None:
    """Whether no word of duty in the rule is the norm's own."""
    words = tuple(said(norm.rule))
    if not words or any(norm.modal in one.modals for one in words):
        return None
    first = words[0]
    (meant,) = first.modals if len(first.modals) == 1 else (Modal.MUST_NOT,)
    facts = {"title": norm.title, "modal": _WORDS[norm.modal], "word": first.word}
    related = (Place(norm.id, ("rule",), (first.at.start, first.at.end)),)
    place = Place(norm.id, ("modal",))
    return Match(place, "worded-otherwise", facts, related, Suggestion(meant.value))


def _said_though_forbidden(corpus: Corpus) -> Iterator[Match | None]:
    forbidden: dict[str, list[_Forbidden]] = {}
    for one in _phrases(corpus):
        forbidden.setdefault(one.phrase, []).append(one)
    if not forbidden:
        return
    longest_first = sorted(forbidden, key=len, reverse=True)
    any_phrase = re.compile(
        f"(?:^|(?<=[{_ENDS}\\s]))(?:{'|'.join(map(re.escape, longest_first))})(?=[{_ENDS}\\s]|$)"
    )
    beginnings = {_STOP.split(phrase)[0] for phrase in forbidden}
    for uttered in _utterances(corpus):
        # Few texts hold the beginning of a phrase; to look for that is half the work.
        is_near = not beginnings.isdisjoint(_STOP.split(uttered.text))
        found = [
            _said(uttered, one, match.span())
            for match in (any_phrase.finditer(uttered.text) if is_near else ())
            for one in _nearest(corpus, uttered, forbidden[match[0]])
        ]
        yield from found
        if not found:
            yield None


def _speaking(corpus: Corpus) -> tuple[Norm | Message, ...]:
    return (*corpus.of(Norm), *corpus.of(Message))


def _phrases(corpus: Corpus) -> Iterator[_Forbidden]:
    for item in _speaking(corpus):
        for at, never in enumerate(item.never):
            phrase = never.phrase.strip().strip(_ENDS)
            if phrase:
                yield _Forbidden(item, ("never", at, "phrase"), phrase)


def _utterances(corpus: Corpus) -> Iterator[_Uttered]:
    """What staff are given to say; a model dialogue may show how not to."""
    for norm in corpus.of(Norm):
        for at, line in enumerate(norm.say):
            yield _Uttered(norm, ("say", at), line)
    for message in corpus.of(Message):
        if message.says:
            yield _Uttered(message, ("says",), message.says)
    for item in _speaking(corpus):
        for at, never in enumerate(item.never):
            yield _Uttered(item, ("never", at, "instead"), never.instead)


def _nearest(
    corpus: Corpus, uttered: _Uttered, forbidden: list[_Forbidden]
) -> tuple[_Forbidden, ...]:
    """The prohibition that lies nearest: of the item, of a norm that names it, of one as wide."""
    ranked = ((_distance(corpus, uttered, one), one) for one in forbidden)
    near = sorted((one for one in ranked if one[0] is not None), key=lambda one: one[0] or 0)
    return tuple(one for _, one in near[:1])


def _distance(corpus: Corpus, uttered: _Uttered, forbidden: _Forbidden) -> int | None:
    """0 where it is of the same item or of a norm that names it, 1 where both may hold at once.

    What a message forbids is forbidden in its scene alone.
    """
    item, norm = uttered.item, forbidden.item
    if item.id == norm.id:
        return 0
    if isinstance(norm, Message):
        return None
    if isinstance(item, Norm):
        return 1 if meet(norm.binds, item.binds) else None
    if item in corpus.some(Message, norm.messages):
        return 0
    channels = set(norm.binds.channels), set(item.channels)
    moments = set(norm.binds.moments), set(item.moments)
    return 1 if all(not a or not b or a & b for a, b in (channels, moments)) else None


def _said(uttered: _Uttered, forbidden: _Forbidden, span: tuple[int, int]) -> Match:
    """It only warns where the phrase may be forbidden in another situation than it is said in."""
    is_own = uttered.item.id == forbidden.item.id
    names_it = isinstance(forbidden.item, Norm) and uttered.item.id in forbidden.item.messages
    facts = {"phrase": forbidden.phrase, "title": uttered.item.title, "by": forbidden.item.title}
    return Match(
        Place(uttered.item.id, uttered.path, span),
        "said",
        facts,
        (Place(forbidden.item.id, forbidden.path),),
        warns=not (is_own or names_it),
    )


RULE = Rule(
    code="W03",
    name="duty-against-duty",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "同一件事，一条说应当或可以，另一条说不得；条款的用词与“约束”一栏不一致；"
            "推荐说的话正是禁止说的。"
        ),
        en=(
            "One norm requires or allows what another forbids; the wording of a norm differs from "
            "its “modal”; or staff are given a phrase to say that they are forbidden to say."
        ),
    ),
    why=Wording(
        zh=(
            "照这一条做就违反那一条，员工怎么做都错，只好看谁在检查。“不得”与“可”相遇，"
            "从严的一条算数，另一条要改掉或写明例外。"
        ),
        en=(
            "Whoever keeps one norm breaks the other, so staff can only go by who happens to be "
            "inspecting. Where “may” meets “must not”, the stricter one counts; the other has to "
            "be changed, or made a stated exception."
        ),
    ),
    messages={
        "against": Wording(
            zh=(
                "“{title}”说{modal}“{act}”，“{other}”说不得，约束的岗位和情形有重合。请改掉一条，"
                "或者在“例外”（exceptions）里引用另一条，写明什么情形除外。"
            ),
            en=(
                "“{title}” says that one {modal} “{act}”, but “{other}” says that one must not, "
                "and both bind the same posts in the same case. Change one of them, or refer to "
                "the other under “exceptions” and say in which case it does not apply."
            ),
        ),
        "worded-otherwise": Wording(
            zh="“{title}”的“约束”（modal）写的是“{modal}”，条款里写的却是“{word}”。请改成一致。",
            en=(
                "The “modal” of “{title}” is “{modal}”, but its text says “{word}”. Make the two "
                "agree."
            ),
        ),
        "said": Wording(
            zh="“{title}”让员工说“{phrase}”，而“{by}”把它列为禁用语。请改掉其中一处。",
            en=(
                "“{title}” tells staff to say “{phrase}”, which “{by}” forbids. Change one of the "
                "two."
            ),
        ),
    },
    bad=Example("""\
kind: norm
binds: {roles: [hotline-agent]}
items:
  - id: waive-on-the-spot
    title: 当场减免
    rule: 客户有异议的，员工可以当场减免费用
    modal: may
           ^^^
    act: 减免费用
    aspect: operational
    result: process
    dimension: responsiveness
    check: [抽听录音]
  - id: no-promise-of-waiver
    title: 不承诺减免
    rule: 员工不得承诺减免费用
    modal: must-not
    act: 减免费用
    aspect: operational
    result: process
    dimension: responsiveness
    check: [抽听录音]
"""),
    mended=Example("""\
kind: norm
binds: {roles: [hotline-agent]}
items:
  - id: waive-on-the-spot
    title: 当场减免
    rule: 系统已经核出多收的，员工可以当场减免费用
    modal: may
    act: 减免费用
    when: 系统已经核出多收的
    aspect: operational
    result: process
    dimension: responsiveness
    check: [抽听录音]
  - id: no-promise-of-waiver
    title: 不承诺减免
    rule: 员工不得承诺减免费用
    modal: must-not
    act: 减免费用
    aspect: operational
    result: process
    dimension: responsiveness
    exceptions:
      - 系统已经核出多收的，按“【waive-on-the-spot】”办
    check: [抽听录音]
"""),
    check=check,
)
