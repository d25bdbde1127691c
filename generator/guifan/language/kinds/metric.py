"""A metric: what is counted, from where, and what is good."""

from typing import Annotated, ClassVar

from guifan.language.model import (
    Choice,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    MemberAddress,
    MetricId,
    Part,
    Post,
    Prose,
    SystemId,
    VariableAddress,
    field,
)
from guifan.language.quantities import Count, Duration, Quantity
from guifan.language.scalars import YesNo


class Direction(Choice):
    """Which way is better."""

    UP = "up", "越高越好"
    DOWN = "down", "越低越好"


class Window(Choice):
    """What stretch of the calendar one result stands for, shortest first."""

    DAY = "day", "自然日"
    WEEK = "week", "自然周"
    MONTH = "month", "自然月"
    QUARTER = "quarter", "自然季度"
    HALF_YEAR = "half-year", "自然半年"
    YEAR = "year", "自然年"


class Empty(Choice):
    """What is printed for a time in which there was nothing to divide by."""

    NOT_COUNTED = "not-counted", "不出数，不计入考核"
    MET = "met", "按达到目标计"


class Variable(Part):
    """A variable of the formula."""

    id: Id = field("编号", "在公式里的名字。", "answered-in-15s")
    title: Line = field("名称", "读者看到的名字。", "15 秒内应答量")
    unit: Line | None = field(
        "单位", "数的是什么：件、次、人、秒……同一个率，分子、分母单位相同。", "件", default=None
    )
    means: Line | None = field("口径", "怎样计数，算什么、不算什么。", default=None)
    source: SystemId | None = field("来源", "从哪个系统取数。", default=None)
    same_as: VariableAddress | None = field(
        "口径同",
        "与另一个指标的变量是同一个数的，写「指标编号.变量编号」，口径只写在那一处。",
        "repeat-complaint-rate.complaints-received",
        default=None,
    )
    counts: MemberAddress | None = field(
        "所计类别",
        "数的就是某个分类里的一类时，写「分类编号.成员编号」。",
        "complaint-class.repeat",
        default=None,
    )
    within: LimitId | None = field(
        "时间窗", "看多长时间里的事，写那一条限额的编号。", "repeat-window", default=None
    )
    sampled: YesNo = field("抽样得来", "是抽检或调查得来，不是全部。", "否", default=False)


class Metric(Item):
    """A metric."""

    kind: ClassVar[str] = "metric"
    kind_name: ClassVar[str] = "指标"
    kind_help: ClassVar[str] = "用数字看做得好不好：公式、单位、方向、目标、来源、周期。"

    means: Prose = field("含义", "这个指标说明什么。")
    family: Annotated[str, Member("metric-family")] = field(
        "类别", "属于哪一类指标。", "responsiveness"
    )
    formula: Line = field(
        "公式",
        "用变量编号写的公式，可用 + - × ÷（或 /）、括号和百分数；减号两边留空格。",
        "answered-in-15s / offered × 100%",
    )
    variables: tuple[Variable, ...] = field("变量", "公式里的每个变量。")
    unit: Line = field("单位", "结果的单位。", "件")
    empty: Empty | None = field(
        "分母为零时",
        "当期一件也没有、除不出来时怎样出数。",
        "not-counted",
        default=None,
        inherited=True,
    )
    sample: Count | None = field(
        "最少样本", "抽样得来的指标，至少要有多少样本才出数。", "200 件", default=None
    )
    direction: Direction = field("方向", "越高越好还是越低越好。", "up")
    target: Quantity = field("目标值", "要达到的值。", "85%")
    warning: Quantity | None = field("预警值", "到这个值要关注。", "82%", default=None)
    red: Quantity | None = field("整改值", "到这个值要整改。", "80%", default=None)
    window: Window = field("统计窗口", "一个数说的是多长一段日子。", "自然月")
    window_note: Line | None = field(
        "窗口说明", "什么时候才能出数、按什么分段。", "满一个重复投诉观察期后出数", default=None
    )
    every: Duration = field("监测周期", "多久看一次。", "1 日")
    review_every: Duration | None = field(
        "评审周期", "多久评一次、定一次措施。", "1 个月", default=None, inherited=True
    )
    acted: LimitId | None = field(
        "处置时限",
        "到预警值以后，多久以内要拿出措施，写那一条限额的编号。",
        "metric-measures",
        default=None,
        inherited=True,
    )
    reported_by: Post = field("报告岗", "谁出数、谁报告。")
    reads: Line | None = field("怎么看", "看到异常先想什么、先做什么。", default=None)
    counter: tuple[MetricId, ...] = field("制衡指标", "防止只顾一头的指标。", default=())
    mutual: tuple[Post, ...] = field("互锁部门", "与哪些部门共同负责。", default=())
    interlocks: tuple[MetricId, ...] = field(
        "互锁指标",
        "对方部门对同一件事的指标；双方互相写上，终点、方向、目标要一致。",
        default=(),
    )
    supports: MetricId | None = field(
        "支撑",
        "这个指标做好了，哪个更上层的指标会跟着好；连起来是一棵指标树。",
        "complaint-satisfaction",
        default=None,
    )
    not_to_confuse: tuple[MetricId, ...] = field("易混", "容易与哪些指标弄混。", default=())
