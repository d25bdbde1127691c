"""Rows of a table as responses: one answer a row, or one person a row and one question a column."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from guifan.quiz.results.columns import HEADS, Columns, columns, place, plain
from guifan.quiz.results.faults import Faults
from guifan.quiz.results.response import Response

Row = tuple[int, Sequence[str]]
"""The number of a row, as a table program shows it, and its cells."""

NO_MARKS: Mapping[str, float] = MappingProxyType({})

BROKEN = "\ufffd"
"""Stands where bytes were no text."""


def responses(
    file: str,
    rows: Iterable[Row],
    known: Collection[str],
    faults: Faults,
    full: Mapping[str, float] = NO_MARKS,
) -> Iterator[Response]:
    """The answers in a table.

    Args:
        file: its name.
        rows: its rows, the heads first.
        known: the ids of all questions.
        faults: where what is wrong is noted.
        full: the full marks of questions, in a sheet into which marks were entered.
    """
    numbered = iter(rows)
    _at, heads = next(numbered, (0, None))
    if heads is None:
        return  # whoever opened the file has said why
    found = columns(heads, known)
    if found.missing:
        for name in found.missing:
            faults.add("wrong-columns", file, 1, name)
        return
    each = _persons(found, full) if found.items else _answers(found)
    looked_at = sorted({*found.fields.values(), *found.items})
    for row, cells in numbered:
        if not any(cells):
            continue
        told = [cells[at] for at in looked_at if at < len(cells)]
        if any(BROKEN in one for one in told):
            faults.add("encoding", file, row)
            continue
        formula = next((one for one in told if one.startswith(_FORMULA)), "")
        if formula:
            faults.add("formula", file, row, formula)
            continue
        yield from each(row, cells)


_FORMULA = ("=", "@")
"""What begins a formula and no answer; a number may begin with a sign."""


class _answers:  # noqa: N801  # called like the function it stands for
    """One answer a row."""

    def __init__(self, found: Columns) -> None:
        self._fields = found.fields

    def __call__(self, row: int, cells: Sequence[str]) -> Iterator[Response]:
        told = {
            field: unescaped(cells[at]) for field, at in self._fields.items() if at < len(cells)
        }
        answer = told.get("answer") or None
        right = verdict(told.get("right", ""))
        if right is None:
            right = scored(told.get("score", ""), told.get("full", ""))
        version = told.get("version", "")
        yield Response(
            row,
            told.get("learner", ""),
            told.get("item", ""),
            answer,
            right,
            told.get("at", ""),
            told.get("hash", ""),
            int(version) if version.isdecimal() and len(version) <= _DIGITS else 0,
            told.get("role", ""),
            told.get("record", ""),
        )


class _persons:  # noqa: N801  # called like the function it stands for
    """One person a row: under each question the answer, whether it was right, or its marks."""

    def __init__(self, found: Columns, full: Mapping[str, float]) -> None:
        self._found = found
        self._full = full

    def __call__(self, row: int, cells: Sequence[str]) -> Iterator[Response]:
        fields = self._found.fields
        who = fields["learner"]
        learner = unescaped(cells[who]) if who < len(cells) else ""
        if plain(learner) in HEADS["full"]:
            self._full = MappingProxyType(dict(self._told_marks(cells)))
            return
        role = fields.get("role", len(cells))
        post = unescaped(cells[role]) if role < len(cells) else ""
        for at, item in self._found.items.items():
            text = unescaped(cells[at]) if at < len(cells) else ""
            marks = scored(text, str(self._full[item])) if item in self._full else None
            if marks is not None:
                yield Response(row, learner, item, None, marks, role=post)
            elif text in _TICKS:
                yield Response(row, learner, item, None, _TICKS[text], role=post)
            elif text:
                yield Response(row, learner, item, text, role=post)

    def _told_marks(self, cells: Sequence[str]) -> Iterator[tuple[str, float]]:
        """What questions are worth, as a row says in the place of a person."""
        for at, item in self._found.items.items():
            text = cells[at] if at < len(cells) else ""
            if scored(text, text):
                yield item, float(text)


_TICKS = {"√": True, "✓": True, "✔": True, "×": False, "✗": False, "✘": False}
"""The marks with which a grader says right and wrong; no answer is one of them."""

_DIGITS = 6

_RIGHT = frozenset({"对", "正确", "是", "right", "correct", "true", "yes", "1", "passed", "t"})
_WRONG = frozenset(
    {"错", "错误", "否", "wrong", "incorrect", "false", "no", "0", "failed", "f", "不正确"}
)


def verdict(text: str) -> bool | None:
    """What a cell says of an answer; None where it says nothing of the kind."""
    text = text.strip()
    if text in _TICKS:
        return _TICKS[text]
    text = text.casefold()
    return True if text in _RIGHT else False if text in _WRONG else None


def scored(score: str, full: str) -> bool | None:
    """Whether marks are full marks; None where nobody can tell.

    Without the full marks only nothing and one tell: half a mark of one is not right, but 2 may be
    all or half of what there was.
    """
    try:
        got = float(score.strip().removesuffix("%"))
        most = 100.0 if score.strip().endswith("%") else float(full) if full.strip() else 1.0
    except ValueError:
        return None
    if full.strip() == "" and not 0 <= got <= most:
        return None
    return got >= most if most > 0 else None


def unescaped(text: str) -> str:
    """A cell without the apostrophe that keeps table programs from reading a formula."""
    text = text.strip()
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t\r" else text


def full_marks(rows: Iterable[Row]) -> Mapping[str, float]:
    """The full marks of questions, from the sheet of an exam that lists them; empty if it is none.

    Args:
        rows: its rows, the heads first.
    """
    numbered = iter(rows)
    _at, heads = next(numbered, (0, ()))
    places = {plain(head): at for at, head in enumerate(heads)}
    item, full = place("item", places), place("full", places)
    if full is None:
        full = places.get("points")  # what was scored elsewhere, here what can be
    if item is None or full is None:
        return NO_MARKS
    found = {}
    for _row, cells in numbered:
        marks = scored(cells[full], cells[full]) if max(item, full) < len(cells) else None
        if marks:
            found[unescaped(cells[item])] = float(cells[full])
    return MappingProxyType(found)
