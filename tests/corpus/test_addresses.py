"""What an address names: an item, a part of it, a field of either, or nothing."""

import pytest

from guifan.corpus.addresses import aim, resolve
from guifan.corpus.graph import Corpus
from guifan.language.anatomy import Spot
from guifan.language.model import Marker, Member, OfManual, Own, Reference


@pytest.mark.parametrize(
    ("address", "anchor", "field"),
    [
        ("complaint-answer", "", ""),
        ("complaint-reply", "", ""),
        ("complaint-answer.within", "", "within"),
        ("complaint-answer.from", "", "from_"),
        ("complaint-answer.review_by", "", "review_by"),
        ("complaint-answer.review-by", "", "review_by"),
        ("appeal-rules.article-8", "article-8", ""),
        ("appeal-rules.answer-15d.value", "answer-15d", "value"),
        ("manual.complaints.handling", "complaints.handling", ""),
        ("manual.complaints.handling.title", "complaints.handling", "title"),
    ],
)
def test_an_address_names_a_part_or_a_field(
    corpus: Corpus, address: str, anchor: str, field: str
) -> None:
    target = resolve(corpus.get, address)
    assert target is not None
    assert (target.anchor, target.field) == (anchor, field)


@pytest.mark.parametrize(
    "address",
    [
        "nobody",
        "complaint-answer.nothing",
        "complaint-answer.within.amount",
        "appeal-rules.article-9",
        "appeal-rules.articles.article-8",
        "manual.handling",
        "manual.general.handling",
    ],
)
def test_an_address_may_name_nothing(corpus: Corpus, address: str) -> None:
    assert resolve(corpus.get, address) is None


def test_a_target_gives_what_is_named(corpus: Corpus) -> None:
    article = resolve(corpus.get, "appeal-rules.article-8")
    number = resolve(corpus.get, "appeal-rules.article-8.number")
    item = resolve(corpus.get, "hotline")
    assert article is not None
    assert number is not None
    assert item is not None
    assert article.value is article.part
    assert number.value == "第八条"
    assert item.part is item.item


@pytest.mark.parametrize(
    ("item", "marker", "value", "found"),
    [
        ("greet", Reference(("limit",)), "complaint-reply", "complaint-answer"),
        ("greet", Reference(("role",)), "complaint-answer", "complaint-answer"),
        ("greet", Reference(("limit",)), "complaint-answer.within", None),
        ("greet", Reference(("regulation",), "articles"), "appeal-rules.article-8", "article-8"),
        ("greet", Reference(("regulation",), "floors"), "appeal-rules.article-8", None),
        ("greet", Reference(("regulation",), "articles"), "complaint-answer.within", None),
        ("greet", Reference(("regulation",), "articles"), "appeal-rules", None),
        ("greet", Member("call-moment"), "closing", "closing"),
        ("greet", Member("call-moment"), "middle", None),
        ("greet", Member("complaint-answer"), "closing", None),
        ("greet", Member("nothing"), "closing", None),
        ("appeal-rules", Own("articles"), "article-8", "article-8"),
        ("appeal-rules", Own("articles"), "answer-15d", None),
        ("greet", OfManual("calendars"), "office", "office"),
        ("greet", OfManual("chapters"), "complaints", "complaints"),
        ("greet", OfManual("chapters"), "complaints.handling", None),
        ("greet", OfManual("places"), "complaints", "complaints"),
        ("greet", OfManual("places"), "complaints.handling", "handling"),
        ("greet", OfManual("places"), "general.handling", None),
    ],
)
def test_a_reference_field_aims_by_its_mark(
    corpus: Corpus, item: str, marker: Marker, value: str, found: str | None
) -> None:
    held = corpus.get(item)
    assert held is not None
    target = aim(corpus.get, corpus.manual, held, Spot(("x",), value, marker, internal=False))
    assert (getattr(target.part, "id", None) if target else None) == found


@pytest.mark.parametrize("marker", [OfManual("places"), OfManual("calendars")])
def test_without_a_manual_its_parts_are_nothing(corpus: Corpus, marker: Marker) -> None:
    held = corpus.get("greet")
    assert held is not None
    assert aim(corpus.get, None, held, Spot(("x",), "office", marker, internal=False)) is None
