"""An escalation ladder: who is told, when, and what they do."""

from typing import Annotated, ClassVar

from guifan.language.model import (
    AnyId,
    CalendarId,
    EventId,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    Part,
    Prose,
    RoleId,
    field,
)
from guifan.language.quantities import Duration


class Rung(Part):
    """One rung."""

    id: Id = field("编号", "在本阶梯内唯一。", "supervise")
    title: Line = field("名称", "这一级叫什么。", "督办")
    after: Duration | None = field(
        "起点后", "从起点起过多久升到这一级。", "1 个工作日", default=None
    )
    when: Line | None = field("情形", "不按时间升级时，什么情况升到这一级。", default=None)
    to: RoleId = field("升级到", "升到哪个岗位。", "complaint-manager")
    does: Line = field("做什么", "接到后做什么，多久内做到。")
    by: Line = field("方式", "怎么通知。", "工单系统催办并电话")


class Escalation(Item):
    """A ladder."""

    kind: ClassVar[str] = "escalation"
    kind_name: ClassVar[str] = "升级阶梯"
    kind_help: ClassVar[str] = "到时间没有做到，或情形变重，逐级报给谁、各级做什么。"

    about: Prose = field("适用", "哪些情形用这个阶梯。")
    of: LimitId | None = field("守护时限", "保证哪个时限。", "complaint-answer", default=None)
    from_: EventId | None = field("起点", "时间从哪个事件起算。", default=None, key="from")
    calendar: CalendarId | None = field("日历", "工作单位按哪个日历。", "office", default=None)
    complaints: tuple[Annotated[str, Member("complaint-class")], ...] = field(
        "投诉分类", "适用于哪些投诉。", default=()
    )
    rungs: tuple[Rung, ...] = field("阶梯", "由低到高。")
    used_by: tuple[AnyId, ...] = field("用于", "哪些条目按它升级。", default=())
