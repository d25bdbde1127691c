"""An announcement or official statement, with the dates in which it holds."""

from typing import ClassVar

from guifan.language.model import AnyId, Item, Line, Prose, RoleId, field


class Announcement(Item):
    """An announcement; in force from ``effective`` to ``expires``."""

    kind: ClassVar[str] = "announcement"
    kind_name: ClassVar[str] = "公告与口径"
    kind_help: ClassVar[str] = "一段时间内有效的公告或统一口径，到期自动不再显示。"

    brief: Line = field("一句话", "首页上显示的一句话。")
    says: Prose = field("内容", "公告或口径全文，只给内部看。", internal=True)
    to: tuple[RoleId, ...] = field("对象", "哪些岗位必读。", default=())
    about: tuple[AnyId, ...] = field("涉及", "涉及哪些条目。", default=())
    answers: tuple[Line, ...] = field(
        "客户问起时", "客户问起怎么答；对外公开的，客户也看得到。", default=()
    )
