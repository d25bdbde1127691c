"""L02: a review that comes later than it may, is overdue, or is said of a day to come."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording, always
from guifan.language.kinds import KINDS
from guifan.language.kinds.manual import Manual
from guifan.language.labels import Label
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.proof.calendar.intervals import ends, is_of_days, review_interval
from guifan.proof.told import a_day, how_often


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Look at every date of review, and at the intervals that the manual sets."""
    manual = corpus.manual
    if manual is None:
        return
    for entry in corpus.entries.values():
        item = entry.item
        if item is manual:
            yield from _intervals(manual)
        yield _judged(manual, item, (), item.effective)
        yield _to_come(item, day) or _overdue(item, day)
        for at, one in enumerate(entry.revisions):
            if one.item.review_by != item.review_by:
                yield _judged(manual, one.item, ("next", at), item.effective)
            item = one.item


def _intervals(manual: Manual) -> Iterator[Match | None]:
    for at, one in enumerate(manual.reviews):
        for number, kind in enumerate(one.kinds):
            place = Place(manual.id, ("reviews", at, "kinds", number))
            yield None if kind in KINDS else Match(place, "unknown-kind", {"kind": kind})
        place = Place(manual.id, ("reviews", at, "every"))
        facts = {"every": how_often(one.every)}
        yield None if is_of_days(one.every) else Match(place, "not-of-days", facts)


def _judged(manual: Manual, item: Item, at: Path, effective: date) -> Match | None:
    """A review between its start and the end of the interval; nothing is said of the item itself.

    Args:
        manual: sets the interval.
        item: as it is or will be.
        at: where it stands.
        effective: since when it has held, before any change that is to come.
    """
    last = item.last_review
    start = max(effective, last or effective)
    every = review_interval(manual, item.kind)
    latest = ends(start, every)
    is_before = item.review_by <= start and not at
    if not is_before and (latest is None or item.review_by <= latest):
        return None
    place = Place(item.id, (*at, "review_by"))
    field = "last_review" if start == last else "effective"
    related = (Place(item.id, (*at, field)),)
    facts: dict[str, object] = {"review": a_day(item.review_by), "start": a_day(start)}
    facts["since"] = _REVIEWED if start == last else _EFFECTIVE
    if is_before or latest is None:
        return Match(place, "before", facts, related)
    facts |= {"every": how_often(every), "latest": a_day(latest), "kind": Label(item.kind_name)}
    return Match(place, "late", facts, related, Suggestion(latest.isoformat()))


_EFFECTIVE = Wording(zh="生效", en="took effect")
_REVIEWED = Wording(zh="上次复审", en="was last reviewed")


def _to_come(item: Item, day: date) -> Match | None:
    """A review that is said to have been, on a day that had not come on the given one.

    Where the next is due no later, the two dates contradict each other already.
    """
    last = item.last_review
    if last is None or last <= day or item.review_by <= last:
        return None
    facts = {"review": a_day(last), "day": a_day(day)}
    return Match(Place(item.id, ("last_review",)), "to-come", facts, warns=True)


def _overdue(item: Item, day: date) -> Match | None:
    """What should have been looked at again before the given day, and still holds."""
    if item.review_by >= day or (item.expires or date.max) < day:
        return None
    facts = {"review": a_day(item.review_by), "day": a_day(day)}
    return Match(Place(item.id, ("review_by",)), "overdue", facts, warns=True)


RULE = Rule(
    code="L02",
    name="review-too-late",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "复审日期超过了这类条目的复审周期，不在生效日期或上次复审之后，或者已经过了；上次复审写的"
            "是还没有到的日子（后两样只提醒）。"
        ),
        en=(
            "A review date later than the interval for this kind of item allows, not after the "
            "item took effect or was last reviewed, or already past; or a last review dated in the "
            "future (the last two only warn)."
        ),
    ),
    why=Wording(
        zh=(
            "没有人定期看的条目，会一年年地错下去：号码换了、政策变了，一线还照着念。过了复审日期"
            "的条目照样显示，页面上会提醒读者内容可能已经变化。"
        ),
        en=(
            "An item that nobody looks at regularly goes wrong year by year: numbers change, "
            "policies change, and the front line still reads out the old ones. An overdue item "
            "stays in the manual, with a note that tells readers it may be out of date."
        ),
    ),
    messages={
        "late": Wording(
            zh=(
                "这条 {start}{since}，{kind}至少每隔 {every}复审一次，最迟应在 {latest}前，而复审"
                "日期写的是 {review}。请提前；这类条目确实不必这样勤的，请在手册的“复审周期”（"
                "reviews）里改。"
            ),
            en=(
                "This item {since} on {start}. Items of the kind “{kind}” are reviewed at least "
                "every {every}, so by {latest}, but the review date is {review}. Move it earlier; "
                "if this kind really needs it less often, change its interval under “reviews” in "
                "the manual."
            ),
        ),
        "before": Wording(
            zh="复审日期（{review}）不在{since}日期（{start}）之后。请改成下一次复审的日期。",
            en=(
                "The review date ({review}) is not after the day on which the item {since} "
                "({start}). Write the date of the next review."
            ),
        ),
        "overdue": Wording(
            zh=(
                "应在 {review}前复审，到 {day}还没有。请重新审一遍，写上“上次复审”（last_review）"
                "和下一次的“复审日期”（review_by）。"
            ),
            en=(
                "This item was due for review by {review} and had not been reviewed on {day}. "
                "Review it, then fill in “last_review” and the next “review_by”."
            ),
        ),
        "to-come": Wording(
            zh=(
                "上次复审写的是 {review}，到 {day}还没有到。请写实际审过的那一天；下一次的写在“复审"
                "日期”（review_by）里。"
            ),
            en=(
                "The last review is dated {review}, which had not yet come on {day}. Write the day "
                "of the review that was held; the next one belongs under “review_by”."
            ),
        ),
        "unknown-kind": Wording(
            zh="“{kind}”不是条目的种类。请写文件开头 kind: 后面的那个词，例如 playbook。",
            en=(
                "“{kind}” is not a kind of item. Write the word that follows kind: at the top of a "
                "file, such as playbook."
            ),
        ),
        "not-of-days": Wording(
            zh="复审周期 {every} 不是按日、月、年计的。请写几个月或几年。",
            en=(
                "The review interval {every} is not in days, months or years. Write it in months "
                "or years."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
effective: 2026-01-01
review_by: 2027-06-30
           ^^^^^^^^^^
means: 客户表示不满并要求处理
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
effective: 2026-01-01
review_by: 2027-01-01
means: 客户表示不满并要求处理
"""),
    check=check,
    apart=always,
    spans_time=True,
)
