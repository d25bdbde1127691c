"""Words ready to use: scripts to say, templates to send."""

from typing import Annotated, ClassVar

from guifan.language.kinds.norm import Never
from guifan.language.model import (
    ChannelId,
    Choice,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    Part,
    Prose,
    field,
)
from guifan.language.quantities import Count
from guifan.language.scalars import YesNo


class Form(Choice):
    """How the message is used."""

    SCRIPT = "script", "话术"
    TEMPLATE = "template", "模板"
    DIALOGUE = "dialogue", "示范对话"


class Addressee(Choice):
    """To whom it is addressed."""

    CUSTOMER = "customer", "客户"
    FRONTLINE = "frontline", "一线"
    COLLEAGUE = "colleague", "协办部门"
    MANAGEMENT = "management", "管理层"
    REGULATOR = "regulator", "监管部门"
    MEDIA = "media", "媒体"


class Speaker(Choice):
    """Who speaks in a dialogue."""

    AGENT = "agent", "员工"
    CUSTOMER = "customer", "客户"
    SUPERIOR = "superior", "上级"


class Turn(Part):
    """One turn of a dialogue."""

    id: Id = field("编号", "在本对话内唯一。", "t1")
    who: Speaker = field("谁", "员工、客户还是上级。", "agent")
    says: Line = field("说", "说的话。")
    note: Line | None = field("点评", "为什么这样说好或不好。", default=None)


class Message(Item):
    """A script, template or model dialogue."""

    kind: ClassVar[str] = "message"
    kind_name: ClassVar[str] = "话术与模板"
    kind_help: ClassVar[str] = "可以直接说或直接发的话；要填的内容用【?名称】留空。"

    form: Form = field("形式", "话术、模板或示范对话。", "script")
    to: Addressee = field("对象", "说给谁、发给谁。", "customer")
    stage: Annotated[str, Member("message-stage")] | None = field(
        "阶段", "首报、进展、恢复、致歉等。", default=None
    )
    due: LimitId | None = field(
        "发出时限", "最迟什么时候发出，是哪一条时限。", "emergency-customer-notice", default=None
    )
    next_update: Line | None = field(
        "下次告知",
        "恢复以前发的，内容里哪一个空写下次告知的时刻；只写空的名称。",
        "更新时刻",
        default=None,
    )
    marks: tuple[Line, ...] = field(
        "口径标识",
        "发给一线的，靠内容里哪几个空认出是哪一份、哪一版、用到何时；只写空的名称。",
        "[口径编号, 版次, 失效时刻]",
        default=(),
    )
    channels: tuple[ChannelId, ...] = field("渠道", "在哪些渠道用；都可用则不写。", default=())
    moments: tuple[Annotated[str, Member("call-moment")], ...] = field(
        "服务环节", "用在哪个环节。", default=()
    )
    posted: YesNo = field(
        "公开发布",
        "发出去是不是人人看得到：公告、告示、公开评论。对媒体的本来就是，不用写。",
        "是",
        default=False,
    )
    situation: Line = field("场景", "什么时候用。")
    says: Prose | None = field("内容", "要说或要发的话。", default=None)
    turns: tuple[Turn, ...] = field("对话", "示范对话的各句。", default=())
    verbatim: YesNo = field(
        "全文必念",
        "是不是每一次都要从头念到尾、一句不能省；圆括号里的是提示，不念。",
        "是",
        default=False,
        internal=True,
    )
    never: tuple[Never, ...] = field(
        "禁用语", "这个场景里不能说的话和改说的话。", default=(), internal=True
    )
    tips: tuple[Line, ...] = field(
        "使用提示", "语气、停顿、不能改的部分。", default=(), internal=True
    )
    most: Count | None = field("字数上限", "短信等有字数限制时写。", "70 字", default=None)
