"""Characters of a text lead back to the characters that wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.nodes import MappingNode, Scalar
from guifan.language.parser import parse
from guifan.language.source import Source
from guifan.language.spans import span


def text_of(source: Source) -> Scalar:
    root, findings = parse(source)
    assert findings == ()
    assert isinstance(root, MappingNode)
    value = root.get("k")
    assert isinstance(value, Scalar)
    return value


def written(source: Source, start: int, end: int) -> str:
    """What stands in the file where characters of the text ``k`` were written."""
    at = span(source, text_of(source), start, end)
    first = source.starts[at.line - 1] + at.column - 1
    return source.text[first : source.starts[at.end_line - 1] + at.end_column - 1]


@pytest.mark.parametrize(
    ("file", "part", "line", "column", "end_line", "end_column"),
    [
        ("k: 十五秒内应答\n", "应答", 1, 8, 1, 10),
        ("k: 十五秒内\n  应答\n", "应答", 2, 3, 2, 5),
        ("k: 十五秒内\n  应答\n", "内 应", 1, 7, 2, 4),
        ("k: 甲\n\n\n  乙\n", "甲\n\n乙", 1, 4, 4, 4),
        ("k:\n  甲  \n   乙\n", " 乙", 2, 4, 3, 5),
        ("k: 'it''s 甲'\n", "甲", 1, 11, 1, 12),
        ("k: 'it''s 甲'\n", "'s", 1, 7, 1, 10),
        ("k: '甲\n\n  乙'\n", "\n乙", 1, 6, 3, 4),
        ('k: "甲\\n乙"\n', "\n", 1, 6, 1, 8),
        ('k: "\\u4e2d乙"\n', "中", 1, 5, 1, 11),
        ('k: "甲\\\n  乙"\n', "乙", 2, 3, 2, 4),
        ('k: "甲 \\\n\n  乙"\n', "乙", 3, 3, 3, 4),
        ('k: "甲\\ \n  乙"\n', "乙", 2, 3, 2, 4),
        ("k: |\n  甲\n   乙\n", " 乙", 3, 3, 3, 5),
        ("k: |2-\n    甲\n  乙\n", "  甲", 2, 3, 2, 6),
        ("k: |+ # 注\n\n  甲\n\n", "甲", 3, 3, 3, 4),
        ("k: >\n  甲\n  乙\n", "甲 乙", 2, 3, 3, 4),
        ("k: >-\n  甲\n\n  乙\n", "\n乙", 2, 4, 4, 4),
        ("k: >\n  甲\n    深\n  乙\n", "深", 3, 5, 3, 6),
        ("k: 𠀀𠀁甲\r\nz: y\r\n", "甲", 1, 6, 1, 7),
        ("k: |\r\n  甲\r\n  乙\r\n", "乙", 3, 3, 3, 4),
        ("k: >\r  甲\r  乙\r", "乙", 3, 3, 3, 4),
    ],
)
def test_a_part_of_a_text_stands_where_it_was_written(
    file: str, part: str, line: int, column: int, end_line: int, end_column: int
) -> None:
    source = Source("a.yaml", file)
    value = text_of(source)
    start = value.text.index(part)
    at = span(source, value, start, start + len(part))
    place = (at.line, at.column, at.end_line, at.end_column)
    assert place == (line, column, end_line, end_column)


def test_an_empty_span_is_a_place() -> None:
    source = Source("a.yaml", "k: 甲乙\n")
    at = span(source, text_of(source), 1, 1)
    assert (at.column, at.end_column) == (5, 5)
    at = span(source, text_of(source), 2, 2)
    assert (at.column, at.end_column) == (6, 6)


def test_a_text_that_is_not_in_the_file_is_its_whole_value() -> None:
    source = Source("a.yaml", "k: 甲乙丙\n")
    value = text_of(source)
    repaired = Scalar("丁", "", value.mark)
    assert span(source, repaired, 0, 1) == value.mark.position("a.yaml")


# A text as pieces: what is written and the one character that it gives.
VERBATIM = st.sampled_from("甲乙𠀀b，。【】")
INNER_BLANK = st.sampled_from([" ", "  "])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def words(extra: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[list[str]]:
    piece = VERBATIM if extra is None else st.one_of(VERBATIM, extra)
    return st.lists(piece, min_size=1, max_size=5)


LINES = st.lists(words().map("".join), min_size=1, max_size=4)
GAPS = st.lists(st.integers(0, 2), min_size=4, max_size=4)


def assert_each_character_is_its_own(source: Source) -> None:
    text = text_of(source).text
    for at, character in enumerate(text):
        if character not in " \n":
            assert written(source, at, at + 1) == character


@given(LINES, GAPS, ENDS, st.sampled_from([("", ""), ("'", "'"), ('"', '"')]))
def test_folded_lines_of_flow_texts(
    lines: list[str], gaps: list[int], end: str, quotes: tuple[str, str]
) -> None:
    later = list(zip(lines[1:], gaps, strict=False))
    body = lines[0] + "".join("\n" * (gap + 1) + "   " + line for line, gap in later)
    file = f"j: i\nk: {quotes[0]}{body}{quotes[1]}\nz: y\n"
    source = Source("a.yaml", file.replace("\n", end))
    expected = lines[0] + "".join(("\n" * gap or " ") + line for line, gap in later)
    assert text_of(source).text == expected
    assert_each_character_is_its_own(source)


@given(LINES, GAPS, ENDS, st.sampled_from("|>"), st.sampled_from(["", "-", "+", "2", "2-", "+2"]))
def test_block_texts(
    lines: list[str], gaps: list[int], end: str, style: str, indicators: str
) -> None:
    body = "".join("  " + line + "\n" * (gap + 1) for line, gap in zip(lines, gaps, strict=False))
    source = Source("a.yaml", f"k: {style}{indicators}\n{body}z: y\n".replace("\n", end))
    assert "".join(text_of(source).text.split()) == "".join(lines)
    assert_each_character_is_its_own(source)


@given(words(st.just("''")), st.booleans())
def test_doubled_quotes(pieces: list[str], two_lines: bool) -> None:
    file = "k: '" + ("甲\n  " if two_lines else "") + "".join(pieces) + "'\n"
    source = Source("a.yaml", file)
    shift = 2 if two_lines else 0
    for at, piece in enumerate(pieces):
        assert written(source, at + shift, at + shift + 1) == piece


@given(words(st.sampled_from(["\\n", "\\t", "\\\\", '\\"', "\\x41", "\\u4e2d", "\\U00020000"])))
def test_escapes_are_taken_whole(pieces: list[str]) -> None:
    source = Source("a.yaml", f'k: "{"".join(pieces)}"\n')
    assert len(text_of(source).text) == len(pieces)
    for at, piece in enumerate(pieces):
        assert written(source, at, at + 1) == piece
