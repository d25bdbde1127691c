"""Faults of businesses and their channels, of surveys and of what is scored (area C)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from planting import Edit, Item, Manual, plants, scalar, text
from reference_faults import HEAD
from subjects import OURS, SERVICES, ours

from guifan.language.nodes import MappingNode, SequenceNode


def roaming() -> Item:
    """Our business of five channels."""
    return OURS.by_id["trial-roaming"]


def transfer() -> Item:
    """Our business that is done at the counter only."""
    return OURS.by_id["trial-transfer"]


def listed(node: MappingNode, key: str) -> SequenceNode:
    """A list that is known to be there."""
    value = node.get(key)
    assert isinstance(value, SequenceNode), key
    return value


def part(node: MappingNode, key: str) -> MappingNode:
    """A mapping that is known to be there."""
    value = node.get(key)
    assert isinstance(value, MappingNode), key
    return value


@plants("C01")
def channel_neither_in_nor_out(manual: Manual) -> Iterator[Edit]:
    """Nobody knows whether the business is done there.

    Where the channel says to which other one it sends whatever is not said of it, and the business
    is done there, everybody knows: that is the rule by default.
    """
    for item in (roaming(), transfer()):
        excluded = listed(item.node, "excluded")
        done = {text(one, "channel") for one in item.parts("routes")}
        for at, reason in enumerate(item.parts("excluded")):
            if manual.by_id[text(reason, "channel")].text("otherwise") not in done:
                yield ours(OURS.leave_out(SERVICES, excluded, at))


@plants("C01")
def sent_where_it_is_not_done(manual: Manual) -> Iterator[Edit]:
    """Customers are sent to a channel that sends them on."""
    del manual
    for item in (roaming(), transfer()):
        for reason in item.parts("excluded"):
            other = "letter" if text(reason, "channel") != "letter" else "email"
            yield ours(OURS.put(SERVICES, scalar(reason, "instead"), other))


@plants("C01", held_out=True)
def channel_both_in_and_out(manual: Manual) -> Iterator[Edit]:
    """The business is done there, and it is not."""
    del manual
    for reason in roaming().parts("excluded"):
        for channel in ("hotline", "app"):
            yield ours(OURS.put(SERVICES, scalar(reason, "channel"), channel))


@plants("C04")
def last_norms_of_a_cell_moved(manual: Manual) -> Iterator[Edit]:
    """A dimension has no norm of one sort any more, and nothing says why."""
    cells: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for norm in manual.of("norm"):
        cells[norm.text("dimension"), norm.text("aspect"), norm.text("result")].append(norm)
    for (_, _, result), norms in cells.items():
        files = Counter(norm.file for norm in norms)
        if len(norms) > len(("some", "few")) or max(files.values()) > 1:
            continue
        other = "outcome" if result == "process" else "process"
        edits = [manual.put(one.file, scalar(one.node, "result"), other) for one in norms]
        mutants = [manual.carry_out("", (), edit) for edit in edits]
        for edit in edits:
            beside = {one.file: one.data.decode() for one in mutants if one.file != edit.file}
            yield replace(edit, beside=beside)


@plants("C04")
def dimension_without_norms(manual: Manual) -> Iterator[Edit]:
    """Service has one more dimension, and no norm is of it."""
    members = manual.by_id["service-dimension"].parts("members")
    for name, title in (("safety", "安全性"), ("ease", "便捷性"), ("price", "实惠性")):
        first = members[0].mark.line
        file = manual.by_id["service-dimension"].file
        edit = manual.put(file, scalar(members[0], "id"), f"{name}\n        title: {title}")
        extra = f"        means: 客户觉得{title}怎样。\n      - id: reliability\n"
        (change,) = edit.changes
        assert manual.sources[file].lines[first].endswith("reliability")
        yield replace(edit, changes=(replace(change, new=f"{change.new}\n{extra}".rstrip()),))


@plants("C09")
def question_of_no_dimension(manual: Manual) -> Iterator[Edit]:
    """What the answer says of the service nobody can tell."""
    del manual
    item = OURS.by_id["trial-survey"]
    for asked in item.parts("questions"):
        if asked.get("dimension"):
            yield ours(OURS.drop(item.file, asked, "dimension"))


@plants("C09")
def comparison_of_no_dimension(manual: Manual) -> Iterator[Edit]:
    """A row of the benchmark compares nothing that the model knows."""
    del manual
    item = OURS.by_id["trial-benchmark"]
    for row in item.parts("rows"):
        yield ours(OURS.drop(item.file, row, "dimension"))


def fail_points(manual: Manual) -> Iterator[tuple[str, MappingNode]]:
    """The fail points of procedures."""
    for item in manual.of("procedure"):
        for point in item.parts("fail_points"):
            yield item.file, point


@plants("C10")
def fail_point_without_metric(manual: Manual) -> Iterator[Edit]:
    """Nobody counts how often it goes wrong."""
    for file, point in fail_points(manual):
        if point.get("metric"):
            yield manual.drop(file, point, "metric")


@plants("C10", "W01", "S07")
def fail_point_without_prevention(manual: Manual) -> Iterator[Edit]:
    """It is detected only («计费不准确»): nothing prevents it, nothing puts it right."""
    for file, point in fail_points(manual):
        for key in ("prevention", "recovery"):
            for nothing in ("无", "暂无"):
                yield manual.put(file, scalar(point, key), nothing)


@plants("C10", held_out=True)
def fail_point_prevented_by_detection(manual: Manual) -> Iterator[Edit]:
    """What is written as prevention is how it is found: nothing prevents it."""
    for file, point in fail_points(manual):
        found = text(point, "detection")
        if not scalar(point, "detection").style and not scalar(point, "prevention").style:
            yield manual.put(file, scalar(point, "prevention"), found)


@plants("C11")
def sold_where_it_is_not_cancelled(manual: Manual) -> Iterator[Edit]:
    """Ordered by SMS, cancelled elsewhere."""
    del manual
    cancels = listed(roaming().node, "cancels")
    for at in range(len(cancels.values)):
        yield ours(OURS.leave_out(SERVICES, cancels, at))


@plants("C11")
def more_steps_to_cancel(manual: Manual) -> Iterator[Edit]:
    """Leaving asks for more than coming did."""
    del manual
    for way in roaming().parts("cancels"):
        for steps in ("4 次", "9 次"):
            yield ours(OURS.put(SERVICES, scalar(way, "steps"), steps))


@plants("C11", "C13", held_out=True)
def stronger_proof_to_cancel(manual: Manual) -> Iterator[Edit]:
    """A password opens it, and only papers close it."""
    del manual
    for way in roaming().parts("cancels"):
        if text(way, "strength") == "password":
            strength = scalar(way, "strength")
            yield ours(OURS.put(SERVICES, strength, "document"))


@plants("C12")
def done_by_machines_only(manual: Manual) -> Iterator[Edit]:
    """No person does it: who cannot use the app is stuck."""
    del manual
    routes = roaming().parts("routes")
    kept = next(way for way in routes if text(way, "channel") == "app")
    whole = listed(roaming().node, "routes")
    cancel = next(way for way in roaming().parts("cancels") if text(way, "channel") == "app")
    gone = [text(way, "channel") for way in routes if way is not kept]
    why = "只在掌上营业厅办"
    reasons = [(text(one, "channel"), text(one, "why")) for one in roaming().parts("excluded")]
    excluded = "\n      ".join(
        f"- channel: {channel}\n        why: {reason}\n        instead: app"
        for channel, reason in (*reasons, *((channel, why) for channel in gone))
    )
    node = roaming().node
    yield ours(
        Edit(
            SERVICES,
            (
                OURS.stretch(SERVICES, whole, _written(kept)),
                OURS.stretch(SERVICES, listed(node, "excluded"), excluded),
                OURS.stretch(SERVICES, listed(node, "cancels"), _written(cancel)),
                OURS.stretch(SERVICES, listed(part(node, "minors"), "channels"), "[app]"),
            ),
        )
    )


def _written(way: MappingNode) -> str:
    lines = [f"{key.text}: {text(way, key.text)}" for key, _ in way.entries]
    return "- " + "\n        ".join(lines)


@plants("C12", "C11", held_out=True)
def cancelled_by_machines_only(manual: Manual) -> Iterator[Edit]:
    """Two ways in are with people, no way out is."""
    del manual
    node = roaming().node
    ways = [way for way in roaming().parts("cancels") if text(way, "channel") in ("app", "sms")]
    new = "\n      ".join(_written(way) for way in ways)
    yield ours(Edit(SERVICES, (OURS.stretch(SERVICES, listed(node, "cancels"), new),)))


@plants("C13")
def weaker_proof_than_the_business_asks(manual: Manual) -> Iterator[Edit]:
    """A document is enough where the business asks for the face as well."""
    del manual
    for item in (roaming(), transfer()):
        for way in item.parts("routes"):
            weaker = "none" if item is roaming() else "document"
            yield ours(OURS.put(SERVICES, scalar(way, "strength"), weaker))


@plants("C13", "C11")
def stronger_proof_than_the_channel_gives(manual: Manual) -> Iterator[Edit]:
    """No telephone can look at a face."""
    del manual
    for way in roaming().parts("routes"):
        if text(way, "channel") != "shop":
            yield ours(OURS.put(SERVICES, scalar(way, "strength"), "document-and-face"))


@plants("C13", held_out=True)
def proxy_without_both_papers(manual: Manual) -> Iterator[Edit]:
    """A proxy brings his own papers and none of the customer's, or the other way round."""
    del manual
    proxy = part(transfer().node, "proxy")
    yield ours(OURS.drop(SERVICES, proxy, "customer_documents"))
    yield ours(OURS.drop(SERVICES, proxy, "proxy_documents"))
    minors = part(roaming().node, "minors")
    yield ours(OURS.drop(SERVICES, minors, "guardian_documents"))


