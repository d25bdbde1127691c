"""An emergency playbook."""

from typing import Annotated, ClassVar

from guifan.language.model import (
    FloorAddress,
    Id,
    Item,
    Line,
    Member,
    MessageId,
    NormId,
    Part,
    ProgrammeId,
    Prose,
    RoleId,
    field,
)
from guifan.language.quantities import Duration
from guifan.language.scalars import Day


class Trigger(Part):
    """What makes the event one of a grade, as can be observed."""

    id: Id = field("编号", "在本预案内唯一。", "users-10000")
    grade: Annotated[str, Member("event-grade")] = field("分级", "达到哪一级。", "major")
    observes: Line = field("观察什么", "看哪个数、在哪里看。")
    threshold: Line = field("达到", "达到多少算这一级。")


class Action(Part):
    """One action of the first hour."""

    id: Id = field("编号", "在本预案内唯一。", "open-bridge")
    at: Duration | None = field("最迟", "事件发生后多久之内；立即的不写。", "5 分钟", default=None)
    do: Line = field("做什么", "一句话。")
    accountable: RoleId = field("责任岗", "谁负责，只能有一个。")
    message: MessageId | None = field("模板", "用哪个模板。", default=None)


class Report(Part):
    """A report that the law asks for."""

    id: Id = field("编号", "在本预案内唯一。", "to-authority")
    to: Line = field("报告对象", "报给谁。")
    within: Duration = field("时限", "多久之内。", "4 小时")
    by: RoleId = field("报告岗", "谁报。")
    floor: FloorAddress | None = field("法定底线", "哪条法规要求。", default=None)
    content: tuple[Line, ...] = field("内容", "报什么，一行一项。", default=())


class Playbook(Item):
    """A playbook."""

    kind: ClassVar[str] = "playbook"
    kind_name: ClassVar[str] = "专项预案"
    kind_help: ClassVar[str] = "突发事件来了怎么办：找谁、先做什么、对外怎么说、何时结束。"

    event_class: Annotated[str, Member("event-class")] = field("事件类别", "属于哪一类突发事件。")
    grades: tuple[Annotated[str, Member("event-grade")], ...] = field(
        "适用级别", "适用于哪些级别。"
    )
    about: Prose = field("适用", "什么情况启动。")
    triggers: tuple[Trigger, ...] = field("触发条件", "可观察的触发条件；拿不准按高一级。")
    commander: RoleId = field("指挥", "谁指挥。")
    deputies: tuple[RoleId, ...] = field("副指挥", "指挥不在时由谁接替。")
    contacts: tuple[RoleId, ...] = field("先联系", "最先联系的岗位，按顺序。")
    first_hour: tuple[Action, ...] = field("第一小时", "头一小时的动作。")
    reports: tuple[Report, ...] = field("报告", "向谁报告。", default=())
    messages: tuple[MessageId, ...] = field("模板", "各阶段模板。", default=())
    surge: tuple[NormId, ...] = field("应急替代条款", "应急期间代替平时条款的条款。", default=())
    resources: tuple[Line, ...] = field("资源", "要准备的人和物。", default=())
    stand_down: tuple[Line, ...] = field("响应终止条件", "满足什么条件可以结束。")
    stood_down_by: RoleId = field("宣布终止", "谁宣布结束。")
    after_action: Line = field("复盘", "多久之内复盘，谁组织。")
    reviewed: Day = field("最近复审", "最近一次复审日期。")
    drilled: Day | None = field("最近演练", "最近一次演练日期。", default=None)
    drill: ProgrammeId | None = field("演练计划", "哪个演练计划。", default=None)
