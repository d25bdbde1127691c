"""One answer that somebody gave to a question, as a file of results tells it."""

from typing import NamedTuple


class Response(NamedTuple):
    """An answer.

    Args:
        row: of the file, counted as a table program does; of statements, their number.
        learner: who answered; a name, a number or an account, as the file has it.
        item: id of the question.
        answer: what was answered, as written; None where the file does not tell.
        right: whether the file says that it was right; None where it does not tell.
        at: when, as written; empty where the file does not tell.
        hash: of the question that was asked, or the beginning of it; empty if unknown.
        version: of the clause that was asked about; 0 if unknown.
        role: id of the post for which it was answered; empty if unknown.
        record: id of the answer itself, by which it is known again; empty if it has none.
    """

    row: int
    learner: str
    item: str
    answer: str | None = None
    right: bool | None = None
    at: str = ""
    hash: str = ""
    version: int = 0
    role: str = ""
    record: str = ""
