"""L01: an item that its own author approves, or that nobody of the company answers for."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.document import Entry
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Level, Unit
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.proof.standing import gap, throughout
from guifan.proof.told import a_day

_FIELDS = ("owner", "author", "approver")

_OURS = ("owner", "approver")
"""What nobody outside the company can be; a draft may be written by anybody."""

_NAMES = {
    "owner": Wording(zh="归口部门", en="owner"),
    "author": Wording(zh="编写", en="author"),
    "approver": Wording(zh="批准", en="approver"),
}


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Look at who answers for every item, now and in what it will be."""
    for entry in corpus.entries.values():
        yield from _judged(corpus, entry.item, (), day)
        before = entry.item
        for at, revision in enumerate(entry.revisions):
            if any(getattr(revision.item, key) != getattr(before, key) for key in _FIELDS):
                yield from _judged(corpus, revision.item, ("next", at), day)
            before = revision.item


def _judged(corpus: Corpus, item: Item, at: Path, day: date) -> Iterator[Match | None]:
    """Nothing is said of the item itself: what a file's items share is one fault."""
    author = _post(corpus, item.author)
    if author is not None and author is _post(corpus, item.approver):
        yield _same(corpus, author, item, at)
    for key in _FIELDS:
        post = author if key == "author" else _post(corpus, getattr(item, key))
        if post is not None:
            path = (*at, key)
            yield _outside(corpus, post, item, path) or _left(post, item, path, day)


def _same(corpus: Corpus, post: Entry, item: Item, at: Path) -> Match:
    """Told where it is the item's own, if one of the two is what its file's items share."""
    entry = corpus.entries[item.id]
    author, approver = (Place(item.id, (*at, key)) for key in ("author", "approver"))
    places = sorted((approver, author), key=lambda one: -entry.position(one).line)
    return Match(places[0], "same", {"post": post.item.title}, (places[1],))


def _post(corpus: Corpus, name: str) -> Entry | None:
    post = corpus.get(name)
    return corpus.entries[post.id] if isinstance(post, Role | Unit) else None


def _outside(corpus: Corpus, post: Entry, item: Item, path: Path) -> Match | None:
    """A body that is not of the company, or a post in one."""
    key = str(path[-1])
    name = post.item.unit if isinstance(post.item, Role) else post.item.id
    unit = corpus.one(Unit, name)
    if key not in _OURS or unit is None or unit.level is not Level.EXTERNAL:
        return None
    facts = {"field": _NAMES[key], "post": post.item.title}
    return Match(Place(item.id, path), "outside", facts, (Place(unit.id, ("level",)),))


def _left(post: Entry, item: Item, path: Path, day: date) -> Match | None:
    """A post that is no more, or not yet, while the item holds."""
    last = item.expires or date.max
    there = throughout(post)
    if there and there[0] <= max(item.effective, day) and last <= there[1]:
        return None
    found = gap(post, max(item.effective, day), last) if last >= day else None
    if found is None:
        return None
    facts = {"field": _NAMES[str(path[-1])], "post": post.item.title}
    facts["day"] = a_day(found.day)
    related = (Place(post.item.id, ("expires",) if post.item.expires else ("id",)),)
    return Match(Place(item.id, path), "gone", facts, related)


RULE = Rule(
    code="L01",
    name="nobody-to-answer",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "编写和批准是同一个岗位，归口或批准的是外部机构，或者归口、编写、批准的岗位在条目执行"
            "期间已经撤销。"
        ),
        en=(
            "An item approved by its own author, owned or approved by an outside body, or whose "
            "owner, author or approver is a post that has been abolished while the item is in "
            "force."
        ),
    ),
    why=Wording(
        zh=(
            "自己写、自己批，错处没有第二双眼睛看过；归口的岗位撤了，客户和同事发现错处也找不到"
            "人改。"
        ),
        en=(
            "If the author also approves, nobody else has looked for mistakes; if the owning post "
            "is gone, customers and colleagues who find a mistake have nobody to correct it."
        ),
    ),
    messages={
        "same": Wording(
            zh="编写和批准都是{post}，没有第二双眼睛看过。请换一个岗位批准。",
            en=(
                "{post} is both author and approver, so nobody else has read it. Have another post "
                "approve it."
            ),
        ),
        "outside": Wording(
            zh="{field}写的是{post}，那是外部机构，管不了本手册的条目。请改成我们自己的部门或岗位。",
            en=(
                "The {field} is {post}, an outside body, which cannot answer for what this manual "
                "says. Name one of the company's own departments or posts."
            ),
        ),
        "gone": Wording(
            zh="{field}写的是{post}，而{post}在 {day}已经不在执行。请改成接手的岗位或部门。",
            en=(
                "The {field} is {post}, but {post} no longer exists on {day}. Name the post or "
                "department that has taken over."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
author: service-department
approver: service-department
          ^^^^^^^^^^^^^^^^^^
means: 客户表示不满并要求处理
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
author: standards-office
approver: service-department
means: 客户表示不满并要求处理
"""),
    check=check,
    apart=always,
    spans_time=True,
)
