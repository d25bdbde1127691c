"""L05: promotions whose days contradict each other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.service import Service, Sort
from guifan.proof.told import a_day


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at each promotion by itself, at those of one group, and at the quarters without any."""
    promotions = [one for one in corpus.of(Service) if one.sort is Sort.PROMOTION]
    for one in promotions:
        yield from _alone(one)
    dated = [one for one in promotions if _days(one)]
    for first, second in combinations(dated, 2):
        if first.group is not None and first.group == second.group:
            yield _together(first, second)
    if len(dated) == len(promotions):  # else nobody knows what the others fill
        yield from _quarters(dated)


def _days(one: Service) -> tuple[date, date] | None:
    """From which day to which it runs, where that is said and makes sense."""
    if one.starts is None or one.ends is None or one.ends < one.starts:
        return None
    return one.starts, one.ends


def _alone(one: Service) -> Iterator[Match | None]:
    facts: dict[str, object] = {"title": one.title}
    if one.starts is None or one.ends is None:
        yield Match(Place(one.id, ("id",)), "undated", facts)
        return
    facts |= {"starts": a_day(one.starts), "ends": a_day(one.ends)}
    ended = Place(one.id, ("ends",))
    if one.ends < one.starts:
        yield Match(ended, "reversed", facts, (Place(one.id, ("starts",)),))
        return
    if one.expires is None:
        yield Match(ended, "stays", facts)
    elif one.expires != one.ends:
        facts["expires"] = a_day(one.expires)
        mend = Suggestion(one.ends.isoformat())
        yield Match(Place(one.id, ("expires",)), "expires", facts, (ended,), mend)
    else:
        yield None
    facts["effective"] = a_day(one.effective)
    begun = Place(one.id, ("effective",))
    late = Match(Place(one.id, ("starts",)), "too-early", facts, (begun,))
    yield late if one.starts < one.effective else None


def _together(first: Service, second: Service) -> Match | None:
    """Two promotions of a group that keeps them apart."""
    (_, ends), (other_begins, other_ends) = sorted(
        (one.starts or date.max, one.ends or date.min) for one in (first, second)
    )
    if other_begins > ends:
        return None
    facts: dict[str, object] = {"title": second.title, "other": first.title}
    facts |= {"from": a_day(other_begins), "to": a_day(min(ends, other_ends))}
    grouped = (Place(one.id, ("group",)) for one in (first, second))
    related = (Place(first.id, ("starts",)), *grouped)
    return Match(Place(second.id, ("starts",)), "together", facts, related)


def _quarters(dated: list[Service]) -> Iterator[Match | None]:
    """Quarters between the first promotion and the last in which none runs."""
    covered: dict[int, Service] = {}
    for one in dated:
        first, last = (_quarter(day) for day in _days(one) or ())
        covered |= {quarter: one for quarter in range(first, last + 1) if quarter not in covered}
    for before, after in pairwise(sorted(covered)):
        if after == before + 1:
            yield None
            continue
        year, quarter = divmod(before + 1, _QUARTERS)
        facts = {"year": year, "quarter": quarter + 1, "next": covered[after].title}
        yield Match(Place(covered[after].id, ("starts",)), "no-quarter", facts, warns=True)


_QUARTERS = 4


def _quarter(day: date) -> int:
    """A number that goes on from one quarter to the next over the years."""
    return day.year * _QUARTERS + (day.month - 1) // 3


