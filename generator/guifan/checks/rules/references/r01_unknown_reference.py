"""R01: a reference to what is not there, or to something of another kind."""

from collections.abc import Iterable, Iterator, Mapping

from guifan.checks.rules.references import bracketed
from guifan.corpus.addresses import resolve
from guifan.corpus.graph import Corpus, Link
from guifan.findings import (
    Example,
    Match,
    Phrase,
    Place,
    Rule,
    Severity,
    Suggestion,
    Wording,
    always,
    listed,
)
from guifan.language.anatomy import parts, shapes
from guifan.language.faults import nearest
from guifan.language.kinds import KINDS
from guifan.language.kinds.manual import Manual
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.labels import Label
from guifan.language.model import Member, OfManual, Own, Part, Reference

_MANUAL_LISTS = {
    "chapters": Label("章"),
    "calendars": Label("日历"),
    "places": Wording(zh="章节", en="Chapters and sections"),
}
_KIND = Wording(zh="{kind}", en="“{kind}”")


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Judge every reference of every item, as it is and as it will be."""
    if corpus.manual is None:
        yield from _no_manual(corpus)
    for other in corpus.of(Manual)[1:]:
        place = Place(other.id, ("id",))
        first = Place(corpus.of(Manual)[0].id, ("id",))
        yield Match(place, "second-manual", {"title": other.title}, (first,))
    for entry in corpus.entries.values():
        for link in corpus.outgoing.get(entry.item.id, ()):
            yield judge(corpus, link)
        yield from bracketed.judge(corpus, entry)


def _no_manual(corpus: Corpus) -> Iterator[Match]:
    """One finding for all the places and calendars that need a manual."""
    first = next(iter(corpus), None)
    if first is not None and not corpus.broken:
        yield Match(Place(first.id, ("place",)), "no-manual")


def judge(corpus: Corpus, link: Link) -> Match | None:
    """What is wrong with one reference, if anything."""
    if corpus.broken and link.address.partition(".")[0] in corpus.broken:
        return None
    match link.spot.marker:
        case Member(taxonomy=name):
            return None if name in corpus.broken else _member(corpus, link, name)
        case Own(parts=name):
            return _own(corpus, link, name)
        case OfManual(parts=name):
            return _of_manual(corpus.manual, link, name) if corpus.manual else None
        case Reference(kinds=kinds, part=part):
            return _item(corpus, link, kinds, part)
    return _item(corpus, link, (), "") if link.target is None else None


def _item(corpus: Corpus, link: Link, kinds: tuple[str, ...], part: str) -> Match | None:
    """A reference to an item of some kinds, or on to a part of it."""
    head, _, below = link.address.partition(".")
    item = link.target.item if link.target else corpus.get(head)
    if link.target is not None and (not kinds or link.target.item.kind in kinds):
        return None
    if item is None:
        titles = {one.id: one.title for one in corpus if not kinds or one.kind in kinds}
        tail = f".{below}" if below else ""
        return _match(link, "unknown", {"id": head}, _meant(head, titles, tail))
    facts: dict[str, object] = {"id": item.id, "title": item.title}
    if kinds and item.kind not in kinds:
        titles = {one.id: one.title for one in corpus if one.kind in kinds}
        facts["kind"] = Label(item.kind_name)
        facts["kinds"] = listed(
            Phrase(_KIND, {"kind": Label(KINDS[one].kind_name)}) for one in kinds
        )
        near = None if below else _meant(head, titles)
        return _match(link, "wrong-kind", facts, near, (Place(item.id, ("id",)),))
    if link.span is None and not part:
        return _match(link, "whole-item", {**facts, "address": link.address}, Suggestion(head))
    return _below(corpus, link, part)


def _below(corpus: Corpus, link: Link, parts_of: str) -> Match:
    """The item is there: say down to which piece the address leads, and what there is instead."""
    pieces = link.address.split(".")
    depth = 1
    while depth < len(pieces) and resolve(corpus.get, ".".join(pieces[: depth + 1])):
        depth += 1
    reached = resolve(corpus.get, ".".join(pieces[:depth]))
    holder = reached.part if reached and not reached.field else None
    names = _pieces(holder, parts_of) if holder else {}
    missing = pieces[depth] if depth < len(pieces) else ""
    facts = {
        "address": ".".join(pieces[:depth]),
        "title": getattr(holder, "title", "") or pieces[depth - 1],
        "piece": missing,
        "has": listed(names),
    }
    if not missing or (parts_of and depth == len(pieces)):
        return _match(link, "wants-part", facts)
    near = _meant(missing, names)
    whole = ".".join([*pieces[:depth], near.text, *pieces[depth + 1 :]]) if near else ""
    suggestion = Suggestion(whole, near.safe) if near else None
    return _match(link, "no-piece" if names else "no-pieces", facts, suggestion)


def _pieces(holder: Part, parts_of: str) -> dict[str, str]:
    """What may stand behind the dot: the ids of parts and, where any may, the fields."""
    found = {
        str(getattr(part, "id", "")): str(getattr(part, "title", ""))
        for path, part in parts(holder)
        if len(path) == 2 and parts_of in ("", path[0])  # noqa: PLR2004  # a list and a place in it
    }
    if not parts_of:
        found |= {shape.key: shape.label for shape in shapes(type(holder)) if shape.part is None}
    return found


def _member(corpus: Corpus, link: Link, name: str) -> Match | None:
    taxonomy = corpus.one(Taxonomy, name)
    if taxonomy is None:
        return _match(link, "no-taxonomy", {"id": link.address, "taxonomy": name})
    if link.target is not None:
        return None
    return _not_listed(link, taxonomy.title, {one.id: one.title for one in taxonomy.members})


def _own(corpus: Corpus, link: Link, name: str) -> Match | None:
    if link.target is not None:
        return None
    entry = corpus.entries[link.source]
    item = entry.revisions[int(link.path[1])].item if link.path[0] == "next" else entry.item
    label = next(shape.label for shape in shapes(type(item)) if shape.attribute == name)
    return _not_listed(link, Label(label), _titles(getattr(item, name)))


def _of_manual(manual: Manual, link: Link, name: str) -> Match | None:
    if link.target is not None:
        return None
    if name == "places":
        titles = _titles(manual.chapters) | {
            f"{chapter.id}.{section.id}": section.title
            for chapter in manual.chapters
            for section in chapter.sections
        }
    else:
        titles = _titles(getattr(manual, name))
    return _not_listed(link, _MANUAL_LISTS[name], titles)


def _titles(found: Iterable[Part]) -> dict[str, str]:
    return {
        str(getattr(one, "id", "")): str(getattr(one, "title", "") or getattr(one, "what", ""))
        for one in found
    }


def _not_listed(link: Link, where: object, titles: Mapping[str, str]) -> Match:
    facts = {"id": link.address, "list": where, "has": listed(titles)}
    return _match(
        link, "not-listed" if titles else "empty-list", facts, _meant(link.address, titles)
    )


def _meant(word: str, titles: Mapping[str, str], tail: str = "") -> Suggestion | None:
    """The id that was probably meant; safe where somebody wrote its title or its letter case."""
    named = [name for name, title in titles.items() if title == word]
    named += [name for name in titles if name == word.strip().lower().replace("_", "-")]
    if len(named) == 1:
        return Suggestion(named[0] + tail, safe=True)
    near = nearest(word, titles)
    if near is None:
        title = nearest(word, titles.values())
        near = next((name for name in titles if titles[name] == title), None)
    return Suggestion(near + tail) if near else None


def _match(
    link: Link,
    key: str,
    facts: Mapping[str, object],
    suggestion: Suggestion | None = None,
    related: tuple[Place, ...] = (),
) -> Match:
    return Match(Place(link.source, link.path, link.span), key, facts, related, suggestion)


RULE = Rule(
    code="R01",
    name="unknown-reference",
    severity=Severity.ERROR,
    finds=Wording(
        zh="引用的编号不存在、不是要求的种类，或者同一个编号用在了两个条目上。",
        en=(
            "A reference to an id that does not exist or is of the wrong kind, or one id used for "
            "two items."
        ),
    ),
    why=Wording(
        zh="引用落空的地方，员工找不到该看的条款、该找的岗位，客户看到的会是一段编号。",
        en=(
            "Where a reference leads nowhere, staff cannot find the norm or the post they need, "
            "and customers see a bare id."
        ),
    ),
    messages={
        "unknown": Wording(
            zh="没有编号为“{id}”的条目。请检查拼写，或者先写好这个条目。",
            en="There is no item with the id “{id}”. Check the spelling, or write the item first.",
        ),
        "wrong-kind": Wording(
            zh="“{id}”（{title}）是{kind}，这里要写的是：{kinds}。请换成其中一种。",
            en=(
                "“{id}” ({title}) is of the kind “{kind}”, but what belongs here is: {kinds}. Name "
                "one of those."
            ),
        ),
        "whole-item": Wording(
            zh=(
                "这里只写条目的编号“{id}”，不能写到它的某一部分（“{address}”）。请去掉点和后面的"
                "部分。"
            ),
            en=(
                "Write only the item's id “{id}” here, not a part of it (“{address}”). Remove the "
                "dot and what follows."
            ),
        ),
        "wants-part": Wording(
            zh=(
                "“{address}”（{title}）后面还要写到具体的一条，中间用点隔开。请写上其中一个："
                "{has}。"
            ),
            en=(
                "“{address}” ({title}) must go on to one of its parts, after a dot. Write one of: "
                "{has}."
            ),
        ),
        "no-piece": Wording(
            zh="“{address}”（{title}）里没有“{piece}”。请写其中一个：{has}。",
            en="“{address}” ({title}) has no “{piece}”. Write one of: {has}.",
        ),
        "no-pieces": Wording(
            zh="“{address}”下面没有更细的内容。请去掉“.{piece}”。",
            en="There is nothing further below “{address}”. Remove “.{piece}”.",
        ),
        "not-listed": Wording(
            zh="“{list}”里没有“{id}”。请写其中一个：{has}。",
            en="There is no “{id}” in “{list}”. Write one of: {has}.",
        ),
        "empty-list": Wording(
            zh="这里引用了“{list}”里的“{id}”，但“{list}”还没有写。请先写上。",
            en=(
                "This refers to “{id}” in “{list}”, but “{list}” has not been written yet. Write "
                "it first."
            ),
        ),
        "no-taxonomy": Wording(
            zh="“{id}”要从分类“{taxonomy}”里选，但没有这个分类。请先写好这个分类。",
            en=(
                "“{id}” is to be chosen from the taxonomy “{taxonomy}”, but there is no such "
                "taxonomy. Write it first."
            ),
        ),
        "emptied": Wording(
            zh=(
                "这个文件是空的，而有 {count} 处引用的编号在哪里都找不到，可能原来写在这里："
                "{ids}。请恢复文件的内容；不是这样的，请删去空文件。"
            ),
            en=(
                "This file is empty, and {count} {count:reference names an id that is|references "
                "name ids that are} found nowhere and may have stood here: {ids}. Restore its "
                "contents; if they never stood here, delete the empty file."
            ),
        ),
        "near-id": Wording(
            zh="【{text}】不会变成引用：编号只用小写字母和连字符。请写成【{id}】。",
            en=(
                "【{text}】 is not read as a reference: an id has only lower-case letters, digits "
                "and hyphens. Write 【{id}】."
            ),
        ),
        "title-in-brackets": Wording(
            zh=(
                "【{text}】不会变成引用：方括号里要写编号，不写名称。请写成 {ids}；如果就是要写"
                "括号和这几个字，请写成“\\【{text}】”。"
            ),
            en=(
                "【{text}】 is not read as a reference: the brackets hold an id, not a title. "
                "Write {ids:this|one of these}: {ids}; if you really mean the brackets and these "
                "words, write “\\【{text}】”."
            ),
        ),
        "no-manual": Wording(
            zh="还没有手册本身：请在 manual.yaml 里写一个 kind: manual 的条目，列出章节和日历。",
            en=(
                "There is no manual yet: write an item of kind: manual in manual.yaml, listing its "
                "chapters and calendars."
            ),
        ),
        "second-manual": Wording(
            zh="整个手册只能有一个 kind: manual 的条目，“{title}”是第二个。请只保留一个。",
            en=(
                "There can be only one item of kind: manual, and “{title}” is the second. Keep one."
            ),
        ),
        "duplicate": Wording(
            zh="编号“{id}”已经用在条目“{title}”上。请给其中一个换一个编号。",
            en=(
                "The id “{id}” is already used by the item “{title}”. Give one of them a different "
                "id."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户表示不满，由【shift-laeder】跟进并答复
                ^^^^^^^^^^^^
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户表示不满，由【shift-leader】跟进并答复
"""),
    check=check,
    apart=always,
)
