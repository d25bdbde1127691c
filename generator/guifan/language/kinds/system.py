"""A system that the work is done in."""

from typing import ClassVar

from guifan.language.model import Item, Line, Prose, field


class System(Item):
    """A system, such as CRM or the ticket system."""

    kind: ClassVar[str] = "system"
    kind_name: ClassVar[str] = "系统"
    kind_help: ClassVar[str] = "工作用到的信息系统。"

    about: Prose | None = field("说明", "我在里面做什么，停了怎么办，一句话。", default=None)
    used_for: tuple[Line, ...] = field("用途", "一行一项。")
    when_down: Line | None = field("不可用时", "系统不可用时怎么办。", default=None)
