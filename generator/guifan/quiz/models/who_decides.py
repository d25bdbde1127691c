"""Who decides a sum: the first post upwards that may, by the case and by the month."""

from collections.abc import Iterator
from decimal import Decimal

from guifan.language.kinds.role import Authority, Role
from guifan.language.quantities import Money
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.facts.authority import matching
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import ENOUGH
from guifan.quiz.said import Said, say

_MOST = 4
"""How many posts are shown."""

_SMALL = 100
"""Up to how many yuan sums are round to five."""


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("authority"):
        chain = tuple(_chain(base, *fact.source))
        least = Decimal(0)
        for at, (_role, authority) in enumerate(chain[:_MOST]):
            if authority.per_case is None:
                break
            amount = _round(least, authority.per_case.value)
            yield _draft(base, fact, chain, amount, Decimal(0), f"to-{at + 1}")
            least = authority.per_case.value
        own = fact.source[1]
        if own.per_customer is not None and len(chain) > 1:
            amount = own.per_case.value
            before = own.per_customer.value - amount / 2
            yield _draft(base, fact, chain, amount, before, "month")


def _chain(base: Base, role: Role, authority: Authority) -> Iterator[tuple[Role, Authority]]:
    """The post and those above it that decide the same matter."""
    met = set()
    here: Role | None = role
    own: Authority | None = authority
    while here is not None and own is not None and here.id not in met:
        yield here, own
        met.add(here.id)
        here = base.ground.corpus.one(Role, own.beyond)
        own = matching(here, own) if here else None


def _round(least: Decimal, most: Decimal) -> Decimal:
    """A round sum well above one limit and not above the next."""
    middle = least + (most - least) * Decimal("0.6")
    step = min(Decimal(5), most) if most <= _SMALL else most / 20
    return max((middle / step).to_integral_value() * step, min(least + step, most))


def _draft(
    base: Base,
    fact: Fact,
    chain: tuple[tuple[Role, Authority], ...],
    amount: Decimal,
    before: Decimal,
    variant: str,
) -> Draft | Gap:
    _ = base.ground.words
    case = (amount, before)
    decides = base.value(fact, case)
    posts = [role for role, _own in chain]
    at = next((n for n, role in enumerate(posts) if role.id == decides), None)
    if at is None or len(posts) <= ENOUGH:
        return Gap(fact, "no-siblings")
    # Which posts are shown beside it is left to the hash, lest its place tell which it is.
    least, last = max(0, at - _MOST + 1), max(0, min(at, len(posts) - _MOST))
    first = least + int(digest(fact.name, variant, "shown"), 16) % (last - least + 1)
    options = tuple(
        Option(
            _post(base, fact, role),
            Claim("authority", fact.name, role.id, case),
            role.id == decides,
            _why(base, fact, role, own),
            base.ground.clause(role, own.id),
        )
        for role, own in chain[first : first + _MOST]
    )
    had = _("这位客户本月已经补过 {before}") if before else _("这位客户本月没有补过")
    stem = say(
        _("{role}手上一件{what}，责任在我方，材料齐全：这一件要 {amount}，{had}。最低到谁决定？"),
        role=base.ground.title(fact.source[0].id),
        what=fact.source[1].what,
        amount=Money(amount),
        had=had.format(before=Money(before)),
    )
    considered = frozenset(role.id for role in posts)
    return Draft(fact, stem, options, variant, sorted=True, considered=considered)


def _post(base: Base, fact: Fact, role: Role) -> Said:
    """A post as an answer; the one that has the case decides by itself."""
    _ = base.ground.words
    own = role.id == fact.source[0].id
    title = base.ground.title(role.id)
    return say(_("{role}自己就可以"), role=title) if own else title


def _why(base: Base, fact: Fact, role: Role, own: Authority) -> Said:
    _ = base.ground.words
    found = base.get("authority", f"{role.id}.{own.id}")
    return found.said if found else say(_("{role}不设金额上限。"), role=base.ground.title(role.id))


MODEL = Model("who-decides", "authority", Level.APPLY, Form.SINGLE, 45, _drafts)
