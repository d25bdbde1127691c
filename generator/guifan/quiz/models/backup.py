"""Whom to call when the first does not answer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen, drawn
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import ENOUGH, formerly, post, right
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    seconds = Counter(one.value for one in base.of("backup"))
    calls: dict[str, list[Fact]] = {}
    for fact in base.of("backup"):
        calls.setdefault(fact.source[1].role, []).append(fact)
    for fact in base.of("backup"):
        playbook, contact = fact.source
        alike = calls[contact.role]
        everywhere = len({(one.value, one.source[1].wait) for one in alike}) == 1
        # Whom to call next is mostly the same in every playbook: then one question is enough.
        if everywhere and fact is not alike[0]:
            yield Gap(fact, "asked-elsewhere")
            continue
        books = [one.source[0] for one in (alike if everywhere else [fact])]
        # Whatever playbook is opened: the posts of all that call the same, and who opens them.
        named = dict.fromkeys(
            name for book in books for one in book.contacts for name in (one.role, one.backup)
        )
        everyone = dict.fromkeys(name for one in alike for name in one.roles)
        asked = replace(fact, roles=tuple(everyone)) if everywhere else fact
        others = [
            post(base, asked, name) for name in named if name not in (contact.role, fact.value)
        ]
        wrong = drawn(right(asked), others, fact.name, lambda one: seconds[one.claim.value])
        if former := [*formerly(base, asked)]:
            wrong = chosen(right(asked), (former, wrong.options), 3, fact.name)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        template = _("按「{playbook}」预案打电话给{first}，{wait}没有接通。换谁？")
        if everywhere and len(alike) > 1:
            template = _("不论按哪个预案，打电话给{first}，{wait}没有接通。换谁？")
        first = base.ground.title(contact.role)
        stem = say(
            template,
            playbook=base.ground.title(playbook.id),
            first=first,
            wait=base.ground.quantity(playbook, contact.wait),
        )
        options = (right(asked), *wrong.options)
        considered = wrong.considered | {one.clause.item for one in alike}
        yield Draft(asked, stem, options, names=(first,), considered=considered)


MODEL = Model("backup", "emergency", Level.REMEMBER, Form.SINGLE, 25, _drafts)
