"""An organisational unit of the service network, or a body such as a committee."""

from typing import Annotated, ClassVar

from guifan.language.model import Choice, Item, Line, Member, Part, Prose, RoleId, UnitId, field


class Level(Choice):
    """Where in the network a unit stands."""

    HEAD_OFFICE = "head-office", "总部"
    CENTRE = "centre", "地区中心"
    OUTLET = "outlet", "网点"
    BODY = "body", "议事机构"
    EXTERNAL = "external", "外部机构"


class Charge(Part):
    """One vertical function that the unit carries, and the post that answers for it."""

    function: Annotated[str, Member("vertical-function")] = field(
        "职能", "哪一项垂直职能。", "parts"
    )
    by: RoleId = field("责任岗", "由哪个岗位负责，只能有一个。", "warehouse-keeper")
    does: Line = field("做什么", "这一级在这项职能里做什么，一句话。")


class Unit(Item):
    """A unit."""

    kind: ClassVar[str] = "unit"
    kind_name: ClassVar[str] = "部门与机构"
    kind_help: ClassVar[str] = "服务网络里的部门、中心、网点，或委员会、指挥部等议事机构。"

    level: Level = field("层级", "总部、地区中心、网点、议事机构或外部机构。", "head-office")
    parent: UnitId | None = field(
        "上级", "上级部门；最高一级不写。", "service-department", default=None
    )
    functions: tuple[Charge, ...] = field("垂直职能", "承担哪些垂直职能，各由谁负责。", default=())
    duties: tuple[Line, ...] = field("职责", "一行一项。")
    about: Prose | None = field("说明", "补充说明。", default=None)
