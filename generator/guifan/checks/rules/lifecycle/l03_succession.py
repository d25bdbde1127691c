"""L03: one version after another with days that no version holds, or that two do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.document import Entry
from guifan.language.kinds.service import Service
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.proof.standing import phases
from guifan.proof.told import a_day

_DAY = timedelta(days=1)


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Follow every item from one of its versions to the next, then to what takes its place."""
    steps: dict[str, list[_Step]] = {}
    for entry in corpus.entries.values():
        yield from _versions(entry)
        for at, name in enumerate(entry.item.supersedes):
            before = corpus.get(name)
            if before is not None:
                place = Place(entry.item.id, ("supersedes", at))
                step = _Step(corpus.entries[before.id], entry, place)
                steps.setdefault(before.id, []).append(step)
    circles = _circles(steps)
    round_about = {step.place for circle in circles for step in circle}
    for each in steps.values():
        yield from _one_alone([step for step in each if step.place not in round_about])
    yield from map(_circle, circles)


@dataclass(frozen=True, slots=True)
class _Step:
    """One item that says that it takes the place of another.

    Args:
        before, after: the two.
        place: where that is said.
    """

    before: Entry
    after: Entry
    place: Place

    @property
    def facts(self) -> dict[str, object]:
        return {"title": self.after.item.title, "before": self.before.item.title}


def _one_alone(steps: list[_Step]) -> Iterator[Match | None]:
    """An item has one successor: of several that one stands whose dates fit, if only one's do."""
    judged = [(step, _succeeds(step)) for step in steps]
    if len(judged) < 2:  # noqa: PLR2004  # nothing to choose between
        yield from (match for _, match in judged)
        return
    fitting = [step for step, match in judged if match is None]
    chosen = fitting[0] if len(fitting) == 1 else steps[0]
    for step in steps:
        if step is chosen:
            yield None
        else:
            facts = step.facts | {"other": chosen.after.item.title}
            yield Match(step.place, "two", facts, (chosen.place,))


def _versions(entry: Entry) -> Iterator[Match | None]:
    """Each state of an item ends no sooner than the next begins, and ends after it begins."""
    states: list[tuple[Path, Item]] = [((), entry.item)]
    states += [(("next", at), one.item) for at, one in enumerate(entry.revisions)]
    if (expires := entry.item.expires) is not None:
        if expires < entry.item.effective:
            if _is_reversed(entry.item):
                return
            facts = {"begins": a_day(entry.item.effective), "ends": a_day(expires)}
            related = (Place(entry.item.id, ("effective",)),)
            yield Match(Place(entry.item.id, ("expires",)), "never", facts, related)
            return
        yield None
    for (before, old), (path, new) in pairwise(states):
        place = Place(entry.item.id, (*path, "effective"))
        facts = {"begins": a_day(new.effective), "ends": a_day(old.expires or new.effective)}
        ended = Place(entry.item.id, (*before, "expires"))
        if old.expires is not None and old.expires < new.effective - _DAY:
            yield Match(place, "gap", facts, (ended,))
        elif new.expires is not None and new.expires < new.effective:
            yield Match(place, "outlived", facts | {"ends": a_day(new.expires)}, (ended,))
        else:
            yield None


def _is_reversed(item: Item) -> bool:
    """Whether it is a promotion that ends before it starts and expires then: rule L05 says so."""
    if not isinstance(item, Service) or item.starts is None or item.ends is None:
        return False
    return item.ends == item.expires and item.ends < item.starts


def _succeeds(step: _Step) -> Match | None:
    """One item in the place of another, from the day after it."""
    before, after, place, facts = step.before, step.after, step.place, step.facts
    held = phases(before)
    if not held:
        return None
    last, wanted = held[-1].last, after.item.effective - _DAY
    facts |= {"begins": a_day(after.item.effective), "wanted": a_day(wanted)}
    begins = Place(after.item.id, ("effective",))
    if last == wanted:
        return None
    if last == date.max:
        return Match(place, "open", facts, (Place(before.item.id, ("id",)), begins))
    key = "overlap" if last > wanted else "days-between"
    facts["ends"] = a_day(last)
    if before.revisions or before.item.expires != last:
        return Match(place, key, facts, (Place(before.item.id, ("id",)), begins))
    mend = Suggestion(wanted.isoformat()) if wanted >= before.item.effective else None
    return Match(Place(before.item.id, ("expires",)), key, facts, (place, begins), mend)


def _circles(steps: dict[str, list[_Step]]) -> list[list[_Step]]:
    """The steps by which items take, one by way of another, the place of themselves."""
    circles: list[list[_Step]] = []
    for name in steps:
        if not any(step.before.item.id == name for circle in circles for step in circle):
            circle = _way_back(steps, name)
            circles += [circle] if circle else []
    return circles


def _way_back(steps: dict[str, list[_Step]], origin: str) -> list[_Step]:
    """The shortest way from an item over its successors to itself; empty where there is none."""
    ahead = [[step] for step in steps[origin]]
    seen: set[str] = set()
    for way in ahead:
        here = way[-1].after.item.id
        if here == origin:
            return way
        if here not in seen:
            seen.add(here)
            ahead += [[*way, step] for step in steps.get(here, ())]
    return []