RULE = Rule(
    code="L05",
    name="promotion-dates",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "优惠活动没有起止日期、止早于起、结束以后还挂在手册里，同一互斥组的活动日期重叠，或者"
            "中间有一个季度没有活动（只提醒）。"
        ),
        en=(
            "A promotion with no start or end date, that ends before it starts, or that stays in "
            "the manual after it has ended; two promotions of one exclusive group on the same "
            "days; or a quarter without any promotion (a warning)."
        ),
    ),
    why=Wording(
        zh=(
            "活动结束了页面还在，客户拿着页面来要，我们就得给。两个不能同享的活动撞在一起，一线"
            "不知道给哪一个，客户两个都想要。"
        ),
        en=(
            "If the page is still there after the offer has ended, customers bring it along and we "
            "have to honour it. If two offers that cannot be combined run together, staff do not "
            "know which to give, and customers want both."
        ),
    ),
    messages={
        "undated": Wording(
            zh="优惠活动“{title}”没有写“开始”（starts）和“结束”（ends）的日期。请写上。",
            en="The promotion “{title}” has no start or end date. Fill in “starts” and “ends”.",
        ),
        "reversed": Wording(
            zh="优惠活动“{title}” {starts}开始，{ends}就结束了。请改正其中一个日期。",
            en=(
                "The promotion “{title}” starts on {starts} but already ends on {ends}. Correct "
                "one of the dates."
            ),
        ),
        "stays": Wording(
            zh=(
                "优惠活动“{title}” {ends}结束，条目却没有失效日期，结束以后还会留在手册里。请在“"
                "失效日期”（expires）里写上同一天。"
            ),
            en=(
                "The promotion “{title}” ends on {ends}, but the item has no expiry date and would "
                "stay in the manual. Write the same day under “expires”."
            ),
        ),
        "expires": Wording(
            zh="优惠活动“{title}” {ends}结束，条目却写 {expires}失效。请改成同一天。",
            en=(
                "The promotion “{title}” ends on {ends}, but the item expires on {expires}. Make "
                "them the same day."
            ),
        ),
        "too-early": Wording(
            zh=(
                "优惠活动“{title}” {starts}就开始，条目 {effective}才生效。请让条目不晚于活动生效。"
            ),
            en=(
                "The promotion “{title}” starts on {starts}, but the item takes effect only on "
                "{effective}. Let the item take effect no later than the promotion."
            ),
        ),
        "together": Wording(
            zh=(
                "“{title}”和“{other}”在同一个互斥组里，而从 {from}到 {to}两个同时进行。请错开日期，"
                "或者改到不同的组。"
            ),
            en=(
                "“{title}” and “{other}” belong to one exclusive group, yet both run from {from} "
                "to {to}. Move the dates of one, or put them in different groups."
            ),
        ),
        "no-quarter": Wording(
            zh=(
                "{year} 年第 {quarter} 季度没有优惠活动，下一个“{next}”要到后面才开始，而约定是每"
                "季度至少一次。请补上一个，或者提前。"
            ),
            en=(
                "There is no promotion in quarter {quarter} of {year}; the next one, “{next}”, "
                "starts only after it. There should be at least one a quarter: add one, or start "
                "that one earlier."
            ),
        ),
    },
    bad=Example("""\
--- standards/group.yaml
kind: taxonomy
id: promotion-group
title: 优惠互斥组
members:
  - {id: broadband, title: 宽带新装}
  - {id: phone, title: 手机套餐}
--- standards/offers.yaml
kind: service
items:
  - id: labour-day-offer
    title: 五一免装机费
    about: 五月办理新装免装机费
    sort: promotion
    group: broadband
    starts: 2026-05-01
    ends: 2026-05-31
    expires: 2026-05-31
  - id: campus-offer
    title: 毕业季半价
    about: 办理新装半价
    sort: promotion
    group: broadband
    starts: 2026-05-20
            ^^^^^^^^^^
    ends: 2026-06-30
    expires: 2026-06-30
"""),
    mended=Example("""\
--- standards/offers.yaml
kind: service
items:
  - id: labour-day-offer
    title: 五一免装机费
    about: 五月办理新装免装机费
    sort: promotion
    group: broadband
    starts: 2026-05-01
    ends: 2026-05-31
    expires: 2026-05-31
  - id: campus-offer
    title: 毕业季半价
    about: 办理新装半价
    sort: promotion
    group: broadband
    starts: 2026-06-01
    ends: 2026-06-30
    expires: 2026-06-30
"""),
    check=check,
)
