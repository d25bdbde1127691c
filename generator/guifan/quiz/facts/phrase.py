"""Whether a phrase may be said: what the standard recommends, and what it forbids."""

from collections.abc import Iterable, Iterator

from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Never, Norm
from guifan.language.model import Item
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    for norm in ground.corpus.of(Norm):
        if ground.in_force(norm):
            roles = ground.posts(norm.binds.roles)
            yield from _spoken(ground, norm, roles, norm.never)
            for at, line in enumerate(norm.say):
                yield _one(ground, norm, roles, f"say-{at + 1}", ground.text(norm, line), None)
    for message in ground.corpus.of(Message):
        if ground.in_force(message):
            yield from _spoken(ground, message, ground.bound_at(message.place), message.never)


def _spoken(
    ground: Ground, item: Item, roles: tuple[str, ...], nevers: Iterable[Never]
) -> Iterator[Fact]:
    for at, never in enumerate(nevers, start=1):
        yield _one(ground, item, roles, f"never-{at}", ground.text(item, never.phrase), never)
        yield _one(ground, item, roles, f"instead-{at}", ground.text(item, never.instead), None)


def _one(
    ground: Ground,
    item: Item,
    roles: tuple[str, ...],
    part: str,
    text: Said,
    never: Never | None,
) -> Fact:
    _ = ground.words
    title = ground.title(item.id)
    if never is None:
        said = say(_("「{title}」推荐这样说。"), title=title)
    else:
        instead = ground.text(item, never.instead)
        said = say(_("「{title}」不许这样说，改说：{instead}"), title=title, instead=instead)
        if never.why:
            said = say("{said}（{why}）", said=said, why=ground.text(item, never.why))
    clause = ground.clause(item)
    name = f"{item.id}.{part}"
    return Fact("phrase", name, text.text, never is None, clause, roles, said, text, (item, never))


SORT = Sort("phrase", _facts)
