"""An emergency playbook."""

from typing import Annotated, ClassVar

from guifan.language.model import (
    EventId,
    FloorAddress,
    FormId,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    MessageId,
    NormId,
    Part,
    ProgrammeId,
    Prose,
    RoleId,
    SystemId,
    field,
)
from guifan.language.quantities import Duration, Quantity
from guifan.language.scalars import Day


class Contact(Part):
    """One node of the contact tree: a post, and who is called when it does not answer."""

    id: Id = field("编号", "在本预案内唯一。", "command-post")
    role: RoleId = field("先找", "先联系哪个岗位；按联系的先后写。", "duty-manager")
    backup: RoleId = field("找不到再找", "没有接通时找谁，不能是同一个岗位。", "centre-director")
    wait: Duration = field("等多久换人", "多久没有接通就找替补。", "5 分钟")
    tells: Line = field("告诉什么", "接通以后说哪几样、请他做什么。")


class Threshold(Part):
    """From which value on the event is of a grade; it ends where the next grade begins."""

    grade: Annotated[str, Member("event-grade")] = field("分级", "达到哪一级。", "major")
    reaches: Quantity = field("达到", "从多少起算这一级。", "5000 户")


class Trigger(Part):
    """One thing that is measured, and from which value on the event is of which grade.

    Lower ends alone are written, so that grades can neither overlap nor leave a gap.
    """

    id: Id = field("编号", "在本预案内唯一。", "users")
    observes: Line = field("观察什么", "看哪个数。", "同一时刻不能通信的用户数")
    source: SystemId | None = field("在哪里看", "在哪个系统里看。", "network-monitor", default=None)
    told_by: Line | None = field(
        "由谁告诉",
        "不在系统里看的，这个数由谁告诉我们。",
        "国家地震台网速报",
        default=None,
    )
    thresholds: tuple[Threshold, ...] = field("各级起点", "每一级从多少起算，从低到高。")


class Sign(Part):
    """Something that anybody can see and that makes the event one of a grade by itself."""

    id: Id = field("编号", "在本预案内唯一。", "street-closed")
    sees: Line = field("看到", "看到、听到或接到什么。", "公安机关要求停止营业")
    grade: Annotated[str, Member("event-grade")] = field("分级", "至少算哪一级。", "major")


class Response(Part):
    """How an event of one grade is answered."""

    grade: Annotated[str, Member("event-grade")] = field("分级", "哪一级事件。", "major")
    level: Annotated[str, Member("response-level")] = field("响应级别", "启动几级响应。", "level-2")
    declared_by: RoleId = field("宣布岗", "谁宣布启动。", "duty-manager")
    commander: RoleId = field("指挥", "谁指挥。", "service-director")
    gathers: Line = field("到位", "哪些岗位到位、在哪里集合。")
    updates: LimitId | None = field(
        "口径更新", "多久更新一次口径，是哪一条时限。", "emergency-update-major", default=None
    )
    ended_by: RoleId | None = field("宣布终止", "谁宣布结束；不写的由指挥宣布。", default=None)


class Alert(Part):
    """What is done on a warning, where the event can be seen coming."""

    colour: Annotated[str, Member("warning-colour")] = field("预警颜色", "哪一色。", "orange")
    signal: Line = field("信号", "谁发布、看到什么。")
    do: Line = field("做什么", "接到预警做哪些准备。")


class Action(Part):
    """One action, with one post that answers for it."""

    id: Id = field("编号", "在本预案内唯一。", "open-bridge")
    at: Duration | None = field("最迟", "事件发现后多久之内；立即的不写。", "5 分钟", default=None)
    do: Line = field("做什么", "一句话。")
    accountable: RoleId = field("责任岗", "谁负责，只能有一个。")
    done: Line | None = field("怎样算做到", "看到什么就算做完。", default=None)
    message: MessageId | None = field("模板", "用哪个模板。", default=None)


