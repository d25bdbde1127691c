"""A question as plain data, for programs: what commands print and carriers pack."""

from guifan.quiz.choosing import shuffled
from guifan.quiz.fact import Verdict
from guifan.quiz.item import CHOSEN, IN_WORDS, Form, Item, Option

LETTERS = "ABCDEFGH"


def record(item: Item) -> dict[str, object]:
    """A question with its key and its proof."""
    return {
        "id": item.id,
        "type": item.model.form.value,
        "stem": item.stem.text,
        **_answers(item),
        "clause": item.clause.address,
        "version": item.clause.version,
        "hash": item.hash,
        "level": item.model.level.value,
        "roles": list(item.roles),
        "chapter": item.clause.chapter,
        "model": item.model.name,
        "seconds": item.model.seconds,
        "warnings": list(item.remarks),
        "proof": [
            _judged(option, verdict)
            for option, verdict in zip(item.options, item.verdicts, strict=True)
        ],
    }


def _answers(item: Item) -> dict[str, object]:
    """The options as shown and the key: letters, or the number or word to be given.

    Of an answer in one's own words: the points that earn marks.
    """
    if item.model.form in IN_WORDS:
        return {"options": [], "key": [one.text.text for one in item.options]}
    match item.model.form:
        case Form.NUMERIC | Form.FILL_IN:
            mistakes = [
                {"text": one.text.text, "why": one.why.text, **_age(one)}
                for one in item.options
                if not one.right
            ]
            return {"options": mistakes, "key": [item.options[0].text.text], "tolerance": 0}
        case Form.MATCHING:
            return _pairs(item)
        case form:
            assert form in CHOSEN or form is Form.ORDERING
            options = [
                {"id": letter, "text": option.text.text, "why": option.why.text, **_age(option)}
                for letter, option in zip(LETTERS, item.options, strict=False)
            ]
            return {"options": options, "key": [LETTERS[at] for at in item.key]}


def _age(option: Option) -> dict[str, str]:
    """That an answer is the rule of another time, where it is."""
    return {"age": option.age.value} if option.age else {}


def right_column(item: Item) -> tuple[Option, ...]:
    """The right column of a matching, in the order shown."""
    return shuffled(item.options, f"right {item.id}")


def _pairs(item: Item) -> dict[str, object]:
    column = right_column(item)
    left = [
        {"id": str(at), "text": option.of.text if option.of else ""}
        for at, option in enumerate(item.options, start=1)
    ]
    right = [
        {"id": letter, "text": option.text.text, "why": option.why.text}
        for letter, option in zip(LETTERS, column, strict=False)
    ]
    key = [
        f"{at}-{LETTERS[column.index(option)]}" for at, option in enumerate(item.options, start=1)
    ]
    return {"left": left, "options": right, "key": key}


def _judged(option: Option, verdict: Verdict) -> dict[str, object]:
    return {
        "answer": option.text.text,
        "true": verdict.truth,
        "clause": verdict.clause.address if verdict.clause else None,
        "version": verdict.clause.version if verdict.clause else None,
        "because": verdict.because.text,
        "from": option.clause.address if option.clause else None,
    }
