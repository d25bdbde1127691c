"""Faults of life cycle: who wrote it, from when to when it holds, what follows it (area L)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from planting import Edit, Item, Manual, amount, plants, scalar, text, texts, times
from subjects import OURS, PROMOTIONS, TIMES, ours

from guifan.language.nodes import Scalar, SequenceNode


@plants("L01", "R06")
def approved_by_its_author(manual: Manual) -> Iterator[Edit]:
    """Who wrote it approves it."""
    for item in _first_of_files(manual):
        author, approver = item.root.get("author"), item.root.get("approver")
        if isinstance(author, Scalar) and isinstance(approver, Scalar):
            yield manual.put(item.file, approver, author.text)


def _first_of_files(manual: Manual) -> Iterator[Item]:
    seen = set()
    for item in manual.items:
        if item.file not in seen:
            seen.add(item.file)
            yield item


@plants("L01", "R06")
def written_by_its_approver(manual: Manual) -> Iterator[Edit]:
    """One item of the file is written by whom approves it."""
    for item in manual.items:
        if item.node is not item.root and not item.node.get("author") and item.text("approver"):
            yield manual.add(item.file, item.node, f"author: {item.text('approver')}")


@plants("L01", held_out=True)
def owned_by_a_stranger(manual: Manual) -> Iterator[Edit]:
    """Who answers for it is not of the company."""
    for item in _first_of_files(manual):
        owner = item.root.get("owner")
        if isinstance(owner, Scalar):
            for other in ("telecom-authority", "market-regulator"):
                yield manual.put(item.file, owner, other)


@plants("L02")
def reviewed_after_years(manual: Manual) -> Iterator[Edit]:
    """The next review is further off than the interval."""
    for item in _first_of_files(manual):
        value = item.root.get("review_by")
        if isinstance(value, Scalar):
            for day in ("2028-01-31", "2029-12-31"):
                yield manual.put(item.file, value, day)


@plants("L02")
def review_is_due(manual: Manual) -> Iterator[Edit]:
    """The day of its review has gone by."""
    for item in _first_of_files(manual):
        value = item.root.get("review_by")
        if isinstance(value, Scalar):
            yield manual.put(item.file, value, "2026-09-30")


@plants("L02", held_out=True)
def announcement_for_a_year(manual: Manual) -> Iterator[Edit]:
    """Announcements are reviewed every three months."""
    for item in manual.of("announcement"):
        if item.node is not item.root:
            yield manual.add(item.file, item.node, "review_by: 2027-04-30")


def old_limit() -> Item:
    """Our limit that another one followed."""
    return OURS.by_id["trial-lookback-2025"]


@plants("L03")
def two_versions_at_once(manual: Manual) -> Iterator[Edit]:
    """Both hold for a while (v2 from 1 January, v1 until 31 March)."""
    del manual
    for day in ("2026-01-01", "2026-03-31"):
        yield ours(OURS.put(TIMES, scalar(old_limit().node, "expires"), day))
    yield ours(OURS.drop(TIMES, old_limit().node, "expires"))


@plants("L03")
def neither_version_for_a_while(manual: Manual) -> Iterator[Edit]:
    """The old one has ended, the new one has not begun."""
    del manual
    for day in ("2025-12-30", "2025-10-31"):
        yield ours(OURS.put(TIMES, scalar(old_limit().node, "expires"), day))
    new = OURS.by_id["trial-lookback"]
    yield ours(OURS.add(TIMES, new.node, "effective: 2026-02-01"))


@plants("L03")
def two_successors(manual: Manual) -> Iterator[Edit]:
    """Two items follow one: nobody knows which holds."""
    del manual
    other = OURS.by_id["trial-open"]
    yield ours(OURS.add(TIMES, other.node, "supersedes: [trial-lookback-2025]"))
    other = OURS.by_id["trial-cancel"]
    yield ours(OURS.add(TIMES, other.node, "supersedes: [trial-lookback-2025]"))


@plants("L03", held_out=True)
def each_follows_the_other(manual: Manual) -> Iterator[Edit]:
    """A circle: each is the other's successor."""
    del manual
    yield ours(OURS.add(TIMES, old_limit().node, "supersedes: [trial-lookback]"))
    new = OURS.by_id["trial-lookback"]
    value = new.node.get("supersedes")
    assert isinstance(value, SequenceNode)
    yield ours(OURS.put(TIMES, value, "[trial-lookback]"))


def relied_on(manual: Manual) -> Iterator[Item]:
    """Limits, messages and norms that others name."""
    named = set()
    for item in manual.items:
        for key in ("limits", "messages", "say", "see"):
            named |= set(texts(item.node.get(key)))
    for item in manual.of("limit") + manual.of("message"):
        if item.id in named:
            yield item


@plants("L04")
def draft_relied_on(manual: Manual) -> Iterator[Edit]:
    """What is in force rests on a draft."""
    for item in relied_on(manual):
        yield manual.add(item.file, item.node, "status: draft")


@plants("L04")
def retired_relied_on(manual: Manual) -> Iterator[Edit]:
    """What is in force rests on what nobody keeps any more."""
    for item in relied_on(manual):
        yield manual.add(item.file, item.node, "status: retired")


@plants("L04", held_out=True)
def ends_before_what_rests_on_it(manual: Manual) -> Iterator[Edit]:
    """It ends, and what quotes it goes on."""
    for item in relied_on(manual):
        yield manual.add(item.file, item.node, "expires: 2026-12-15")


