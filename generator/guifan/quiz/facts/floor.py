"""What the law asks at least."""

from collections.abc import Iterator

from guifan.language.kinds.limit import Limit
from guifan.language.kinds.regulation import Creditor, Edition, Regulation, Status, Verification
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    kept: dict[str, list[Limit]] = {}
    for limit in ground.corpus.of(Limit):
        if limit.floor:
            kept.setdefault(limit.floor, []).append(limit)
    for law in ground.corpus.of(Regulation):
        editions = {one.id: one for one in law.editions}
        articles = {one.id: one for one in law.articles}
        for floor in law.floors if ground.in_force(law) else ():
            article = articles.get(floor.article)
            edition = editions.get(article.edition) if article else None
            own = kept.get(f"{law.id}.{floor.id}", ())
            verified = floor.verification is not Verification.MEM
            if not (own and verified and edition and _is_law(ground, edition)):
                continue
            if floor.owed_to is Creditor.OTHER or article is None:
                continue
            shown = ground.quantity(law, floor.value)
            template = _("《{law}》{article}：{title}，{value}。")
            said = say(
                template, law=law.short, article=article.number, title=floor.title, value=shown
            )
            name = f"{law.id}.{floor.id}"
            clause = ground.clause(law, floor.id)
            roles = ground.posts(role for limit in own for role in ground.bound_by(limit))
            source = (law, floor, tuple(own))
            yield Fact("floor", name, name, floor.value, clause, roles, said, shown, source)


def _is_law(ground: Ground, edition: Edition) -> bool:
    """Whether an edition is law on the day."""
    begun = edition.effective is not None and edition.effective <= ground.day
    over = edition.until is not None and edition.until < ground.day
    return edition.status is Status.ISSUED and begun and not over


SORT = Sort("floor", _facts)
