"""An aim, principle or idea that the norms rest on."""

from typing import ClassVar

from guifan.language.model import AnyId, Id, Item, Line, Part, Prose, field


class Point(Part):
    """One point of a principle."""

    id: Id = field("编号", "在本条内唯一。", "respect")
    title: Line = field("名称", "要点的名称。", "尊重客户")
    means: Prose = field("含义", "落到行动上是什么。")
    practised_by: tuple[AnyId, ...] = field("落实于", "由哪些条目落实。", default=())


class Principle(Item):
    """A principle with its points."""

    kind: ClassVar[str] = "principle"
    kind_name: ClassVar[str] = "原则"
    kind_help: ClassVar[str] = "宗旨、原则、理念、体系：说明为什么这样要求。"

    says: Prose = field("内容", "用平实的话说清楚。")
    points: tuple[Point, ...] = field("要点", "分几点说。", default=())
    practised_by: tuple[AnyId, ...] = field("落实于", "由哪些条目落实。", default=())
    example: Prose | None = field("例子", "一个真实工作中的例子。", default=None)
