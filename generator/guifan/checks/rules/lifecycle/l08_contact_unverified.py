"""L08: a number or an address that nobody has tried for long."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.manual import Manual
from guifan.proof.intervals import ends, is_of_days, verification_interval
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
    for channel in corpus.of(Channel):
        if (channel.expires or date.max) >= day:
            yield _judged(manual, channel, day)


def _judged(manual: Manual, channel: Channel, day: date) -> Match | None:
    facts: dict[str, object] = {"title": channel.title}
    if channel.verified is None:
        untried = Match(Place(channel.id, ("reach",)), "never", facts)
        return untried if manual.verify_every else None
    every = verification_interval(manual)
    last = ends(channel.verified, every)
    if last is None or last >= day:
        return None
    facts |= {"verified": a_day(channel.verified), "every": how_much(every), "last": a_day(last)}
    related = (Place(channel.id, ("reach",)),)
    return Match(Place(channel.id, ("verified",)), "stale", facts, related)


RULE = Rule(
    code="L08",
    name="contact-unverified",
    severity=Severity.WARNING,
    finds=Wording(
        zh="渠道的号码、地址、网址没有核实过，或者上次核实已经超过了核实周期。",
        en=(
            "A channel's number, address or site that was never verified, or not within the "
            "verification interval."
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
                "“{title}”的入口没有写核实日期。请打一遍、走一遍，在“核实日期”（verified）里写上"
                "哪一天核实的。"
            ),
            en=(
                "The way to reach “{title}” has no verification date. Try it, and write the day "
                "under “verified”."
            ),
        ),
        "stale": Wording(
            zh=(
                "“{title}”的入口上次核实是 {verified}，每隔 {every}核实一次，最迟应在 {last}前再"
                "试一遍。请试一遍，写上新的核实日期。"
            ),
            en=(
                "The way to reach “{title}” was last verified on {verified}; it is due every "
                "{every}, so by {last}. Try it again, and write the new date."
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
    good=Example("""\
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
--- standards/term.yaml
kind: term
id: call
title: 来电
means: 客户打到【hotline】的电话
"""),
    check=check,
)
