"""What is done in a case in which a norm does not hold."""

from collections.abc import Iterator

from guifan.language.kinds.norm import Norm
from guifan.quiz.fact import Fact
from guifan.quiz.facts._slips import slips
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, say
from guifan.quiz.sort import Sort

_CASE = "的，"
"""What ends the case in a sentence such as 证照正在换发的，先按旧证照归类."""


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for norm in ground.corpus.of(Norm):
        for at, line in enumerate(norm.exceptions if ground.in_force(norm) else (), start=1):
            whole = ground.text(norm, line)
            case, split, then = whole.text.partition(_CASE)
            if not split or "；" in then or _CASE in then:
                continue  # it tells several cases apart, or none from what is done in it
            said = say(_("「{norm}」的例外：{whole}"), norm=ground.title(norm.id), whole=whole)
            # 没有例外；客户自愿转作预存的，…: what stands before the case is no part of it.
            case = case.rpartition("；")[2]
            value = Said(then.rstrip("。"), whole.rests)
            roles = ground.posts(norm.binds.roles)
            name = f"{norm.id}.{at}"
            source = (norm, Said(case, whole.rests), slips(ground, norm, line))
            clause = ground.clause(norm)
            yield Fact("exception", name, name, value, clause, roles, said, value, source)


SORT = Sort("exception", _facts)
