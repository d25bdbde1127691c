"""C07: a class whose members are said to be apart, and something that is in two of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.language.nodes import Path
from guifan.language.written import half_width

_OF_EMERGENCIES = ("event-class", "statutory-event-class")
"""Two classes that the rules of emergencies compare."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a member.

    Args:
        member: whose it is.
        path: where in the taxonomy, and ``span`` the stretch of that text, None for all of it.
        names: it is the member's title or another name, not an example.
    """

    text: str
    member: TaxonomyMember
    path: Path
    span: tuple[int, int] | None = None
    names: bool = False


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the order of every class, and at the words of those that are said to be apart."""
    for taxonomy in corpus.of(Taxonomy):
        above = {one.id: one.under for one in taxonomy.members}
        yield from _circles(taxonomy, above)
        if taxonomy.mece:
            yield from _shared(taxonomy, above)
        for at, member in enumerate(taxonomy.members):
            yield from _alike(corpus, taxonomy, at, member)


def _line(member: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """A member and those that it is under, the nearest first; a circle ends where it closes."""
    line: dict[str, None] = {}
    at: str | None = member
    while at is not None and at not in line:
        line[at] = None
        at = above.get(at)
    return tuple(line)


def _circles(taxonomy: Taxonomy, above: Mapping[str, str | None]) -> Iterator[Match | None]:
    """Members that are, in the end, under themselves; each circle once."""
    told: set[str] = set()
    for at, member in enumerate(taxonomy.members):
        if member.under is None:
            continue
        line = _line(member.id, above)
        if above.get(line[-1]) != member.id:
            yield None
        elif member.id not in told:
            told.update(line)
            titles = {one.id: one.title for one in taxonomy.members}
            names = " → ".join(titles[one] for one in (*line, member.id))
            facts = {"class": taxonomy.title, "circle": names}
            yield Match(Place(taxonomy.id, ("members", at, "under")), "circle", facts)


def _shared(taxonomy: Taxonomy, above: Mapping[str, str | None]) -> Iterator[Match | None]:
    """Words of two members, one of which is not within the other. Two names are for R08."""
    before: dict[str, list[_Word]] = {}
    for at, member in enumerate(taxonomy.members):
        for word in _words(at, member):
            held = before.setdefault(half_width(word.text).strip(" .。").casefold(), [])
            other = next((one for one in held if _clash(word, one, above)), None)
            held.append(word)
            yield _said_twice(taxonomy, word, other) if other else None


def _words(at: int, member: TaxonomyMember) -> Iterator[_Word]:
    path = ("members", at)
    yield _Word(member.title, member, (*path, "title"), names=True)
    for number, text in enumerate(member.also):
        yield _Word(text, member, (*path, "also", number), names=True)
    for number, text in enumerate(member.examples):
        here = (*path, "examples", number)
        yield _Word(text, member, here)
        begin = 0
        for piece in text.split("、") if "、" in text else ():
            yield _Word(piece, member, here, (begin, begin + len(piece.rstrip("。"))))
            begin += len(piece) + 1


def _clash(word: _Word, other: _Word, above: Mapping[str, str | None]) -> bool:
    """Whether two members hold the word; a piece of an example counts only against a name."""
    one, two = word.member.id, other.member.id
    if one in _line(two, above) or two in _line(one, above) or (word.names and other.names):
        return False
    return word.names or other.names or (word.span is None and other.span is None)


def _said_twice(taxonomy: Taxonomy, word: _Word, other: _Word) -> Match:
    facts = {
        "class": taxonomy.title,
        "word": word.text.strip("。"),
        "one": other.member.title,
        "two": word.member.title,
    }
    related = (Place(taxonomy.id, other.path, other.span),)
    return Match(Place(taxonomy.id, word.path, word.span), "in-two", facts, related)


def _alike(
    corpus: Corpus, taxonomy: Taxonomy, at: int, member: TaxonomyMember
) -> Iterator[Match | None]:
    """A member that is the same as two which are apart, or as one that is apart from itself."""
    before: dict[str, int] = {}
    for number, address in enumerate(member.corresponds):
        target = corpus.resolve(address)
        if target is None or not isinstance(target.item, Taxonomy) or not target.item.mece:
            continue
        if (taxonomy.id, target.item.id) == _OF_EMERGENCIES:
            continue
        place = Place(taxonomy.id, ("members", at, "corresponds", number))
        facts = {"class": target.item.title, "one": member.title, "two": _title(target.part)}
        if target.item.id == taxonomy.id:
            yield None if target.part == member else Match(place, "own", facts)
            continue
        other = before.setdefault(target.item.id, number)
        if other == number:
            yield None
            continue
        first = corpus.resolve(member.corresponds[other])
        facts["three"] = _title(first.part) if first else ""
        related = (Place(taxonomy.id, ("members", at, "corresponds", other)),)
        yield Match(place, "two-of-one", facts, related)


def _title(part: object) -> str:
    return str(getattr(part, "title", ""))


RULE = Rule(
    code="C07",
    name="not-apart",
    severity=Severity.ERROR,
    finds=Wording(
        zh="写明互斥穷尽的分类里，同一样东西归进了两类，或者上下级绕成了圈。",
        en=(
            "In a class list whose members exclude each other, the same thing stands in two "
            "members, or members lie above each other in a circle."
        ),
    ),
    why=Wording(
        zh=("同一件事两个人归成两类，就走两个流程、报两个部门，统计出来的两个数也都不对。"),
        en=(
            "If two people put one case into two classes, it goes through two procedures to two "
            "departments, and neither count is right."
        ),
    ),
    messages={
        "in-two": Wording(
            zh=(
                "“{class}”写明互斥穷尽，“{word}”却既在“{one}”里、又在“{two}”里。请只留在一类；真"
                "有差别的，请把差别写出来。"
            ),
            en=(
                "The members of “{class}” exclude each other, but “{word}” stands in both “{one}” "
                "and “{two}”. Keep it in one; if there really is a difference, spell it out."
            ),
        ),
        "circle": Wording(
            zh="“{class}”里上级绕成了圈：{circle}。请改正其中一个上级。",
            en="In “{class}” the upper levels run in a circle: {circle}. Correct one of them.",
        ),
        "own": Wording(
            zh=(
                "“{one}”写成等同于“{two}”，而两个都在互斥的“{class}”里，不会是同一类。请去掉这"
                "一条，或者把两类合成一类。"
            ),
            en=(
                "“{one}” is said to equal “{two}”, but both belong to “{class}”, whose members "
                "exclude each other. Delete this entry, or merge the two members."
            ),
        ),
        "two-of-one": Wording(
            zh=(
                "“{one}”写成既等同于“{three}”、又等同于“{two}”，而“{class}”里这两类互斥。请只"
                "留一个。"
            ),
            en=(
                "“{one}” is said to equal both “{three}” and “{two}”, which exclude each other in "
                "“{class}”. Keep one of them."
            ),
        ),
    },
    bad=Example("""\
--- standards/terms.yaml
kind: term
id: incident
title: 突发事件
means: 突然发生、要马上处置的事，按【event-class】归类
--- standards/class.yaml
kind: taxonomy
id: event-class
title: 突发事件分类
mece: 是
members:
  - id: society
    title: 社会安全
    also: [治安事件]
    examples:
      - 持械伤人、网络攻击
  - id: information
    title: 信息安全
    also: [网络攻击]
           ^^^^
"""),
    mended=Example("""\
--- standards/class.yaml
kind: taxonomy
id: event-class
title: 突发事件分类
mece: 是
members:
  - id: society
    title: 社会安全
    also: [治安事件]
    examples:
      - 持械伤人、故意破坏线路
  - id: information
    title: 信息安全
    also: [网络攻击]
"""),
    check=check,
)