@plants("C14")
def other_papers_on_one_channel(manual: Manual) -> Iterator[Edit]:
    """One channel asks for papers that no other does, and nobody says why."""
    del manual
    for key in ("routes", "cancels"):
        for way in roaming().parts(key):
            if not way.get("differs"):
                yield ours(OURS.add(SERVICES, way, "documents: [户口簿]"))
            else:
                yield ours(OURS.drop(SERVICES, way, "differs"))


@plants("C14", "C11")
def other_limit_on_one_channel(manual: Manual) -> Iterator[Edit]:
    """The same business takes longer on one channel, and nobody says why."""
    del manual
    for key in ("routes", "cancels"):
        for way in roaming().parts(key):
            if not way.get("differs"):
                yield ours(OURS.put(SERVICES, scalar(way, "limit"), "trial-by-letter"))


def in_scorecards(manual: Manual) -> Counter[str]:
    """How many criteria name each norm."""
    return Counter(
        text(one, "norm") for card in manual.of("inspection") for one in card.parts("criteria")
    )


@plants("C15")
def scored_and_in_no_scorecard(manual: Manual) -> Iterator[Edit]:
    """Said to be scored, and no scorecard has it."""
    named = in_scorecards(manual)
    for norm in manual.of("norm"):
        if not norm.text("scored") and not named[norm.id]:
            yield manual.add(norm.file, norm.node, "scored: 是")


@plants("C15")
def criterion_of_no_norm(manual: Manual) -> Iterator[Edit]:
    """People are scored by what no norm asks of them."""
    for card in manual.of("inspection"):
        for one in card.parts("criteria"):
            if one.get("norm"):
                yield manual.drop(card.file, one, "norm")


@plants("C15", held_out=True)
def scored_no_longer(manual: Manual) -> Iterator[Edit]:
    """A scorecard counts what its norm says is not scored."""
    named = in_scorecards(manual)
    for norm in manual.of("norm"):
        if norm.text("scored") == "是" and named[norm.id] and norm.node.get("scored"):
            yield manual.drop(norm.file, norm.node, "scored")


def head(kind: str, place: str) -> str:
    """What a file of new items shares."""
    return HEAD.format(kind=kind, place=place) + "items:\n"
