"""T03: steps that, each using its whole time, end after a limit that they have to keep."""

from collections.abc import Iterator

from guifan.checks.rules.time.steps import began, blamed, lengths, taken, together
from guifan.corpus.graph import Corpus
from guifan.findings import (
    Example,
    Match,
    Place,
    Rule,
    Severity,
    Suggestion,
    Wording,
    always,
    listed,
)
from guifan.language.kinds.limit import Limit
from guifan.language.quantities import say
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import binding
from guifan.proof.limits.cramped import Cramped
from guifan.proof.limits.titles import stops_elsewhere
from guifan.proof.places import counted_by
from guifan.proof.procedures.kept import Kept, Overrun, kept
from guifan.proof.procedures.slipped import Slip, calendar_named, slips
from guifan.proof.told import how_long, how_much, when
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Duration


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let the steps under every limit of a procedure take as long as they may, from every start.

    A limit whose clock stops at the wrong event is T19's.
    """
    if clocks is None:
        return
    late: list[tuple[Kept, Overrun]] = []
    hopeless: list[tuple[Kept, Overrun]] = []
    for one in kept(clocks, corpus):
        if stops_elsewhere(corpus, one.limit):
            continue
        try:
            overrun = one.span.late()
            if overrun is not None and one.span.waiting() is not None:
                hopeless.append((one, overrun))
                continue
        except OutOfHorizonError:
            procedure = one.span.timed.procedure
            yield Match(Place(procedure.id, one.path), "beyond", {"title": procedure.title})
            continue
        if overrun is None:
            yield None
        else:
            late.append((one, overrun))
    # What cannot be kept however quick everybody is, T02 says, unless others do not keep it either.
    names = {one.limit.id for one, _ in late}
    late += [pair for pair in hopeless if pair[0].limit.id in names]
    yield from (None for one, _ in hopeless if one.limit.id not in names)
    blamed = tuple(slips(clocks, corpus, late))
    told = {id(one) for slip in blamed for one, _ in slip.late}
    beside = Cramped(clocks, corpus)
    yield from (_slipped(beside, slip) for slip in blamed)
    yield from together(_match(beside, one, over) for one, over in late if id(one) not in told)


def _match(beside: Cramped, one: Kept, overrun: Overrun) -> Match:
    corpus = beside.corpus
    procedure = one.span.timed.procedure
    facts = {
        **_facts(corpus, one, overrun),
        "remedy": _remedy(corpus, one, overrun),
    }
    named, within = Place(procedure.id, one.path), Place(one.limit.id, ("within",))
    also = beside.shown(one.limit)
    place = within if also else blamed(one.span.timed, overrun) or named
    places = (
        named,
        within,
        *also,
        *counted_by(one.limit),
        *taken(corpus, procedure, overrun.steps),
    )
    return Match(
        place,
        "exceeds",
        facts,
        tuple(other for other in dict.fromkeys(places) if other != place),
        warns=_warns(one, overrun),
    )


def _slipped(beside: Cramped, slip: Slip) -> Match:
    """One limit to blame for what is late in several procedures."""
    corpus, clocks = beside.corpus, beside.clocks
    one, overrun = next((pair for pair in slip.late if not _warns(*pair)), slip.late[0])
    limit, calendar = slip.limit, calendar_named(clocks, slip.limit.calendar)
    assert limit.within is not None
    facts = {
        **_facts(corpus, one, overrun),
        "limit": limit.title,
        "said": how_much(limit.within),
        "count": len(slip.procedures),
        "procedures": listed(f"“{procedure.title}”" for procedure in slip.procedures),
        "calendar": calendar.title if calendar else "",
        "meant": _meant(clocks, slip),
    }
    places = [Place(kept.span.timed.procedure.id, kept.path) for kept, _ in slip.late]
    key = "calendar" if slip.by_calendar else "slip" if slip.is_held else "slip-of-step"
    written = "calendar" if slip.by_calendar else "within"
    at = Place(limit.id, (written,))
    others = [place for place in (Place(limit.id, ("within",)), *counted_by(limit)) if place != at]
    return Match(
        at,
        key,
        facts,
        (*others, *dict.fromkeys(places), *beside.shown(limit)),
        _suggested(slip),
        warns=all(_warns(*pair) for pair in slip.late),
    )


def _meant(clocks: Clocks, slip: Slip) -> Wording:
    """What was probably meant; empty where nobody can tell."""
    meant = slip.meant
    if meant is None or meant.within is None:
        return Wording(
            zh="请核对：它的数值和单位是不是写对了", en="Look at its value and its unit again."
        )
    if slip.by_calendar:
        calendar = calendar_named(clocks, meant.calendar)
        title = calendar.title if calendar else ""
        return Wording(zh=f"是不是想写“{title}”", en=f"Was “{title}” meant?")
    value = how_much(meant.within)
    return Wording(zh=f"是不是想写 {value.zh}", en=f"Was {value.en} meant?")


def _suggested(slip: Slip) -> Suggestion | None:
    meant = slip.meant
    if meant is None or meant.within is None:
        return None
    return Suggestion(meant.calendar or "" if slip.by_calendar else say(meant.within))


def _facts(corpus: Corpus, one: Kept, overrun: Overrun) -> dict[str, object]:
    assert one.limit.within is not None
    procedure, case = one.span.timed.procedure, overrun.case
    return {
        "title": procedure.title,
        "promise": one.limit.title,
        "within": how_much(one.limit.within),
        "start": began(case.start, one.limit.within),
        "end": when(case.end),
        "due": when(case.other),
        "over": how_long(-case.spare),
        "steps": lengths(corpus, procedure, overrun.steps),
    }


def _remedy(corpus: Corpus, one: Kept, overrun: Overrun) -> Wording:
    """What helps: a wider limit too, where the law allows it."""
    fits = one.fitting(overrun)
    if fits is None:
        return Wording(zh="请缩短这些步骤", en="Shorten them")
    if _is_lawful(corpus, one, fits):
        value = how_much(fits)
        return Wording(
            zh=f"请缩短这些步骤，或者把它放宽到 {value.zh}", en=f"Shorten them, or allow {value.en}"
        )
    over = how_long(-overrun.case.spare)
    return Wording(
        zh=f"法定底线不许把它放宽到守得住，请把这些步骤一共缩短至少 {over.zh}",
        en=f"The law allows no limit wide enough: shorten them by at least {over.en} together",
    )


def _is_lawful(corpus: Corpus, one: Kept, fits: Duration) -> bool:
    """Whether a wider limit would still keep what the law asks, as far as the law is sure."""
    clocks = one.span.timed.clocks
    wider: Limit = one.limit.model_copy(update={"within": fits})
    sure = (floor for floor in binding(corpus, wider) if floor.is_owed and not floor.warns)
    return all(floor.compared(clocks).keeps is not False for floor in sure)


def _warns(one: Kept, overrun: Overrun) -> bool:
    return one.span.timed.clocks.horizon.is_provisional(overrun.case.start.day)


RULE = Rule(
    code="T03",
    name="steps-exceed-promise",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程的各步都用足时间，会晚于它们要守的承诺或时限。",
        en="The steps of a procedure, each using its whole time, end after a limit they must keep.",
    ),
    why=Wording(
        zh=(
            "每个岗位都没有超时，客户却等过了承诺的日子：这种超时没有人看得见，也没有人能补救。"
            "逐日按真实的节假日和调休推算，长假前受理的一件最容易露出来。"
        ),
        en=(
            "Nobody is late and yet the customer waits past the promised day: a delay that no one "
            "sees and no one can mend. It is worked out over the real holidays, for every start."
        ),
    ),
    messages={
        "exceeds": Wording(
            zh=(
                "“{title}”守不住“{promise}”（{within}）：{start}开始的，各步用足时间最迟 {end} "
                "做完，而到期是 {due}，晚 {over}。合起来超时的步骤：{steps}。{remedy}。"
            ),
            en=(
                "“{title}” does not keep “{promise}” ({within}): what starts on {start} ends, with "
                "every step using its whole time, on {end}, but is due on {due}: {over} late. "
                "Steps that overrun together: {steps}. {remedy}."
            ),
        ),
        "slip": Wording(
            zh=(
                "“{limit}”（{said}）有 {count} 个流程守不住：{procedures}。例如“{title}”，{start}"
                "开始的，各步用足时间最迟 {end} 做完，而到期是 {due}，晚 {over}；合起来超时的步骤："
                "{steps}。{meant}？"
            ),
            en=(
                "{count} {count:procedure|procedures} do not keep “{limit}” ({said}): "
                "{procedures}. In “{title}”, for example, what starts on {start} ends on {end}, "
                "but is due on {due}: {over} late. Steps that overrun together: {steps}. {meant}"
            ),
        ),
        "slip-of-step": Wording(
            zh=(
                "“{limit}”（{said}）让 {count} 个流程超时：{procedures}。例如“{title}”，{start}开始"
                "的，各步用足时间最迟 {end} 做完，而“{promise}”（{within}）到期是 {due}，"
                "晚 {over}；合起来超时的步骤：{steps}。{meant}？"
            ),
            en=(
                "“{limit}” ({said}) makes {count} {count:procedure|procedures} late: {procedures}. "
                "In “{title}”, for example, what starts on {start} ends on {end}, but “{promise}” "
                "({within}) is due on {due}: {over} late. Steps that overrun together: {steps}. "
                "{meant}"
            ),
        ),
        "calendar": Wording(
            zh=(
                "“{limit}”（{said}）按“{calendar}”计算，“{calendar}”休息日也开，休息日也算成工作日，"
                "有 {count} 个流程因此超时：{procedures}。例如“{title}”，{start}开始的，"
                "各步用足时间最迟 {end} 做完，而“{promise}”（{within}）到期是 {due}，晚 {over}；"
                "合起来超时的步骤："
                "{steps}。{meant}？"
            ),
            en=(
                "“{limit}” ({said}) counts by “{calendar}”, which is open on days of rest, so that "
                "they count as working days; {count} {count:procedure|procedures} are late for it: "
                "{procedures}. In “{title}”, for example, what starts on {start} ends on {end}, "
                "but “{promise}” ({within}) is due on {due}: {over} late. Steps that overrun "
                "together: {steps}. {meant}"
            ),
        ),
        "beyond": Wording(
            zh=(
                "“{title}”的各步加起来长过几年的日历，或者重做太多次，算不出最迟哪天做完。请检查步骤"
                "的时间和重做次数。"
            ),
            en=(
                "The steps of “{title}” take longer than years of calendar, or repeat too often: "
                "no last day can be worked out. Look at their times and at how often they repeat."
            ),
        ),
    },
    bad=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
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
promise: complaint-answer
         ^^^^^^^^^^^^^^^^
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 3 个工作日
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 1 个工作日
"""),
    mended=Example("""\
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
  - id: investigate
    title: 调查核实
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 2 个工作日
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    within: 1 个工作日
"""),
    check=check,
    apart=always,
)
