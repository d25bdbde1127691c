"""A quality scorecard."""

from typing import ClassVar

from guifan.language.model import Id, Item, Line, NormId, Part, Prose, RoleId, field
from guifan.language.quantities import Count
from guifan.language.scalars import Whole, YesNo


class Criterion(Part):
    """A criterion of the scorecard."""

    id: Id = field("编号", "在本评分表内唯一。", "greeting")
    title: Line = field("项目", "查什么。")
    points: Whole = field("分值", "满分多少。", "5")
    fatal: YesNo = field("致命错误", "出现即整单不合格。", "否", default=False)
    norm: NormId | None = field("条款", "依据哪一条。", default=None)
    how: Line = field("评分标准", "怎样给分，两个质检员给分一致。")


class Inspection(Item):
    """A scorecard."""

    kind: ClassVar[str] = "inspection"
    kind_name: ClassVar[str] = "质检评分表"
    kind_help: ClassVar[str] = "质检怎么抽、查什么、怎样给分、怎样申诉。"

    roles: tuple[RoleId, ...] = field("被检岗位", "检查哪些岗位。")
    sample: Line = field("抽样", "怎么抽、抽多少。")
    pass_mark: Count = field("合格分", "多少分合格。", "85 分")
    criteria: tuple[Criterion, ...] = field("项目", "评分项目。")
    calibration: Line = field("校准", "怎样保证尺度一致。")
    appeal: Line = field("复核", "被检人有异议怎么办。")
    about: Prose | None = field("说明", "补充说明。", default=None)
