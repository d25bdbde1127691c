"""What is carried, what carries it, and what is lost on the way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from guifan.language.catalogues import Translator
from guifan.quiz.item import IN_WORDS, Form, Item

MARK = "guifan"
"""Stands in everything that is carried, so that a later export knows its own files."""


@dataclass(frozen=True, slots=True)
class Source:
    """An item of the manual that questions rest on.

    Args:
        title: its chapter and its title.
        version: its version.
        effective: the day from which that holds.
    """

    title: str
    version: int
    effective: date


@dataclass(frozen=True)
class Course:
    """Questions, and under what they are carried.

    Args:
        title: what the whole is called.
        items: the questions, in their order.
        words: the translator.
        day: the day of judgement.
        sources: the items of the manual, by their ids.
        mastery: the percentage from which somebody has passed, where a carrier asks for one.
        profile: the columns of a table; see ``xlsx``.
        marks: what questions are worth, by their ids; each one mark where nothing says so.
        player: the files of our own player by name, for the carriers that bring one.
    """

    title: str
    items: tuple[Item, ...]
    words: Translator
    day: date
    sources: Mapping[str, Source] = field(default_factory=dict)
    mastery: int = 80
    profile: str = "common"
    marks: Mapping[str, Decimal] = field(default_factory=dict)
    player: Mapping[str, bytes] = field(default_factory=dict)

    def worth(self, item: Item) -> int | float:
        """How many marks a question is worth."""
        marks = self.marks.get(item.id, Decimal(1))
        return int(marks) if marks % 1 == 0 else float(marks)

    @property
    def language(self) -> str:
        """The tag of its language, as other programs know it."""
        return "zh-CN" if self.words.locale.startswith("zh") else self.words.locale


@dataclass(frozen=True, slots=True)
class Loss:
    """What a carrier cannot hold of a question.

    Args:
        item: id of the question.
        reason: key of the reason.
        whole: the question is not carried at all.
    """

    item: str
    reason: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a course.

    Args:
        files: what to write, by name; of an archive its members, in their order.
        items: how many questions they hold.
        losses: what they do not hold.
    """

    files: Mapping[str, bytes]
    items: int
    losses: tuple[Loss, ...]


def _nothing(_: Course, __: Item) -> Iterator[str]:
    return iter(())


def _unheld(item: Item) -> str:
    return "by-people" if item.model.form in IN_WORDS else "no-form"


def _no_reason(_: Item) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A form in which questions leave.

    Args:
        name: as the command knows it.
        suffix: how its files end.
        forms: the types of questions that it can hold.
        pack: its files, of questions that it can hold.
        sign: what stands in each of its files that are no archive, so that they are known again.
        loses: keys of what it cannot hold of a question that it carries.
        bars: key of why it cannot carry a question although it knows the type, if it cannot.
        plays: it brings our own player.
        weighs: it tells how many marks a question is worth.
    """

    name: str
    suffix: str
    forms: frozenset[Form]
    pack: Callable[[Course], Mapping[str, bytes]]
    sign: str = ""
    loses: Callable[[Course, Item], Iterator[str]] = _nothing
    bars: Callable[[Item], str | None] = _no_reason
    plays: bool = False
    weighs: bool = False

    @property
    def archive(self) -> bool:
        """Whether its files go into one archive; else there is just one, with its sign."""
        return not self.sign

    def carry(self, course: Course) -> Carried:
        """Pack the questions that it can hold, and say what is lost of all."""
        is_uneven = len(set(course.marks.values())) > 1 and not self.weighs
        losses: list[Loss] = []
        kept: list[Item] = []
        for item in course.items:
            barred = self.bars(item) if item.model.form in self.forms else _unheld(item)
            if barred:
                losses.append(Loss(item.id, barred, True))
                continue
            kept.append(item)
            lost = [*self.loses(course, item), *(["one-mark-each"] if is_uneven else [])]
            losses += [Loss(item.id, reason, False) for reason in lost]
        files = self.pack(replace(course, items=tuple(kept)))
        return Carried(files, len(kept), tuple(losses))
