"""Work that comes back: surveys, drills, audits, visits, campaigns, plans."""

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
    field,
)
from guifan.language.quantities import Duration, Quantity
from guifan.language.scalars import Day, YesNo


class Sort(Choice):
    """What sort of programme."""

    SURVEY = "survey", "调查"
    DRILL = "drill", "演练"
    AUDIT = "audit", "检查"
    VISIT = "visit", "巡访"
    CAMPAIGN = "campaign", "宣传活动"
    TRAINING = "training", "培训计划"
    IMPROVEMENT = "improvement", "改进计划"
    REVIEW = "review", "例行分析"


class Activity(Part):
    """One activity of the programme."""

    id: Id = field("编号", "在本计划内唯一。")
    do: Line = field("做什么", "一句话。")
    by: Post = field("责任岗", "谁负责。")
    due: Line = field("时间", "什么时候完成。")
    result: Line = field("成果", "做完留下什么。")


class Asked(Part):
    """One question of a survey."""

    id: Id = field("编号", "在本调查内唯一。", "waiting")
    asks: Line = field("问题", "照念给客户的一句话。", "您等了多久才有人接待？")
    dimension: Annotated[str, Member("service-dimension")] | None = field(
        "服务维度", "问的是哪个服务维度。", "responsiveness", default=None
    )
    overall: YesNo = field("总体评价", "是不是问总的满意程度，不分维度。", "否", default=False)


class Goal(Part):
    """What shall be otherwise, by how much and when; the rules name together what is not said."""

    id: Id = field("编号", "在本计划内唯一。", "fewer-disputes")
    metric: MetricId | None = field("指标", "改哪个数。", "complaint-rate", default=None)
    baseline: Quantity | None = field("现在", "现在是多少。", "10 件", default=None)
    target: Quantity | None = field("做到", "要做到多少。", "8 件", default=None)
    due: Day | None = field("哪一天", "哪一天做到。", "2026-06-30", default=None)
    by: Post | None = field("责任岗", "谁负责。", "billing-centre", default=None)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The names of the fields without which nobody can tell whether it was reached."""
        needed = ("metric", "baseline", "target", "due", "by")
        return tuple(name for name in needed if getattr(self, name) is None)


class Programme(Item):
    """A programme."""

    kind: ClassVar[str] = "programme"
    kind_name: ClassVar[str] = "专项工作"
    kind_help: ClassVar[str] = "定期或专门开展的工作：调查、演练、检查、巡访、活动、计划。"

    sort: Sort = field("类别", "调查、演练、检查、巡访、宣传活动、培训计划、改进计划、例行分析。")
    aim: Prose = field("目的", "为什么做，要看到什么变化。")
    goals: tuple[Goal, ...] = field(
        "目标", "要看到的变化，一项一个数；宣传活动和改进计划要写。", default=()
    )
    every: Duration | None = field("周期", "多久一次；一次性的不写。", "3 个月", default=None)
    trigger: Line | None = field("触发", "不定期的，什么情况下做。", default=None)
    lead: Post = field("牵头", "谁牵头。")
    activities: tuple[Activity, ...] = field("活动", "按顺序。")
    questions: tuple[Asked, ...] = field("问卷", "调查问哪些问题，按顺序。", default=())
    metrics: tuple[MetricId, ...] = field("指标", "用哪些指标看成效。", default=())
    last: Day | None = field("最近一次", "最近一次完成日期。", default=None)
