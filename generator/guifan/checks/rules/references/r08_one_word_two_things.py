"""R08: a word that names two different things."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.nodes import Path
from guifan.language.written import half_width

_SHARED = "service"
"""A kind that is found by words which several may share, but not by the title of another."""

_KINDS = ("term", "role", "channel", "metric", _SHARED)
"""Kinds whose names are words of ours; the others are found by words that several may share.

What customers call a business, its procedure and the limit on it is rightly one word.
"""


@dataclass(frozen=True, slots=True)
class _Name:
    """A word with what it names.

    Args:
        word: as written.
        thing: address of what it names, with ``title``.
        at: how many other words for it come before this one; -1 for the title.
        family: a kind, or a taxonomy: within one of them every title is of another thing.
    """

    word: str
    thing: str
    title: str
    at: int
    family: str

    def is_of_another_thing_than(self, other: "_Name") -> bool:
        """Whether the two differ, for all that one may tell.

        A term, a role and a member of the same title are one thing seen from three sides, and a
        term is often explained in the words of customers that a class of the manual goes by.
        """
        if self.thing == other.thing:
            return False
        if _SHARED in (self.family, other.family):
            return self.family == other.family and -1 in (self.at, other.at)
        if self.family == other.family:
            return True
        explains = "term" in (self.family, other.family) and "." in self.thing + other.thing
        return self.title != other.title and not explains


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare every title and every other name with all those before it."""
    holders: dict[str, list[_Name]] = {}
    for name in _names(corpus):
        before = holders.setdefault(half_width(name.word).casefold(), [])
        other = next((one for one in before if name.is_of_another_thing_than(one)), None)
        before.append(name)
        yield _match(corpus, name, other) if other else None


def _names(corpus: Corpus) -> Iterator[_Name]:
    for (kind, thing), group in groupby(corpus.named, lambda one: (one.kind, one.address)):
        item, _, member = thing.partition(".")
        if kind in _KINDS or member:
            title, *also = (one.word for one in group)
            for at, word in enumerate((title, *also), -1):
                yield _Name(word, thing, title, at, item if member else kind)


def _match(corpus: Corpus, name: _Name, other: _Name) -> Match:
    facts = {
        "word": name.word,
        "title": name.title,
        "id": name.thing,
        "other": other.title,
        "other_id": other.thing,
    }
    return Match(_place(corpus, name), "two-things", facts, (_place(corpus, other),))


def _place(corpus: Corpus, name: _Name) -> Place:
    """Where a word stands in the item that it names, or whose member it names."""
    item, _, member = name.thing.partition(".")
    taxonomy = corpus.one(Taxonomy, item)
    ids = [one.id for one in taxonomy.members] if taxonomy and member else []
    below: Path = ("members", ids.index(member)) if ids else ()
    return Place(item, (*below, "title") if name.at < 0 else (*below, "also", name.at))


RULE = Rule(
    code="R08",
    name="one-word-two-things",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同一个词既是一个条目的名称或又称，又是另一个条目的名称或又称。",
        en="One word that is a name, or another name, of two different items.",
    ),
    why=Wording(
        zh="员工照这个词去查会查到两样东西；“差距1”在一处指促销、一处指理解，两边就各说各的。",
        en=(
            "Staff who look the word up find two things; if “gap 1” means promotion in one place "
            "and understanding in another, people talk past each other."
        ),
    ),
    messages={
        "two-things": Wording(
            zh=(
                "“{word}”在这里指“{title}”（{id}），在另一处指“{other}”（{other_id}）。请只让"
                "它指一样，另一处换一个说法。"
            ),
            en=(
                "“{word}” means “{title}” ({id}) here and “{other}” ({other_id}) elsewhere. Let it "
                "mean only one of them, and find another word for the other."
            ),
        ),
    },
    bad=Example("""\
kind: term
items:
  - id: complaint
    title: 投诉
    means: 客户对服务不满意，要求我们处理并答复
    also: [客户来话]
  - id: consultation
    title: 咨询
    means: 客户想了解产品、业务或规则
    also: [客户来话]
           ^^^^
"""),
    mended=Example("""\
kind: term
items:
  - id: complaint
    title: 投诉
    means: 客户对服务不满意，要求我们处理并答复
    also: [客诉]
  - id: consultation
    title: 咨询
    means: 客户想了解产品、业务或规则
    also: [询问]
"""),
    check=check,
)
