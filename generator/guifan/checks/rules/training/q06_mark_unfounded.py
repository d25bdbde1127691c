"""Q06: a situation to practise on marks as right or wrong what its clause does not."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.proof.people.situations import Doubt, doubts


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every mark of every situation, and at every line that is left unmarked."""
    for doubt in doubts(corpus):
        yield _match(corpus, doubt) if doubt.fault else None


def _match(corpus: Corpus, doubt: Doubt) -> Match:
    assert doubt.fault is not None
    clause = corpus.get(doubt.clause)
    facts = {"clause": clause.title if clause else doubt.clause, "phrase": doubt.phrase}
    related = (Place(doubt.clause, ()),) if clause else ()
    return Match(Place(doubt.situation.id, doubt.path), doubt.fault.value, facts, related)


_REPLIES = """\
kind: norm
id: do-not-rush
title: 不催客户
rule: 员工不得打断客户
modal: must-not
binds: {{roles: [hotline-agent]}}
aspect: behavioural
result: process
dimension: responsiveness
never:
  - phrase: 您说重点行不行
    instead: 您慢慢说，我都记着
check: [听录音]
--- standards/situation.yaml
kind: situation
id: old-customer-situation
title: 老人报障
roles: [hotline-agent]
situation: 老人打进热线，从头讲起。
turns:
  - {{id: tells, who: customer, says: 我家那个电视啊，还是前年装的……}}
replies:
  - id: rushes
    says: {phrase}，后面还有人
    clause: do-not-rush
    phrase: {phrase}
{carets}    why: 打断了客户
  - {{id: waits, says: 您慢慢说，我听着呢, right: 是, clause: do-not-rush, why: 让他讲完}}
  - {{id: guesses, says: 是不是没有信号, clause: do-not-rush, why: 没有听完就替他说}}
"""

RULE = Rule(
    code="Q06",
    name="mark-unfounded",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "情景里标的对错，所依据的条款不支持：条款里没有那一句禁用语，条款不管这个岗位或渠道，"
            "或者没有标错的话里有禁用语。"
        ),
        en=(
            "A situation whose marks its clauses do not support: the phrase is not forbidden "
            "there, the clause does not bind that post or channel, or a line that is not marked "
            "contains a phrase that must not be said."
        ),
    ),
    why=Wording(
        zh="情景会变成考题。标错了一处，照标准答的人反而被判错，练的人学到的是错的。",
        en=(
            "Situations become questions. One wrong mark, and whoever answers by the standard is "
            "told that he is wrong, and those who practise learn the wrong thing."
        ),
    ),
    messages={
        "not-forbidden": Wording(
            zh="“{clause}”的禁用语里没有“{phrase}”这一句。请照那里的原文写，或者删去这一行。",
            en=(
                "“{phrase}” is not among the phrases that “{clause}” forbids. Copy one from there "
                "word for word, or delete this line."
            ),
        ),
        "post-not-bound": Wording(
            zh="“{clause}”不管这个情景里的岗位，说不上谁违反。请换成管这个岗位的条目，或者改“对象”。",
            en=(
                "“{clause}” does not bind the posts of this situation, so nobody here can break "
                "it. Name a clause that does, or change “roles”."
            ),
        ),
        "channel-not-bound": Wording(
            zh="“{clause}”只在别的渠道适用。请换成在这里适用的条目，或者改“渠道”。",
            en=(
                "“{clause}” applies only in other channels. Name a clause that applies here, or "
                "change “channel”."
            ),
        ),
        "forbidden-unmarked": Wording(
            zh="这一句没有标错，里面却有“{clause}”的禁用语“{phrase}”。请改说，或者标上违反。",
            en=(
                "This line is not marked as wrong, but contains “{phrase}”, which “{clause}” "
                "forbids. Reword it, or mark it."
            ),
        ),
    },
    bad=Example(_REPLIES.format(phrase="您说快点行吗", carets="            ^^^^^^\n")),
    mended=Example(_REPLIES.format(phrase="您说重点行不行", carets="")),
    check=check,
    apart=always,
)
