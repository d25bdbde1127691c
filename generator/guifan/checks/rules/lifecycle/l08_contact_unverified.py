"""L08: a number or an address that nobody has tried for long."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.manual import Manual
from guifan.proof.calendar.intervals import ends, is_of_days, verification_interval
from guifan.proof.told import a_day, how_much


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Look at the interval, then at every channel that still is in use on the day.

    That a channel was never verified is said only where the manual sets an interval.
    """
    manual = corpus.manual
    if manual is None:
        return
    every = verification_interval(manual)
    if not is_of_days(every):
        yield Match(Place(manual.id, ("verify_every",)), "not-of-days", {"every": how_much(every)})
        return
    in_use = [one for one in corpus.of(Channel) if (one.expires or date.max) >= day]
    yield from _untried(manual, [one for one in in_use if one.verified is None])
    for channel in in_use:
        if channel.verified is not None:
            yield _judged(manual, channel.id, channel.verified, day)


def _untried(manual: Manual, channels: list[Channel]) -> Iterator[Match | None]:
    """One fault, however many they are: nobody began to write it down."""
    if manual.verify_every is None or not channels:
        yield from (None for _ in channels)
        return
    first, *others = (Place(one.id, ("reach",)) for one in channels)
    titles = listed(f"“{one.title}”" for one in channels)
    every = Place(manual.id, ("verify_every",))
    yield Match(first, "never", {"titles": titles}, (*others, every))


def _judged(manual: Manual, name: str, verified: date, day: date) -> Match | None:
    """Nothing is said of the channel itself: what a file's channels share is one fault."""
    if verified > day:
        facts = {"verified": a_day(verified), "day": a_day(day)}
        return Match(Place(name, ("verified",)), "to-come", facts)
    every = verification_interval(manual)
    last = ends(verified, every)
    if last is None or last >= day:
        return None
    facts = {"verified": a_day(verified), "every": how_much(every), "last": a_day(last)}
    related = (Place(manual.id, ("verify_every",)),) if manual.verify_every else ()
    return Match(Place(name, ("verified",)), "stale", facts, related)


RULE = Rule(
    code="L08",
    name="contact-unverified",
    severity=Severity.WARNING,
    finds=Wording(
        zh="渠道的号码、地址、网址没有核实过，上次核实已经超过了核实周期，或者核实日期还没有到。",
        en=(
            "A channel's number, address or site that was never verified, not within the "
            "verification interval, or on a day that is yet to come."
        ),
    ),
    why=Wording(
        zh=(
            "号码换了、地址搬了，手册还印着旧的：客户打不通，信退回来，只会以为我们躲着他。短号在"
            "哪些地区能打通，也会变。"
        ),
        en=(
            "The number has changed or the office has moved, and the manual still prints the old "
            "one: customers who cannot get through, or whose letter comes back, think we are "
            "hiding. Where a short code works changes too."
        ),
    ),
    messages={
        "never": Wording(
            zh=(
                "{titles}的入口没有写核实日期。请打一遍、走一遍，在“核实日期”（verified）里写上"
                "哪一天核实的。"
            ),
            en=(
                "No verification date says when the way to reach {titles} was last tried. Try it, "
                "and write the day under “verified”."
            ),
        ),
        "stale": Wording(
            zh=(
                "这里的入口上次核实是 {verified}，每隔 {every}核实一次，最迟应在 {last}前再试一遍。"
                "请试一遍，写上新的核实日期。"
            ),
            en=(
                "The number or address was last verified on {verified}; that is due every {every}, "
                "so by {last}. Try it again, and write the new date."
            ),
        ),
        "to-come": Wording(
            zh="核实日期写的是 {verified}，到 {day}还没有到。请写实际打过、走过的那一天。",
            en=(
                "The verification date is {verified}, which had not yet come on {day}. Write the "
                "day on which the number or address was really tried."
            ),
        ),
        "not-of-days": Wording(
            zh="核实周期 {every} 不是按日、月、年计的。请写几个月或几年。",
            en=(
                "The verification interval {every} is not in days, months or years. Write it in "
                "months or years."
            ),
        ),
    },
    bad=Example("""\
--- standards/channel.yaml
kind: channel
id: hotline
title: 客服热线
medium: voice
reach: 拨打 10199
hours: 每天 00:00–24:00
intake: []
identity: password
verified: 2025-11-30
          ^^^^^^^^^^
--- standards/term.yaml
kind: term
id: call
title: 来电
means: 客户打到【hotline】的电话
"""),
    mended=Example("""\
--- standards/channel.yaml
kind: channel
id: hotline
title: 客服热线
medium: voice
reach: 拨打 10199
hours: 每天 00:00–24:00
intake: []
identity: password
verified: 2025-12-01
"""),
    check=check,
)
