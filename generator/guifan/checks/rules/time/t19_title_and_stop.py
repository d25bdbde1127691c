"""T19: a limit whose title names one end and whose clock stops at another."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.proof.limits.titles import moment, stops_elsewhere, whole_title


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare the name at the end of a title with the event at which the clock stops."""
    for limit in corpus.of(Limit):
        stop = corpus.one(Event, limit.to)
        if moment(limit) and stop is not None:
            yield _match(corpus, limit, stop) if stops_elsewhere(corpus, limit) else None


def _match(corpus: Corpus, limit: Limit, stop: Event) -> Match:
    named = moment(limit)
    facts = {"title": limit.title, "verb": named, "stop": stop.title}
    start = corpus.one(Event, limit.from_)
    titles = {whole_title(limit), named}
    meant = [one.id for one in corpus.of(Event) if one.title in titles and one is not start]
    suggestion = Suggestion(meant[0], others=tuple(meant[1:])) if meant else None
    return Match(
        Place(limit.id, ("to",)),
        "elsewhere",
        facts,
        (Place(limit.id, ("title",)), Place(stop.id, ("title",))),
        suggestion,
    )


RULE = Rule(
    code="T19",
    name="title-and-stop",
    severity=Severity.ERROR,
    finds=Wording(
        zh="时限的名称说的是一个时刻，时钟却停在另一个事件。",
        en="The title of a limit names one moment, and its clock stops at another.",
    ),
    why=Wording(
        zh=(
            "受理、首次联系、答复、办结、归档、回访是不同的时刻。名称写“办结”，时钟停在“答复”，"
            "客户等的是一件事，我们统计的是另一件事，达标率再高也没有用。"
        ),
        en=(
            "To receive, first contact, answer, resolve, archive and call back are different "
            "moments. Where the title says resolved and the clock stops at the answer, the customer"
            " waits for one thing and we measure another."
        ),
    ),
    messages={
        "elsewhere": Wording(
            zh=(
                "“{title}”说的是“{verb}”，时钟却停在“{stop}”。"
                "请把终点改成“{verb}”的事件，或者改名称。"
            ),
            en=(
                "“{title}” speaks of “{verb}”, but its clock stops at “{stop}”. Let it stop at the "
                "event of “{verb}”, or change the title."
            ),
        ),
    },
    bad=Example("""\
--- standards/resolved.yaml
kind: event
id: complaint-resolved
title: 办结
happens: 客户收到处理结果并确认的时刻
evidence: 工单「办结时间」字段
--- standards/limits.yaml
kind: limit
id: complaint-resolve
title: 投诉办结
within: 7 个工作日
from: complaint-received
to: complaint-answered
    ^^^^^^^^^^^^^^^^^^
calendar: office
explains: 客户确认了处理结果，才是【complaint-resolved】。
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-resolve
title: 投诉办结
within: 7 个工作日
from: complaint-received
to: complaint-resolved
calendar: office
"""),
    check=check,
)
