"""A kind of personal data: why we hold it, for how long, who may see it."""

from typing import ClassVar

from guifan.language.model import Choice, FloorAddress, Item, Line, MessageId, Prose, RoleId, field
from guifan.language.quantities import Duration
from guifan.language.scalars import YesNo


class Basis(Choice):
    """Lawful bases (个人信息保护法 art. 13)."""

    CONSENT = "consent", "个人同意"
    CONTRACT = "contract", "订立或履行合同所必需"
    LEGAL_DUTY = "legal-duty", "履行法定职责或义务"
    EMERGENCY = "emergency", "应对突发公共卫生事件或紧急情况"
    NEWS = "news", "新闻报道与舆论监督"
    PUBLISHED = "published", "已合法公开"
    OTHER_LAW = "other-law", "法律法规规定的其他情形"


class DataItem(Item):
    """A data item."""

    kind: ClassVar[str] = "data-item"
    kind_name: ClassVar[str] = "客户资料项"
    kind_help: ClassVar[str] = "一类客户资料：为什么收、凭什么收、存多久、谁能看。"

    purposes: tuple[Line, ...] = field("目的", "为什么收集，一行一项。")
    basis: Basis = field("合法性基础", "依据哪一项。", "contract")
    kinds: tuple[Line, ...] = field("内容", "具体收集哪些。")
    sensitive: YesNo = field("敏感个人信息", "是否属于敏感个人信息。", "否")
    keep: Duration = field("保存", "保存多久。", "5 个月")
    keep_from: Line = field("保存起点", "从什么时候起算。")
    keep_floor: FloorAddress | None = field("法定保存底线", "不得短于哪条底线。", default=None)
    access: tuple[RoleId, ...] = field("可查看岗位", "谁能看。")
    notice: MessageId | None = field("告知文本", "告知客户用的文本。", default=None)
    shared_with: tuple[Line, ...] = field("共享", "共享给谁、凭什么。", default=())
    withdrawal: Line | None = field("撤回方式", "客户怎样撤回同意。", default=None)
    about: Prose | None = field("说明", "补充说明。", default=None)
