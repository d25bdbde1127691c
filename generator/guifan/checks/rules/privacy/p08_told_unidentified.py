"""P08: data of an account told or changed before it is known who asks."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.channel import Channel, Strength
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof.procedures.identity import Disclosure, Kept, checks, disclosures, kept


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at what steps tell, at how they check, and at what emergencies leave of it."""
    for one in disclosures(corpus):
        yield _told(one)
    for procedure, step, best in checks(corpus):
        yield _unfit(procedure, step, best) if best else None
    for kept_or_not in kept(corpus):
        yield _dropped(kept_or_not, kept_or_not.dropped) if kept_or_not.dropped else None


def _told(one: Disclosure) -> Match | None:
    if one.fault is None:
        return None
    steps = one.procedure.steps
    facts: dict[str, object] = {"title": one.procedure.title, "step": one.step.title}
    facts |= {"wants": _strength(one.wants), "way": " → ".join(step.title for step in one.way)}
    related: tuple[Place, ...] = ()
    if one.other is not None:
        related = (Place(one.procedure.id, ("steps", steps.index(one.other), "identifies")),)
        facts |= {"other": one.other.title, "has": _strength(one.other.identifies)}
    if one.channel is not None:
        related = (Place(one.channel.id, ("identity",)),)
        facts |= {"channel": one.channel.title, "has": _strength(one.channel.identity)}
    place = Place(one.procedure.id, ("steps", steps.index(one.step), "discloses"))
    return Match(place, one.fault.value, facts, related)


def _unfit(procedure: Procedure, step: Step, best: Channel) -> Match:
    facts: dict[str, object] = {"title": procedure.title, "step": step.title}
    facts |= {"channel": best.title, "has": _strength(best.identity)}
    facts["wants"] = _strength(step.identifies)
    place = Place(procedure.id, ("steps", procedure.steps.index(step), "identifies"))
    return Match(place, "method", facts, (Place(best.id, ("identity",)),))


def _dropped(one: Kept, everyday: Norm) -> Match:
    """One finding for a norm, with the playbooks that are left without a check by it."""
    facts: dict[str, object] = {"title": one.item.title, "everyday": everyday.title}
    facts["wants"] = _strength(everyday.identity)
    under = (Place(each.id, ("surge",)) for each in one.playbooks)
    related = (Place(everyday.id, ("identity",)), *under)
    if isinstance(one.item, Norm):
        facts["has"] = _strength(one.item.identity)
    key = _DROPPED[str(one.path[0])] if isinstance(one.item, Norm) else "playbook"
    return Match(Place(one.item.id, one.path), key, facts, related)


_DROPPED = {"surge": "surge", "identity": "weak"}
"""What is said of a norm, by the field that drops the check."""

_ENGLISH = {
    Strength.NONE: "no check",
    Strength.PASSWORD: "password or code",
    Strength.DOCUMENT: "original document",
    Strength.DOCUMENT_AND_FACE: "original document and face",
}


def _strength(strength: Strength | None) -> Wording:
    found = strength or Strength.NONE
    return Wording(zh=found.label, en=_ENGLISH[found])


