"""Which word has a meaning, to be written."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import right
from guifan.quiz.models.word import described, written_out
from guifan.quiz.said import say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("word"):
        if not written_out(fact):
            continue
        means = described(base, fact)
        if means is None:
            yield Gap(fact, "answer-in-stem")
        else:
            word = fact.value_said.text
            # With its first letter there is one word that fits, not any of the same sense.
            template = _("{means}这叫「{first}______」。（填整个词，{letters} 个字）")
            stem = say(template, means=means, first=word[0], letters=len(word))
            yield Draft(fact, stem, (right(fact),))


MODEL = Model("word-written", "word", Level.REMEMBER, Form.FILL_IN, 25, _drafts, classifies=True)
