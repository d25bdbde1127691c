"""The tree: values as written, marks as editors count, bounded work."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.findings import Related
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode, find, plain
from guifan.language.parser import parse
from guifan.language.source import CannotRead, Source
from guifan.language.spans import span
from guifan.language.waivers import scan


def tree(text: str) -> Node:
    root, findings = parse(Source("standards/a.yaml", text))
    assert findings == ()
    assert root is not None
    return root


def at(node: Node) -> tuple[int, int, int, int]:
    position = node.mark.position("a")
    return position.line, position.column, position.end_line, position.end_column


def test_a_value_stays_as_it_was_written() -> None:
    written = ["yes", "no", "1.10", "0x1F", "2026-01-01", "12:30", "null", "~", "1_000", ".5"]
    text = "".join(f"- {value}\n" for value in written)
    root = tree(text)
    assert isinstance(root, SequenceNode)
    assert [value.text for value in root.values if isinstance(value, Scalar)] == written


def test_an_empty_value_is_none_and_an_empty_text_is_not() -> None:
    root = tree("a:\nb: ''\n")
    assert plain(root) == {"a": None, "b": ""}
    assert isinstance(root, MappingNode)
    empty = root.get("a")
    assert isinstance(empty, Scalar)
    assert (empty.text, empty.style) == ("", "")


def test_styles_and_flow_are_kept() -> None:
    root = tree("a: b\nc: 'd'\ne: \"f\"\ng: |\n  h\ni: >\n  j\nk: [l]\nm: {n: o}\n")
    assert isinstance(root, MappingNode)
    styles = [value.style for _, value in root.entries if isinstance(value, Scalar)]
    assert styles == ["", "'", '"', "|", ">"]
    listed, mapped = root.get("k"), root.get("m")
    assert isinstance(listed, SequenceNode)
    assert listed.flow
    assert isinstance(mapped, MappingNode)
    assert mapped.flow
    assert not root.flow


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_count_code_points_from_one(end: str) -> None:
    root = tree(end.join(["题目: 𠀀𠀁 # 注", "表:", "  - 甲", "  - 乙", "", "末: [丙,  丁]", ""]))
    assert at(find(root, ["题目"])[0]) == (1, 5, 1, 7)
    assert at(find(root, ["表"])[0]) == (3, 3, 4, 6)
    assert at(find(root, ["表", 1])[0]) == (4, 5, 4, 6)
    assert at(find(root, ["末"])[0]) == (6, 4, 6, 11)
    assert at(root) == (1, 1, 6, 11)


def test_a_block_text_ends_with_its_last_written_line() -> None:
    root = tree("a: |  # note\n  甲\n\n  乙丙\n\n# note\nb: c\n")
    assert at(find(root, ["a"])[0]) == (1, 4, 4, 5)


def test_the_first_of_two_keys_counts() -> None:
    root, (finding,) = parse(Source("a.yaml", "a: 1\nb: 2\na: 3\n"))
    assert root is not None
    assert plain(root) == {"a": "1", "b": "2"}
    (related,) = finding.related
    assert (related.key, str(related.position)) == ("first", "a.yaml:1:1")


def test_an_anchor_is_reported_once_with_its_aliases() -> None:
    root, (finding,) = parse(Source("a.yaml", "a: &x b\nc: *x\nd: [*x]\n"))
    assert root is None
    assert (finding.code, finding.key, finding.arguments) == ("S11", "anchor", {"name": "x"})
    assert [str(related.position) for related in finding.related] == ["a.yaml:2:4", "a.yaml:3:5"]
    assert all(isinstance(related, Related) for related in finding.related)


def test_a_thousand_aliases_are_not_listed() -> None:
    _, (finding,) = parse(Source("a.yaml", "a: &x [" + "*x, " * 1000 + "]\n"))
    assert len(finding.related) < 10


def test_32_levels_are_read() -> None:
    root, findings = parse(Source("a.yaml", "[" * 32 + "]" * 32))
    assert (root is not None, findings) == (True, ())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "{a: " * 200_000,
        "- " * 500_000,
        "? " * 500_000,
        "a: &a [" + "*a," * 100_000 + "]",
        "&a " * 100_000,
        "a: '" + "''" * 500_000,
        "a: b\n" * 50_000,
        "a: " + ": " * 100_000,
        "\n" * 1_000_000 + "]",
        "a: |\n" + " \n" * 500_000,
        "".join(f"a{n}: &a{n} [" + f"*a{n - 1}," * 9 + "]\n" for n in range(1, 60)),
    ],
    ids=range(12),
)
def test_a_bomb_is_a_tree_or_a_finding(text: str) -> None:
    root, findings = parse(Source("a.yaml", text))
    assert root is not None or findings


def test_without_libyaml_there_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    with pytest.raises(CannotRead, match="libyaml"):
        parse(Source("a.yaml", "a: b\n"))


PIECES = (
    *("a: ", "b: ", "- ", "甲", "，", "：", ": ", "\n", "\n  ", "\n    ", "'", '"', "{", "}", "["),
    *("]", ",", "#", " #", ">", "|", "@", "%", "&x ", "*x", "!t ", "? ", "-", "yes", "\t", "\\"),
    *("\u3000", "---\n", "...\n", "<<: ", "【x】", "%YAML 1.2\n", "\r\n", "\r", "k:v", "\0", "!<"),
    *("# 注", "# guifan: allow T03 until=2027-03-31 reason=甲"),
)


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for value in node.values:
            yield from scalars(value)
    else:
        for key, value in node.entries:
            yield key
            yield from scalars(value)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_gives_a_tree_or_findings_inside_it(text: str) -> None:
    source = Source("a.yaml", text)
    scan(source)
    root, findings = parse(source)
    assert root is not None or findings
    for scalar in scalars(root) if root else ():
        assert span(source, scalar, 0, len(scalar.text)).file == "a.yaml"
    for finding in findings:
        place = finding.position
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.column <= len(source.lines[place.line - 1]) + 1
        assert place.end_column <= len(source.lines[place.end_line - 1]) + 1


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_libyaml_never_surprises(text: str) -> None:
    """Each of its complaints has a cause of its own, so that no editor reads the general one."""
    _, findings = parse(Source("a.yaml", text))
    assert ("S01", "other") not in {(finding.code, finding.key) for finding in findings}
