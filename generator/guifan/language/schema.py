"""The JSON Schema of a file, one a kind and one for all: what an editor's program checks by.

A file that ``check`` accepts is never red in an editor: texts and quantities accept any scalar,
what may be inherited is optional, and every field may be written under its Chinese name.
"""

import json
import re
from typing import Any

from guifan.language.anatomy import Shape, shapes
from guifan.language.kinds import KINDS
from guifan.language.model import Item, Part
from guifan.language.structure import ITEMS, KIND, NEXT, NOTE, Word

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What VS Code's YAML extension reads."""

Schema = dict[str, Any]

# Told by what they are not, because an editor would offer what it is told: true, false, null.
_SCALAR_OR_NOTHING = {"not": {"type": ["object", "array"]}}
_NOTHING = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
# A word of yaml-language-server's own: allowed here, and offered by what refers here.
_NOT_OFFERED = {"doNotSuggest": True}

_NUMBER = re.compile(r"[1-9][0-9]*|0\.[0-9]+")


def file_schema(kind: str) -> Schema:
    """The schema of a file of one kind."""
    definitions = _definitions(KINDS[kind])
    return {"$schema": DIALECT, **definitions.pop(kind), "definitions": definitions}


def any_file_schema() -> Schema:
    """The schema of every file, told apart by ``kind``."""
    definitions: Schema = {}
    for model in KINDS.values():
        definitions |= _definitions(model)
    kinds = {word: model for model in KINDS.values() for word in (model.kind, model.kind_name)}
    told = _told(KIND) | {
        "enum": list(kinds),
        "enumDescriptions": [_about(model) for model in kinds.values()],
    }
    return {
        "$schema": DIALECT,
        "title": "guifan",
        "type": "object",
        "properties": _twice(KIND, told),
        "anyOf": _either(KIND),
        "allOf": [
            {
                "if": {"properties": {name: {"const": word}}, "required": [name]},
                "then": _ref(model.kind),
            }
            for word, model in kinds.items()
            for name in (KIND.key, KIND.label)
        ],
        "definitions": definitions,
    }


