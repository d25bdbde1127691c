"""A norm: one duty, who it binds, how to do it, what to say, how it is checked."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.kinds.channel import Strength
from guifan.language.model import (
    ChannelId,
    Choice,
    EventId,
    Flaw,
    FormId,
    Item,
    LimitId,
    Line,
    Member,
    MessageId,
    MetricId,
    NormId,
    Part,
    Prose,
    RoleId,
    ServiceId,
    field,
    refuse,
)
from guifan.language.scalars import YesNo


class Modal(Choice):
    """How binding: 应, 不得, 可."""

    MUST = "must", "应"
    MUST_NOT = "must-not", "不得"
    MAY = "may", "可"


class Aspect(Choice):
    """Operational (what and when) or behavioural (how)."""

    OPERATIONAL = "operational", "运作"
    BEHAVIOURAL = "behavioural", "行为"


class Result(Choice):
    """Measured on the process or on the outcome."""

    PROCESS = "process", "过程"
    OUTCOME = "outcome", "成果"


class Binds(Part):
    """Who and where the norm applies; what is not named is not restricted."""

    roles: tuple[RoleId, ...] = field("岗位", "约束哪些岗位。", "[hotline-agent]")
    channels: tuple[ChannelId, ...] = field("渠道", "只在这些渠道适用；都适用则不写。", default=())
    services: tuple[ServiceId, ...] = field("业务", "只对这些业务适用。", default=())
    customers: tuple[Annotated[str, Member("customer-class")], ...] = field(
        "客户分类", "只对这些客户适用。", default=()
    )
    complaints: tuple[Annotated[str, Member("complaint-class")], ...] = field(
        "投诉分类", "只对这些投诉适用。", default=()
    )
    moments: tuple[Annotated[str, Member("call-moment")], ...] = field(
        "服务环节", "用在通话或接待的哪个环节。", "[identify]", default=()
    )


class Never(Part):
    """A phrase that must not be said, with what to say instead."""

    phrase: Line = field("禁用语", "不能说的话。", "你等一下")
    instead: Line = field("改说", "应当怎么说。", "请您稍等，我马上为您核实")
    why: Line | None = field("原因", "为什么不能说。", default=None)
    slips: tuple[Line, ...] = field(
        "也不能说",
        "听着客气、说的是同一件事，却一样不行的话，一行一句；出题时作干扰项。",
        "您的心情我理解，请您再等等",
        default=(),
    )


MISSED = "没有做到"
"""How a mistake says that it is made after the norm was not kept."""


class Slip(Part):
    """What our people do instead of what a norm says."""

    when: Line = field(
        "情形",
        "错在哪一条例外：照抄那条例外的开头；错在没有做到以后的补救：写「没有做到」。",
        "没有做到",
    )
    does: tuple[Line, ...] = field(
        "错法",
        "有人就这样做，却不合规定；一行一种，长短和正确的做法差不多；出题时作干扰项。",
        "等新证照下来再归类",
    )


class Surge(Part):
    """What becomes, in an emergency, of what holds at other times."""

    replaces: tuple[NormId, ...] = field(
        "代替", "应急期间代替平时的哪些条款；平时的条款不作废。", "[greet-at-door]", default=()
    )
    upholds: tuple[NormId, ...] = field(
        "照旧", "应急期间照旧、一点不减的是哪些条款。", "[identify-before-disclosure]", default=()
    )
    until: EventId = field("到何时", "到哪个事件为止，恢复平时的条款。", "emergency-stood-down")


class Norm(Item):
    """A norm."""

    kind: ClassVar[str] = "norm"
    kind_name: ClassVar[str] = "服务条款"
    kind_help: ClassVar[str] = "一条义务：谁、应当或不得、做什么、做到什么程度。"

    rule: Prose = field("条款", "一条义务，数值用【编号】引用，不直接写数字。")
    modal: Modal = field("约束", "must 应、must-not 不得、may 可。", "must")
    act: Line | None = field(
        "所约束的事",
        "条款应当、不得或可以做的那一件事，用最短的词；同一件事在各条里写同一个词。",
        "减免费用",
        default=None,
    )
    when: Line | None = field(
        "情形", "只在什么情形下应当、不得或可以；随时都是的不写。", "客户不在场", default=None
    )
    binds: Binds = field("适用", "约束哪些岗位、在哪些渠道和情形。", inherited=True)
    identity: Strength | None = field(
        "核身要求", "条款要求办事以前至少核身到哪一级；不涉及核身的不写。", "password", default=None
    )
    aspect: Aspect = field("性质", "运作（做什么、何时做）还是行为（怎样做）。", "operational")
    result: Result = field("衡量", "看过程还是看成果。", "process")
    dimension: Annotated[str, Member("service-dimension")] = field(
        "服务维度", "可靠、响应、保证、移情、有形中的哪一个。", "responsiveness"
    )
    steps: tuple[Line, ...] = field("做法", "按顺序怎么做，一行一步。", default=(), internal=True)
    exceptions: tuple[Line, ...] = field(
        "例外", "什么情况下不适用，那时怎么办。", "证照正在换发的，先按旧证照归类", default=()
    )
    say: tuple[Line, ...] = field(
        "推荐用语", "可以直接说的话，一行一句。", default=(), internal=True
    )
    never: tuple[Never, ...] = field("禁用语", "不能说的话和改说的话。", default=(), internal=True)
    limits: tuple[LimitId, ...] = field("时限与限额", "涉及哪些时限与限额。", default=())
    metric: MetricId | None = field("指标", "用哪个指标衡量。", default=None, internal=True)
    messages: tuple[MessageId, ...] = field("话术与模板", "用到的话术和模板。", default=())
    forms: tuple[FormId, ...] = field("表单", "要填的表单。", default=())
    missed: Line | None = field("未做到时", "没有做到时，对客户怎样补救。", default=None)
    slips: tuple[Slip, ...] = field(
        "常见错法",
        "例外和补救上，我们的人常常怎么做错；不能是另一种对的做法。",
        default=(),
        internal=True,
    )
    check: tuple[Line, ...] = field("检查方法", "怎样查有没有做到，写到能照着查。", internal=True)
    red_line: YesNo = field("红线", "违反是否一票否决。", "否", default=False, internal=True)
    scored: YesNo = field("计入质检", "是否列入质检评分。", "是", default=False, internal=True)
    surge: Surge | None = field(
        "应急替代", "只在应急期间有效的条款写：代替哪些条款、哪些照旧、到何时为止。", default=None
    )
    why: Prose | None = field("为什么", "这样要求的理由，给想知道的人看。", default=None)

    @model_validator(mode="after")
    def _slips_from_something(self) -> Self:
        """Each mistake is made in a case that the norm tells what to do in."""
        refuse(self._stray())
        return self

    def _stray(self) -> Iterator[Flaw]:
        for at, slip in enumerate(self.slips):
            if slip.when == MISSED:
                if self.missed is None:
                    yield Flaw("S06", "needs-missed", ("slips", at, "when"))
            elif not any(line.startswith(slip.when) for line in self.exceptions):
                yield Flaw("S07", "slip-of-no-exception", ("slips", at, "when"))
