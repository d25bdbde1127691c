"""A kind of personal data: why we hold it, for how long, who may see it, what it is used for."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.model import (
    AnyId,
    Choice,
    Flaw,
    FloorAddress,
    Item,
    LimitId,
    Line,
    Member,
    MessageId,
    Part,
    Prose,
    Reference,
    RoleId,
    field,
    refuse,
)
from guifan.language.quantities import Duration
from guifan.language.scalars import YesNo

Purpose = Annotated[str, Member("data-purpose")]

StepAddress = Annotated[str, Reference(("procedure",), part="steps")]


class Basis(Choice):
    """Lawful bases (个人信息保护法 art. 13)."""

    CONSENT = "consent", "个人同意"
    CONTRACT = "contract", "订立或履行合同所必需"
    LEGAL_DUTY = "legal-duty", "履行法定职责或义务"
    EMERGENCY = "emergency", "应对突发公共卫生事件或紧急情况"
    NEWS = "news", "新闻报道与舆论监督"
    PUBLISHED = "published", "已合法公开"
    OTHER_LAW = "other-law", "法律法规规定的其他情形"


class Recipient(Choice):
    """What a recipient is to us (个人信息保护法 art. 21, 23)."""

    PROCESSOR = "processor", "受我们委托处理"
    CONTROLLER = "controller", "自行决定怎样处理"


class Withdrawn(Choice):
    """What becomes of the service when consent is withdrawn."""

    STOPS_USE = "stops-use", "只停这一项用途"
    LOSES_FEATURE = "loses-feature", "用不了靠它才有的功能，其他照常"
    REFUSES = "refuses", "停止服务"


class Use(Part):
    """Something that uses the data, and what for."""

    by: AnyId = field("哪里用", "用到它的流程、表单、话术或周期性工作。", "satisfaction-survey")
    purpose: Purpose = field("用途", "为了什么，按资料用途分类。", "service")


class Share(Part):
    """Somebody outside who gets the data."""

    to: Line = field("提供给", "谁，写单位全称或类别。", "装维外包公司")
    recipient: Recipient = field("对方身份", "受我们委托处理，还是自行决定怎样处理。", "processor")
    purpose: Purpose = field("用途", "为了什么，按资料用途分类。", "service")
    consent: YesNo = field("单独同意", "是否取得客户的单独同意。", "否", default=False)
    contract: Line | None = field("合同", "凭哪份合同或保密协议。", default=None)


class DataItem(Item):
    """A data item."""

    kind: ClassVar[str] = "data-item"
    kind_name: ClassVar[str] = "客户资料项"
    kind_help: ClassVar[str] = "一类客户资料：为什么收、凭什么收、存多久、谁能看、用在哪里。"

    purposes: tuple[Purpose, ...] = field("目的", "为什么收集，按资料用途分类。", "[service]")
    basis: Basis = field("合法性基础", "依据哪一项。", "contract")
    kinds: tuple[Line, ...] = field("内容", "具体收集哪些。")
    sensitive: YesNo = field("敏感个人信息", "是否属于敏感个人信息。", "否")
    separate_consent: YesNo = field(
        "单独同意", "收集时是否取得客户的单独同意。", "是", default=False
    )
    assessment: Line | None = field(
        "影响评估", "个人信息保护影响评估的编号。", default=None, internal=True
    )
    encrypted: YesNo = field("加密保存", "是否加密保存。", "是", default=False)
    masked: YesNo = field("显示时遮蔽", "页面、样例、截图里是否遮住中间几位。", "是", default=False)
    minors: YesNo = field(
        "涉及未满十四周岁", "会不会收集不满十四周岁未成年人的资料。", "否", default=False
    )
    guardian: StepAddress | None = field(
        "监护人同意步骤",
        "在哪个流程的哪一步取得监护人同意，写「流程编号.步骤编号」。",
        "open-child-card.guardian",
        default=None,
    )
    keep: Duration | None = field(
        "保存", "保存多久；已经写成时限与限额的，改写「保存依」。", "5 个月", default=None
    )
    keep_by: LimitId | None = field(
        "保存依",
        "保存多久由哪个时限与限额写明；和「保存」写且只写一个。",
        "bill-keep",
        default=None,
    )
    keep_from: Line = field("保存起点", "从什么时候起算。")
    keep_floor: FloorAddress | None = field("法定保存底线", "不得短于哪条底线。", default=None)
    needed: Duration | None = field(
        "必要期限", "实现目的最少要多久；保存不得比它长，法定底线更长的除外。", default=None
    )
    access: tuple[RoleId, ...] = field("可查看岗位", "谁能看。")
    uses: tuple[Use, ...] = field("使用", "哪些地方用它，各为了什么。", default=())
    notice: MessageId | None = field("告知文本", "告知客户用的文本。", default=None)
    shared_with: tuple[Share, ...] = field("共享", "提供给谁、凭什么。", default=())
    withdrawal: Line | None = field("撤回方式", "客户怎样撤回同意。", default=None)
    withdrawn: Withdrawn | None = field(
        "撤回以后", "撤回同意以后服务怎样。", "stops-use", default=None
    )
    about: Prose | None = field("说明", "补充说明。", default=None)

    @model_validator(mode="after")
    def _is_kept_so_long(self) -> Self:
        """It says itself how long it is kept, or which limit does."""
        refuse(self._keeping())
        return self

    def _keeping(self) -> Iterator[Flaw]:
        if self.keep is None and self.keep_by is None:
            yield Flaw("S06", "keep-or-keep-by")
        if self.keep is not None and self.keep_by is not None:
            yield Flaw("S07", "keep-and-keep-by", ("keep_by",))
