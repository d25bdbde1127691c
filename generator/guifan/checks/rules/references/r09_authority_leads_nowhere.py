"""R09: a post that may grant so much and no more, where nobody may grant the rest."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.role import Authority, Role
from guifan.language.quantities import Money
from guifan.proof.told import how_much

CAPS = ("per_case", "per_customer", "per_year")
"""The amounts of an authority, from the narrowest."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at where every capped authority sends what goes beyond it."""
    for role in corpus.of(Role):
        for at, authority in enumerate(role.authority):
            if authority.per_case is not None:
                yield _fault(corpus, role, at, authority, authority.per_case)


def _fault(corpus: Corpus, role: Role, at: int, authority: Authority, cap: Money) -> Match | None:
    facts: dict[str, object] = {"post": role.title, "what": authority.what, "cap": how_much(cap)}
    if authority.beyond is None:
        return Match(Place(role.id, ("authority", at, "per_case")), "nowhere", facts)
    higher = corpus.one(Role, authority.beyond)
    if higher is None:
        return None
    facts["higher"] = higher.title
    place = Place(role.id, ("authority", at, "beyond"))
    theirs = next((one for one in higher.authority if one.id == authority.id), None)
    if theirs is None:
        return Match(place, "none", facts, (Place(higher.id, ("id",)),))
    if theirs.per_case is None or theirs.per_case > cap:
        return None
    # Of a post of a higher rank that may grant less, R11 says so.
    if theirs.per_case == cap or higher.rank <= role.rank:
        facts["theirs"] = how_much(theirs.per_case)
        where = Place(higher.id, ("authority", higher.authority.index(theirs), "per_case"))
        return Match(place, "no-more", facts, (where,))
    return None


RULE = Rule(
    code="R09",
    name="authority-leads-nowhere",
    severity=Severity.ERROR,
    finds=Wording(
        zh="岗位的权限有上限，超出上限却没有人可以决定，或者接手的岗位也定不了更多。",
        en=(
            "A post's authority has a cap, but nobody may decide beyond it, or the post that takes "
            "over may grant no more."
        ),
    ),
    why=Wording(
        zh="客户该得的超出了经办岗的权限，就要有人能定；转来转去都定不了，客户只会越等越气。",
        en=(
            "If what a customer is owed exceeds what the agent may grant, somebody must be able to "
            "decide; if the case goes round and nobody can, the customer only gets angrier."
        ),
    ),
    messages={
        "nowhere": Wording(
            zh=(
                "{post}的“{what}”每件上限 {cap}，没有写超出的转给谁。请在“超出转”（beyond）里写明"
                "由哪个岗位决定。"
            ),
            en=(
                "{post} may grant “{what}” up to {cap} a case, but nothing says who decides beyond "
                "that. Name the post under “beyond”."
            ),
        ),
        "none": Wording(
            zh=(
                "{post}的“{what}”每件上限 {cap}，超出转{higher}，而{higher}没有这一项权限。请给"
                "{higher}写上这一项，或者改转别的岗位。"
            ),
            en=(
                "{post} may grant “{what}” up to {cap} a case and passes larger cases to {higher}, "
                "which has no such authority. Give {higher} that authority, or name another post."
            ),
        ),
        "no-more": Wording(
            zh=(
                "{post}的“{what}”每件上限 {cap}，超出转{higher}，而{higher}的上限只有 {theirs}。"
                "请提高{higher}的上限，或者改转别的岗位。"
            ),
            en=(
                "{post} may grant “{what}” up to {cap} a case and passes larger cases to {higher}, "
                "which may grant only {theirs}. Raise that cap, or name another post."
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
    per_case: 500 元
    beyond: duty-manager
            ^^^^^^^^^^^^
--- standards/manager.yaml
kind: role
id: duty-manager
title: 值班经理
unit: service-department
rank: 3
mission: 让全天顺畅
duties: [处理当班上报的事]
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
    check=check,
)
