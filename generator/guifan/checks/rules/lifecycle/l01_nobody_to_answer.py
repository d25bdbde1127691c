"""L01: an item that its own author approves, or that posts answer for which are no more."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.document import Entry
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Unit
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.proof.standing import gap
from guifan.proof.told import a_day

_FIELDS = ("owner", "author", "approver")

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
        facts = {"post": author.item.title}
        place = Place(item.id, (*at, "approver"))
        yield Match(place, "same", facts, (Place(item.id, (*at, "author")),))
    for key in _FIELDS:
        post = _post(corpus, getattr(item, key))
        if post is not None:
            yield _left(post, Place(item.id, (*at, key)), item, day)


def _post(corpus: Corpus, name: str) -> Entry | None:
    post = corpus.get(name)
    return corpus.entries[post.id] if isinstance(post, Role | Unit) else None


def _left(post: Entry, place: Place, item: Item, day: date) -> Match | None:
    """A post that is no more, or not yet, while the item holds."""
    last = item.expires or date.max
    found = gap(post, max(item.effective, day), last) if last >= day else None
    if found is None:
        return None
    facts = {"field": _NAMES[str(place.path[-1])], "post": post.item.title}
    facts["day"] = a_day(found.day)
    related = (Place(post.item.id, ("expires",) if post.item.expires else ("id",)),)
    return Match(place, "gone", facts, related)


RULE = Rule(
    code="L01",
    name="nobody-to-answer",
    severity=Severity.ERROR,
    finds=Wording(
        zh="编写和批准是同一个岗位，或者归口、编写、批准的岗位在条目执行期间已经撤销。",
        en=(
            "An item approved by its own author, or whose owner, author or approver is a post that "
            "has been abolished while the item is in force."
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
    good=Example("""\
kind: term
id: complaint
title: 投诉
author: standards-office
approver: service-department
means: 客户表示不满并要求处理
"""),
    check=check,
)
