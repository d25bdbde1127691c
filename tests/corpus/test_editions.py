"""The public edition holds public items without what is internal; the internal one holds all."""

import json
from collections.abc import Callable

from guifan.corpus.editions import edition
from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.model import Audience

Linked = Callable[..., Corpus]


def test_the_internal_edition_is_everything(corpus: Corpus) -> None:
    assert edition(corpus, Audience.INTERNAL) is corpus


def test_the_public_edition_holds_public_items(corpus: Corpus) -> None:
    ids = [item.id for item in edition(corpus, Audience.PUBLIC)]
    assert ids == ["manual", "call-moment", "appeal-rules", "complaint-answer", "greet"]


def test_internal_fields_are_not_in_it(corpus: Corpus) -> None:
    public = edition(corpus, Audience.PUBLIC)
    limit = public.one(Limit, "complaint-answer")
    norm = public.one(Norm, "greet")
    assert limit is not None
    assert norm is not None
    told = limit.model_dump()
    assert [told[name] for name in ("owner", "author", "origin", "answers_to")] == [None] * 4
    assert norm.check == ()


def test_references_that_lead_out_are_not_in_it(corpus: Corpus) -> None:
    public = edition(corpus, Audience.PUBLIC)
    limit = public.one(Limit, "complaint-answer")
    norm = public.one(Norm, "greet")
    assert limit is not None
    assert norm is not None
    assert limit.from_ is None
    assert (norm.binds.roles, norm.binds.channels) == ((), ())


def test_references_that_stay_are_in_it(corpus: Corpus) -> None:
    public = edition(corpus, Audience.PUBLIC)
    limit = public.one(Limit, "complaint-answer")
    norm = public.one(Norm, "greet")
    assert limit is not None
    assert norm is not None
    assert (limit.floor, limit.law) == ("appeal-rules.answer-15d", ("appeal-rules.article-8",))
    assert (limit.calendar, limit.place) == ("office", "complaints.handling")
    assert norm.limits == ("complaint-answer",)
    assert norm.binds.moments == ("greeting",)


def test_a_member_of_an_internal_taxonomy_is_not_in_it(corpus: Corpus) -> None:
    norm = edition(corpus, Audience.PUBLIC).one(Norm, "greet")
    assert norm is not None
    assert norm.dimension is None


def test_former_ids_of_internal_items_are_not_in_it(link: Linked) -> None:
    term = "kind: term\nid: {0}\ntitle: 甲\nmeans: 甲\nwas: [old-{0}]\naudience: {1}\n"
    public = edition(
        link(term.format("a", "public"), term.format("b", "internal")), Audience.PUBLIC
    )
    assert public.aliases == {"old-a": "a"}
    assert public.get("old-b") is None


def test_a_former_id_leads_to_its_public_item(link: Linked) -> None:
    term = "kind: term\nid: a\ntitle: 甲\nmeans: 甲\nwas: [old-a]\naudience: public\n"
    other = "kind: term\nid: b\ntitle: 乙\nmeans: 乙\nsee: [old-a, c]\naudience: public\n"
    hidden = "kind: term\nid: c\ntitle: 丙\nmeans: 丙\n"
    item = edition(link(term, other, hidden), Audience.PUBLIC).get("b")
    assert item is not None
    assert item.see == ("old-a",)


def test_what_is_not_released_is_not_shown_to_customers(link: Linked) -> None:
    term = "kind: term\nid: {0}\ntitle: 甲\nmeans: 甲\naudience: public\nstatus: {1}\n"
    names = ("draft", "released", "retired")
    both = link(*(term.format(name, name) for name in names))
    assert [item.id for item in edition(both, Audience.PUBLIC)] == ["released"]
    assert [item.id for item in edition(both, Audience.INTERNAL)] == list(names)


def test_the_future_is_shown_without_its_note_while_it_is_public(link: Linked) -> None:
    public = edition(
        link(
            "kind: term\nid: a\ntitle: 甲\nmeans: 甲\naudience: public\nnext:\n"
            "  - {effective: 2027-01-01, title: 甲甲, owner: secret, note: 内部理由}\n"
            "  - {effective: 2028-01-01, audience: internal}\n"
        ),
        Audience.PUBLIC,
    )
    (revision,) = public.entries["a"].revisions
    assert (revision.item.title, revision.note) == ("甲甲", "")
    assert revision.item.model_dump()["owner"] is None


def test_nothing_internal_is_anywhere_in_its_values(corpus: Corpus) -> None:
    public = edition(corpus, Audience.PUBLIC)
    told = json.dumps([item.model_dump(mode="json") for item in public], ensure_ascii=False)
    for word in ("leader", "agent", "hotline", "care", "authored", "听录音", "complaint-received"):
        assert f'"{word}' not in told
