"""A rota: which posts are on duty when, under which lawful working-time regime."""

from typing import ClassVar

from guifan.language.hours import Hours
from guifan.language.model import (
    ChannelId,
    Choice,
    Id,
    Item,
    LimitId,
    Line,
    Part,
    RoleId,
    field,
)
from guifan.language.quantities import Count, Duration
from guifan.language.scalars import YesNo


class Regime(Choice):
    """Working-time regimes (劳动法 art. 36, 39)."""

    STANDARD = "standard", "标准工时制"
    COMPREHENSIVE = "comprehensive", "综合计算工时制"
    FLEXIBLE = "flexible", "不定时工作制"


class Shift(Part):
    """One shift."""

    id: Id = field("编号", "在本排班表内唯一。", "night")
    title: Line = field("名称", "班次名称。", "夜班")
    hours: Hours = field("时间", "星期几、几点到几点。", "每天 22:00–08:00")
    role: RoleId = field("岗位", "由哪个岗位值班。", "hotline-agent")
    headcount: Count = field("人数", "至少几人在岗。", "12 人")
    rest: Duration | None = field("班中休息", "班中休息多久。", "1 小时", default=None)
    on_call: YesNo = field("听班", "不到岗，在家等电话，随叫随到。", "是", default=False)


class Rota(Item):
    """A rota."""

    kind: ClassVar[str] = "rota"
    kind_name: ClassVar[str] = "排班表"
    kind_help: ClassVar[str] = "哪些岗位在什么时间当班，适用哪种工时制度。"

    regime: Regime = field("工时制度", "标准、综合计算或不定时工时制。", "comprehensive")
    period: Duration | None = field("综合计算周期", "综合计算工时的周期。", "1 个月", default=None)
    shifts: tuple[Shift, ...] = field("班次", "各班次。")
    shift_length: LimitId | None = field(
        "一班最长",
        "从到岗到离岗最长多久，是哪条限额；只有听班的不写。",
        "shift-length-max",
        default=None,
    )
    rest_between: LimitId | None = field(
        "两班间隔", "两班之间至少休息多久，是哪条限额。", "shift-rest-min", default=None
    )
    weekly_mean: LimitId | None = field(
        "周平均工时", "每人平均每周工作多久，是哪条限额。", "weekly-hours-mean", default=None
    )
    consecutive: LimitId | None = field(
        "连续上班", "最多连续上几班，是哪条限额。", "consecutive-shifts-max", default=None
    )
    staff: Count = field("编制人数", "排班的总人数。", "60 人")
    overlap: Duration = field("交接重叠", "前后两班重叠多久用于交接。", "15 分钟")
    channels: tuple[ChannelId, ...] = field("保障渠道", "保障哪些渠道有人。", default=())
    rules: tuple[Line, ...] = field("排班要求", "一行一项。", default=())
