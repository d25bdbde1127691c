"""The program whose solutions are the papers of a blueprint."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import ceil, inf

from guifan.language.kinds.exam import QuestionType
from guifan.quiz.forms.plan import Cell, Plan, cell_of
from guifan.quiz.forms.program import GAP, Program
from guifan.quiz.item import Form, Item, digest
from guifan.quiz.mix import CLASSIFIED, FAMILY


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked of every paper, each with how many questions.

    Args:
        cells: by chapter and level.
        sections: by type.
        clauses: ids of the clauses that must be asked about.
        seconds: the most that its questions may take; None for any.
        shared: how many questions all papers have in common; none else stands in two of them.
    """

    cells: Mapping[Cell, int]
    sections: Mapping[QuestionType, int]
    clauses: tuple[str, ...]
    seconds: int | None
    shared: int


def demands(plan: Plan) -> Demands:
    """What a blueprint asks of every paper."""
    exam = plan.exam
    return Demands(plan.cells, plan.sections, exam.must_cover, plan.seconds, exam.overlap)


@dataclass(frozen=True, slots=True)
class Bars:
    """Sets of questions, by id, of which a paper has at most one."""

    sets: tuple[frozenset[str], ...] = ()

    def more(self, found: Iterable[frozenset[str]]) -> "Bars":
        """With some more."""
        return replace(self, sets=tuple(dict.fromkeys((*self.sets, *found))))


@dataclass(frozen=True, slots=True)
class Lacking:
    """The variables that count what is missing, where a program may miss something."""

    cells: dict[tuple[Cell, str], int] = field(default_factory=dict)
    sections: dict[tuple[QuestionType, str], int] = field(default_factory=dict)
    clauses: dict[tuple[str, str], int] = field(default_factory=dict)
    seconds: dict[str, int] = field(default_factory=dict)