def printed(schema: Schema) -> str:
    """The schema as JSON, one definition a line: short, and a diff shows which of them changed."""

    def compact(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def lines(members: Schema) -> str:
        return ",\n".join(f"{compact(name)}:{compact(value)}" for name, value in members.items())

    around = {key: value for key, value in schema.items() if key != "definitions"}
    return f'{{\n{lines(around)},\n"definitions":{{\n{lines(schema["definitions"])}\n}}}}\n'


def _definitions(model: type[Item]) -> Schema:
    """A kind's file, its items and their parts, each field on its own, by their names."""
    made = model.model_json_schema(by_alias=True)
    described: Schema = {**made.pop("$defs", {}), model.__name__: made}
    found = {model.kind: _file(model), **_items(model)}
    for name, part in _models(model).items():
        if part is not model:
            found[f"{model.kind}.{name}"] = _object(part, model.kind)
        for shape in shapes(part):
            where = _field_name(part, shape, model.kind)
            told = described[name]["properties"][shape.key]
            found[where] = _field(shape, told, described, model.kind)
    return found


def _models(model: type[Part]) -> dict[str, type[Part]]:
    """The model and every model below it, by class name."""
    found = {model.__name__: model}
    for shape in shapes(model):
        if shape.part is not None and shape.part.__name__ not in found:
            found |= _models(shape.part)
    return found


def _field_name(model: type[Part], shape: Shape, kind: str) -> str:
    """What all items have is defined once; the rest by its kind, and its part."""
    if not issubclass(model, Item):
        return f"{kind}.{model.__name__}.{shape.key}"
    return f"{'item' if shape.attribute in Item.model_fields else kind}.{shape.key}"


def _field(shape: Shape, told: Schema, described: Schema, kind: str) -> Schema:
    """One field: what may be written, and what an editor is told of it."""
    value = _value(told, described, kind)
    how = value.pop("x-how", "")
    text = f"{shape.label}：{told['description']}"
    made = {"description": f"{text}\n\n{how}" if how else text, **value}
    if "examples" in told:
        example = str(told["examples"][0])
        made["examples"] = [_listed(example) if shape.many else _bare(example)]
    return made


def _listed(example: str) -> list[str]:
    """``[a, b]`` as a list."""
    return [one.strip() for one in example.strip("[]").split(",")]


def _bare(example: str) -> object:
    """A number as a number, because an editor would put a text of digits in quotes."""
    return json.loads(example) if _NUMBER.fullmatch(example) else example


def _value(told: Schema, described: Schema, kind: str) -> Schema:
    """What may be written, out of Pydantic's description of a value."""
    if "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        inner: Schema = described[name]
        return dict(inner) if "enum" in inner else _ref(f"{kind}.{name}")
    if "anyOf" in told:
        value = _value(told["anyOf"][0], described, kind)
        return value | _SCALAR_OR_NOTHING if "not" in value else {"anyOf": [value, _NOTHING]}
    if "items" in told:
        return {"type": "array", "items": _value(told["items"], described, kind)}
    return {key: told[key] for key in ("type", "pattern", "not", "x-how") if key in told}


def _object(model: type[Part], kind: str) -> Schema:
    """A model as an object: every field under both its names, and those that must be there."""
    properties: Schema = {}
    for shape in shapes(model):
        properties |= _twice(shape, _ref(_field_name(model, shape, kind)))
    needed = [
        {"anyOf": _either(shape)}
        for shape in shapes(model)
        if model.model_fields[shape.attribute].is_required() and not shape.inherited
    ]
    made = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | {"allOf": needed} if needed else made


def _file(model: type[Item]) -> Schema:
    """One item, or shared fields with ``items``; never both."""
    inherited: Schema = {}
    for shape in shapes(model):
        if shape.inherited:
            inherited |= _twice(shape, _ref(_field_name(model, shape, model.kind)))
    listed = _told(ITEMS) | {"type": "array", "items": _ref(f"{model.kind}:listed")}
    several = {
        "type": "object",
        "properties": {**_twice(KIND, _kind(model)), **inherited, **_twice(ITEMS, listed)},
        "additionalProperties": False,
    }
    return {
        "title": model.kind_name,
        "if": {"anyOf": _either(ITEMS)},
        "then": several,
        "else": _ref(f"{model.kind}:single"),
    }


def _items(model: type[Item]) -> Schema:
    """An item that is a file, one of several in a file, and one of its future entries."""
    whole = _object(model, model.kind)
    needed = whole.pop("allOf")
    for word in (KIND, NEXT, NOTE):
        whole["properties"] |= _twice(word, _NOT_OFFERED)
    fields, item, changes = (f"{model.kind}:{name}" for name in ("fields", "item", "changes"))
    future = _twice(NEXT, _told(NEXT) | {"type": "array", "items": _ref(changes)})
    known = {shape.attribute: shape for shape in shapes(model)}
    return {
        f"{model.kind}:single": {
            "allOf": [_ref(item)],
            "properties": {**_twice(KIND, _kind(model)), **future, **_twice(NOTE, False)},
        },
        f"{model.kind}:listed": {
            "allOf": [_ref(item)],
            "properties": {**_twice(KIND, False), **future, **_twice(NOTE, False)},
        },
        changes: {
            "allOf": [_ref(fields)],
            "properties": {
                **_twice(known["id"], False),
                **_twice(KIND, False),
                **_twice(NEXT, False),
                **_twice(NOTE, _told(NOTE) | _SCALAR_OR_NOTHING),
            },
            "anyOf": _either(known["effective"]),
        },
        item: {"allOf": [_ref(fields), *needed]},
        fields: whole,
    }


def _kind(model: type[Item]) -> Schema:
    return {"description": _about(model), "enum": [model.kind, model.kind_name]}


def _about(model: type[Item]) -> str:
    return f"{model.kind_name}：{model.kind_help}"


def _told(word: Word) -> Schema:
    return {"description": f"{word.label}：{word.help}"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _twice(named: Shape | Word, value: Schema | bool) -> Schema:
    """A property under both its names."""
    return {named.key: value, named.label: value}


def _either(named: Shape | Word) -> list[Schema]:
    return [{"required": [named.key]}, {"required": [named.label]}]
