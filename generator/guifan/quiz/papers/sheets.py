"""What stands on the sheets of an exam: plain values that every form of output prints.

A question sheet holds nothing of the key: it is made of stems and answers only, so that whatever
prints it cannot give it away.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a sheet.

    Args:
        over: what stands above the title: whose exam it is.
        title: the exam and the paper.
        facts: open or closed book, full mark, time, pass mark.
        file: what the document is called where programs list it.
    """

    over: str
    title: str
    facts: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The sealed margin.

    Args:
        fields: what the candidate fills in there.
        line: the words on the line, one after the other.
        note: what must not be done inside.
    """

    fields: tuple[str, ...]
    line: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a candidate sees it.

    Args:
        number: its number in the paper.
        stem: its lines.
        blank: what is filled in behind the last of them.
        options: the answers to choose among or to order, each behind its letter.
        columns: how many of them stand side by side.
        left: of a matching, the left column, each behind its number; the options are the right.
        room: how many lines there are to write on.
    """

    number: int
    stem: tuple[str, ...]
    blank: str
    options: tuple[tuple[str, str], ...] = ()
    columns: int = 1
    left: tuple[tuple[str, str], ...] = ()
    room: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a paper: its heading with the marking rule, and its questions."""

    head: str
    rule: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """The paper.

    Args:
        head: its top.
        seal: the sealed margin.
        scores: the heads of the score box.
        score_rows: the names of its rows.
        notes: what candidates are told.
        notes_title: what stands above these.
        parts: its sections.
    """

    head: Head
    seal: Seal
    scores: tuple[str, ...]
    score_rows: tuple[str, ...]
    notes_title: str
    notes: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a question is answered on the answer sheet.

    Args:
        number: of the question.
        bubbles: the letters to fill in, a row for each of ``rows``; none where words are written.
        rows: what stands before each row of bubbles; one empty text where there is one row.
        room: how many lines there are to write on, where words are written.
    """

    number: int
    bubbles: tuple[str, ...]
    rows: tuple[str, ...] = ("",)
    room: int = 1


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A section of the answer sheet; ``columns`` slots stand side by side."""

    head: str
    columns: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answer sheet.

    Args:
        head: its top.
        seal: the sealed margin.
        number: what the candidate's number is called.
        digits: how many digits it has.
        notes: how it is filled in.
        parts: its sections.
    """

    head: Head
    seal: Seal
    number: str
    digits: int
    notes: tuple[str, ...]
    parts: tuple[AnswerPart, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Args:
        title: what stands above it.
        heads: its columns.
        widths: how wide each is, as shares.
        centred: which of them are, from 0.
        rows: its cells.
        notes: what stands below it.
    """

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    centred: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet of tables: the key, or an oral examiner's.

    Args:
        head: its top.
        fields: what is filled in under it.
        tables: the tables.
        apart: each table begins a page.
    """

    head: Head
    fields: tuple[str, ...]
    tables: tuple[Table, ...]
    apart: bool = False


Sheet = PaperSheet | AnswerSheet | TableSheet
"""Any sheet."""
