"""A legal instrument: its editions, articles and the floors that it sets."""

from typing import Annotated, ClassVar

from guifan.language.kinds.limit import Bound, Scope
from guifan.language.model import (
    Choice,
    EventId,
    Id,
    Item,
    Line,
    Own,
    Part,
    PlaceAddress,
    Prose,
    field,
)
from guifan.language.quantities import Percent, Quantity
from guifan.language.scalars import Day


class Verification(Choice):
    """How far a figure was checked against its source."""

    V1 = "V1", "原文已核"
    V2 = "V2", "二手来源"
    MEM = "MEM", "待核"


class Status(Choice):
    """The standing of an edition."""

    DRAFT = "draft", "征求意见稿"
    ISSUED = "issued", "已公布"


class Measure(Choice):
    """What the floor bounds."""

    MAXIMUM = "maximum", "最长时间"
    MEAN = "mean", "平均时间"
    SHARE_WITHIN = "share-within", "规定时间内的比例"
    NOTICE_BEFORE = "notice-before", "至少提前告知"
    RETENTION = "retention", "至少保存"
    REFUND_WITHIN = "refund-within", "最迟退款"
    RIGHT = "right", "至少享有"
    RATE = "rate", "费率上限"
    QUALITY = "quality", "质量标准"
    THRESHOLD = "threshold", "认定标准"


class FloorStart(Choice):
    """From when the floor's clock runs."""

    NEXT_DAY = "next-day", "自次日起算"
    INSTANT = "instant", "自发生时起算"


class Creditor(Choice):
    """To whom the company owes what the floor asks."""

    CUSTOMER = "customer", "客户"
    AUTHORITY = "authority", "主管部门或来件单位"
    EMPLOYEE = "employee", "员工"
    OTHER = "other", "不约束企业"


class Edition(Part):
    """An edition of the instrument."""

    id: Id = field("编号", "在本法规内唯一。", "rev-2016")
    title: Line = field("版本", "哪一次公布或修订。", "2016 年修订")
    status: Status = field("状态", "征求意见稿或已公布。", "issued", default=Status.ISSUED)
    effective: Day | None = field("施行日期", "从哪一天起施行。", "2016-02-06", default=None)
    until: Day | None = field("废止日期", "到哪一天为止。", default=None)


class Article(Part):
    """An article, in our own words."""

    id: Id = field("编号", "在本法规内唯一。", "article-32")
    number: Line = field("条号", "这一版里的条号。", "第三十二条")
    edition: Annotated[str, Own("editions")] = field("版本", "条号属于哪一版。", "rev-2016")
    says: Prose = field("要点", "用自己的话概括这一条要求什么。")
    verification: Verification = field(
        "核验", "V1 原文已核、V2 二手来源、MEM 待核。", "V1", internal=True
    )


class Floor(Part):
    """A figure that the company's own limits must not be looser than."""

    id: Id = field("编号", "在本法规内唯一。", "answer-15d")
    title: Line = field("名称", "这条底线管什么。", "企业答复用户投诉")
    article: Annotated[str, Own("articles")] = field("条款", "出自哪一条。", "article-8")
    measure: Measure = field("口径", "最长时间、平均、比例、提前告知、保存等。", "maximum")
    bound: Bound = field("方向", "不超过还是不少于。", "at-most", default=Bound.AT_MOST)
    value: Quantity = field("数值", "法规规定的数值。", "15 日")
    share: Percent | None = field("比例", "按比例规定时的比例。", "80%", default=None)
    from_: EventId | None = field("起点", "从哪个事件起算。", default=None, key="from")
    to: EventId | None = field("终点", "到哪个事件为止。", default=None)
    starts: FloorStart | None = field("起算", "自次日还是自发生时起算。", "next-day", default=None)
    owed_to: Creditor = field(
        "对谁",
        "企业对谁守这条底线；只约束主管部门、不约束企业的，写 other。",
        "customer",
        default=Creditor.CUSTOMER,
    )
    scope: Scope | None = field("适用范围", "只对这些情形有约束；不写的不限。", default=None)
    applies: Line | None = field("适用", "用一句话说明只适用于什么情形。", default=None)
    place: PlaceAddress | None = field(
        "所属章节",
        "这件事该由手册的哪一章哪一节规定：章的编号，或「章.节」。",
        "complaints.handling",
        default=None,
    )
    exceptions: tuple[Line, ...] = field("例外", "法规写明的例外。", default=())
    verification: Verification = field(
        "核验", "V1 原文已核、V2 二手来源、MEM 待核。", "V1", internal=True
    )
    note: Line | None = field("说明", "需要提醒编辑的地方。", default=None, internal=True)


class Regulation(Item):
    """A legal instrument; its title is its full name."""

    kind: ClassVar[str] = "regulation"
    kind_name: ClassVar[str] = "法规"
    kind_help: ClassVar[str] = (
        "法规文件：版本、条款要点、对我们有约束的数值（法定底线）和核验情况。"
    )

    short: Line = field("简称", "正文引用时用的短名。", "申诉处理办法")
    number: Line | None = field("文号", "文号。", "工业和信息化部令第 35 号", default=None)
    issuer: Line = field("制定机关", "谁制定的。", "工业和信息化部")
    about: Prose = field("与我们的关系", "它管我们的什么。")
    editions: tuple[Edition, ...] = field("历次版本", "各版本，按时间顺序。")
    articles: tuple[Article, ...] = field("条款", "与服务有关的条款要点。")
    floors: tuple[Floor, ...] = field("法定底线", "对我们有约束的数值。", default=())
