"""The paper that candidates get, and the sheet on which they answer."""

from unicodedata import east_asian_width

from guifan.language.kinds.exam import QuestionType
from guifan.quiz.forms import Paper, Question, Section
from guifan.quiz.item import Form
from guifan.quiz.papers.sheets import (
    AnswerPart,
    AnswerSheet,
    Asked,
    PaperSheet,
    Part,
    Slot,
)
from guifan.quiz.papers.words import Words
from guifan.quiz.record import LETTERS

_BRACKETS = "（　　）"
_LINE = "____________"
_FOUR, _TWO = 8, 17
"""The longest answers, in wide characters, that stand four and two side by side."""

_ABCD = LETTERS[:4]
_NARROW, _BETWEEN, _WIDE = 4, 3, 2
"""How many slots of the answer sheet stand side by side: of four letters, of more, of a word."""

_ROOM = {Form.SHORT_ANSWER: 6, Form.CASE_ANALYSIS: 9}
"""How many lines an answer in one's own words gets: as many whatever its points, lest they tell."""

_DIGITS = 8
"""How many digits the grid for a candidate's number has."""


def paper_sheet(words: Words, paper: Paper) -> PaperSheet:
    """The paper."""
    _ = words.ground.words
    numerals = [words.numeral(at) for at in range(1, len(paper.sections) + 1)]
    parts = [
        Part(
            words.heading(at, section.asks),
            words.rule(section.asks.type),
            tuple(map(_asked, section.questions)),
        )
        for at, section in enumerate(paper.sections, start=1)
    ]
    return PaperSheet(
        words.head(paper.letter),
        words.seal(),
        (_("题号"), *numerals, _("总分"), _("复核人")),
        (_("得分"), _("阅卷人")),
        _("注意事项"),
        tuple(words.ground.text(words.exam, one).text for one in words.exam.rules),
        tuple(parts),
    )


def _asked(question: Question) -> Asked:
    item = question.item
    lines = tuple(item.stem.text.split("\n"))
    options = tuple(
        (letter, one.text.text) for letter, one in zip(LETTERS, item.options, strict=False)
    )
    if item.model.form in _ROOM:
        return Asked(question.number, lines, "", room=_ROOM[item.model.form])
    match item.model.form:
        case Form.TRUE_FALSE:
            return Asked(question.number, lines, _BRACKETS)
        case Form.NUMERIC | Form.FILL_IN:
            # A stem may have its own line, in the midst of a sentence.
            return Asked(question.number, lines, "" if "__" in item.stem.text else _LINE)
        case Form.MATCHING:
            left = tuple(
                (f"({at})", one.of.text if one.of else "")
                for at, one in enumerate(item.options, start=1)
            )
            right = zip(LETTERS, question.column, strict=False)
            shown = tuple((letter, one.text.text) for letter, one in right)
            return Asked(question.number, lines, "", shown, 1, left)
        case Form.ORDERING:
            return Asked(question.number, lines, _LINE, options, _columns(options))
    return Asked(question.number, lines, _BRACKETS, options, _columns(options))


def _columns(options: tuple[tuple[str, str], ...]) -> int:
    longest = max(map(_width, (text for _, text in options)), default=0)
    return 4 if longest <= _FOUR else 2 if longest <= _TWO else 1


def _width(text: str) -> float:
    """How wide a text is, in wide characters."""
    return sum(1 if east_asian_width(one) in "WFA" else 0.55 for one in text)


def answer_sheet(words: Words, paper: Paper) -> AnswerSheet:
    """The answer sheet."""
    _ = words.ground.words
    return AnswerSheet(
        words.head(paper.letter, _("答题卡")),
        words.seal(),
        _("工号"),
        _DIGITS,
        (
            _("工号从左填起，每一位下面涂一个数字；位数不足的，后面空着。"),
            _("选择题涂满方框；改动时擦干净再涂。要写字的题写在线上，不出格。"),
        ),
        tuple(_answers(words, at, section) for at, section in enumerate(paper.sections, start=1)),
    )


def _answers(words: Words, at: int, section: Section) -> AnswerPart:
    kind = section.asks.type
    slots = tuple(_slot(one) for one in section.questions)
    return AnswerPart(words.short_heading(at, section.asks), _abreast(kind, slots), slots)


def _abreast(kind: QuestionType, slots: tuple[Slot, ...]) -> int:
    """How many slots stand side by side."""
    match kind:
        case QuestionType.SHORT_ANSWER | QuestionType.CASE_ANALYSIS:
            return 1
        case QuestionType.FILL_IN | QuestionType.ORDERING:
            return _WIDE
        case QuestionType.MATCHING:
            return _BETWEEN
    most = max((len(one.bubbles) for one in slots), default=0)
    return _NARROW if most <= len(_ABCD) else _BETWEEN


def _slot(question: Question) -> Slot:
    item = question.item
    if item.model.form in _ROOM:
        return Slot(question.number, (), room=_ROOM[item.model.form])
    letters = tuple(LETTERS[: len(item.options)])
    match item.model.form:
        case Form.TRUE_FALSE:
            return Slot(question.number, ("√", "×"))
        case Form.NUMERIC | Form.FILL_IN | Form.ORDERING:
            return Slot(question.number, ())
        case Form.MATCHING:
            rows = tuple(f"({at})" for at in range(1, len(letters) + 1))
            return Slot(question.number, letters, rows)
    return Slot(question.number, letters)
