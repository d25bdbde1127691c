"""The corpus: items by id and kind, links in both directions, in the order of the files."""

from collections.abc import Callable

import pytest

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.role import Role

Linked = Callable[..., Corpus]


def test_items_keep_the_order_of_the_files(corpus: Corpus) -> None:
    ids = [item.id for item in corpus]
    assert ids == [
        "manual",
        "call-moment",
        "appeal-rules",
        "complaint-answer",
        "complaint-received",
        "agent",
        "leader",
        "care",
        "greet",
        "hotline",
    ]
    assert len(corpus) == len(ids)


def test_an_item_is_found_by_its_former_id(corpus: Corpus) -> None:
    item = corpus.get("complaint-reply")
    assert item is not None
    assert item.id == "complaint-answer"
    assert "complaint-answer" in corpus
    assert "complaint-reply" not in corpus
    assert corpus.get("nobody") is None


def test_items_are_found_by_kind(corpus: Corpus) -> None:
    assert [role.id for role in corpus.of(Role)] == ["agent", "leader"]
    assert [item.id for item in corpus.of_kind("limit")] == ["complaint-answer"]
    assert corpus.of_kind("rota") == ()


def test_an_item_of_another_kind_is_none(corpus: Corpus) -> None:
    assert corpus.one(Limit, "complaint-answer") is corpus.get("complaint-answer")
    assert corpus.one(Event, "complaint-answer") is None
    assert corpus.one(Limit, None) is None


def test_some_keeps_the_order_asked_for(corpus: Corpus) -> None:
    asked = ("leader", "nobody", "care", "agent")
    assert [role.id for role in corpus.some(Role, asked)] == ["leader", "agent"]
    assert [item.id for item in corpus.some_of("unit", asked)] == ["care"]


def test_the_manual_is_one_of_the_items(corpus: Corpus, link: Linked) -> None:
    assert corpus.manual is not None
    assert corpus.manual.operator == "甲"
    assert link().manual is None


def links(corpus: Corpus, source: str) -> list[tuple[str, str, str | None]]:
    """What an item refers to: where, what, and the item that is meant."""
    return [
        (
            ".".join(map(str, one.path)),
            one.address,
            one.target.item.id if one.target else None,
        )
        for one in corpus.outgoing[source]
        if one.path[0] not in ("owner", "author", "approver", "place")
    ]


def test_fields_and_texts_refer(corpus: Corpus) -> None:
    assert links(corpus, "greet") == [
        ("rule", "complaint-answer", "complaint-answer"),
        ("rule", "appeal-rules.article-8", "appeal-rules"),
        ("binds.roles.0", "agent", "agent"),
        ("binds.channels.0", "hotline", "hotline"),
        ("binds.moments.0", "greeting", "call-moment"),
        ("dimension", "responsiveness", None),
        ("limits.0", "complaint-answer", "complaint-answer"),
        ("check.0", "leader", "leader"),
    ]


def test_a_reference_in_a_text_has_a_span(corpus: Corpus) -> None:
    (norm,) = corpus.of(Norm)
    spans = {one.address: one.span for one in corpus.outgoing["greet"] if one.path == ("rule",)}
    assert {norm.rule[slice(*span)] for span in spans.values() if span} == set(spans)
    assert all(one.span is None for one in corpus.outgoing["greet"] if one.path[0] == "binds")


def test_a_link_in_an_internal_field_is_internal(corpus: Corpus) -> None:
    internal = {one.path[0] for one in corpus.outgoing["greet"] if one.internal}
    assert internal == {"owner", "author", "approver", "check"}


def test_incoming_is_the_other_direction(corpus: Corpus) -> None:
    assert {one.source for one in corpus.incoming["complaint-answer"]} == {"greet"}
    assert {one.source for one in corpus.incoming["leader"]} == {
        "complaint-answer",
        "agent",
        "greet",
    }


def test_an_item_does_not_come_in_to_itself(link: Linked) -> None:
    corpus = link("kind: term\nid: complaint\ntitle: 投诉\nmeans: 见【complaint】\n")
    assert [one.address for one in corpus.outgoing["complaint"] if one.path == ("means",)] == [
        "complaint"
    ]
    assert "complaint" not in corpus.incoming


def test_who_refers_is_named_once(corpus: Corpus) -> None:
    assert [item.id for item in corpus.referring(Norm, "complaint-answer")] == ["greet"]
    assert [item.id for item in corpus.referring_of("role", "leader")] == ["agent"]
    assert corpus.referring(Role, "greet") == ()


def test_the_future_refers_where_it_differs(link: Linked) -> None:
    corpus = link(
        "kind: term\nid: a\ntitle: 甲\nmeans: 见【b】\n"
        "next:\n  - {effective: 2027-01-01, title: 甲甲}\n"
        "  - {effective: 2028-01-01, means: 见【c】}\n"
    )
    found = [(one.path, one.address) for one in corpus.links if one.span]
    assert found == [(("means",), "b"), (("next", 1, "means"), "c")]


@pytest.mark.parametrize("address", ["greet.rule", "complaint-reply.within", "agent"])
def test_the_corpus_resolves_addresses(corpus: Corpus, address: str) -> None:
    assert corpus.resolve(address) is not None
