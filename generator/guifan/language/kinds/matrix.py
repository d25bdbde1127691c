"""A matrix: importance-performance, force field, benchmark."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.model import (
    Choice,
    Flaw,
    Id,
    Item,
    Line,
    Member,
    MetricId,
    Own,
    Part,
    Prose,
    RoleId,
    field,
    refuse,
)
from guifan.language.scalars import Whole


class Sort(Choice):
    """What a matrix is for."""

    IMPORTANCE = "importance", "重要性与表现"
    FORCES = "forces", "力场分析"
    BENCHMARK = "benchmark", "竞争对比"
    WEIGHTS = "weights", "权重"


class Axis(Part):
    """A row or a column."""

    id: Id = field("编号", "在本矩阵内唯一。", "delivery")
    title: Line = field("名称", "行或列的名称。")
    role: RoleId | None = field(
        "岗位",
        "这一行或列就是一个岗位的，写它；岗位页列出这一行或列。",
        "shift-leader",
        default=None,
    )
    metric: MetricId | None = field(
        "指标", "权重表的一行算的是哪个指标。", "complaint-satisfaction", default=None
    )
    dimension: Annotated[str, Member("service-dimension")] | None = field(
        "服务维度", "竞争对比的一行比的是哪个服务维度。", "reliability", default=None
    )


class Cell(Part):
    """A cell."""

    row: Annotated[str, Own("rows")] = field("行", "行的编号。")
    column: Annotated[str, Own("columns")] = field("列", "列的编号。")
    says: Line = field("内容", "格子里写什么。")
    strength: Whole | None = field(
        "力度", "力场分析里这一股力有多强，从 1 到 5，5 最强。", "3", default=None
    )


class Matrix(Item):
    """A matrix."""

    kind: ClassVar[str] = "matrix"
    kind_name: ClassVar[str] = "矩阵"
    kind_help: ClassVar[str] = "用行和列对照的分析表，例如重要性与表现、力场分析、竞争对比。"

    sort: Sort | None = field(
        "类别",
        "重要性与表现（行从最重要的起，列从做得最差的起）、力场分析（第一列助力，第二列阻力）、"
        "竞争对比、权重；都不是的不写。",
        "benchmark",
        default=None,
    )
    about: Prose = field("说明", "怎么读、读出什么。")
    rows: tuple[Axis, ...] = field("行", "各行。")
    columns: tuple[Axis, ...] = field("列", "各列。")
    cells: tuple[Cell, ...] = field("格", "各格内容。")

    @model_validator(mode="after")
    def _is_filled_once(self) -> Self:
        """No cell is filled twice."""
        refuse(self._twice())
        return self

    def _twice(self) -> Iterator[Flaw]:
        first: set[tuple[str, str]] = set()
        for at, cell in enumerate(self.cells):
            if (cell.row, cell.column) in first:
                about = {"row": cell.row, "column": cell.column}
                yield Flaw("S07", "cell-twice", ("cells", at, "row"), about)
            first.add((cell.row, cell.column))
