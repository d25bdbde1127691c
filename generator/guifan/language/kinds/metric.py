"""A metric: what is counted, from where, and what is good."""

from typing import Annotated, ClassVar

from guifan.language.model import (
    Choice,
    Id,
    Item,
    Line,
    Member,
    MetricId,
    Part,
    Post,
    Prose,
    SystemId,
    field,
)
from guifan.language.quantities import Duration, Quantity


class Direction(Choice):
    """Which way is better."""

    UP = "up", "越高越好"
    DOWN = "down", "越低越好"


class Variable(Part):
    """A variable of the formula."""

    id: Id = field("编号", "在公式里的名字。", "answered-in-15s")
    title: Line = field("名称", "读者看到的名字。", "15 秒内应答量")
    means: Line | None = field("口径", "怎样计数，算什么、不算什么。", default=None)
    source: SystemId | None = field("来源", "从哪个系统取数。", default=None)


class Metric(Item):
    """A metric."""

    kind: ClassVar[str] = "metric"
    kind_name: ClassVar[str] = "指标"
    kind_help: ClassVar[str] = "用数字看做得好不好：公式、单位、方向、目标、来源、周期。"

    means: Prose = field("含义", "这个指标说明什么。")
    family: Annotated[str, Member("metric-family")] = field(
        "类别", "属于哪一类指标。", "responsiveness"
    )
    formula: Line = field("公式", "用变量编号写的公式。", "answered-in-15s / offered × 100%")
    variables: tuple[Variable, ...] = field("变量", "公式里的每个变量。")
    unit: Line = field("单位", "结果的单位。", "件")
    direction: Direction = field("方向", "越高越好还是越低越好。", "up")
    target: Quantity = field("目标值", "要达到的值。", "85%")
    warning: Quantity | None = field("预警值", "到这个值要关注。", "82%", default=None)
    red: Quantity | None = field("红线值", "到这个值要整改。", "80%", default=None)
    window: Line = field("统计窗口", "按多长时间统计。", "自然月")
    every: Duration = field("监测周期", "多久看一次。", "1 日")
    reported_by: Post = field("报告岗", "谁出数、谁报告。")
    reads: Line | None = field("怎么看", "看到异常先想什么、先做什么。", default=None)
    counter: tuple[MetricId, ...] = field("制衡指标", "防止只顾一头的指标。", default=())
    mutual: tuple[Post, ...] = field("互锁部门", "与哪些部门共同负责。", default=())
    not_to_confuse: tuple[MetricId, ...] = field("易混", "容易与哪些指标弄混。", default=())
    also: tuple[Line, ...] = field("又称", "平时还怎么叫。", default=())
