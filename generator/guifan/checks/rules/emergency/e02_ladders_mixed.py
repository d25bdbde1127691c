"""E02: classes that are none of the law's, or grades, levels and colours taken for one another."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from guifan.checks.rules.emergency.sample import PLAYBOOK
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always, listed
from guifan.language.document import Entry
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.regulation import Regulation
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.language.nodes import Path
from guifan.proof.emergencies import (
    CLASSES,
    COLOURS,
    GRADES,
    LEVELS,
    STATUTORY,
    order,
    responses,
)

_COLOURS = ("红", "橙", "黄", "蓝")
"""From the first level to the fourth (突发事件应对法 art. 63)."""

_COLOUR = re.compile(r"([红橙黄蓝])色?")
_COLOUR_WORD = re.compile(r"[红橙黄蓝]色")
_RANK = re.compile(r"(?P<number>[一二三四]|[ⅠⅡⅢⅣ])级")
_NUMBERS = "一二三四ⅠⅡⅢⅣ"
_LEVEL = r"(?:[红橙黄蓝]色|[ⅠⅡⅢⅣ一二三四]级)"
_RESPONSES = re.compile(rf"{_LEVEL}(?:(?:[、，和与或及至到]|或者|以及){_LEVEL})*(?:应急|的)?响应")
"""A response by its level, or several: Ⅰ级、Ⅱ级响应; 橙色预警响应 answers a warning."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the classes, at the ladders by themselves, and at how playbooks join them."""
    for entry in corpus.entries.values():
        if isinstance(entry.item, Taxonomy):
            yield from _taxonomy(corpus, entry.item)
        if isinstance(entry.item, Playbook):
            yield from _levels(corpus, entry.item)
        if not isinstance(entry.item, Regulation):  # the law's own words are its own
            yield from _coloured_responses(entry)


def _taxonomy(corpus: Corpus, taxonomy: Taxonomy) -> Iterator[Match | None]:
    if taxonomy is corpus.one(Taxonomy, CLASSES):
        yield from _classes(corpus, taxonomy)
    if taxonomy is corpus.one(Taxonomy, COLOURS):
        yield from _colours(taxonomy)
    yield from _apart(corpus, taxonomy)


def _classes(corpus: Corpus, own: Taxonomy) -> Iterator[Match | None]:
    """Each class is one of the law's or says why it is none; each of the law's has a class."""
    law = corpus.one(Taxonomy, STATUTORY)
    if law is None:
        return
    if any(corpus.resolve(one) is None for member in own.members for one in member.corresponds):
        return  # R01 says that there is no such class; it may have been any
    reached: set[str] = set()
    found: list[Match | None] = []
    for at, member in enumerate(own.members):
        meant = [
            (step, name)
            for step, address in enumerate(member.corresponds)
            if (name := _member_of(corpus, address, law)) is not None
        ]
        reached.update(name for _, name in meant)
        found.append(_class(own, at, law, meant))
    left = [at for at, member in enumerate(law.members) if member.id not in reached]
    yield from (None for _ in reached)
    open_ = [one for one in found if one is not None and one.key == "unmapped"]
    if len(left) <= len(open_):
        # A class that corresponds to none may be the one that is missing.
        there = tuple(Place(law.id, ("members", at, "id")) for at in left)
        found = [replace(one, related=there) if one in open_ else one for one in found]
        left = []
    yield from found
    for at in left:
        facts = {"class": law.members[at].title, "law": law.title, "own": own.title}
        yield Match(Place(law.id, ("members", at, "id")), "without-class", facts)


def _member_of(corpus: Corpus, address: str, taxonomy: Taxonomy) -> str | None:
    target = corpus.resolve(address)
    if target is None or target.item is not taxonomy:
        return None
    return target.part.id if isinstance(target.part, TaxonomyMember) else None


def _class(own: Taxonomy, at: int, law: Taxonomy, meant: list[tuple[int, str]]) -> Match | None:
    """What is wrong with what a class corresponds to."""
    member = own.members[at]
    titles = {one.id: one.title for one in law.members}
    facts = {
        "class": member.title,
        "law": law.title,
        "classes": listed(titles[name] for _, name in meant),
    }
    path = ("members", at)
    if len(meant) > 1:
        first, second = meant[0][0], meant[1][0]
        related = (Place(own.id, (*path, "corresponds", first)),)
        return Match(Place(own.id, (*path, "corresponds", second)), "two", facts, related)
    if meant and member.apart:
        related = (Place(own.id, (*path, "corresponds")),)
        return Match(Place(own.id, (*path, "apart")), "both", facts, related)
    if not meant and not member.apart:
        return Match(Place(own.id, (*path, "id")), "unmapped", facts)
    return None


