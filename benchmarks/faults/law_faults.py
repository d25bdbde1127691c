"""Faults against the law (area F), of who is there (area C) and of reports (area E)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planting import (
    Edit,
    Item,
    Manual,
    amount,
    new_file,
    plants,
    scalar,
    text,
    times,
)
from reference_faults import HEAD
from time_faults import LIMITS, limits

from guifan.language.nodes import MappingNode, Scalar, SequenceNode

CODES = {
    "maximum": "F01",
    "share-within": "F04",
    "notice-before": "F10",
    "retention": "F03",
    "right": "F05",
    "refund-within": "F05",
    "mean": "F03",
}
"""Under which code a value is found that is looser than a floor, by what the floor measures."""


def floor_of(manual: Manual, address: str) -> MappingNode | None:
    """The floor at an address."""
    name, _, part = address.partition(".")
    law = manual.by_id.get(name)
    floors = law.parts("floors") if law else ()
    return next((one for one in floors if text(one, "id") == part), None)


def bound_by(manual: Manual, *codes: str) -> Iterator[tuple[Item, Scalar, MappingNode]]:
    """The limits that a floor binds, with what they say."""
    for item in manual.of("limit"):
        floor = floor_of(manual, text(item.node, "floor"))
        if floor is not None and CODES.get(text(floor, "measure")) in codes:
            value = item.node.get("within") or item.node.get("value")
            if isinstance(value, Scalar):
                yield item, value, floor


@plants("F01", "T10", "T03", "T22")
def promise_beyond_the_law(manual: Manual) -> Iterator[Edit]:
    """The company gives itself more time than the law gives it."""
    for item, value, floor in bound_by(manual, "F01"):
        for factor in (4, 10):
            yield manual.put(item.file, value, times(text(floor, "value"), factor) or "")


@plants("F01")
def extension_beyond_the_law(manual: Manual) -> Iterator[Edit]:
    """The promise keeps the law, with its extension it does not (3 + 3 working days: 16 days)."""
    item = manual.by_id["complaint-answer"]
    extension = item.node.get("extension")
    assert isinstance(extension, MappingNode)
    yield manual.put(item.file, scalar(extension, "add"), "3 个工作日")
    yield manual.put(item.file, scalar(extension, "add"), "10 个工作日")
    yield manual.put(item.file, scalar(extension, "times"), "3 次")


@plants("F01", "T20", "T22", "E06", held_out=True)
def law_made_stricter(manual: Manual) -> Iterator[Edit]:
    """The law now asks for more than the company promises."""
    for _, _, floor in bound_by(manual, "F01"):
        law = next(one for one in manual.of("regulation") if floor in one.parts("floors"))
        yield manual.put(law.file, scalar(floor, "value"), "1 分钟")


def repaired(name: str, within: str, **more: str) -> dict[str, str]:
    """A limit for the repair of faults."""
    ends = {"from": "fault-reported", "to": "fault-repaired", "calendar": "duty"}
    return {"id": name, "title": "障碍修复", "within": within, **ends, **more}


@plants("F02", "F01")
def one_limit_for_two_branches(manual: Manual) -> Iterator[Edit]:
    """72 hours for all, where the law gives 48 in town and 72 in the country."""
    del manual
    rural = "telecom-regulations.repair-rural-72h"
    for within in ("72 小时", "60 小时"):
        for audience in ("public", "internal"):
            whole = limits(repaired("fault-repair", within, floor=rural, audience=audience))
            yield new_file(LIMITS, whole)


@plants("F02", "F07", held_out=True)
def only_one_branch(manual: Manual) -> Iterator[Edit]:
    """The town has a limit, the country has none."""
    del manual
    city = "telecom-regulations.repair-city-48h"
    whole = limits(repaired("fault-repair-city", "36 小时", floor=city, applies="{area: city}"))
    yield new_file(LIMITS, whole)


@plants("F03")
def kept_shorter_than_the_law(manual: Manual) -> Iterator[Edit]:
    """Records go before the law lets them."""
    for item, value, _ in bound_by(manual, "F03"):
        parts = amount(value.text)
        if parts and text(item.node, "bound") == "at-least":
            for less in (1, 2, 4):
                yield manual.put(item.file, value, f"{parts[0] - less:.0f} {parts[1]}")


@plants("F03", "F01")
def hours_above_the_law(manual: Manual) -> Iterator[Edit]:
    """The mean of the week is above what the law lets people work."""
    item = manual.by_id["weekly-hours-mean"]
    for new in ("44 小时/周", "48 小时/周", "41 小时/周"):
        yield manual.put(item.file, scalar(item.node, "value"), new)


@plants("F03", held_out=True)
def kept_in_another_unit(manual: Manual) -> Iterator[Edit]:
    """90 days are less than five months."""
    for item, value, _ in bound_by(manual, "F03"):
        if text(item.node, "bound") == "at-least":
            yield manual.put(item.file, value, "90 日")


@plants("F04")
def answered_later(manual: Manual) -> Iterator[Edit]:
    """The share is the law's, the time is not."""
    for item, value, _ in bound_by(manual, "F04"):
        for new in ("20 秒", "16 秒", "1 分钟"):
            yield manual.put(item.file, value, new)
    item = manual.by_id["hotline-answer"]
    for new in ("20 秒", "30 秒"):
        yield manual.put(item.file, scalar(item.node, "within"), new)