def _circle(steps: list[_Step]) -> Match:
    """One finding, at the step that leads furthest back in time; of equal ones the last written."""
    wrong = min(
        reversed(steps), key=lambda one: one.after.item.effective - one.before.item.effective
    )
    others = tuple(step.place for step in steps if step is not wrong)
    return Match(wrong.place, "circle", wrong.facts, others)


RULE = Rule(
    code="L03",
    name="broken-succession",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "新旧两版之间有几天没有规定，或者两版同时有效；一个条目被两个条目取代，或者取代来取代"
            "去又回到自己。"
        ),
        en=(
            "A gap between an old version and the new one, or days on which both are in force; an "
            "item replaced by two others, or items that replace each other in a circle."
        ),
    ),
    why=Wording(
        zh=(
            "旧版到三月底，新版从三月一日起：三月来的客户照哪一版算，两边都说得出道理。中间空几天"
            "更糟，那几天什么承诺也没有。"
        ),
        en=(
            "The old version runs to the end of March and the new one starts on 1 March: for a "
            "customer who comes in March, both sides have a point. A gap is worse: on those days "
            "nothing is promised at all."
        ),
    ),
    messages={
        "never": Wording(
            zh="{begins}生效，{ends}就失效了，一天也没有执行。请改正其中一个日期。",
            en=(
                "It takes effect on {begins} but already expires on {ends}, so it is never in "
                "force. Correct one of the dates."
            ),
        ),
        "gap": Wording(
            zh=(
                "上一版 {ends}失效，这一版 {begins}才生效，中间几天没有规定。请把两个日期接起来；"
                "上一版有“将来”（next）接着的，不用写失效日期。"
            ),
            en=(
                "The previous version expires on {ends} and this one takes effect only on "
                "{begins}: nothing applies in between. Make the dates meet; a version followed by "
                "a “next” needs no expiry date."
            ),
        ),
        "outlived": Wording(
            zh=(
                "这项变化 {begins}才生效，而条目 {ends}就失效了。请改正失效日期，或者删去这项变化。"
            ),
            en=(
                "This change takes effect on {begins}, but the item already expires on {ends}. "
                "Correct the expiry date, or delete the change."
            ),
        ),
        "overlap": Wording(
            zh=(
                "“{before}”执行到 {ends}，取代它的“{title}”从 {begins}起执行，有几天两条同时有效。"
                "请让“{before}”到 {wanted}为止。"
            ),
            en=(
                "“{before}” runs until {ends}, but “{title}”, which replaces it, takes effect on "
                "{begins}: for some days both are in force. Let “{before}” expire on {wanted}."
            ),
        ),
        "days-between": Wording(
            zh=(
                "“{before}”执行到 {ends}，取代它的“{title}” {begins}才执行，中间几天没有规定。请"
                "让“{before}”到 {wanted}为止，或者让“{title}”提前生效。"
            ),
            en=(
                "“{before}” runs until {ends}, but “{title}”, which replaces it, takes effect only "
                "on {begins}: nothing applies in between. Let “{before}” expire on {wanted}, or "
                "let “{title}” take effect earlier."
            ),
        ),
        "open": Wording(
            zh=(
                "“{title}”从 {begins}起取代“{before}”，而“{before}”没有失效日期，两条会同时有效。"
                "请给“{before}”写上“失效日期”（expires），到 {wanted}为止。"
            ),
            en=(
                "“{title}” replaces “{before}” from {begins}, but “{before}” has no expiry date, "
                "so both would be in force. Let “{before}” expire on {wanted} (“expires”)."
            ),
        ),
        "two": Wording(
            zh=(
                "“{before}”已经由“{other}”取代，“{title}”又来取代它。一个条目只能有一个接替的。请"
                "只留一个，另一个写在“另见”（see）里。"
            ),
            en=(
                "“{before}” has already been replaced by “{other}”, and “{title}” replaces it too. "
                "An item can have only one successor: keep one, and name the other under “see”."
            ),
        ),
        "circle": Wording(
            zh=(
                "“{title}”取代“{before}”，而“{before}”又取代“{title}”或取代它的条目。请理清先后，"
                "去掉其中一处。"
            ),
            en=(
                "“{title}” replaces “{before}”, which in turn, directly or through others, "
                "replaces “{title}”. Work out which comes first, and delete the other entry."
            ),
        ),
    },
    bad=Example("""\
kind: term
items:
  - id: old-class
    title: 大客户（原标准）
    means: 按合同金额认定的客户
    effective: 2026-01-01
    expires: 2026-03-31
             ^^^^^^^^^^
  - id: key-customer
    title: 大客户
    means: 按服务协议认定的客户
    effective: 2026-03-01
    supersedes: [old-class]
"""),
    mended=Example("""\
kind: term
items:
  - id: old-class
    title: 大客户（原标准）
    means: 按合同金额认定的客户
    effective: 2026-01-01
    expires: 2026-02-28
  - id: key-customer
    title: 大客户
    means: 按服务协议认定的客户
    effective: 2026-03-01
    supersedes: [old-class]
"""),
    check=check,
    apart=lambda item: not item.supersedes,
    spans_time=True,
)
