"""R11: amounts of an authority that do not agree with each other, or not with rank."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from guifan.checks.rules.references.r09_authority_leads_nowhere import CAPS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.role import Authority, Role
from guifan.language.quantities import Money
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare the amounts of each authority, then those of higher posts in the same line."""
    for role in corpus.of(Role):
        for at, authority in enumerate(role.authority):
            above = list(_against_higher(corpus, role, at, authority))
            yield from above
            too_much = {match.place.path[-1] for match in above if match is not None}
            yield from _within(role, at, authority, too_much)


def _within(
    role: Role, at: int, authority: Authority, too_much: Collection[object]
) -> Iterator[Match | None]:
    """An amount a case is not over that a month, nor that over the year's.

    One that is over what a higher post may grant is the fault, and is said.
    """
    given = [(name, money) for name in CAPS if (money := getattr(authority, name)) is not None]
    for (narrow, less), (wide, more) in pairwise(given):
        if less <= more or narrow in too_much:
            yield None
            continue
        facts: dict[str, object] = {"post": role.title, "what": authority.what}
        facts |= _amounts(authority, narrow, less, "narrow") | _amounts(
            authority, wide, more, "wide"
        )
        related = (Place(role.id, ("authority", at, narrow)),)
        yield Match(Place(role.id, ("authority", at, wide)), "caps", facts, related)


def _against_higher(
    corpus: Corpus, role: Role, at: int, authority: Authority
) -> Iterator[Match | None]:
    """A higher post grants no less of the same thing: each amount once, against the nearest."""
    found: dict[str, Match] = {}
    for higher in sorted(corpus.of(Role), key=lambda one: one.rank):
        theirs = next((one for one in higher.authority if one.id == authority.id), None)
        if theirs is None or higher.rank <= role.rank:
            continue
        for name in CAPS:
            own, other = getattr(authority, name), getattr(theirs, name)
            if own is None or other is None:
                continue
            if own <= other:
                yield None
                continue
            facts: dict[str, object] = {"post": role.title, "what": authority.what}
            facts["higher"] = higher.title
            facts |= _amounts(authority, name, own, "own") | _amounts(theirs, name, other, "other")
            where = Place(higher.id, ("authority", higher.authority.index(theirs), name))
            first = found.setdefault(
                name, Match(Place(role.id, ("authority", at, name)), "rank", facts)
            )
            found[name] = replace(first, related=(*first.related, where))
    yield from found.values()


_ENGLISH = {
    "per_case": "per case",
    "per_customer": "per customer a month",
    "per_year": "per customer a year",
}


def _amounts(authority: Authority, name: str, money: Money, slot: str) -> dict[str, object]:
    label = Wording(zh=authority.label(name), en=_ENGLISH[name])
    return {slot: how_much(money), f"{slot}_name": label}


RULE = Rule(
    code="R11",
    name="authority-against-rank",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同一项权限里，职级高的岗位反而能定得少，或者每件、每月、每年的上限互相矛盾。",
        en=(
            "Under one authority, a higher post may grant less than a lower one, or the caps per "
            "case, month and year contradict each other."
        ),
    ),
    why=Wording(
        zh="上一级定得比下一级少，升级就没有意义；每年的上限比一件的还低，一件都给不足。",
        en=(
            "If the next post up may grant less, escalating is pointless; if the cap for a year is "
            "below the cap for a case, not even one case can be granted in full."
        ),
    ),
    messages={
        "caps": Wording(
            zh=(
                "{post}的“{what}”：{narrow_name} {narrow}，比{wide_name} {wide}还高。请让范围大的不"
                "低于范围小的。"
            ),
            en=(
                "For “{what}” of {post}, the cap of {narrow} {narrow_name} is above that of {wide} "
                "{wide_name}. The wider cap may not be lower: correct one of them."
            ),
        ),
        "rank": Wording(
            zh=(
                "{post}的“{what}”{own_name}是 {own}，职级更高的{higher}{other_name}只有 {other}。"
                "请让职级高的不低于职级低的。"
            ),
            en=(
                "For “{what}”, {post} may grant {own} {own_name}, but {higher}, which ranks above "
                "it, only {other} {other_name}. Let the higher post grant at least as much."
            ),
        ),
    },
    bad=Example("""\
--- standards/leader.yaml
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
mission: 让当班顺畅
duties: [指导当班客服代表]
authority:
  - id: compensation
    what: 话费补偿
    per_case: 100 元
    per_customer: 50 元
                  ^^^^
    beyond: duty-manager
--- standards/manager.yaml
kind: role
id: duty-manager
title: 值班经理
unit: service-department
rank: 3
mission: 让全天顺畅
duties: [处理当班上报的事]
authority:
  - id: compensation
    what: 话费补偿
"""),
    mended=Example("""\
--- standards/leader.yaml
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
mission: 让当班顺畅
duties: [指导当班客服代表]
authority:
  - id: compensation
    what: 话费补偿
    per_case: 100 元
    per_customer: 200 元
    beyond: duty-manager
"""),
    check=check,
)
