"""A product, service or business that a customer can ask for."""

from typing import Annotated, ClassVar

from guifan.language.kinds.channel import Strength
from guifan.language.model import (
    ChannelId,
    Choice,
    FloorAddress,
    Item,
    LimitId,
    Line,
    Member,
    MessageId,
    Part,
    ProcedureId,
    Prose,
    field,
)
from guifan.language.quantities import Count, Duration
from guifan.language.scalars import Day, YesNo


class Sort(Choice):
    """What sort of thing it is."""

    PRODUCT = "product", "产品"
    BUSINESS = "business", "业务"
    POLICY = "policy", "政策"
    PROMOTION = "promotion", "优惠活动"


class Route(Part):
    """How the business is done, or undone, on one channel."""

    channel: ChannelId = field("渠道", "哪个渠道。", "shop")
    customers: tuple[Annotated[str, Member("customer-class")], ...] = field(
        "客户分类", "只对这些客户；都一样的不写。", "[public]", default=()
    )
    strength: Strength = field("实名强度", "怎样核验身份。", "document")
    documents: tuple[Line, ...] = field("所需材料", "一行一项。", default=())
    steps: Count | None = field(
        "操作次数", "客户自己要点、按、填几次才办成。", "3 次", default=None
    )
    limit: LimitId | None = field("时限", "多久办好。", default=None)
    differs: Line | None = field(
        "不同的理由", "时限或材料与别的渠道不同的，写为什么。", default=None
    )
    note: Line | None = field("说明", "限制或特别之处。", default=None)


class Exclusion(Part):
    """Why the business is not done on one channel, and where it is."""

    channel: ChannelId = field("渠道", "在哪个渠道不办。", "letter")
    customers: tuple[Annotated[str, Member("customer-class")], ...] = field(
        "客户分类", "只对这些客户不办；都不办的不写。", default=()
    )
    why: Line = field("理由", "为什么不办，能照着对客户说。", "书信里无法核验身份")
    instead: ChannelId | None = field("改在哪里办", "请客户去哪个渠道。", "shop", default=None)


class Proxy(Part):
    """Whether somebody else may do it for the customer, and what both have to bring."""

    allowed: YesNo = field("能否代办", "能不能由别人代办。", "是")
    customer_documents: tuple[Line, ...] = field(
        "本人材料", "本人的证件，一行一项。", "[本人有效身份证件原件]", default=()
    )
    proxy_documents: tuple[Line, ...] = field(
        "代办人材料", "代办人的证件和委托材料，一行一项。", "[代办人有效身份证件原件]", default=()
    )
    channels: tuple[ChannelId, ...] = field(
        "渠道", "只在这些渠道可以代办；都可以的不写。", default=()
    )
    why: Line | None = field("不能代办的理由", "不能代办的，为什么。", default=None)


class Minors(Part):
    """How it is done for a minor."""

    allowed: YesNo = field("能否办理", "未成年人能不能办。", "是")
    guardian_documents: tuple[Line, ...] = field(
        "监护人材料", "监护人的证件和监护关系的证明，一行一项。", "[户口簿]", default=()
    )
    channels: tuple[ChannelId, ...] = field(
        "渠道", "只在这些渠道可以办；都可以的不写。", default=()
    )
    why: Line | None = field("不能办的理由", "不能办的，为什么。", default=None)


class WarrantyStart(Choice):
    """From when a warranty runs."""

    PURCHASE = "purchase", "自购买之日，送货的自收货之日"
    INSTALLATION = "installation", "自安装完成之日"


class Warranty(Part):
    """How long faults are put right free of charge (消费者权益保护法实施条例 art. 18)."""

    lasts: Duration = field("保修期", "保修多久。", "1 年")
    installed: YesNo = field("需要安装", "是不是装好才能用的商品。", "是")
    from_: WarrantyStart = field(
        "起算", "自购买（送货的自收货）还是自安装完成起算。", "installation", key="from"
    )
    repair_excluded: YesNo = field("扣除维修", "维修占用的时间是否不算在保修期内。", "是")
    restarts: YesNo = field("更换后重算", "更换以后保修期是否重新起算。", "是")
    covers: Line = field("保修范围", "哪些故障免费修，哪些不在保修内。")
    floor: FloorAddress | None = field(
        "法定底线", "不得短于哪条法定底线，写「法规编号.底线编号」。", default=None
    )


class Introduction(Part):
    """The five things that are said of a product, and what it does not do."""

    class_: Annotated[str, Member("product-class")] = field(
        "产品类别", "属于哪一类产品。", "mobile", key="class"
    )
    features: tuple[Line, ...] = field("特点", "和别的产品比得出来的，一行一项。")
    parameters: tuple[Line, ...] = field("参数", "客户能比的数和条件，一行一项。")
    case: Line = field("案例", "一个真实的用法，说清什么样的客户、怎样用。")
    licence: Line = field("认证", "有哪些许可、备案、检测。")
    cannot: tuple[Line, ...] = field("不能做什么", "客户最可能想错的，一行一项。")


class Service(Item):
    """A product, business, policy or promotion."""

    kind: ClassVar[str] = "service"
    kind_name: ClassVar[str] = "产品与业务"
    kind_help: ClassVar[str] = "客户能买、能办的：在哪里办、带什么、多久、怎么说。"

    sort: Sort = field("类别", "产品、业务、政策或优惠活动。", "business")
    about: Prose = field("说明", "一两句话说清是什么、适合谁。")
    introduction: Introduction | None = field(
        "产品介绍", "向客户介绍产品时说清的五件事，和不能做什么。", default=None
    )
    routes: tuple[Route, ...] = field("办理渠道", "各渠道怎样办。", default=())
    excluded: tuple[Exclusion, ...] = field(
        "不办的渠道", "哪些渠道不办、为什么、改在哪里办。", default=()
    )
    lasting: YesNo = field(
        "长期有效", "办了以后一直生效或一直收费的，要能在原渠道取消。", "是", default=False
    )
    cancels: tuple[Route, ...] = field("怎样取消", "各渠道怎样取消；不比办理麻烦。", default=())
    identity: Strength | None = field(
        "最低核身强度", "办这项业务至少要核验到哪一级。", "document", default=None
    )
    proxy: Proxy | None = field("代办", "能不能代办、双方带什么。", default=None)
    minors: Minors | None = field("未成年人办理", "未成年人能不能办、监护人带什么。", default=None)
    procedure: ProcedureId | None = field("流程", "按哪个流程办。", default=None)
    conditions: tuple[Line, ...] = field("条件", "办理条件，一行一项。", default=())
    fee: Line | None = field("费用", "收多少、怎样收。", default=None)
    warranty: Warranty | None = field("保修", "商品的保修期从何时起算、怎样计算。", default=None)
    refusals: tuple[Line, ...] = field("不能办的情形", "什么情况不能办，怎样说明。", default=())
    scripts: tuple[MessageId, ...] = field("话术", "用到的话术。", default=())
    starts: Day | None = field("开始", "活动从哪一天开始。", default=None)
    ends: Day | None = field("结束", "活动到哪一天结束（含当日）。", default=None)
    group: Annotated[str, Member("promotion-group")] | None = field(
        "互斥组", "同一组里的优惠活动不得同时进行。", default=None
    )
    regulated: YesNo = field("资费须公布", "是否须向社会公布资费。", "否", default=False)
