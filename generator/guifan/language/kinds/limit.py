"""A limit: a time limit between two events, or a threshold."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.labels import Label
from guifan.language.model import (
    CalendarId,
    ChannelId,
    Choice,
    EscalationId,
    EventId,
    Flaw,
    FloorAddress,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    MetricId,
    Part,
    Post,
    Prose,
    RoleId,
    ServiceId,
    field,
    refuse,
)
from guifan.language.nodes import Path
from guifan.language.quantities import Count, Duration, Percent, Quantity, Value, say
from guifan.language.scalars import YesNo
from guifan.temporal.duration import Dimension

_WORKING = (Dimension.WORKING_SECONDS, Dimension.WORKING_DAYS)


class Population(Choice):
    """Of how many cases the limit must hold."""

    EVERY = "every", "每一件"
    SHARE = "share", "一定比例"
    MEAN = "mean", "平均"


class Bound(Choice):
    """Which side of the value is allowed."""

    AT_MOST = "at-most", "不超过"
    AT_LEAST = "at-least", "不少于"


class Notice(Choice):
    """When the customer is told of an extension."""

    BEFORE_DEADLINE = "before-deadline", "原期限届满前告知"


class Scope(Part):
    """Where the limit applies; what is not named is not restricted."""

    channels: tuple[ChannelId, ...] = field("渠道", "只在这些渠道适用。", default=())
    services: tuple[ServiceId, ...] = field("业务", "只对这些业务适用。", default=())
    customers: tuple[Annotated[str, Member("customer-class")], ...] = field(
        "客户分类", "只对这些客户适用。", default=()
    )
    complaints: tuple[Annotated[str, Member("complaint-class")], ...] = field(
        "投诉分类", "只对这些投诉适用。", default=()
    )
    area: Annotated[str, Member("area")] | None = field("地域", "城镇或农村。", default=None)
    grade: Annotated[str, Member("event-grade")] | None = field(
        "事件分级", "哪一级。", default=None
    )
    levels: tuple[Annotated[str, Member("response-level")], ...] = field(
        "响应级别", "只对可能启动这些级别响应的预案。", "[level-1, level-2]", default=()
    )


class Product(Part):
    """So many times this limit's value may not come to more than another limit."""

    times: LimitId = field("乘以", "最多有几次，是哪一条限额。", "contact-depth")
    into: LimitId = field("不超过", "合计不得超过哪一条时限。", "command-ready")


class Pause(Part):
    """A reason for which the clock stands still."""

    id: Id = field("编号", "在本时限内唯一。", "customer-material")
    reason: Line = field("原因", "什么情况下暂停计时。", "等待客户补充材料")
    cap: Duration = field("最长", "最多暂停多久。", "5 个工作日")
    granted_by: RoleId = field("批准岗", "由谁批准暂停。", "complaint-manager")
    told: YesNo = field("告知客户", "是否告知客户；不告知的不得扣除。", "是")


