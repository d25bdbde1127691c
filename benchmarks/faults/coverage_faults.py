"""Faults of coverage that stand in items themselves: intake, functions, classes, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from planting import Edit, Manual, plants, scalar, text, texts

from guifan.language.nodes import MappingNode, Scalar, SequenceNode


@plants("C02", "R05")
def taken_in_by_nobody_there(manual: Manual) -> Iterator[Edit]:
    """The post that takes it in does not serve on the channel."""
    for item in manual.of("channel"):
        there = item.names("staffed_by")
        for intake in item.parts("intake"):
            for post in ("rota-planner", "trainer"):
                if post in manual.by_id and post not in there:
                    yield manual.put(item.file, scalar(intake, "by"), post)


@plants("C02", held_out=True)
def complaints_not_taken_in(manual: Manual) -> Iterator[Edit]:
    """Complaints are promised to be taken in everywhere, and this channel does not take them."""
    for item in manual.of("channel"):
        listed = item.node.get("intake")
        for at, intake in enumerate(item.parts("intake")):
            if text(intake, "what") == "complaint" and isinstance(listed, SequenceNode):
                yield manual.leave_out(item.file, listed, at)


@plants("C03")
def function_struck(manual: Manual) -> Iterator[Edit]:
    """At this level nobody has the function any more."""
    held = [
        (item.text("level"), text(charge, "function"))
        for item in manual.of("unit")
        for charge in item.parts("functions")
    ]
    for item in manual.of("unit"):
        listed = item.node.get("functions")
        for at, charge in enumerate(item.parts("functions")):
            only = held.count((item.text("level"), text(charge, "function"))) == 1
            if only and isinstance(listed, SequenceNode) and len(listed.values) > 1:
                yield manual.leave_out(item.file, listed, at)


@plants("C03")
def function_taken_for_another(manual: Manual) -> Iterator[Edit]:
    """One function stands twice at this level, and the one it stood for is nobody's."""
    held = [
        (item.text("level"), text(charge, "function"))
        for item in manual.of("unit")
        for charge in item.parts("functions")
    ]
    for item in manual.of("unit"):
        charges = item.parts("functions")
        for charge in charges:
            for other in charges:
                mine = (item.text("level"), text(charge, "function"))
                if other is not charge and held.count(mine) == 1:
                    yield manual.put(item.file, scalar(charge, "function"), text(other, "function"))


def apart(manual: Manual, key: str) -> Iterator[tuple[str, Scalar, str]]:
    """In classes that promise to keep apart: a word of one member, and one of the next."""
    for item in manual.of("taxonomy"):
        if item.text("mece") in ("true", "是"):
            members = item.parts("members")
            for one in members:
                for other in members:
                    value = other.get(key)
                    words = texts(one.get(key))
                    if other is not one and isinstance(value, SequenceNode) and words:
                        first = value.values[0]
                        assert isinstance(first, Scalar)
                        yield item.file, first, words[0]


@plants("C07", "R08")
def word_in_two_classes(manual: Manual) -> Iterator[Edit]:
    """One name leads into two classes that promise to keep apart (网络攻击 in two)."""
    for file, first, word in apart(manual, "also"):
        yield manual.put(file, first, word)


@plants("C07")
def example_in_two_classes(manual: Manual) -> Iterator[Edit]:
    """One case is the example of two classes that promise to keep apart."""
    for file, first, word in apart(manual, "examples"):
        yield manual.put(file, first, word)


def decisions(manual: Manual) -> Iterator[tuple[str, SequenceNode, list[MappingNode]]]:
    """The ways out of each decision."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            listed = step.get("branches")
            if isinstance(listed, SequenceNode) and not listed.flow:
                ways = [way for way in listed.values if isinstance(way, MappingNode)]
                yield item.file, listed, ways


@plants("C08")
def one_case_two_ways(manual: Manual) -> Iterator[Edit]:
    """The same case leads two ways."""
    for file, _, ways in decisions(manual):
        if len(ways) > 1 and not scalar(ways[1], "when").style:
            yield manual.put(file, scalar(ways[1], "when"), text(ways[0], "when"))


@plants("C08")
def way_that_leads_nowhere(manual: Manual) -> Iterator[Edit]:
    """The case has neither a next step nor an end."""
    for file, _, ways in decisions(manual):
        for way in ways:
            if way.get("ends_with") and not way.get("to"):
                yield manual.drop(file, way, "ends_with")


@plants("C08", held_out=True)
def only_one_way_out(manual: Manual) -> Iterator[Edit]:
    """A decision with one way out decides nothing: the other cases are not said."""
    for file, listed, ways in decisions(manual):
        if len(ways) == len(("yes", "no")):
            yield manual.leave_out(file, listed, 1)
