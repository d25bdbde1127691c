"""The shape of a model: its fields under both names, its texts and references, its parts."""

from typing import Annotated

import pytest

from guifan.language.anatomy import names, parts, shapes, spots, texts
from guifan.language.kinds import KINDS
from guifan.language.model import (
    Id,
    Item,
    Line,
    Own,
    Part,
    Prose,
    Reference,
    RoleId,
    Text,
    field,
)
from guifan.language.scalars import Whole
from guifan.language.structure import ITEMS, KIND, NEXT, NOTE


class Leg(Part):
    id: Id = field("编号", "")
    note: Line | None = field("备注", "", default=None)


class Stage(Part):
    id: Id = field("编号", "")
    do: Line = field("做什么", "")
    legs: tuple[Leg, ...] = field("分段", "", default=())
    by: RoleId | None = field("经办岗", "", default=None, internal=True)


class Aside(Part):
    says: Line = field("内容", "")


class Journey(Part):
    title: Line = field("名称", "")
    from_: Annotated[str, Own("stages")] = field("起点", "", key="from", inherited=True)
    stages: tuple[Stage, ...] = field("阶段", "")
    aside: Aside | None = field("旁白", "", default=None, internal=True)
    count: Whole = field("次数", "")
    about: Prose | None = field("说明", "", default=None)


JOURNEY = Journey.model_validate(
    {
        "title": "出行",
        "from": "start",
        "stages": [
            {"id": "start", "do": "出门", "legs": [{"id": "one", "note": "步行"}], "by": "agent"},
            {"id": "end", "do": "到达"},
        ],
        "aside": {"says": "旁白"},
        "count": "2",
    }
)


def test_shapes_tell_key_name_mark_parts_and_lists() -> None:
    found = {shape.attribute: shape for shape in shapes(Journey)}
    assert list(found) == ["title", "from_", "stages", "aside", "count", "about"]
    assert (found["from_"].key, found["from_"].label) == ("from", "起点")
    assert (found["from_"].marker, found["from_"].inherited) == (Own("stages"), True)
    assert (found["stages"].part, found["stages"].many) == (Stage, True)
    assert (found["aside"].part, found["aside"].many, found["aside"].internal) == (
        Aside,
        False,
        True,
    )
    assert found["about"].marker == Text(block=True)
    assert (found["count"].marker, found["count"].part) == (None, None)


def test_a_field_has_two_names() -> None:
    assert names(Aside) == {"内容": "says", "says": "says"}
    assert names(Journey)["起点"] == names(Journey)["from"] == "from"


def test_spots_are_found_depth_first_with_their_paths() -> None:
    found = [(spot.path, spot.value) for spot in spots(JOURNEY)]
    assert found == [
        (("title",), "出行"),
        (("from",), "start"),
        (("stages", 0, "do"), "出门"),
        (("stages", 0, "legs", 0, "note"), "步行"),
        (("stages", 0, "by"), "agent"),
        (("stages", 1, "do"), "到达"),
        (("aside", "says"), "旁白"),
    ]


def test_what_is_below_an_internal_field_is_internal() -> None:
    hidden = [spot.value for spot in spots(JOURNEY) if spot.internal]
    assert hidden == ["agent", "旁白"]


def test_a_reference_keeps_its_kinds() -> None:
    (by,) = [spot for spot in spots(JOURNEY) if spot.value == "agent"]
    assert by.marker == Reference(("role",))


def test_texts_are_without_references() -> None:
    assert [spot.value for spot in texts(JOURNEY)] == ["出行", "出门", "步行", "到达", "旁白"]


def test_parts_with_ids_are_found_at_every_depth() -> None:
    found = [(path, getattr(part, "id", None)) for path, part in parts(JOURNEY)]
    assert found == [
        (("stages", 0), "start"),
        (("stages", 0, "legs", 0), "one"),
        (("stages", 1), "end"),
    ]


def every_model() -> list[type[Part]]:
    found: dict[type[Part], None] = {}
    waiting: list[type[Part]] = list(KINDS.values())
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += [shape.part for shape in shapes(model) if shape.part]
    return list(found)


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_no_name_means_two_fields(model: type[Part]) -> None:
    written = [name for shape in shapes(model) for name in {shape.key, shape.label}]
    if issubclass(model, Item):
        written += [name for word in (KIND, ITEMS, NEXT, NOTE) for name in (word.key, word.label)]
    assert len(written) == len(set(written))