@plants("F04")
def smaller_share(manual: Manual) -> Iterator[Edit]:
    """The time is the law's, the share is not (80/20 against 85/15)."""
    item = manual.by_id["hotline-answer"]
    for new in ("80%", "60%"):
        yield manual.put(item.file, scalar(item.node, "share"), new)


@plants("F05")
def right_narrowed(manual: Manual) -> Iterator[Edit]:
    """What the law grants is granted less."""
    item = manual.by_id["nursing-break"]
    for new in ("30 分钟/日", "0.5 小时/日"):
        yield manual.put(item.file, scalar(item.node, "value"), new)


@plants("F05", "F01")
def return_shorter_than_the_law(manual: Manual) -> Iterator[Edit]:
    """Customers may return goods for seven days, and get their money within seven."""
    del manual
    for floor, value, bound in (
        ("consumer-law.distance-return-7d", "5 日", "at-least"),
        ("consumer-law.fault-return-7d", "3 日", "at-least"),
        ("consumer-law.distance-refund-7d", "15 日", "at-most"),
    ):
        item = {"id": "goods-return", "title": "退货", "value": value, "bound": bound}
        yield new_file(LIMITS, limits({**item, "floor": floor}))


def cited(manual: Manual) -> Iterator[tuple[Item, Item, MappingNode, MappingNode]]:
    """Regulations that items cite, the article and its edition."""
    for item in manual.items:
        for address in item.names("law"):
            name, _, part = address.partition(".")
            law = manual.by_id[name]
            for article in law.parts("articles"):
                if text(article, "id") == part:
                    editions = law.parts("editions")
                    edition = text(article, "edition")
                    for one in editions:
                        if text(one, "id") == edition:
                            yield item, law, article, one


@plants("F06")
def article_of_an_old_edition(manual: Manual) -> Iterator[Edit]:
    """The article is one of an edition that is no longer in force."""
    for item in manual.items:
        value = item.node.get("law")
        if isinstance(value, SequenceNode) and item.kind != "regulation":
            first = value.values[0]
            assert isinstance(first, Scalar)
            if item.text("audience") != "never":
                yield manual.put(item.file, first, "telecom-regulations.article-33-of-2000")


@plants("F06")
def edition_ended(manual: Manual) -> Iterator[Edit]:
    """The edition that is cited ends before the manual does."""
    seen = set()
    for _, law, _, edition in cited(manual):
        if (law.id, text(edition, "id")) not in seen and not edition.get("until"):
            seen.add((law.id, text(edition, "id")))
            for day in ("2026-10-31", "2027-03-31"):
                yield manual.add(law.file, edition, f"until: {day}")


@plants("F06", held_out=True)
def edition_not_yet_in_force(manual: Manual) -> Iterator[Edit]:
    """The edition that is cited comes into force after the manual does."""
    seen = set()
    for _, law, _, edition in cited(manual):
        effective = edition.get("effective")
        if isinstance(effective, Scalar) and (law.id, effective.text) not in seen:
            seen.add((law.id, effective.text))
            yield manual.put(law.file, effective, "2027-06-01")


@plants("F07")
def new_floor_that_nobody_meets(manual: Manual) -> Iterator[Edit]:
    """The law asks for something in a chapter that is written, and nothing says that it is met."""
    known = {address for item in manual.items for address in item.names("law")}
    for item in manual.of("regulation"):
        articles = [text(one, "id") for one in item.parts("articles")]
        uncited = [article for article in articles if f"{item.id}.{article}" not in known]
        if item.node.entries[-1][0].text == "floors" and uncited:
            for place in ("complaints.handling", "channels.hotline", "complaints.intake"):
                article = uncited[0]
                lines = (
                    f"  - id: new-duty\n    title: 新增的要求\n    article: {article}\n"
                    "    measure: maximum\n    value: 3 日\n    starts: next-day\n"
                    f"    place: {place}\n    verification: V1\n"
                )
                yield manual.append(item.file, lines)