class Model:
    """A program with a variable for each question in each paper.

    Args:
        plan: the blueprint and the questions.
        asked: what is asked.
        bars: which questions may not stand together.
        may_lack: something may be missing, at a cost; what, ``lacking`` counts.
        may_share: how many questions papers share is left open, each at a cost.
    """

    def __init__(
        self,
        plan: Plan,
        asked: Demands,
        bars: Bars,
        *,
        may_lack: bool = False,
        may_share: bool = False,
    ) -> None:
        self.plan = plan
        self.program = Program()
        self.lacking = Lacking()
        self.items = tuple(sorted(plan.items.values(), key=lambda one: digest(plan.seed, one.id)))
        self.at = {
            (one.id, letter): self.program.variable() for one in self.items for letter in plan.drawn
        }
        self.common: dict[str, int] = {}
        for letter in plan.drawn:
            self._counts(asked, letter, may_lack=may_lack)
            self._apart(bars, letter)
        if len(plan.drawn) > 1:
            self._shares(asked, may_share=may_share)

    def _short(self, high: float, cost: float) -> int:
        return self.program.variable(high, cost)

    def _counts(self, asked: Demands, letter: str, *, may_lack: bool) -> None:
        by_cell: dict[Cell, list[Item]] = defaultdict(list)
        by_type: dict[QuestionType, list[Item]] = defaultdict(list)
        for one in self.items:
            by_cell[cell_of(one)].append(one)
            by_type[self.plan.type_of(one)].append(one)
        for cell, count in asked.cells.items():
            terms = self._sum(by_cell[cell], letter)
            if may_lack:
                self.lacking.cells[cell, letter] = short = self._short(count, 1)
                terms[short] = 1
            self.program.row(count, terms, count)
        for kind, count in asked.sections.items():
            terms = self._sum(by_type[kind], letter)
            if may_lack:
                self.lacking.sections[kind, letter] = short = self._short(count, 1)
                terms[short] = 1
            self.program.row(count, terms, count)
        for clause in asked.clauses:
            terms = self._sum(self.plan.covering(clause), letter)
            if may_lack:
                self.lacking.clauses[clause, letter] = short = self._short(1, 1)
                terms[short] = 1
            self.program.row(1, terms, inf)
        if asked.seconds is not None:
            terms = {self.at[one.id, letter]: one.model.seconds for one in self.items}
            if may_lack:
                self.lacking.seconds[letter] = over = self._short(inf, 1 / 60)
                terms[over] = -1
            self.program.row(0, terms, asked.seconds)

    def _sum(self, items: Iterable[Item], letter: str) -> dict[int, float]:
        return {self.at[one.id, letter]: 1 for one in items}

    def _apart(self, bars: Bars, letter: str) -> None:
        """Of one fact, of clauses that the blueprint keeps apart, of what is barred: one."""
        facts: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for one in self.items:
            facts[one.enemies].append(one)
        some: list[Iterable[Item]] = [items for items in facts.values() if len(items) > 1]
        some += [
            [one for name in apart.clauses for one in self.plan.covering(name)]
            for apart in self.plan.exam.apart
        ]
        some += [[self.plan.items[name] for name in sorted(names)] for names in bars.sets]
        for items in some:
            self.program.row(0, self._sum(items, letter), 1)

    def _shares(self, asked: Demands, *, may_share: bool) -> None:
        """What stands in two papers stands in all, and so many do."""
        for one in self.items:
            self.common[one.id] = common = self.program.variable(cost=1 if may_share else 0)
            places = [self.at[one.id, letter] for letter in self.plan.drawn]
            once = dict.fromkeys(places, 1.0) | {common: 1.0 - len(places)}
            self.program.row(-inf, once, 1)
            for place in places:
                self.program.row(0, {place: 1, common: -1}, inf)
        most = inf if may_share else asked.shared
        self.program.row(asked.shared, dict.fromkeys(self.common.values(), 1.0), most)

    def prefer(self) -> None:
        """Ask for papers that are alike in time, mixed, without remarks; else by a keyed hash."""
        for (name, letter), at in self.at.items():
            item = self.plan.items[name]
            keyed = int(digest(self.plan.seed, letter, name)[:6], 16) / 0xFFFFFF
            self.program.costs[at] = keyed + len(item.remarks)
        for letter in self.plan.drawn:
            self._mix(letter)
        if len(self.plan.drawn) > 1:
            self._even_times()

    def _mix(self, letter: str) -> None:
        """No family of models too often, few names asked, as many true statements as false."""
        size = self.plan.exam.questions
        families: dict[str, list[Item]] = defaultdict(list)
        for one in self.items:
            families[one.model.family].append(one)
        each = max(int(size * FAMILY), ceil(size / max(len(families), 1)))
        for items in families.values():
            self._at_most(items, each, letter)
        names = [one for one in self.items if one.model.classifies]
        self._at_most(names, int(size * CLASSIFIED), letter)
        stated = [one for one in self.items if one.model.form is Form.TRUE_FALSE]
        half = ceil(self.plan.sections.get(QuestionType.TRUE_FALSE, 0) / 2)
        for place in (0, 1):
            self._at_most([one for one in stated if one.key[0] == place], half, letter)

    def _at_most(self, items: Iterable[Item], most: int, letter: str) -> None:
        over = self.program.variable(inf, _UNBALANCED)
        self.program.row(-inf, self._sum(items, letter) | {over: -1}, most)

    def _even_times(self) -> None:
        """The longest paper takes hardly longer than the shortest."""
        least, spread = self.program.variable(inf), self.program.variable(inf, _SECOND)
        for letter in self.plan.drawn:
            terms = {self.at[one.id, letter]: float(one.model.seconds) for one in self.items}
            self.program.row(0, terms | {least: -1.0}, inf)
            self.program.row(-inf, terms | {least: -1.0, spread: -1.0}, 0)

    def solve(self, gap: float = GAP) -> bool:
        """Whether there is a solution, which is kept."""
        found = self.program.solve(gap)
        self._values = tuple(found or ())
        return found is not None

    def value(self, variable: int) -> int:
        """The value of a variable in the solution."""
        return self._values[variable]

    def papers(self) -> dict[str, tuple[Item, ...]] | None:
        """The questions of each paper in the best solution; None where there is none."""
        if not self.solve():
            return None
        return {
            letter: tuple(one for one in self.items if self.value(self.at[one.id, letter]))
            for letter in self.plan.drawn
        }


_UNBALANCED = 2.0
"""What one question too many of a sort costs; another question costs up to 1."""

_SECOND = 0.02
"""What a second costs by which papers differ."""