def _colours(taxonomy: Taxonomy) -> Iterator[Match | None]:
    """Red comes first, then orange, yellow and blue, and each is called by its own number."""
    known: list[tuple[int, int]] = []
    for at, member in enumerate(taxonomy.members):
        found = _COLOUR.search(member.title)
        if found:
            rank = _COLOURS.index(found.group(1))
            known.append((at, rank))
    ranks = [rank for _, rank in known]
    if len({one.title for one in taxonomy.members}) < len(taxonomy.members):
        return  # R08 says that one word names two things
    if ranks == sorted(ranks):
        for at, rank in known:
            yield from _numbered(taxonomy, at, rank)
    for (_, before), (at, rank) in pairwise(known):
        facts = {
            "colour": taxonomy.members[at].title,
            "order": " → ".join(f"{one}色" for one in _COLOURS),
        }
        place = Place(taxonomy.id, ("members", at, "title"))
        yield None if before < rank else Match(place, "order", facts)


def _numbered(taxonomy: Taxonomy, at: int, rank: int) -> Iterator[Match | None]:
    """The numbers by which a colour is called; what is only explained in words merely warns."""
    member = taxonomy.members[at]
    said: list[tuple[Path, str]] = [(("also", step), text) for step, text in enumerate(member.also)]
    if member.means:
        said.append((("means",), member.means))
    for path, text in said:
        for found in _RANK.finditer(text):
            number = _NUMBERS.index(found["number"]) % len(_COLOURS)
            facts = {
                "colour": member.title,
                "said": found.group(),
                "number": Wording(zh=f"{_NUMBERS[rank]}级", en=str(rank + 1)),
            }
            place = Place(taxonomy.id, ("members", at, *path), found.span())
            warns = path == ("means",)
            yield None if number == rank else Match(place, "number", facts, warns=warns)


def _apart(corpus: Corpus, ladder: Taxonomy) -> Iterator[Match | None]:
    """No grade, level or colour is said to be one of another ladder."""
    ladders = [one for name in (GRADES, LEVELS, COLOURS) if (one := corpus.one(Taxonomy, name))]
    if all(one is not ladder for one in ladders):
        return
    for other in ladders:
        if other is not ladder:
            yield from _same(corpus, ladder, other)
    if ladder.id != COLOURS:
        yield from _coloured(ladder)


def _same(corpus: Corpus, one: Taxonomy, other: Taxonomy) -> Iterator[Match | None]:
    titles = {member.id: member.title for member in other.members}
    for at, member in enumerate(one.members):
        for step, address in enumerate(member.corresponds):
            name = _member_of(corpus, address, other)
            if name is not None:
                facts = {"one": member.title, "ladder": one.title}
                facts |= {"other": titles[name], "others": other.title}
                yield Match(Place(one.id, ("members", at, "corresponds", step)), "same", facts)


def _coloured(ladder: Taxonomy) -> Iterator[Match | None]:
    """A grade or a level that goes by a colour."""
    for at, member in enumerate(ladder.members):
        names: list[tuple[Path, str]] = [
            (("title",), member.title),
            *((("also", i), x) for i, x in enumerate(member.also)),
        ]
        for path, text in names:
            found = _COLOUR_WORD.search(text)
            if found is None:
                yield None
                continue
            facts = {"one": member.title, "ladder": ladder.title, "said": found.group()}
            place = Place(ladder.id, ("members", at, *path), found.span())
            yield Match(place, "coloured", facts)


def _coloured_responses(entry: Entry) -> Iterator[Match | None]:
    """Responses that a text calls by a colour, in a row of levels too; prose only warns."""
    for spot in entry.texts:
        for row in _RESPONSES.finditer(spot.value) if "响应" in spot.value else ():
            found = _COLOUR_WORD.search(row.group())
            if found is None:
                yield None
                continue
            begin = row.start()
            span = begin + found.start(), begin + found.end()
            facts = {"said": row.group(), "colour": found.group()}
            yield Match(Place(entry.item.id, spot.path, span), "response", facts, warns=True)