@plants("F07", "F03", "F10", "F04", "F01")
def floor_taken_off_the_limit(manual: Manual) -> Iterator[Edit]:
    """The only limit that met the floor no longer names it."""
    for item in manual.of("limit"):
        floor = floor_of(manual, text(item.node, "floor"))
        if floor is None or floor.get("from") or text(floor, "verification") == "MEM":
            continue
        if any(one.text("place") == text(floor, "place") for one in manual.of("norm")):
            yield manual.drop(item.file, item.node, "floor")


@plants("F08", "F06")
def edition_made_a_draft(manual: Manual) -> Iterator[Edit]:
    """A draft is cited as if it were law."""
    seen = set()
    for _, law, _, edition in cited(manual):
        if (law.id, text(edition, "id")) not in seen and not edition.get("status"):
            seen.add((law.id, text(edition, "id")))
            yield manual.add(law.file, edition, "status: draft")


@plants("F08", "F06")
def article_moved_to_a_draft(manual: Manual) -> Iterator[Edit]:
    """The article that is cited is one of a draft."""
    for law in manual.of("regulation"):
        drafts = [
            text(one, "id") for one in law.parts("editions") if text(one, "status") == "draft"
        ]
        known = {text(article, "id") for _, one, article, _ in cited(manual) if one is law}
        for article in law.parts("articles") if drafts else ():
            if text(article, "id") not in known:
                continue
            yield manual.put(law.file, scalar(article, "edition"), drafts[0])


@plants("F09", "R12")
def promise_kept_from_customers(manual: Manual) -> Iterator[Edit]:
    """The law asks to publish the time, and the manual keeps it inside."""
    for item in manual.of("limit"):
        floor = floor_of(manual, text(item.node, "floor"))
        audience = item.node.get("audience")
        if floor is not None and isinstance(audience, Scalar) and audience.text == "public":
            yield manual.put(item.file, audience, "internal")


@plants("F09", "R12", held_out=True)
def promise_no_longer_public(manual: Manual) -> Iterator[Edit]:
    """The line that published the time is gone."""
    item = manual.by_id["complaint-answer"]
    yield manual.drop(item.file, item.node, "audience")


@plants("F10")
def notice_too_short(manual: Manual) -> Iterator[Edit]:
    """Customers are told later than the law asks."""
    for item, value, _ in bound_by(manual, "F10"):
        for new in ("1 日", "2 日", "10 小时"):
            yield manual.put(item.file, value, new)


@plants("F10", held_out=True)
def notice_in_another_unit(manual: Manual) -> Iterator[Edit]:
    """71 hours are less than 72."""
    item = manual.by_id["planned-work-notice"]
    yield manual.put(item.file, scalar(item.node, "value"), "71 小时")


def guaranteed(start: str, excluded: str, restarts: str) -> str:
    """A good with a warranty."""
    return HEAD.format(kind="service", place="products") + (
        "items:\n  - id: home-router\n    title: 家用路由器\n    sort: product\n"
        "    about: 宽带用户装在家里的路由器。\n    warranty:\n      lasts: 1 年\n"
        f"      installed: 是\n      from: {start}\n      repair_excluded: {excluded}\n"
        f"      restarts: {restarts}\n      covers: 人为损坏以外的故障\n"
    )


@plants("F11")
def warranty_from_purchase(manual: Manual) -> Iterator[Edit]:
    """What must be installed is under warranty from its installation, not from its purchase."""
    del manual
    yield new_file("standards/products/goods.yaml", guaranteed("purchase", "是", "是"))


@plants("F11")
def warranty_runs_on(manual: Manual) -> Iterator[Edit]:
    """Repair days do not count, and a replacement starts the warranty anew."""
    del manual
    yield new_file("standards/products/goods.yaml", guaranteed("installation", "否", "是"))
    yield new_file("standards/products/goods.yaml", guaranteed("installation", "是", "否"))


MIDNIGHT = 24
TOO_LONG = 14
"""Hours of a shift that no rota allows."""

_CLOCK = re.compile(r"(\d\d):(\d\d)–(\d\d):(\d\d)")


@plants("C05", "C06")
def shift_begins_late(manual: Manual) -> Iterator[Edit]:
    """Nobody is there for hours in which customers were promised somebody."""
    promised = {rota for item in manual.of("channel") if (rota := item.text("rota"))}
    for item in manual.of("rota"):
        if item.id in promised and item.id in ("hotline-rota", "online-rota"):
            for shift in item.parts("shifts"):
                hours = scalar(shift, "hours")
                found = _CLOCK.search(hours.text)
                if found and "-agent" in text(shift, "role"):
                    new = f"{int(found[1]) + 3:02}:{found[2]}–{found[3]}:{found[4]}"
                    yield manual.put(item.file, hours, hours.text.replace(found[0], new, 1))


