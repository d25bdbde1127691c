"""Who decides a matter: the first post, from the one that has the case upwards, that may."""

from collections.abc import Hashable, Iterator
from decimal import Decimal

from guifan.findings import Listed
from guifan.language.kinds.role import Authority, Role
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    for role in ground.corpus.of(Role):
        for authority in role.authority if ground.in_force(role) else ():
            if authority.per_case is not None and authority.beyond:
                name = f"{role.id}.{authority.id}"
                said = _said(ground, role, authority)
                clause = ground.clause(role, authority.id)
                value = authority.per_case
                shown = ground.quantity(role, value)
                source = (role, authority)
                yield Fact("authority", name, name, value, clause, (role.id,), said, shown, source)


def _said(ground: Ground, role: Role, authority: Authority) -> Said:
    _ = ground.words
    assert authority.per_case is not None
    limits = [_("每件不超过 {value}").format(value=authority.per_case)]
    if authority.per_customer is not None:
        limits.append(_("每位客户每月合计不超过 {value}").format(value=authority.per_customer))
    template = _("{role}可以决定的{what}：{limits}。")
    said = Listed(tuple(limits)).say(ground.words.locale)
    return say(template, role=ground.title(role.id), what=authority.what, limits=said)


def _value(ground: Ground, fact: Fact, case: Hashable) -> Hashable:
    """The post that decides an amount, in yuan, for a customer who had another one this month."""
    assert isinstance(case, tuple)
    amount, before = case
    role, authority = fact.source
    met = set()
    while role is not None and authority is not None and role.id not in met:
        if _may(authority, amount, before):
            return str(role.id)
        met.add(role.id)
        role = ground.corpus.one(Role, authority.beyond)
        authority = matching(role, authority) if role else None
    return None


def matching(role: Role, authority: Authority) -> Authority | None:
    """What another post may decide of the same matter."""
    return next((one for one in role.authority if one.id == authority.id), None)


def _may(authority: Authority, amount: Decimal, before: Decimal) -> bool:
    within_case = authority.per_case is None or amount <= authority.per_case.value
    total = amount + before
    return within_case and (authority.per_customer is None or total <= authority.per_customer.value)


SORT = Sort("authority", _facts, _value)
