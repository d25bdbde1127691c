"""Ids are unique, today's and former ones; what clashes is found and left out."""

from collections.abc import Callable

from guifan.corpus.assemble import assemble
from guifan.corpus.graph import Corpus
from guifan.findings import Finding
from guifan.language.loader import load
from guifan.language.source import Source

TERM = "kind: term\nid: {id}\ntitle: {title}\nmeans: 含义\nwas: [{was}]\n"


def read(
    complete: Callable[[str], str], *terms: tuple[str, str, str]
) -> tuple[Corpus, list[Finding]]:
    texts = [complete(TERM.format(id=name, title=title, was=was)) for name, title, was in terms]
    loaded = load(Source(f"{at}.yaml", text) for at, text in enumerate(texts))
    assert not loaded.findings
    corpus, findings = assemble(loaded)
    return corpus, list(findings)


def test_different_ids_do_not_clash(complete: Callable[[str], str]) -> None:
    corpus, findings = read(complete, ("a", "甲", "old-a"), ("b", "乙", "old-b, older-b"))
    assert findings == []
    assert corpus.aliases == {"old-a": "a", "old-b": "b", "older-b": "b"}


def test_the_second_use_of_an_id_is_left_out(complete: Callable[[str], str]) -> None:
    corpus, (finding,) = read(complete, ("a", "甲", ""), ("a", "乙", ""))
    assert [item.title for item in corpus] == ["甲"]
    assert (finding.code, finding.key, finding.subject) == ("R01", "duplicate", "a")
    assert str(finding.position) == "1.yaml:10:5"
    assert [str(one.position) for one in finding.related] == ["0.yaml:10:5"]
    assert finding.arguments == {"id": "a", "title": "甲"}


def test_a_former_id_may_not_be_todays_of_another(complete: Callable[[str], str]) -> None:
    corpus, (finding,) = read(complete, ("a", "甲", "b"), ("b", "乙", ""))
    assert (finding.code, finding.key) == ("S15", "taken")
    assert str(finding.position) == "0.yaml:13:7"
    assert [str(one.position) for one in finding.related] == ["1.yaml:10:5"]
    item = corpus.get("b")
    assert item is not None
    assert item.title == "乙"


def test_a_former_id_has_one_heir(complete: Callable[[str], str]) -> None:
    corpus, (finding,) = read(complete, ("a", "甲", "old"), ("b", "乙", "old"))
    assert (finding.code, finding.subject) == ("S15", "b")
    assert corpus.aliases == {"old": "a"}


def test_an_item_may_not_have_been_itself(complete: Callable[[str], str]) -> None:
    _, (finding,) = read(complete, ("a", "甲", "a"))
    assert (finding.code, finding.key) == ("S15", "taken")


def test_broken_ids_are_kept(complete: Callable[[str], str]) -> None:
    loaded = load([Source("a.yaml", complete("kind: term\nid: a\ntitle: 甲\n"))])
    corpus, _ = assemble(loaded)
    assert corpus.broken == {"a"}