@plants("C05", "C06")
def shift_struck(manual: Manual) -> Iterator[Edit]:
    """A shift is gone, the promise of its hours is not."""
    for name in ("hotline-rota", "online-rota"):
        item = manual.by_id[name]
        listed = item.node.get("shifts")
        assert isinstance(listed, SequenceNode)
        for at, shift in enumerate(item.parts("shifts")):
            if text(shift, "id") in ("early", "late", "night"):
                yield manual.leave_out(item.file, listed, at)


@plants("C05")
def channel_open_longer(manual: Manual) -> Iterator[Edit]:
    """The channel promises hours in which its rota has nobody."""
    for item in manual.of("channel"):
        hours = item.node.get("hours")
        if (
            item.text("rota") not in ("", "hotline-rota", "online-rota")
            and isinstance(hours, Scalar)
            and "00:00–24:00" not in hours.text
        ):
            yield manual.put(item.file, hours, "每天 00:00–24:00")


@plants("C05", "R07", held_out=True)
def night_work_of_a_day_post(manual: Manual) -> Iterator[Edit]:
    """The action is due within minutes at any hour, and the post works office hours."""
    for item in manual.of("playbook"):
        for action in item.parts("first_hour"):
            if text(action, "at") in ("10 分钟", "15 分钟"):
                yield manual.put(item.file, scalar(action, "accountable"), "trainer")


@plants("C06")
def too_few_people(manual: Manual) -> Iterator[Edit]:
    """So few people cannot fill these shifts within lawful hours."""
    for item in manual.of("rota"):
        staff = amount(item.text("staff"))
        if staff and item.text("weekly_mean"):
            new = f"{max(1, int(staff[0] // 3))} 人"
            yield manual.put(item.file, scalar(item.node, "staff"), new)


@plants("C06")
def shift_too_long(manual: Manual) -> Iterator[Edit]:
    """A shift lasts longer than the rota's own longest."""
    for item in manual.of("rota"):
        for shift in item.parts("shifts") if item.text("shift_length") else ():
            hours = scalar(shift, "hours")
            found = _CLOCK.search(hours.text)
            if found and "、" not in hours.text and not shift.get("on_call"):
                end = int(found[1]) + TOO_LONG
                new = f"{found[1]}:{found[2]}–{end:02}:00"
                if end <= MIDNIGHT:
                    yield manual.put(item.file, hours, hours.text.replace(found[0], new, 1))


@plants("C06", "C05", "F03", held_out=True)
def headcount_raised(manual: Manual) -> Iterator[Edit]:
    """More people are asked for at once than the rota's staff can give."""
    for item in manual.of("rota"):
        for shift in item.parts("shifts") if item.text("weekly_mean") else ():
            staff, heads = amount(item.text("staff")), amount(text(shift, "headcount"))
            if staff and heads:
                new = f"{int(staff[0]) + 5} 人"
                yield manual.put(item.file, scalar(shift, "headcount"), new)


def reports(manual: Manual) -> Iterator[tuple[Item, MappingNode, MappingNode]]:
    """The reports that a floor binds."""
    for item in manual.of("playbook"):
        for report in item.parts("reports"):
            floor = floor_of(manual, text(report, "floor"))
            if floor is not None:
                yield item, report, floor


@plants("E06")
def report_too_late(manual: Manual) -> Iterator[Edit]:
    """The report is due after the law's time."""
    for item, report, floor in reports(manual):
        for factor in (2, 6):
            new = times(text(floor, "value"), factor)
            yield manual.put(item.file, scalar(report, "within"), new or "")


@plants("E06", "F06")
def report_by_another_laws_clock(manual: Manual) -> Iterator[Edit]:
    """The report is held to the clock of another kind of incident."""
    for item, report, _ in reports(manual):
        law = text(report, "floor").partition(".")[0]
        other = {
            "network-outage-rules": "cyber-incident-rules.others-4h",
            "cyber-incident-rules": "network-outage-rules.major-written-24h",
        }[law]
        yield manual.put(item.file, scalar(report, "floor"), other)


@plants("E06", held_out=True)
def clock_from_confirmation(manual: Manual) -> Iterator[Edit]:
    """The report's clock starts when the event is declared, not when it is found."""
    for item in manual.of("playbook"):
        start = item.node.get("from")
        if isinstance(start, Scalar) and any(one.get("floor") for one in item.parts("reports")):
            yield manual.put(item.file, start, "emergency-declared")