class Report(Part):
    """A report that the law asks for."""

    id: Id = field("编号", "在本预案内唯一。", "to-authority")
    to: Line = field("报告对象", "报给谁。")
    when: Line = field("什么情况", "哪一级、什么情况要报。")
    within: Duration = field("时限", "从发现起多久之内。", "4 小时")
    by: RoleId = field("报告岗", "谁报。")
    what: Annotated[str, Member("reportable-event")] | None = field(
        "报告事项", "报的是哪一种事；每一种按它自己的法规报。", "outage", default=None
    )
    floor: FloorAddress | None = field(
        "法定底线", "报告时限不得晚于哪条法定底线，须出自这种事自己的法规。", default=None
    )
    content: tuple[Line, ...] = field("内容", "报什么，一行一项。", default=())


class Playbook(Item):
    """A playbook."""

    kind: ClassVar[str] = "playbook"
    kind_name: ClassVar[str] = "专项预案"
    kind_help: ClassVar[str] = "突发事件来了怎么办：找谁、先做什么、对外怎么说、何时结束。"

    event_class: Annotated[str, Member("event-class")] = field("事件类别", "属于哪一类突发事件。")
    about: Prose = field("适用", "什么情况启动，什么情况用别的预案。")
    from_: EventId | None = field(
        "起点",
        "第一小时和法定报告从哪个事件起算：是发现，不是确认。",
        "emergency-found",
        default=None,
        key="from",
    )
    contacts: tuple[Contact, ...] = field("先联系", "最先联系的岗位，按顺序。")
    ready: LimitId | None = field(
        "到位时限",
        "从宣布起多久之内指挥到位，是哪一条时限；联系人逐个打完不得超过它。",
        "command-ready",
        default=None,
    )
    triggers: tuple[Trigger, ...] = field(
        "触发条件", "可以数的：看哪个数，每一级从多少起算。", default=()
    )
    signs: tuple[Sign, ...] = field("触发现象", "数不出来的：看到什么就至少算哪一级。", default=())
    responses: tuple[Response, ...] = field("响应", "每一级事件怎样响应，从高到低。")
    warnings: tuple[Alert, ...] = field("预警行动", "可以预见的，接到预警做什么。", default=())
    deputies: tuple[RoleId, ...] = field("指挥替补", "指挥不在时由谁接替，按顺序。")
    first_hour: tuple[Action, ...] = field("第一小时", "头一小时的动作，按时间。")
    later: tuple[Action, ...] = field("一小时以后", "后续的动作，按时间。", default=())
    comfort: tuple[Line, ...] = field("安抚客户", "一线对客户做什么、说什么，一行一项。")
    must_not: tuple[Line, ...] = field("不得", "这时候最容易做错的事，一行一项。", default=())
    reports: tuple[Report, ...] = field("法定报告", "法规要求向谁报告。", default=())
    messages: tuple[MessageId, ...] = field("模板", "各阶段给各对象的模板。")
    surge: tuple[NormId, ...] = field("应急替代条款", "应急期间代替平时条款的条款。", default=())
    keeps: tuple[Line, ...] = field("留存记录", "要保存哪些记录，供复盘和报告。", default=())
    forms: tuple[FormId, ...] = field("表单", "要填的表单。", default=())
    resources: tuple[Line, ...] = field("资源", "要准备的人和物。", default=())
    handover: Line | None = field("指挥交接", "跨班时指挥怎样交接。", default=None)
    stand_down: tuple[Line, ...] = field("响应终止条件", "满足什么条件可以结束，都满足才结束。")
    reopen: Line = field("重新启动", "结束以后出现什么情况重新启动。")
    after_action: Line = field("复盘", "多久之内复盘，谁组织。")
    drilled: Day | None = field("最近演练", "最近一次演练日期。", default=None)
    drill: ProgrammeId | None = field("演练计划", "哪个演练计划。", default=None)
    drill_every: LimitId | None = field(
        "演练间隔",
        "两次演练之间最长隔多久，是哪一条限额。"
        "不写的，可能启动Ⅰ、Ⅱ级响应的按 6 个月，其余按 12 个月。",
        "drill-interval-high",
        default=None,
    )
