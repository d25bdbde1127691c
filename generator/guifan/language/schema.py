"""The JSON Schema of a file, one a kind and one for all: what an editor's program checks by.

A file that ``check`` accepts is never red in an editor: texts and quantities accept any scalar,
what may be inherited is optional, and every field may be written under its Chinese name.
"""

import copy
from typing import Any

from guifan.language.anatomy import shapes
from guifan.language.kinds import KINDS
from guifan.language.model import Item, Part

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What VS Code's YAML extension reads."""

Schema = dict[str, Any]


def file_schema(kind: str) -> Schema:
    """The schema of a file of one kind."""
    model = KINDS[kind]
    definitions = _definitions(model)
    item = definitions.pop(model.__name__)
    definitions["next"] = _next(item)
    return {
        "$schema": DIALECT,
        "title": model.kind_name,
        "description": model.kind_help,
        **_file(model, item),
        "definitions": definitions,
    }


def any_file_schema() -> Schema:
    """The schema of every file, told apart by ``kind``."""
    definitions: Schema = {}
    cases = []
    for kind, model in KINDS.items():
        own = file_schema(kind)
        definitions[kind] = {
            key: _prefixed(value, kind)
            for key, value in own.items()
            if key not in ("$schema", "definitions")
        }
        for name, value in own["definitions"].items():
            definitions[_name(name, kind)] = _prefixed(value, kind)
        names = {"enum": [kind, model.kind_name]}
        cases += [
            {
                "if": {"properties": {key: names}, "required": [key]},
                "then": {"$ref": f"#/definitions/{kind}"},
            }
            for key in ("kind", "种类")
        ]
    words = [name for kind, model in KINDS.items() for name in (kind, model.kind_name)]
    return {
        "$schema": DIALECT,
        "title": "guifan",
        "type": "object",
        "anyOf": [{"required": ["kind"]}, {"required": ["种类"]}],
        "properties": {key: {"enum": words} for key in ("kind", "种类")},
        "allOf": cases,
        "definitions": definitions,
    }


def _name(name: str, kind: str) -> str:
    """What is common to all kinds keeps its name; the rest gets its kind's before it."""
    return name if name.startswith(f"{Item.__name__}-") else f"{kind}.{name}"


def _prefixed(value: Any, kind: str) -> Any:
    """The schema with its references moved below the kind's own names."""
    if isinstance(value, dict):
        return {
            key: f"#/definitions/{_name(inner.rsplit('/', 1)[1], kind)}"
            if key == "$ref" and isinstance(inner, str)
            else _prefixed(inner, kind)
            for key, inner in value.items()
        }
    return [_prefixed(one, kind) for one in value] if isinstance(value, list) else value


def _definitions(model: type[Item]) -> Schema:
    """The model and its parts as Pydantic describes them, with Chinese names beside the keys."""
    made = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    found: Schema = made.pop("$defs", {})
    found[model.__name__] = made
    cleaned: Schema = _clean(found)
    for name, part in _parts(model).items():
        cleaned |= _both_names(name, cleaned[name], part)
    return cleaned


def _parts(model: type[Part]) -> dict[str, type[Part]]:
    """The model and every model below it, by class name."""
    found: dict[str, type[Part]] = {model.__name__: model}
    for shape in shapes(model):
        if shape.part is not None and shape.part.__name__ not in found:
            found |= _parts(shape.part)
    return found


def _both_names(name: str, schema: Schema, model: type[Part]) -> Schema:
    """The model's schema with every property under both its names, and a definition a property."""
    properties: Schema = schema.get("properties", {})
    required = set(schema.get("required", ()))
    definitions: Schema = {}
    made: Schema = {}
    needs: list[Schema] = []
    for shape in shapes(model):
        told = dict(properties[shape.key])
        told["description"] = f"{shape.label}：{told.get('description', '')}"
        common = issubclass(model, Item) and shape.attribute in Item.model_fields
        where = f"{Item.__name__ if common else name}-{shape.key}"
        definitions[where] = told
        made |= _twice(shape.key, shape.label, {"$ref": f"#/definitions/{where}"})
        if shape.key in required and not shape.inherited:
            needs.append({"anyOf": [{"required": [shape.key]}, {"required": [shape.label]}]})
    schema = {key: value for key, value in schema.items() if key != "required"}
    schema["properties"] = made
    schema["description"] = getattr(model, "kind_help", (model.__doc__ or "").strip())
    definitions[name] = {**schema, "allOf": needs} if needs else schema
    return definitions


def _clean(value: Any) -> Any:
    """Without what only we read, and without ``null``: nothing is written by writing nothing."""
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _clean(inner)
        for key, inner in value.items()
        if not key.startswith("x-") and not (key == "default" and inner in (None, []))
    }
    options = kept.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        rest = [one for one in options if one != {"type": "null"}]
        kept.pop("anyOf")
        kept |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    return kept


def _file(model: type[Item], item: Schema) -> Schema:
    """One item, or shared fields with ``items``; never both."""
    future = {"$ref": "#/definitions/next"}
    single = _with(item, {"kind": _kind(model), "next": future})
    listed = _with(item, {"next": future})
    inherited = {
        name: item["properties"][name]
        for shape in shapes(model)
        if shape.inherited
        for name in (shape.key, shape.label)
    }
    many = {
        "type": "object",
        "properties": {
            **_twice("kind", "种类", _kind(model)),
            **inherited,
            **_twice("items", "条目", {"type": "array", "items": listed}),
        },
        "additionalProperties": False,
    }
    listing = {"anyOf": [{"required": ["items"]}, {"required": ["条目"]}]}
    return {"if": listing, "then": many, "else": single}


def _kind(model: type[Item]) -> Schema:
    return {"enum": [model.kind, model.kind_name], "description": model.kind_help}


def _twice(key: str, label: str, schema: Schema) -> Schema:
    return {key: schema, label: schema}


def _with(item: Schema, more: Schema) -> Schema:
    made = copy.deepcopy(item)
    labels = {"kind": "种类", "next": "将来"}
    for key, schema in more.items():
        made["properties"] |= _twice(key, labels[key], schema)
    return made


def _next(item: Schema) -> Schema:
    """What the item will be: some of its fields, from a day on, with a note."""
    note = {"type": ["string", "number", "boolean"], "description": "说明：改了什么、为什么。"}
    change = {
        "type": "object",
        "properties": {**item["properties"], **_twice("note", "说明", note)},
        "additionalProperties": False,
        "anyOf": [{"required": ["effective"]}, {"required": ["生效日期"]}],
    }
    return {"type": "array", "items": change, "description": "将来：从某一天起改成什么。"}
