"""T12: who reports, refers a case or escalates to a post that does not rank higher."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.ladders import rises
from guifan.proof.people.authority import LADDER, REPORTS, Cause, causes, leads


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Follow every way from one post to the next; one finding for each cause.

    Of two rungs that are swapped T11 says that they do not rise in time.
    """
    found = leads(corpus)
    not_rising = (one for one in rises(corpus, clocks) if one.case) if clocks else ()
    swapped = {Place(one.ladder.id, ("rungs", one.higher, "to")) for one in not_rising}
    for lead in found:
        if lead.rises or lead.place in swapped:
            yield None
    for cause in causes(tuple(lead for lead in found if lead.place not in swapped)):
        yield _match(corpus, cause)


def _match(corpus: Corpus, cause: Cause) -> Match:
    first = cause.leads[0]
    posts = dict.fromkeys(role.id for one in cause.leads for role in (one.lower, one.upper))
    ranks = [Place(name, ("rank",)) for name in posts]
    written = [one.place for one in cause.leads]
    if cause.role is not None:
        place = Place(cause.role.id, ("rank",))
        related = [*written, *(one for one in ranks if one != place)]
        others = [corpus.entries[name].item.title for name in posts if name != cause.role.id]
        facts: Mapping[str, object] = {
            "title": cause.role.title,
            "rank": cause.role.rank,
            "others": listed(f"“{title}”" for title in others),
        }
        return Match(place, "rank", facts, tuple(related))
    facts = {
        "lower": first.lower.title,
        "rank": first.lower.rank,
        "upper": first.upper.title,
        "above": first.upper.rank,
        "title": corpus.entries[first.place.item].item.title,
        "circle": " → ".join(role.title for role in (*cause.circle, *cause.circle[:1])),
    }
    keys = {REPORTS: "reports", LADDER: "rung"}
    key = "circle" if cause.circle else keys.get(first.line, "beyond")
    return Match(first.place, key, facts, (*written[1:], *ranks))


RULE = Rule(
    code="T12",
    name="not-upward",
    severity=Severity.ERROR,
    finds=Wording(
        zh="汇报、超限转办或者升级，没有到职级更高的岗位，或者转了一圈又回来。",
        en="A report, a referral or an escalation leads to no higher rank, or round in a circle.",
    ),
    why=Wording(
        zh=(
            "升级是因为这一级定不了。转给同级或下级，仍然定不了；转一圈回来，没有人定得了，"
            "客户就在几个岗位之间来回等。职级最高的岗位，上面没有人可转。"
        ),
        en=(
            "A case goes up because a post cannot decide it. Its equal or its inferior cannot "
            "either, and a circle means that nobody can, while the customer waits. Above the "
            "highest rank there is nobody to turn to."
        ),
    ),
    messages={
        "reports": Wording(
            zh=(
                "“{lower}”（职级 {rank}）的上级写的是“{upper}”（职级 {above}），职级并不更高。"
                "请改上级，或者改职级。"
            ),
            en=(
                "“{lower}” (rank {rank}) reports to “{upper}” (rank {above}), which does not rank "
                "higher. Change whom it reports to, or the rank."
            ),
        ),
        "beyond": Wording(
            zh=(
                "“{lower}”（职级 {rank}）超出权限时转给“{upper}”（职级 {above}），职级并不更高，"
                "一样定不了。请转给更高的岗位，或者改职级。"
            ),
            en=(
                "“{lower}” (rank {rank}) refers what is beyond its authority to “{upper}” (rank "
                "{above}), which does not rank higher and can no more decide. Refer it to a higher "
                "post, or change the rank."
            ),
        ),
        "rung": Wording(
            zh=(
                "“{title}”里，“{lower}”（职级 {rank}）之后升级到“{upper}”（职级 {above}），"
                "职级并不更高。请让每一级都高于前一级。"
            ),
            en=(
                "In “{title}”, “{lower}” (rank {rank}) is followed by “{upper}” (rank {above}), "
                "which does not rank higher. Make every rung higher than the one before."
            ),
        ),
        "circle": Wording(
            zh="“{lower}”转给“{upper}”，最后又转回来：{circle}。请在职级最高的一个岗位停住。",
            en=(
                "“{lower}” leads to “{upper}” and so back to itself: {circle}. Let it end with the "
                "post of the highest rank."
            ),
        ),
        "rank": Wording(
            zh=(
                "“{title}”的职级是 {rank}，和{others}的上下级都对不上：汇报、转办或升级"
                "没有到更高的职级。请看这个职级是不是写错了。"
            ),
            en=(
                "“{title}” has rank {rank}, which does not fit its place beside {others}: reports, "
                "referrals or escalations lead to no higher rank. See whether the rank is right."
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
reports_to: hotline-agent
            ^^^^^^^^^^^^^
mission: 让当班顺畅
duties: [指导当班客服代表]
"""),
    mended=Example("""\
--- standards/leader.yaml
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
reports_to: duty-manager
mission: 让当班顺畅
duties: [指导当班客服代表]
--- standards/manager.yaml
kind: role
id: duty-manager
title: 值班经理
unit: service-department
rank: 3
mission: 让当天顺畅
duties: [定班长定不了的事]
"""),
    check=check,
)