def _levels(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """A graver event never starts a lower response."""
    grades, levels = order(corpus, GRADES), order(corpus, LEVELS)
    named = corpus.members(GRADES), corpus.members(LEVELS)
    known = [(at, one) for at, one in responses(playbook, corpus) if one.level in levels]
    ordered = sorted(known, key=lambda pair: grades[pair[1].grade])
    for (_, graver), (at, lighter) in pairwise(ordered):
        if graver.grade == lighter.grade or levels[graver.level] <= levels[lighter.level]:
            yield None
            continue
        facts = {
            "title": playbook.title,
            "grade": named[0][graver.grade].title,
            "level": named[1][graver.level].title,
            "lighter": named[0][lighter.grade].title,
            "higher": named[1][lighter.level].title,
        }
        first = playbook.responses.index(graver)
        related = (Place(playbook.id, ("responses", first, "level")),)
        yield Match(Place(playbook.id, ("responses", at, "level")), "lower", facts, related)


_WARNED = PLAYBOOK.replace(
    "deputies:", "warnings: [{colour: orange, signal: 暴雨, do: 备好发电机}]\ndeputies:"
)

RULE = Rule(
    code="E02",
    name="ladders-mixed",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "突发事件分类没有对应到法定分类，预警颜色的次序不是红、橙、黄、蓝，"
            "或者把事件分级、响应级别、预警颜色当成一回事。"
        ),
        en=(
            "A class of emergency with no counterpart in the statutory classes, warning colours in "
            "an order other than red, orange, yellow, blue, or event grades, response levels and "
            "warning colours taken for one another."
        ),
    ),
    why=Wording(
        zh=("对外报告按法定分类写，说错类就报错了机关；把“橙色预警”听成“Ⅲ级响应”，该到的人不到。"),
        en=(
            "Reports to the authorities use the statutory classes, and the wrong class goes to the "
            "wrong authority; if somebody hears “orange warning” as “level III response”, the "
            "people who are needed do not come."
        ),
    ),
    messages={
        "unmapped": Wording(
            zh=(
                "“{class}”没有写对应“{law}”里的哪一类，对外报告时不知道写什么。请在“对应”（"
                "corresponds）里写明；确实不对外报告的，写上“不对应的理由”（apart）。"
            ),
            en=(
                "“{class}” has no counterpart in “{law}”, so nobody knows how to report it. Name "
                "one under “corresponds”; if it is never reported, give the reason under “apart”."
            ),
        ),
        "two": Wording(
            zh="“{class}”在“{law}”里对应了几类：{classes}。一起事件只报一类，请只留一类。",
            en=(
                "“{class}” corresponds to several classes of “{law}”: {classes}. An event is "
                "reported under one class only: keep one."
            ),
        ),
        "both": Wording(
            zh="“{class}”既对应“{law}”的{classes}，又写了不对应的理由。请去掉一处。",
            en=(
                "“{class}” corresponds to {classes} of “{law}” but also gives a reason why it "
                "corresponds to none. Delete one of the two."
            ),
        ),
        "without-class": Wording(
            zh="“{law}”的“{class}”在“{own}”里没有对应的一类，这种事发生时归不了类。请补上。",
            en=(
                "Nothing in “{own}” corresponds to “{class}” of “{law}”, so such an event could "
                "not be classed. Add a class for it."
            ),
        ),
        "order": Wording(
            zh="预警颜色从高到低是{order}，“{colour}”排错了位置。请照这个次序排。",
            en=(
                "Warning colours run from high to low as {order}; “{colour}” is in the wrong "
                "place. Put them in that order."
            ),
        ),
        "number": Wording(
            zh="“{colour}”是{number}预警，这里写成了“{said}”。一红、二橙、三黄、四蓝，请改正。",
            en=(
                "“{colour}” is the warning of level {number}, but here it is called “{said}”. Red "
                "is level 1, orange 2, yellow 3 and blue 4: correct it."
            ),
        ),
        "same": Wording(
            zh=(
                "“{ladder}”的“{one}”写着等同于“{others}”的“{other}”。已经多重、动员多少、可能多重"
                "是三件事，不能互相代替。请删去这个对应。"
            ),
            en=(
                "“{one}” of “{ladder}” is said to equal “{other}” of “{others}”. How grave it is, "
                "how far we mobilise and how grave it may become are three different things. "
                "Delete this entry."
            ),
        ),
        "coloured": Wording(
            zh="“{ladder}”的“{one}”叫作“{said}”。颜色只用来说预警，不说分级和响应。请换一个名称。",
            en=(
                "“{one}” of “{ladder}” is called “{said}”. Colours are only for warnings, not for "
                "event grades or response levels. Use another name."
            ),
        ),
        "response": Wording(
            zh="“{said}”把响应叫作“{colour}”。颜色只用来说预警，请写响应级别。",
            en=(
                "“{said}” calls a response “{colour}”. Colours are only for warnings: name the "
                "response level."
            ),
        ),
        "lower": Wording(
            zh=(
                "“{title}”的{grade}事件启动{level}，更轻的{lighter}事件却启动{higher}。"
                "事情越重，响应不能越低，请改正。"
            ),
            en=(
                "“{title}” starts {level} for {grade}, but {higher} for the less serious "
                "{lighter}. A graver event must not get a lower response: correct it."
            ),
        ),
    },
    bad=Example(
        """\
--- standards/colours.yaml
kind: taxonomy
id: warning-colour
title: 预警颜色
ordered: 是
members:
  - {id: red, title: 红色预警}
  - {id: yellow, title: 黄色预警}
  - {id: orange, title: 橙色预警}
                        ^^^^
  - {id: blue, title: 蓝色预警}
"""
        + _WARNED
    ),
    mended=Example(
        """\
--- standards/colours.yaml
kind: taxonomy
id: warning-colour
title: 预警颜色
ordered: 是
members:
  - {id: red, title: 红色预警}
  - {id: orange, title: 橙色预警}
  - {id: yellow, title: 黄色预警}
  - {id: blue, title: 蓝色预警}
"""
        + _WARNED
    ),
    check=check,
    apart=always,
)