class Extension(Part):
    """How the limit may be extended; the rules name together what is not said of it."""

    add: Duration | None = field("延长", "每次延长多久。", "1 个工作日", default=None)
    times: Count | None = field("次数", "最多延长几次。", "1 次", default=None)
    reasons: tuple[Annotated[str, Member("extension-reason")], ...] = field(
        "理由", "只有这些理由可以延长。", "[third-party, site-visit]", default=()
    )
    granted_by: RoleId | None = field("批准岗", "由谁批准。", "complaint-manager", default=None)
    granted_own_by: RoleId | None = field(
        "自办件批准岗", "批准岗自己办理的件，由谁批准。", "service-director", default=None
    )
    notice: Notice | None = field("告知", "何时告知客户。", "before-deadline", default=None)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The names of the fields without which nobody knows how far it goes."""
        needed = ("add", "times", "reasons", "granted_by", "notice")
        return tuple(name for name in needed if not getattr(self, name))


class Limit(Item):
    """A time limit (``within``, ``from``, ``to``) or a threshold (``value``)."""

    kind: ClassVar[str] = "limit"
    kind_name: ClassVar[str] = "时限与限额"
    kind_help: ClassVar[str] = "一个数值只写在一处：多久之内、最多多少、至少多少。正文一律引用它。"

    within: Duration | None = field("时限", "从起点到终点最多多久。", "3 个工作日", default=None)
    value: Quantity | None = field("限额", "不是时间间隔时，写数值。", "200 元", default=None)
    bound: Bound = field("方向", "不超过还是不少于。", "at-most", default=Bound.AT_MOST)
    from_: EventId | None = field(
        "起点", "从哪个事件起算。", "complaint-received", default=None, key="from"
    )
    to: EventId | None = field("终点", "到哪个事件为止。", "complaint-answered", default=None)
    calendar: CalendarId | None = field(
        "日历", "工作日、工作小时按哪个日历计算。", "office", default=None
    )
    population: Population = field(
        "达成范围", "每一件、一定比例还是平均。", "every", default=Population.EVERY
    )
    share: Percent | None = field("比例", "按比例达成时，多少比例。", "85%", default=None)
    applies: Scope | None = field("适用范围", "只在哪些情形适用。", default=None)
    fits: Product | None = field(
        "合计", "这么久的事要做好几次时，次数和合计的上限各是哪一条。", default=None
    )
    explains: Prose | None = field("说明", "怎样理解这个数值，一两句话。", default=None)
    pauses: tuple[Pause, ...] = field("暂停", "哪些情形暂停计时。", default=(), internal=True)
    extension: Extension | None = field("延期", "能不能延长、怎样延长。", default=None)
    missed: Line | None = field("超时后果", "超过时限，客户得到什么、内部怎么追责。", default=None)
    floor: FloorAddress | None = field(
        "法定底线", "不得宽于哪条法定底线，写「法规编号.底线编号」。", default=None
    )
    metric: MetricId | None = field("指标", "用哪个指标衡量是否做到。", default=None, internal=True)
    escalation: EscalationId | None = field(
        "升级", "快到时限或超时，按哪个阶梯升级。", default=None, internal=True
    )
    answers_to: Post | None = field("责任岗", "谁对做到负责。", default=None, internal=True)

    @property
    def amount(self) -> Value:
        """How much: the time, or the value of a threshold."""
        amount = self.within or self.value
        assert amount is not None, self.id  # no limit is made without
        return amount

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        """A limit says how much; one in time from when to when, by which calendar."""
        refuse((*self._amounts(), *self._ends(), *self._counting()))
        return self

    def _amounts(self) -> Iterator[Flaw]:
        if self.within is None and self.value is None:
            yield Flaw("S06", "within-or-value")
        if self.within is not None and self.value is not None:
            yield Flaw("S07", "within-and-value", ("value",))

    def _ends(self) -> Iterator[Flaw]:
        if self.within is None:
            return
        for key, attribute in (("from", "from_"), ("to", "to")):
            if getattr(self, attribute) is None:
                about = {"field": key, "label": Label(self.label(attribute))}
                yield Flaw("S06", "needs-event", ("within",), about)
        if self.to is not None and self.to == self.from_:
            yield Flaw("S07", "same-event", ("to",), {"event": self.to})

    def _counting(self) -> Iterator[Flaw]:
        working = next((one for one in self._times() if one[1].dimension in _WORKING), None)
        if working is not None and self.calendar is None:
            yield Flaw("S06", "needs-calendar", working[0], {"value": say(working[1])})
        if self.population is Population.SHARE and self.share is None:
            yield Flaw("S06", "needs-share", ("population",))

    def _times(self) -> Iterator[tuple[Path, Duration]]:
        """The times that the limit names, and where they stand in it."""
        if self.within is not None:
            yield ("within",), self.within
        if self.extension is not None and self.extension.add is not None:
            yield ("extension", "add"), self.extension.add
        for at, pause in enumerate(self.pauses):
            yield ("pauses", at, "cap"), pause.cap
