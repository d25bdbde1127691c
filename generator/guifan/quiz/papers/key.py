"""The key: the answer to every question of a paper, its clause, and what earns the marks."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from guifan.language.kinds.exam import QuestionType
from guifan.language.quantities import Count, say
from guifan.quiz.carriers import is_true
from guifan.quiz.forms import Paper, Question, Section
from guifan.quiz.item import IN_WORDS, Form, Item
from guifan.quiz.papers.sheets import Table, TableSheet
from guifan.quiz.papers.words import Words
from guifan.quiz.record import LETTERS


def key_sheet(words: Words, paper: Paper) -> TableSheet:
    """The key of a paper."""
    _ = words.ground.words
    tables = tuple(_table(words, at, section) for at, section in enumerate(paper.sections, start=1))
    rests = _("按 {day} 执行的标准出题和判分；条款改了，请重新出卷。")
    told = (rests.format(day=words.ground.day.isoformat()), _("内部资料，考完以前不外传。"))
    return TableSheet(words.head(paper.letter, _("参考答案和评分标准")), told, tables)


def _table(words: Words, at: int, section: Section) -> Table:
    _ = words.ground.words
    is_judged = section.asks.type in (QuestionType.SHORT_ANSWER, QuestionType.CASE_ANALYSIS)
    marked = _("按要点给分，意思对就给。") if is_judged else words.rule(section.asks.type)
    return Table(
        words.heading(at, section.asks),
        (_("题号"), _("答案"), _("条款"), _("评分要点")),
        (2, 4, 9, 14),
        (0, 1),
        tuple(_row(words, one, section.asks.points) for one in section.questions),
        (marked,),
    )


def _row(words: Words, question: Question, points: Count) -> tuple[str, ...]:
    _ = words.ground.words
    item = question.item
    is_judged = item.model.form in IN_WORDS
    given = _("见评分要点") if is_judged else answer(question)
    earned = _shared(words, item, points) if is_judged else _points(question)
    several = is_judged or item.model.form is Form.MATCHING
    clauses = [one.clause or item.clause for one in item.options] if several else [item.clause]
    where = _("{title}（{address}，第 {version} 版）")
    told = (
        where.format(
            title=words.ground.title(one.item).text, address=one.address, version=one.version
        )
        for one in dict.fromkeys(clauses)
    )
    return str(question.number), given, "\n".join(told), "\n".join(earned)


def _shared(words: Words, item: Item, points: Count) -> Iterator[str]:
    """The points that earn marks, the marks shared among them: whole ones, else halves."""
    _ = words.ground.words
    count = len(item.options)
    halves = 2 if points.value % 1 == 0 and points.value >= count else 1
    each, more = divmod(points.value * 2 / halves, count)
    for at, option in enumerate(item.options):
        mark = replace(points, value=(each + (at < more)) * halves / Decimal(2))
        yield _("{point}（{mark}）").format(point=option.text.bare, mark=say(mark, _.locale))


def answer(question: Question) -> str:
    """The right answer, as it is written on the paper."""
    item = question.item
    match item.model.form:
        case Form.TRUE_FALSE:
            return "√" if is_true(item) else "×"
        case Form.NUMERIC | Form.FILL_IN:
            return item.options[0].text.text
        case Form.MATCHING:
            pairs = enumerate(item.options, start=1)
            return " ".join(f"({at}){LETTERS[question.column.index(one)]}" for at, one in pairs)
    return "".join(LETTERS[at] for at in item.key)


def _points(question: Question) -> tuple[str, ...]:
    """What decides the answer: what the standard says of each right one, once."""
    item = question.item
    found = [
        verdict.because.text
        for option, verdict in zip(item.options, item.verdicts, strict=True)
        if option.right
    ]
    return tuple(dict.fromkeys(found))
