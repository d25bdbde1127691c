"""A way for customers to reach us."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.hours import Hours
from guifan.language.labels import Label
from guifan.language.model import (
    ChannelId,
    Choice,
    Flaw,
    Id,
    Item,
    LimitId,
    Line,
    Member,
    MetricId,
    Part,
    Prose,
    RoleId,
    RotaId,
    field,
    refuse,
)
from guifan.language.scalars import Day


class Medium(Choice):
    """How people meet there."""

    VOICE = "voice", "语音"
    TEXT = "text", "文字"
    LETTER = "letter", "书信"
    IN_PERSON = "in-person", "当面"
    SELF_SERVICE = "self-service", "自助"


class Strength(Choice):
    """How strongly the customer's identity is checked, weakest first."""

    NONE = "none", "无需核身"
    PASSWORD = "password", "服务密码或验证码"
    DOCUMENT = "document", "证件原件"
    DOCUMENT_AND_FACE = "document-and-face", "证件原件并人像比对"

    @property
    def rank(self) -> int:
        """Its place, the weakest 0."""
        return list(Strength).index(self)


class Intake(Part):
    """What a customer can bring here."""

    id: Id = field("编号", "在本渠道内唯一。", "complaint")
    what: Annotated[str, Member("request-type")] = field("事项", "受理哪一类事项。", "complaint")
    by: RoleId = field("受理岗", "由哪个岗位受理。", "hotline-agent")
    note: Line | None = field("说明", "限制或特别之处。", default=None)


class Channel(Item):
    """A channel."""

    kind: ClassVar[str] = "channel"
    kind_name: ClassVar[str] = "渠道"
    kind_help: ClassVar[str] = "客户找到我们的途径：在哪里、什么时间、能办什么、谁来接。"

    medium: Medium = field("方式", "语音、文字、书信、当面或自助。", "voice")
    reach: Line = field("入口", "号码、网址或地点，怎么找到。", "拨打 10100")
    verified: Day | None = field(
        "核实日期",
        "号码、地址、网址最近一次核实打得通、找得到是哪一天。",
        "2026-05-20",
        default=None,
        internal=True,
        inherited=True,
    )
    hours: Hours = field("服务时间", "什么时间有人服务。", "每天 00:00–24:00")
    hours_note: Line | None = field("时间说明", "时间之外怎么办。", default=None)
    answered: LimitId | None = field(
        "应答时限", "客户找来以后多久有人应，是哪一条时限。", "hotline-answer", default=None
    )
    intake: tuple[Intake, ...] = field("受理事项", "可以在这里提出什么。")
    identity: Strength = field(
        "最高核身强度", "在这个渠道最多能核验到哪一级；要求更高的业务请客户换渠道。", "password"
    )
    languages: tuple[Line, ...] = field("语言", "能用哪些语言和方言服务，什么时间。", default=())
    access: tuple[Line, ...] = field(
        "无障碍与适老", "听力、视力、语言、行动不便和年长的客户怎样用，一行一项。", default=()
    )
    abilities: tuple[Line, ...] = field("能办什么", "一行一项。", default=())
    cannot: tuple[Line, ...] = field("不能办什么", "一行一项，并说明去哪里办。", default=())
    staffed_by: tuple[RoleId, ...] = field("服务岗位", "由哪些岗位服务。", default=())
    rota: RotaId | None = field("排班表", "由哪张排班表保障。", default=None, internal=True)
    otherwise: ChannelId | None = field(
        "默认改办渠道",
        "业务没有写明在这里办不办的，请客户去哪个渠道办；那里要办得了。",
        "shop",
        default=None,
    )
    backup: ChannelId | None = field("备用渠道", "不可用时引导客户去哪里。", default=None)
    handling: MetricId | None = field(
        "处理时长指标",
        "一次来电、一个会话平均处理多久，是哪个指标。",
        "average-handling-time",
        default=None,
        internal=True,
    )
    metrics: tuple[MetricId, ...] = field("指标", "用哪些指标衡量。", default=(), internal=True)
    about: Prose | None = field("说明", "补充说明。", default=None)

    @model_validator(mode="after")
    def _leads_elsewhere(self) -> Self:
        """Whoever is sent on from a channel is sent to another one."""
        refuse(
            Flaw("S07", "its-own-stead", (key,), {"field": key, "label": Label(self.label(key))})
            for key in ("otherwise", "backup")
            if getattr(self, key) == self.id
        )
        return self
