"""A product, service or business that a customer can ask for."""

from typing import ClassVar

from guifan.language.kinds.channel import Strength
from guifan.language.model import (
    ChannelId,
    Choice,
    Item,
    LimitId,
    Line,
    MessageId,
    Part,
    ProcedureId,
    Prose,
    field,
)
from guifan.language.scalars import Day, YesNo


class Sort(Choice):
    """What sort of thing it is."""

    PRODUCT = "product", "产品"
    BUSINESS = "business", "业务"
    POLICY = "policy", "政策"
    PROMOTION = "promotion", "优惠活动"


class Route(Part):
    """How the business is done on one channel."""

    channel: ChannelId = field("渠道", "哪个渠道。", "shop")
    strength: Strength = field("实名强度", "怎样核验身份。", "document")
    documents: tuple[Line, ...] = field("所需材料", "一行一项。", default=())
    limit: LimitId | None = field("时限", "多久办好。", default=None)
    proxy: Line | None = field("代办", "能不能代办、要什么材料。", default=None)
    note: Line | None = field("说明", "限制或特别之处。", default=None)


class Service(Item):
    """A product, business, policy or promotion."""

    kind: ClassVar[str] = "service"
    kind_name: ClassVar[str] = "产品与业务"
    kind_help: ClassVar[str] = "客户能买、能办的：在哪里办、带什么、多久、怎么说。"

    sort: Sort = field("类别", "产品、业务、政策或优惠活动。", "business")
    about: Prose = field("说明", "一两句话说清是什么、适合谁。")
    routes: tuple[Route, ...] = field("办理渠道", "各渠道怎样办。", default=())
    procedure: ProcedureId | None = field("流程", "按哪个流程办。", default=None)
    conditions: tuple[Line, ...] = field("条件", "办理条件，一行一项。", default=())
    fee: Line | None = field("费用", "收多少、怎样收。", default=None)
    refusals: tuple[Line, ...] = field("不能办的情形", "什么情况不能办，怎样说明。", default=())
    scripts: tuple[MessageId, ...] = field("话术", "用到的话术。", default=())
    starts: Day | None = field("开始", "活动从哪一天开始。", default=None)
    ends: Day | None = field("结束", "活动到哪一天结束（含当日）。", default=None)
    cancel: Line | None = field("怎样取消", "在哪里、怎样取消。", default=None)
    regulated: YesNo = field("资费须公布", "是否须向社会公布资费。", "否", default=False)
    also: tuple[Line, ...] = field("又称", "客户平时怎么说。", default=())
