"""T27: a procedure whose promise runs between other events than its steps bring about."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.event import Event
from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof.procedures.clocked import Clocked, clocked, ended_twice


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Follow the clock of every promise through its procedure, then each event of the steps."""
    for one in clocked(corpus):
        yield _against(corpus, one)
    for procedure in corpus.of(Procedure):
        pairs = list(ended_twice(procedure))
        yield from (_twice(corpus, procedure, *pair) for pair in pairs)
        if not pairs:
            yield None


def _against(corpus: Corpus, one: Clocked) -> Match | None:
    if one.is_reversed:
        return _match(corpus, one, "reversed", Place(one.limit.id, ("from",)))
    if one.starts_apart:
        return _match(corpus, one, "starts", Place(one.procedure.id, ("promise",)))
    if one.stops_apart:
        field = "promise_to" if one.procedure.promise_to and one.is_stopped else "promise"
        return _match(corpus, one, "stops", Place(one.procedure.id, (field,)))
    return None


def _match(corpus: Corpus, one: Clocked, key: str, place: Place) -> Match:
    at = one.procedure.steps.index(one.last)
    facts = {
        "title": one.procedure.title,
        "limit": one.limit.title,
        "starts": _title(corpus, one.procedure.starts),
        "from": _title(corpus, one.limit.from_),
        "to": _title(corpus, one.limit.to),
        "step": one.last.title,
    }
    of_limit = Place(one.limit.id, ("from",)), Place(one.limit.id, ("to",))
    named = "ends" if one.last.ends else "id"
    start = (of_limit[0], Place(one.procedure.id, ("starts",)))
    stop = (of_limit[1], Place(one.procedure.id, ("steps", at, named)))
    places = {"reversed": (*start, *stop), "starts": start, "stops": stop}[key]
    return Match(place, key, facts, tuple(other for other in places if other != place))


def _title(corpus: Corpus, event: str | None) -> str:
    found = corpus.one(Event, event)
    return found.title if found else event or ""


def _twice(corpus: Corpus, procedure: Procedure, step: Step, again: Step) -> Match:
    first, second = (
        Place(procedure.id, ("steps", procedure.steps.index(one), "ends")) for one in (step, again)
    )
    facts = {
        "title": procedure.title,
        "first": step.title,
        "second": again.title,
        "event": _title(corpus, step.ends),
    }
    return Match(first, "twice", facts, (second,))


_STEPS = """\
--- standards/event.yaml
kind: event
id: cause-found
title: 查明原因
happens: 调查结论写进工单的时刻
evidence: 工单「查明时间」字段
--- standards/limits.yaml
kind: limit
id: answer-time
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
starts: complaint-received
promise: answer-time
{promise_to}steps:
  - id: investigate
    title: 查明
    do: 查清经过
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    ends: cause-found
  - id: answer
    title: 答复
    do: 把结论告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    ends: complaint-answered
"""

RULE = Rule(
    code="T27",
    name="promise-on-another-clock",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程从一件事开始、到一件事做完，它的承诺时限却从别的事起算、停在别的事；或者前后两步"
        "都说做完时发生同一件事。",
        en=(
            "A procedure that starts and ends with one pair of events and promises a limit between "
            "others; or two steps, one after the other, that both end in the same event."
        ),
    ),
    why=Wording(
        zh=(
            "承诺的表和流程的步骤要量同一段：从同一刻起，到同一刻止。错开了，按时率照样好看，"
            "客户等的那一段却没有人在量。"
        ),
        en=(
            "The clock of a promise and the steps of its procedure must measure the same stretch. "
            "Where they are apart the rate still looks good, and nobody measures the time that the "
            "customer waits."
        ),
    ),
    messages={
        "reversed": Wording(
            zh=(
                "“{limit}”从“{from}”起算、到“{to}”为止，流程“{title}”却是从“{to}”开始、做到“{from}”"
                "：起点和终点写反了。请把两个事件对调。"
            ),
            en=(
                "“{limit}” runs from “{from}” to “{to}”, but the procedure “{title}” goes from "
                "“{to}” to “{from}”: the two events of the limit stand the wrong way round. "
                "Exchange them."
            ),
        ),
        "starts": Wording(
            zh=(
                "流程“{title}”从“{starts}”开始，它的承诺时限“{limit}”却从“{from}”起算。请改成从"
                "“{starts}”起算的时限；从中间某一步起算的，写明“承诺起自”（promise_from）。"
            ),
            en=(
                "The procedure “{title}” starts with “{starts}”, but its promise “{limit}” runs "
                "from “{from}”. Promise a limit that runs from “{starts}”, or name the step from "
                "which it runs under “promise_from”."
            ),
        ),
        "stops": Wording(
            zh=(
                "流程“{title}”的承诺做到“{step}”这一步为止，承诺时限“{limit}”的终点却是“{to}”，"
                "不是这一步完成时发生的事。请把“承诺止于”（promise_to）改成以“{to}”完成的那一步，"
                "或者改这一步的“完成事件”（ends）。"
            ),
            en=(
                "The promise of “{title}” is measured up to the step “{step}”, but the limit "
                "“{limit}” stops at “{to}”, which is not what that step ends in. Let “promise_to” "
                "name the step that ends in “{to}”, or correct what this step ends in (“ends”)."
            ),
        ),
        "twice": Wording(
            zh=(
                "流程“{title}”的“{first}”和它后面的“{second}”都写着完成时发生“{event}”。同一件事"
                "只发生一次，时限不知道停在哪一步。请删去写错的那一处“完成事件”（ends）。"
            ),
            en=(
                "In “{title}”, both “{first}” and “{second}”, which comes after it, are said to "
                "end in “{event}”. It happens once, so no limit knows at which step to stop. "
                "Delete the wrong one of the two (“ends”)."
            ),
        ),
    },
    bad=Example(
        _STEPS.format(
            promise_to="promise_to: investigate\n            ^^^^^^^^^^^\n",
        )
    ),
    mended=Example(_STEPS.format(promise_to="promise_to: answer\n")),
    check=check,
)
