"""What becomes of the service when a customer withdraws consent."""

from collections.abc import Iterator

from guifan.language.kinds.data_item import Withdrawn
from guifan.language.labels import Label
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import right
from guifan.quiz.said import Said, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("withdrawal"):
        wrong = tuple(
            Option(
                Said(Label(one.label).say(_.locale)),
                Claim("withdrawal", fact.name, one),
                False,
                fact.said,
                fact.clause,
            )
            for one in Withdrawn
            if one is not fact.value
        )
        title = base.ground.title(fact.name)
        stem = say(_("客户说不再同意我们用他的「{data}」。撤回以后怎样？"), data=title)
        yield Draft(fact, stem, (right(fact), *wrong))


MODEL = Model("withdrawal", "data", Level.APPLY, Form.SINGLE, 30, _drafts)
