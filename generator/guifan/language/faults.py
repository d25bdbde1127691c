"""What Pydantic says of a value, as findings that an editor understands."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guifan.findings import Finding, Position, Suggestion, listed
from guifan.language.anatomy import choices, names, shapes
from guifan.language.labels import Label, each_choice, with_name
from guifan.language.model import Flaw, Part
from guifan.language.nodes import Path
from guifan.language.wording import PLAIN
from guifan.language.written import shown

Some = TypeVar("Some", bound=Part)

Locate = Callable[[Path, bool], Position]
"""The position of the value (or, if True, of the key) at a path of the item."""

_WANTS = {
    "tuple_type": "wants-list",
    "model_type": "wants-mapping",
    "model_attributes_type": "wants-mapping",
    "dict_type": "wants-mapping",
    "string_type": "wants-text",
}


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was probably meant, if one is near."""
    found = difflib.get_close_matches(word, sorted(words), n=1, cutoff=0.6)
    return found[0] if found else None


def validated(
    model: type[Some], values: Mapping[str, object], locate: Locate
) -> tuple[Some | None, tuple[Finding, ...]]:
    """Make an item of plain values.

    Returns:
        The item, or None and what is wrong with the values.
    """
    try:
        return model.model_validate(values), ()
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        faults = chain.from_iterable(_faults(error, model, locate) for error in errors)
        return None, tuple(map(_in_working_days, faults) if "calendar" in values else faults)


def _in_working_days(finding: Finding) -> Finding:
    """A bare 天 where working time has its calendar is likelier a working day."""
    suggestion = finding.suggestion
    if finding.code != "S09" or suggestion is None:
        return finding
    first, *others = reversed((suggestion.text, *suggestion.others))
    return replace(finding, suggestion=replace(suggestion, text=first, others=tuple(others)))


def _faults(error: ErrorDetails, model: type[Part], locate: Locate) -> Iterator[Finding]:
    """The findings that one Pydantic error of an item makes."""
    if error["type"] != "flaws":
        yield _fault(error, model, locate)
        return
    flaws: tuple[Flaw, ...] = error["ctx"]["flaws"]
    for flaw in flaws:
        at = locate((*error["loc"], *flaw.fields), False)
        yield Finding(flaw.code, flaw.key, at, flaw.arguments)


def _fault(error: ErrorDetails, model: type[Part], locate: Locate) -> Finding:
    """Turn one Pydantic error of an item into a finding at its place."""
    path: Path = tuple(error["loc"])
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = str(path[-1]) if path else ""
    holder = _holder(model, path)
    label = Label(_label(holder, path))
    if kind == "missing":
        return Finding("S06", "missing", locate(path[:-1], False), {"field": name, "label": label})
    if kind == "extra_forbidden":
        return _unknown(path, holder, locate)
    if value is None:
        return Finding("S06", "empty", locate(path, True), {"field": name, "label": label})
    here = locate(path, False)
    if kind in ("string_pattern_mismatch", "truth"):
        return _bad_id(kind, str(value), here)
    if kind == "enum":
        return _choice(holder, path, str(value), here)
    if kind in _WANTS:
        return Finding("S07", _WANTS[kind], here, {"field": name, "label": label})
    if kind in ("empty", "one-line"):
        return Finding("S07", kind, here, {"field": name, "label": label})
    return _written(
        kind, context, here, {"field": name, "label": label, "value": shown(str(value))}
    )


_GATHERED = {"missing": "missing-some", "missing-in-all": "missing-some-in-all"}


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Name the fields that are missing in one place in one finding."""
    groups: dict[tuple[str, Position, int], list[Finding]] = {}
    for at, finding in enumerate(findings):
        is_missing = finding.code == "S06" and finding.key in _GATHERED
        groups.setdefault((finding.key, finding.position, -1 if is_missing else at), []).append(
            finding
        )
    return tuple(_all_missing(group) for group in groups.values())


def _all_missing(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    fields = listed(with_name(str(one.arguments["field"]), one.arguments["label"]) for one in group)
    return Finding("S06", _GATHERED[first.key], first.position, {"fields": fields})


def _holder(model: type[Part], path: Path) -> type[Part]:
    """The model whose field the last name of the path is."""
    for part in path[:-1]:
        if isinstance(part, str):
            inner = next((shape.part for shape in shapes(model) if shape.key == part), None)
            model = inner or model
    return model


def _label(holder: type[Part], path: Path) -> str:
    words = [part for part in path if isinstance(part, str)]
    word = words[-1] if words else ""
    return next((shape.label for shape in shapes(holder) if shape.key == word), word)


def _unknown(path: Path, holder: type[Part], locate: Locate) -> Finding:
    name = str(path[-1])
    near = nearest(name, names(holder))
    return Finding(
        "S04",
        "unknown-field",
        locate(path, True),
        {"field": shown(name), "fields": listed(shape.key for shape in shapes(holder))},
        suggestion=Suggestion(near) if near else None,
    )


def _choice(holder: type[Part], path: Path, value: str, here: Position) -> Finding:
    word = next(part for part in reversed(path) if isinstance(part, str))
    attribute = next(shape.attribute for shape in shapes(holder) if shape.key == word)
    choice = choices(holder.model_fields[attribute].annotation)
    near = nearest(value, [*(one.value for one in choice), *(one.label for one in choice)])
    return Finding(
        "S07",
        "not-one-of",
        here,
        {
            "value": shown(value),
            "options": listed(each_choice(choice)),
        },
        suggestion=Suggestion(near) if near else None,
    )


def _written(
    kind: str, context: Mapping[str, Any], here: Position, arguments: dict[str, object]
) -> Finding:
    """A value of one of our own types: a quantity, a day, opening hours."""
    facts = {name: value for name, value in context.items() if name != "suggestions"}
    options: tuple[str, ...] = context.get("suggestions", ())
    return Finding(
        "S09" if kind == "bare-day" else "S07" if kind in PLAIN else "S08",
        kind,
        here,
        arguments | facts | {"options": " / ".join(options)},
        suggestion=_readings(kind, options),
    )


def _readings(kind: str, options: tuple[str, ...]) -> Suggestion | None:
    """What may be written instead; a number without its unit could be anything."""
    if not options or (kind == "no-unit" and len(options) > 1):
        return None
    return Suggestion(options[0], others=options[1:])


def _bad_id(kind: str, value: str, here: Position) -> Finding:
    if kind == "truth":
        return Finding("S10", "truth", here, {"id": value})
    return Finding("S10", "pattern", here, {"id": shown(value)}, (), _near_id(value))


def _near_id(value: str) -> Suggestion | None:
    text = kebab(value)
    return Suggestion(text) if text and text[0].isalpha() and value.isascii() else None


def kebab(text: str) -> str:
    """The letters and digits of a text as an id would be written."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in text).lower()
    return "-".join(words.split())