@plants("L05")
def two_of_a_group_at_once(manual: Manual) -> Iterator[Edit]:
    """Two promotions that exclude each other run at the same time."""
    del manual
    seasons = [OURS.by_id[f"trial-{name}"] for name in ("spring", "summer", "autumn", "winter")]
    for one, two in pairwise(seasons):
        day = text(one.node, "ends")
        yield ours(OURS.put(PROMOTIONS, scalar(two.node, "starts"), day))
        yield ours(OURS.put(PROMOTIONS, scalar(two.node, "starts"), f"{day[:8]}02"))


@plants("L05", "S07", "L04")
def over_before_it_begins(manual: Manual) -> Iterator[Edit]:
    """The last day is before the first."""
    del manual
    for name in ("spring", "summer", "autumn", "winter"):
        one = OURS.by_id[f"trial-{name}"].node
        year = "2025" + text(one, "ends")[4:]
        changes = (
            OURS.stretch(PROMOTIONS, scalar(one, "expires"), year),
            OURS.stretch(PROMOTIONS, scalar(one, "ends"), year),
        )
        yield ours(Edit(PROMOTIONS, changes))


@plants("L05", held_out=True)
def shown_after_it_ended(manual: Manual) -> Iterator[Edit]:
    """The promotion is over, its page stays."""
    del manual
    for name in ("spring", "summer", "autumn"):
        one = OURS.by_id[f"trial-{name}"].node
        yield ours(OURS.put(PROMOTIONS, scalar(one, "expires"), "2026-12-31"))


@plants("L06")
def limit_changed_silently(manual: Manual) -> Iterator[Edit]:
    """A released number is another one, and nobody was told."""
    for item in manual.of("limit"):
        value = item.node.get("value")
        parts = amount(value.text) if isinstance(value, Scalar) else None
        if isinstance(value, Scalar) and parts and not item.node.get("floor"):
            yield replace(
                manual.put(item.file, value, f"{parts[0] + 1:g} {parts[1]}"), released=True
            )


@plants("L06")
def target_changed_silently(manual: Manual) -> Iterator[Edit]:
    """A released target is another one, and nobody was told."""
    for item in manual.of("metric"):
        for key in ("warning", "red"):
            value = item.node.get(key)
            parts = amount(value.text) if isinstance(value, Scalar) else None
            if isinstance(value, Scalar) and parts and parts[1] == "%":
                new = f"{parts[0] - 0.5:g}%" if key == "red" else f"{parts[0] + 0.2:g}%"
                yield replace(manual.put(item.file, value, new), released=True)


@plants("L06", held_out=True)
def new_version_without_a_word(manual: Manual) -> Iterator[Edit]:
    """The version went up, what changed is not said and nobody has to sign."""
    for item in manual.of("limit"):
        value = item.node.get("within")
        new = times(value.text, 0.9) if isinstance(value, Scalar) else None
        if isinstance(value, Scalar) and new and new != value.text and not item.node.get("version"):
            name, id_ = item.node.entries[0]
            edit = manual.add(item.file, item.node, "version: 2")
            del name, id_
            yield Edit(
                item.file, (*edit.changes, manual.stretch(item.file, value, new)), released=True
            )


@plants("L07")
def released_without_approval(manual: Manual) -> Iterator[Edit]:
    """The board never saw it."""
    item = manual.by_id["manual"]
    passed = item.node.get("passed")
    assert isinstance(passed, SequenceNode)
    for at, stage in enumerate(item.parts("passed")):
        if text(stage, "stage") in ("approval", "drafting", "release"):
            yield manual.leave_out(item.file, passed, at)


@plants("L07")
def approved_by_another_body(manual: Manual) -> Iterator[Edit]:
    """Approved by somebody, not by the body that must."""
    item = manual.by_id["manual"]
    for stage in item.parts("passed"):
        if text(stage, "stage") == "approval":
            for other in ("quality-office", "service-director", "standards-editor"):
                yield manual.put(item.file, scalar(stage, "by"), other)


@plants("L07", held_out=True)
def stages_out_of_order(manual: Manual) -> Iterator[Edit]:
    """Released before it was approved."""
    item = manual.by_id["manual"]
    stages = item.parts("passed")
    for one, two in pairwise(stages):
        yield manual.swap(item.file, scalar(one, "done"), scalar(two, "done"))


@plants("L08")
def number_checked_long_ago(manual: Manual) -> Iterator[Edit]:
    """Nobody has dialled it for longer than the interval."""
    item = manual.of("channel")[0]
    value = item.root.get("verified")
    assert isinstance(value, Scalar)
    for day in ("2024-05-12", "2025-11-01"):
        yield manual.put(item.file, value, day)
    for channel in manual.of("channel"):
        yield manual.add(channel.file, channel.node, "verified: 2025-06-30")


@plants("L08")
def number_never_checked(manual: Manual) -> Iterator[Edit]:
    """Nobody says that it was ever dialled."""
    item = manual.of("channel")[0]
    yield manual.drop(item.file, item.root, "verified")


@plants("L08", held_out=True)
def checked_in_shorter_intervals(manual: Manual) -> Iterator[Edit]:
    """Numbers are to be dialled every three months, and were dialled half a year ago."""
    item = manual.by_id["manual"]
    for every in ("3 个月", "6 个月"):
        yield manual.put(item.file, scalar(item.node, "verify_every"), every)
