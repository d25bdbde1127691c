"""Emergencies as the playbooks divide them: classes, grades, who is told what and by when.

Classes, grades, levels and colours are three ladders and a list that the manual writes as
taxonomies (突发事件应对法 art. 2, 3, 63): how grave an event is, how far we mobilise, and how grave
what is still to come may be are never one another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.playbook import Action, Playbook, Response
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.language.nodes import Path
from guifan.temporal.duration import Dimension, Duration

HOUR = 3600
"""Seconds of the first hour."""

CLASSES, STATUTORY = "event-class", "statutory-event-class"
GRADES, LEVELS, COLOURS = "event-grade", "response-level", "warning-colour"
STAGES = "message-stage"
"""The taxonomies that emergencies are told by; ladders begin with the gravest."""

FIRST = "first"
"""The stage in which people are told for the first time."""

AWAITING = (FIRST, "progress")
"""The stages before the service is back: whoever is told something waits for the next news."""

AUDIENCES = (Addressee.CUSTOMER, Addressee.FRONTLINE, Addressee.REGULATOR, Addressee.MEDIA)
"""Whom each stage has a template for."""

ENGLISH = {
    Addressee.CUSTOMER: "customers",
    Addressee.FRONTLINE: "frontline staff",
    Addressee.REGULATOR: "the authorities",
    Addressee.MEDIA: "the media",
}
"""The audiences in English."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An action by which a message goes out.

    Args:
        path: the action's place in its playbook.
        action: the action.
        message: what is sent.
    """

    path: Path
    action: Action
    message: Message


def order(corpus: Corpus, ladder: str) -> dict[str, int]:
    """The rank of each member of a ladder, 0 for the gravest."""
    return {name: at for at, name in enumerate(corpus.members(ladder))}


def responses(playbook: Playbook, corpus: Corpus) -> Iterator[tuple[int, Response]]:
    """The responses to grades that there are, with their places."""
    grades = corpus.members(GRADES)
    return ((at, one) for at, one in enumerate(playbook.responses) if one.grade in grades)


def is_placed(corpus: Corpus, playbook: Playbook) -> bool:
    """Whether its class and grades are known; of others R01 speaks."""
    known = playbook.event_class in corpus.members(CLASSES)
    return known and len(tuple(responses(playbook, corpus))) == len(playbook.responses)


def blanks(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """By class, the grades that no playbook answers and nobody excludes.

    Nothing while there is no playbook, or one whose cells are not known: they stay open.
    """
    playbooks = corpus.of(Playbook)
    if not playbooks or not all(is_placed(corpus, one) for one in playbooks):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for name, member in corpus.members(CLASSES).items():
        own = (one for one in playbooks if one.event_class == name)
        known = {response.grade for one in own for response in one.responses}
        known |= {one.grade for one in member.excludes}
        found[name] = tuple(grade for grade in corpus.members(GRADES) if grade not in known)
    return found


def begins(playbook: Playbook) -> Iterator[tuple[Path, str]]:
    """Every place at which a playbook says that an event is of a grade, and the grade."""
    for at, trigger in enumerate(playbook.triggers):
        for step, threshold in enumerate(trigger.thresholds):
            yield ("triggers", at, "thresholds", step, "grade"), threshold.grade
    for at, sign in enumerate(playbook.signs):
        yield ("signs", at, "grade"), sign.grade


def highest(corpus: Corpus, playbook: Playbook) -> TaxonomyMember | None:
    """The highest level of response that a playbook may start."""
    levels = corpus.members(LEVELS)
    started = {one.level for one in playbook.responses}
    return next((member for name, member in levels.items() if name in started), None)


def actions(playbook: Playbook) -> Iterator[tuple[Path, Action]]:
    """The actions of the first hour, then the later ones."""
    for name, group in (("first_hour", playbook.first_hour), ("later", playbook.later)):
        for at, action in enumerate(group):
            yield (name, at), action


def sent(corpus: Corpus, playbook: Playbook) -> Iterator[Sent]:
    """What goes out, in the order written."""
    for path, action in actions(playbook):
        message = corpus.one(Message, action.message)
        if message is not None:
            yield Sent(path, action, message)


def seconds(at: Duration | None) -> int | None:
    """Seconds after the discovery; 0 for at once, None for what is not counted by the clock."""
    if at is None:
        return 0
    return int(at.magnitude) if at.dimension is Dimension.SECONDS else None


def in_first_hour(at: Duration | None) -> bool:
    """Whether it is done within an hour of the discovery."""
    after = seconds(at)
    return after is not None and after <= HOUR