RULE = Rule(
    code="P08",
    name="told-unidentified",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "流程里有一条路，没有核身就能走到说出或改动客户资料的步骤；或者核身的办法在这个渠道"
            "做不到；或者应急时把核身省掉了。"
        ),
        en=(
            "A way through a procedure that reaches customer data before the customer's identity "
            "is checked; a check that the channel cannot carry out; or an emergency that drops the "
            "check."
        ),
    ),
    why=Wording(
        zh=(
            "冒充机主的人，找的就是可以绕过核身的那条路：换一个渠道打，挑系统瘫痪那天来。账单、"
            "详单一旦说出去就收不回来，告诉了谁也查不清。"
        ),
        en=(
            "Someone posing as the customer looks for the way around the check: another channel, "
            "or the day the systems are down. A bill once read out cannot be taken back, and "
            "nobody can trace who heard it."
        ),
    ),
    messages={
        "never": Wording(
            zh=(
                "“{title}”的“{step}”要先核身到“{wants}”，而前面没有一步核身。请在它前面加一步"
                "核身，或者写明开始前已核身到哪一级。"
            ),
            en=(
                "“{step}” of “{title}” requires an identity check by “{wants}”, but no step before "
                "it does one. Add a check before it, or say which check has been done before the "
                "procedure starts."
            ),
        ),
        "weaker": Wording(
            zh=(
                "“{title}”的“{step}”要先核身到“{wants}”，而“{other}”只核到“{has}”。请核到要求的"
                "那一级，或者请客户换渠道。"
            ),
            en=(
                "“{step}” of “{title}” requires an identity check by “{wants}”, but “{other}” only "
                "checks by “{has}”. Check to the required level, or send the customer to another "
                "channel."
            ),
        ),
        "around": Wording(
            zh=(
                "“{title}”的“{step}”要先核身到“{wants}”，而这样走不经过核身：{way}。请让这条路"
                "先到“{other}”。"
            ),
            en=(
                "“{step}” of “{title}” requires an identity check by “{wants}”, but this way "
                "reaches it without one: {way}. Lead this way through “{other}” first."
            ),
        ),
        "channel": Wording(
            zh=(
                "“{title}”的“{step}”要先核身到“{wants}”，而它适用的{channel}最多核到“{has}”。请从"
                "渠道里去掉{channel}，并写明请客户到哪里办。"
            ),
            en=(
                "“{step}” of “{title}” requires an identity check by “{wants}”, but {channel}, "
                "where it applies, can check by “{has}” at most. Take that channel out, and say "
                "where the customer should go instead."
            ),
        ),
        "method": Wording(
            zh=(
                "“{title}”的“{step}”要核身到“{wants}”，而它适用的渠道里最强的{channel}也只能核到"
                "“{has}”。请改用渠道做得到的办法，或者请客户换渠道。"
            ),
            en=(
                "“{step}” of “{title}” checks identity by “{wants}”, but even {channel}, the "
                "strongest of its channels, can check only by “{has}”. Use a method the channel "
                "allows, or send the customer to another channel."
            ),
        ),
        "surge": Wording(
            zh=(
                "“{title}”在应急时代替“{everyday}”，却没有照样要求核身到“{wants}”。请写上同样的"
                "核身要求，或者不代替那一条。"
            ),
            en=(
                "“{title}” replaces “{everyday}” in an emergency but does not require the same "
                "identity check, “{wants}”. Add the same requirement, or do not replace that norm."
            ),
        ),
        "weak": Wording(
            zh=(
                "“{title}”在应急时只核到“{has}”，而平时按“{everyday}”至少核到“{wants}”，用它的预案"
                "里又没有别的条款保留核身。请写上同样的核身要求。"
            ),
            en=(
                "In an emergency “{title}” checks by “{has}” only, but “{everyday}” always asks "
                "for “{wants}” at least, and no other norm of the playbooks that use it keeps the "
                "check. Ask for the same check."
            ),
        ),
        "playbook": Wording(
            zh=(
                "“{title}”的应急替代条款里没有一条保留核身（平时是“{everyday}”，核到“{wants}”）。"
                "请加上应急时照样核身的条款。"
            ),
            en=(
                "None of the emergency norms of “{title}” keeps the identity check (normally "
                "“{everyday}”, by “{wants}”). Add one that keeps the check during the emergency."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: bill-inquiry
title: 账单查询
about: 客户来问账单
steps:
  - id: ask
    title: 问清月份
    do: 问客户要查哪个月
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    branches:
      - {when: 本机来电, to: read}
      - {when: 别的号码来电, to: identify, otherwise: 是}
  - id: identify
    title: 核验身份
    do: 请客户按键输入服务密码
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    identifies: password
  - id: read
    title: 念账单
    do: 念出每一笔费用
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    discloses: password
               ^^^^^^^^
"""),
    mended=Example("""\
kind: procedure
id: bill-inquiry
title: 账单查询
about: 客户来问账单
steps:
  - id: ask
    title: 问清月份
    do: 问客户要查哪个月
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: identify
    title: 核验身份
    do: 请客户按键输入服务密码
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    identifies: password
  - id: read
    title: 念账单
    do: 念出每一笔费用
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    discloses: password
"""),
    check=check,
)
