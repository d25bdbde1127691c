"""Classes whose members are said to be apart (C07): words, circles, what they are the same as."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding

OTHER = """\
--- standards/other.yaml
kind: taxonomy
id: statutory
title: 法定分类
mece: {mece}
members: [{{id: one, title: 第一类}}, {{id: two, title: 第二类}}]
"""


def taxonomy(*members: str, mece: str = "是") -> str:
    """Members written ``id, key: value, …``; one line each."""
    lines = "".join(
        f"  - {{id: {name}, title: 成员{name}{rest and ', ' + rest}}}\n"
        for name, _, rest in (one.partition(", ") for one in members)
    )
    head = "--- standards/class.yaml\nkind: taxonomy\nid: sort\ntitle: 分类\n"
    return f"{head}mece: {mece}\nmembers:\n{lines}"


def found(*files: str) -> list[Finding]:
    report = run_example(Example("".join(files)))
    assert [one.code for one in report.findings if one.code == "X04"] == []
    return [one for one in report.findings if one.code in ("C07", "R08")]


def keys(*files: str) -> list[str]:
    return [one.key for one in found(*files)]


WORDS = "--- standards/{id}.yaml\nkind: {kind}\nid: {id}\ntitle: {id}\nalso: [转网]\n{rest}"
SHARED = {
    "term": "means: 换一家还用原来的号码\n",
    "event": "happens: 换好了\n",
    "form": "about: 换的时候填\nfields: [号码]\n",
    "procedure": "about: 来换\nsteps: [{id: a, title: 甲, do: 办, lane: customer}]\n",
}


@pytest.mark.parametrize("kind", ["event", "form", "procedure"])
def test_what_customers_say_may_lead_to_several_things(kind: str) -> None:
    files = (WORDS.format(id=f"{one}-1", kind=one, rest=SHARED[one]) for one in ("term", kind))
    assert keys(*files, WORDS.format(id="two", kind=kind, rest=SHARED[kind])) == []


def test_two_words_of_ours_may_not() -> None:
    files = [WORDS.format(id=one, kind="term", rest=SHARED["term"]) for one in ("a", "b")]
    assert keys(*files) == ["two-things"]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["a, examples: [断网]", "b, examples: [断网。]"], ["in-two"]),
        (["a, also: [断网]", "b, examples: [断网]"], ["in-two"]),
        (["a, examples: [成员b]", "b"], ["in-two"]),
        (["a, examples: ['停电、断网。']", "b, also: [断网]"], ["in-two"]),
        # Pieces of two examples may be the same: what is told with them differs.
        (["a, examples: ['停电、断网']", "b, examples: ['地震、断网']"], []),
        # Two names of different members are for the rule of words.
        (["a, also: [断网]", "b, also: [断网]"], ["two-things"]),
        (["a, examples: [断网, 断网]"], []),
        (["a, examples: [断网]", "b, 'under': a, examples: [断网]"], []),
        (["a, under: c, examples: [断网]", "b, under: c, examples: [断网]", "c"], ["in-two"]),
        (["a, examples: [断网]", "b, examples: [断网]", "c, also: [断网]"], ["in-two", "in-two"]),
    ],
)
def test_a_word_stands_in_one_member(members: list[str], expected: list[str]) -> None:
    assert keys(taxonomy(*members)) == expected
    left = [key for key in expected if key != "in-two"]
    assert keys(taxonomy(*members, mece="否")) == left


def test_a_piece_of_an_example_is_shown_alone() -> None:
    (one,) = found(taxonomy("a, also: [断网]", "b, examples: ['停电、断网。']"))
    line = "  - {id: b, title: 成员b, examples: ['停电、断网。']}"
    assert one.position.column == line.index("断网") + 1
    assert one.position.end_column == one.position.column + 2


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["a, under: a"], ["circle"]),
        (["a, under: b", "b, under: c", "c, under: a"], ["circle"]),
        (["a, under: b", "b, under: a", "c, under: a", "d, under: d"], ["circle", "circle"]),
        (["a, under: b", "b"], []),
        (["a, under: nowhere"], []),
    ],
)
def test_nothing_is_under_itself(members: list[str], expected: list[str]) -> None:
    assert keys(taxonomy(*members)) == expected
    assert keys(taxonomy(*members, mece="否")) == expected


@pytest.mark.parametrize(
    ("corresponds", "expected"),
    [
        ("[statutory.one]", []),
        ("[statutory.one, statutory.two]", ["two-of-one"]),
        ("[statutory.one, statutory.nothing]", []),
        ("[sort.b]", ["own"]),
        ("[sort.a]", []),
        ("[nowhere.one]", []),
    ],
)
def test_a_member_is_the_same_as_one(corresponds: str, expected: list[str]) -> None:
    ours = taxonomy(f"a, corresponds: {corresponds}", "b")
    assert keys(ours, OTHER.format(mece="是")) == expected
    assert keys(ours, OTHER.format(mece="否")) == [key for key in expected if key == "own"]


def test_the_classes_of_emergencies_are_compared_by_their_own_rule() -> None:
    ours = taxonomy("a, corresponds: [statutory.one, statutory.two]")
    theirs = OTHER.format(mece="是")
    for names in (("event-class", "statutory"), ("sort", "statutory-event-class")):
        renamed = (
            text.replace("sort", names[0]).replace("statutory", names[1]) for text in (ours, theirs)
        )
        assert keys(*renamed) == ["two-of-one"]
    both = (
        text.replace("id: sort", "id: event-class").replace("statutory", "statutory-event-class")
        for text in (ours, theirs)
    )
    assert keys(*both) == []
