"""A procedure: steps in order, who does each, by when, and where it goes wrong."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.kinds.channel import Strength
from guifan.language.model import (
    CalendarId,
    ChannelId,
    Choice,
    EventId,
    Flaw,
    FormId,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    MessageId,
    MetricId,
    Own,
    Part,
    Prose,
    RoleId,
    SystemId,
    field,
    refuse,
)
from guifan.language.quantities import Count, Duration
from guifan.language.scalars import YesNo


class Lane(Choice):
    """Which lane of the service blueprint a step belongs to."""

    CUSTOMER = "customer", "客户"
    FRONTSTAGE = "frontstage", "前台"
    BACKSTAGE = "backstage", "后台"
    SUPPORT = "support", "支撑"


class Join(Choice):
    """What a join waits for."""

    ALL = "all", "全部完成"


StepId = Annotated[str, Own("steps")]


class Branch(Part):
    """One way out of a decision."""

    when: Line = field("情形", "什么情况走这一支。", "当场能解决")
    to: StepId | None = field("转到", "转到哪一步；不写则流程结束。", "answer", default=None)
    ends_with: Line | None = field("结束于", "流程在此结束时，结果是什么。", default=None)
    otherwise: YesNo = field(
        "其余情况", "别的几支都不符合时，是不是也走这一支；一处只有一支写。", "是", default=False
    )


class Parallel(Part):
    """Steps that begin together after this one."""

    steps: tuple[StepId, ...] = field("同时进行", "哪些步骤同时开始。")
    join: Join = field("汇合", "全部完成后才继续。", "all")
    then: StepId = field("汇合到", "汇合后继续的步骤。")


class Repeat(Part):
    """A way back."""

    to: StepId = field("回到", "回到哪一步。", "investigate")
    when: Line = field("情形", "什么情况下重做。", "客户不接受处理结果并提出新的事实")
    max: Count = field("最多", "最多重做几次。", "1 次")


class Step(Part):
    """A step."""

    id: Id = field("编号", "在本流程内唯一。", "record")
    title: Line = field("名称", "四到八个字。", "详细记录")
    do: Line = field("做什么", "一句话，经办人照着能做。")
    lane: Lane = field("泳道", "客户、前台、后台或支撑。", "frontstage")
    by: RoleId | None = field(
        "经办岗", "谁来做；客户自己做的步骤不写。", "hotline-agent", default=None
    )
    accountable: RoleId | None = field(
        "责任岗", "谁对做好负责，只能有一个。", "shift-leader", default=None, internal=True
    )
    apart_from: tuple[StepId, ...] = field(
        "回避步骤",
        "哪些步骤的经办人不得做本步：查的人不认定，办的人不回访。",
        "[record, investigate]",
        default=(),
        internal=True,
    )
    channels: tuple[ChannelId, ...] = field(
        "渠道",
        "本步在哪些渠道做：比流程的渠道窄，或者不在那里时写；不写为流程的渠道。",
        "[shop]",
        default=(),
    )
    within: Duration | None = field("用时上限", "本步最多用多久。", "10 分钟", default=None)
    limit: LimitId | None = field(
        "时限", "本步的上限就是哪个时限。", "complaint-first-contact", default=None
    )
    identifies: Strength | None = field(
        "核身到", "本步核验客户身份，核到哪一级；不核身的步骤不写。", "password", default=None
    )
    discloses: Strength | None = field(
        "须先核身到",
        "本步要说出、交付或改动客户账户资料的，写以前须核身到哪一级；无论如何不说资料的不写。",
        "password",
        default=None,
    )
    wait: Duration | None = field("至少等待", "开始前至少等多久。", "24 小时", default=None)
    handover: Duration | None = field("交接用时", "交到本步要用多久。", default=None)
    cap: Duration | None = field(
        "客户最长用时", "等客户的步骤最多等多久。", "5 个工作日", default=None
    )
    cap_by: LimitId | None = field(
        "客户用时依",
        "客户最长用多久由哪个时限与限额写明，从本步开始起算；和「客户最长用时」只写一个。",
        "supplement-wait",
        default=None,
    )
    default: Line | None = field("到期默认", "客户一直没有回应时，按什么结果继续。", default=None)
    how: tuple[Line, ...] = field("怎么做", "要点，一行一条。", default=())
    say: tuple[MessageId, ...] = field("话术与模板", "这一步用的话术和模板。", default=())
    forms: tuple[FormId, ...] = field("表单", "这一步填的表单。", default=())
    system: SystemId | None = field("系统", "在哪个系统里做。", default=None, internal=True)
    ends: EventId | None = field(
        "完成事件", "做完即发生的计时事件。", "complaint-contacted", default=None
    )
    fails: tuple[Annotated[str, Own("fail_points")], ...] = field(
        "失误点", "这一步容易出的错，写失误点编号。", default=(), internal=True
    )
    branches: tuple[Branch, ...] = field("分支", "按情形走不同的步骤。", default=())
    parallel: Parallel | None = field("并行", "同时进行的步骤。", default=None)
    repeat: Repeat | None = field("重做", "什么情况回到前面重做，最多几次。", default=None)
    then: StepId | None = field("下一步", "不是紧接着的一步时写。", default=None)

    @property
    def is_capped(self) -> bool:
        """Whether it says how long it waits for the customer at most."""
        return self.cap is not None or self.cap_by is not None

    @model_validator(mode="after")
    def _is_capped_once(self) -> Self:
        """It says itself how long the customer may take, or which limit does."""
        if self.cap is not None and self.cap_by is not None:
            refuse((Flaw("S07", "cap-and-cap-by", ("cap_by",)),))
        return self


class FailPoint(Part):
    """Where the service is most likely to go wrong."""

    id: Id = field("编号", "在本流程内唯一。", "incomplete-record")
    title: Line = field("名称", "容易出的错。", "记录不完整")
    prevention: Line = field("预防", "怎样不出错。")
    detection: Line = field("发现", "怎样及时发现。")
    recovery: Line = field("补救", "出错后怎样挽回。")
    owner: RoleId = field("责任岗", "谁负责。", "shift-leader")
    metric: MetricId | None = field("指标", "用哪个指标盯住它。", default=None)


class Procedure(Item):
    """A procedure."""

    kind: ClassVar[str] = "procedure"
    kind_name: ClassVar[str] = "流程"
    kind_help: ClassVar[str] = "一件事从头到尾怎么办：各步谁做、谁负责、多久、下一步去哪里。"

    about: Prose = field("适用", "什么情况按本流程办，结果是什么。")
    starts: EventId | None = field("开始事件", "从哪个事件开始。", default=None)
    identified: Strength | None = field(
        "开始前已核身到", "进入本流程以前身份已经核到哪一级；还没有核的不写。", default=None
    )
    promise: LimitId | None = field(
        "承诺时限", "整个流程要守住的时限。", "complaint-answer", default=None
    )
    promise_from: Annotated[str, Own("steps")] | None = field(
        "承诺起自", "承诺时限从哪一步开始计时；不写为第一步。", default=None
    )
    promise_to: Annotated[str, Own("steps")] | None = field(
        "承诺止于", "承诺时限到哪一步完成；不写为最后一步。", default=None
    )
    calendar: CalendarId | None = field(
        "日历",
        "各步自己写的工作小时、工作日按哪个日历计算；不写按承诺时限的日历。",
        "office",
        default=None,
    )
    channels: tuple[ChannelId, ...] = field("渠道", "在哪些渠道适用；都适用则不写。", default=())
    complaints: tuple[Annotated[str, Member("complaint-class")], ...] = field(
        "投诉分类", "适用于哪些投诉。", default=()
    )
    disputes: tuple[Annotated[str, Member("dispute-type")], ...] = field(
        "争议类型", "适用于哪些争议。", default=()
    )
    limits: tuple[LimitId, ...] = field("时限与限额", "流程要守的其他时限与限额。", default=())
    steps: tuple[Step, ...] = field("步骤", "按顺序写。")
    fail_points: tuple[FailPoint, ...] = field(
        "失误点", "最容易出错的地方。", default=(), internal=True
    )

    def stands_on(self, step: Step) -> tuple[str, ...]:
        """The channels on which a step happens; none where it may be any."""
        return step.channels or self.channels
