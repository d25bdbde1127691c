"""Scoring sheets for oral examiners: what must be seen or heard, from procedures and messages."""

from collections.abc import Iterator, Sequence

from guifan.language.kinds.message import Message, Speaker
from guifan.language.kinds.norm import Never
from guifan.language.kinds.procedure import Procedure
from guifan.quiz.papers.sheets import Table, TableSheet
from guifan.quiz.papers.words import Words

_FULL = 100
_MOST = 20
"""More points than an examiner can follow at once are not scored apart."""


def oral_sheet(words: Words) -> TableSheet | None:
    """A table for each procedure and message that is examined; None where there is none."""
    tables = tuple(_tables(words))
    if not tables:
        return None
    _ = words.ground.words
    fields = (_("姓名"), _("工号"), _("考评员"), _("日期"), _("总分"))
    return TableSheet(words.head("", _("口试评分表"), facts=()), fields, tables, apart=True)


def _tables(words: Words) -> Iterator[Table]:
    ground = words.ground
    for name in words.exam.oral:
        if procedure := ground.corpus.one(Procedure, name):
            yield _table(words, procedure.title, tuple(_steps(words, procedure)), ())
        elif message := ground.corpus.one(Message, name):
            yield _table(words, message.title, tuple(_lines(words, message)), message.never)


Point = tuple[str, str]
"""What is looked for, and the address of its clause."""


def _table(words: Words, title: str, points: Sequence[Point], never: Sequence[Never]) -> Table:
    _ = words.ground.words
    some = points[:_MOST]
    each, more = divmod(_FULL, max(len(some), 1))
    rows = [
        (str(at), what, clause, str(each + (at <= more)), "")
        for at, (what, clause) in enumerate(some, start=1)
    ]
    notes = [
        _("不能说：“{phrase}”，应当说“{instead}”。说了 □").format(
            phrase=one.phrase, instead=one.instead
        )
        for one in never
    ]
    heads = (_("序号"), _("考核点"), _("条款"), _("分值"), _("得分"))
    told = _("{title}（满分 {full} 分）").format(title=title, full=_FULL)
    return Table(told, heads, (2, 15, 7, 2, 2), (0, 3), tuple(rows), tuple(notes))


def _steps(words: Words, procedure: Procedure) -> Iterator[Point]:
    """The steps that the posts examined take; where they take none, all that a post takes."""
    _ = words.ground.words
    taken = [one for one in procedure.steps if one.by in words.exam.roles]
    for step in taken or [one for one in procedure.steps if one.by]:
        clause = f"{procedure.id}.{step.id}"
        said = _full(words, procedure, step.do)
        yield _("{title}：{do}").format(title=step.title, do=said), clause
        for one in step.how:
            yield _full(words, procedure, one), clause


def _lines(words: Words, message: Message) -> Iterator[Point]:
    """What is said, a paragraph or an utterance each, and the hints."""
    said = [one.says for one in message.turns if one.who is Speaker.AGENT]
    said += (message.says or "").split("\n\n") if message.says else []
    for text in (*said, *message.tips):
        if text.strip():
            yield _full(words, message, text), message.id


def _full(words: Words, item: Procedure | Message, text: str) -> str:
    return words.ground.text(item, text).text
