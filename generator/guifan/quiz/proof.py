"""The proof of a question: every answer is judged, and exactly the declared ones are true."""

from collections.abc import Iterator
from itertools import combinations

from guifan.quiz.base import Base
from guifan.quiz.choosing import shuffled
from guifan.quiz.fact import Claim, Verdict
from guifan.quiz.item import Draft, Form, Item, Model, Option, Refused
from guifan.quiz.said import rests
from guifan.quiz.values import same, same_text


def prove(base: Base, model: Model, draft: Draft, seed: str) -> Item | Refused:
    """Accept a draft as a question, or refuse it with the reason.

    Args:
        base: the facts.
        model: whose draft it is.
        draft: the draft.
        seed: keys the order of the answers.
    """
    name = ".".join(filter(None, (model.name, draft.fact.name, draft.variant)))
    options = draft.options if draft.sorted else shuffled(draft.options, f"{seed} {name}")
    if model.form is Form.ORDERING and options == draft.options:
        options = (*options[1:], options[0])
    verdicts = tuple(base.judge(option.claim) for option in options)
    about, reason = next(_faults(base, model, draft, options, verdicts), ((), ""))
    if reason:
        return Refused(name, model, draft.fact, reason, about, verdicts)
    said = rests((draft.stem, *draft.names, draft.fact.said))
    for option, verdict in zip(options, verdicts, strict=True):
        said |= rests((option.text, option.why, option.of, verdict.because))
    depends = said | draft.considered | {draft.fact.clause.item}
    return Item(
        name,
        model,
        draft.fact,
        draft.stem,
        options,
        verdicts,
        depends,
        draft.names,
        draft.sorted,
    )


_Fault = tuple[tuple[str, ...], str]


def _faults(
    base: Base,
    model: Model,
    draft: Draft,
    options: tuple[Option, ...],
    verdicts: tuple[Verdict, ...],
) -> Iterator[_Fault]:
    """What keeps a draft from being a question, the gravest first."""
    for option, verdict in zip(options, verdicts, strict=True):
        shown = (option.text.text,)
        if verdict.truth is None:
            yield shown, "undecidable"
        elif verdict.truth is not option.right:
            yield shown, "key-false" if option.right else "distractor-true"
    yield from _number(model, options)
    yield from _alike(model, options)
    if model.form is Form.MATCHING:
        yield from _crossed(base, options)
    missing = tuple(name.text for name in draft.names if name.text not in draft.stem.text)
    if missing:
        yield missing, "scope-unnamed"


_RIGHT: dict[Form, tuple[int, int]] = {
    Form.SINGLE: (1, 1),
    Form.TRUE_FALSE: (1, 1),
    Form.NUMERIC: (1, 1),
    Form.FILL_IN: (1, 1),
    Form.MULTIPLE: (2, 6),
    Form.ORDERING: (3, 6),
    Form.MATCHING: (3, 6),
    Form.SHORT_ANSWER: (3, 5),
    Form.CASE_ANALYSIS: (3, 12),
}
"""The least and the most answers that are right, by form."""


def _number(model: Model, options: tuple[Option, ...]) -> Iterator[_Fault]:
    right = sum(option.right for option in options)
    least, most = _RIGHT[model.form]
    if not least <= right <= most:
        yield (), "wrong-number-right"
    if model.form is Form.MULTIPLE and right == len(options):
        yield (), "all-right"
    if model.form is Form.SINGLE and len(options) < _FEWEST:
        yield (), "too-few-answers"


_FEWEST = 3
"""How many answers a question with one right answer has at least."""


def _alike(model: Model, options: tuple[Option, ...]) -> Iterator[_Fault]:
    """Two answers that are one, or that a reader may take for one."""
    for one, other in combinations(options, 2):
        shown = (one.text.text, other.text.text)
        if same_text(*shown) is True:
            yield shown, "texts-equal"
        comparable = one.claim.case == other.claim.case and one.claim.sort == other.claim.sort
        equal = same(one.claim.value, other.claim.value)
        differ = model.form is Form.SINGLE and one.claim.name == other.claim.name
        if comparable and (differ or model.form is Form.ORDERING) and equal is not False:
            yield shown, "values-equal"


def _crossed(base: Base, pairs: tuple[Option, ...]) -> Iterator[_Fault]:
    """A left side that fits the right side of another pair."""
    for one in pairs:
        for other in pairs:
            crossed = Claim(one.claim.sort, one.claim.name, other.claim.value, one.claim.case)
            if one is not other and base.judge(crossed).truth is not False:
                yield (one.text.text, other.text.text), "not-one-to-one"
