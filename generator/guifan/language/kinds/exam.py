"""An exam blueprint."""

from typing import ClassVar

from guifan.language.model import AnyId, ChapterId, Choice, Item, Line, Part, RoleId, field
from guifan.language.quantities import Count, Duration
from guifan.language.scalars import Whole


class Bloom(Choice):
    """Levels asked (Bloom's taxonomy, the first three)."""

    REMEMBER = "remember", "识记"
    UNDERSTAND = "understand", "理解"
    APPLY = "apply", "应用"


class BlueprintCell(Part):
    """How many questions of one chapter at one level."""

    chapter: ChapterId = field("章", "哪一章。", "complaints")
    level: Bloom = field("层次", "识记、理解或应用。", "apply")
    count: Whole = field("题数", "几道。", "5")


class Exam(Item):
    """An exam blueprint."""

    kind: ClassVar[str] = "exam"
    kind_name: ClassVar[str] = "双向细目表"
    kind_help: ClassVar[str] = "一场考试：考谁、各章各层次几题、多久、多少分及格。"

    roles: tuple[RoleId, ...] = field("对象", "考哪些岗位。")
    cells: tuple[BlueprintCell, ...] = field("细目", "各章各层次的题数。")
    takes: Duration = field("时长", "考多久。", "60 分钟")
    full_mark: Count = field("满分", "满分多少。", "100 分")
    pass_mark: Count = field("及格分", "多少分及格。", "80 分")
    must_cover: tuple[AnyId, ...] = field("必考", "必须考到的条目。", default=())
    rules: tuple[Line, ...] = field("说明", "卷首说明。", default=())
