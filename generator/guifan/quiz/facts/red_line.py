"""Whether breaking a norm is a red line."""

from collections.abc import Iterator

from guifan.language.kinds.norm import Norm
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    texts = {True: _("「{norm}」是红线，违反一次就一票否决。"), False: _("「{norm}」不是红线。")}
    for norm in ground.corpus.of(Norm):
        if ground.in_force(norm):
            said = say(texts[norm.red_line], norm=ground.title(norm.id))
            rule = ground.text(norm, norm.rule)
            roles = ground.posts(norm.binds.roles)
            clause = ground.clause(norm)
            yield Fact("red-line", norm.id, norm.id, norm.red_line, clause, roles, said, rule, norm)


SORT = Sort("red-line", _facts)
