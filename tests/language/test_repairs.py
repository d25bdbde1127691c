"""Safe suggestions written into a text."""

from hypothesis import given
from hypothesis import strategies as st

from guifan.findings import Finding, Position, Suggestion
from guifan.language.repairs import repaired
from guifan.language.source import Source


def finding(line: int, start: int, end: int, text: str, *, safe: bool = True) -> Finding:
    place = Position("a.yaml", line, start, line, end)
    return Finding("R01", "unknown", place, suggestion=Suggestion(text, safe))


def test_edits_do_not_move_each_other() -> None:
    source = Source("a.yaml", "owner: 班长\r\nby: 客服部, 班长\r\n")
    findings = [finding(2, 10, 12, "b"), finding(1, 8, 10, "shift-leader"), finding(2, 5, 8, "aa")]
    text, applied = repaired(source, findings)
    assert text == "owner: shift-leader\r\nby: aa, b\r\n"
    assert len(applied) == 3


def test_what_is_not_safe_or_of_another_file_stays() -> None:
    source = Source("a.yaml", "owner: 班长\n")
    elsewhere = Finding(
        "R01", "unknown", Position("b.yaml", 1, 8, 1, 10), suggestion=Suggestion("x", True)
    )
    assert repaired(source, [finding(1, 8, 10, "x", safe=False), elsewhere]) == (source.text, ())


def test_of_two_that_overlap_the_first_is_written() -> None:
    source = Source("a.yaml", "abcdef\n")
    text, applied = repaired(source, [finding(1, 3, 6, "Y"), finding(1, 2, 4, "X")])
    assert text == "aXdef\n"
    assert [one.position.column for one in applied] == [2]


def test_an_insertion_has_no_width() -> None:
    text, _ = repaired(Source("a.yaml", "title:投诉\n"), [finding(1, 7, 7, " ")])
    assert text == "title: 投诉\n"


@given(
    st.text("ab投诉", min_size=1, max_size=12),
    st.lists(
        st.tuples(st.integers(0, 11), st.integers(0, 4), st.text("xy", max_size=3)), max_size=4
    ),
)
def test_only_the_marked_stretches_change(line: str, edits: list[tuple[int, int, str]]) -> None:
    places = [
        (min(start, len(line)), min(start + length, len(line)), new) for start, length, new in edits
    ]
    findings = [finding(1, start + 1, end + 1, new) for start, end, new in places]
    text, applied = repaired(Source("a.yaml", line), findings)
    expected, at = "", 0
    for one in sorted(applied, key=lambda one: one.position):
        assert one.suggestion is not None
        expected += line[at : one.position.column - 1] + one.suggestion.text
        at = one.position.end_column - 1
    assert text == expected + line[at:]
