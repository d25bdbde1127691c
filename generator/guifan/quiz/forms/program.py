"""A mixed-integer linear program: variables, rows, the least cost; solved exactly by HiGHS.

HiGHS (MIT): Huangfu and Hall, «Parallelizing the dual revised simplex method», Mathematical
Programming Computation 10 (2018). It runs on one thread, with a seed of its own and without a
limit of time, so that the same program has the same solution.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

GAP = 0.02
"""How much dearer than the least cost a solution may be, as a share of it."""


@dataclass
class Program:
    """A program in the making; variables are named by their numbers.

    Args:
        lows: the least value of each variable.
        highs: the largest.
        costs: what one of each costs.
        rows: least, coefficients by variable, largest.
    """

    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    rows: list[tuple[float, Mapping[int, float], float]] = field(default_factory=list)

    def variable(self, high: float = 1, cost: float = 0) -> int:
        """Add a whole number from 0 on, and return its number."""
        self.lows.append(0)
        self.highs.append(high)
        self.costs.append(cost)
        return len(self.costs) - 1

    def row(self, low: float, terms: Mapping[int, float], high: float) -> None:
        """Ask that a sum lie between two numbers."""
        self.rows.append((low, terms, high))

    def solve(self, gap: float = GAP) -> Sequence[int] | None:
        """The values of the variables at the least cost; None if no values satisfy all rows.

        Raises:
            RuntimeError: the solver gave up, which it does at no program that we make.
        """
        if not self.costs:
            # The solver takes no program without variables: nothing is the one solution.
            return [] if all(low <= 0 <= high for low, _, high in self.rows) else None
        import highspy  # noqa: PLC0415  # an extra, slow to load: only papers need it
        import numpy  # noqa: PLC0415  # comes with it

        model = highspy.HighsLp()
        model.num_col_ = len(self.costs)
        model.num_row_ = len(self.rows)
        model.col_cost_ = numpy.array(self.costs, dtype=float)
        model.col_lower_ = numpy.array(self.lows, dtype=float)
        model.col_upper_ = numpy.array(self.highs, dtype=float)
        model.row_lower_ = numpy.array([low for low, _, _ in self.rows], dtype=float)
        model.row_upper_ = numpy.array([high for _, _, high in self.rows], dtype=float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.costs)
        starts, index, values = [0], list[int](), list[float]()
        for _, terms, _ in self.rows:
            index += terms.keys()
            values += terms.values()
            starts.append(len(index))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
        model.a_matrix_.index_ = numpy.array(index, dtype=numpy.int32)
        model.a_matrix_.value_ = numpy.array(values, dtype=float)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its __init__ has no types
        for name, value in _OPTIONS.items():
            solver.setOptionValue(name, value)
        solver.setOptionValue("mip_rel_gap", gap)
        solver.passModel(model)
        solver.run()
        match solver.getModelStatus():
            case highspy.HighsModelStatus.kOptimal:
                return [round(value) for value in solver.getSolution().col_value]
            case highspy.HighsModelStatus.kInfeasible:
                return None
            case status:
                raise RuntimeError(solver.modelStatusToString(status))


_OPTIONS: Mapping[str, str | float] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "time_limit": math.inf,
}
