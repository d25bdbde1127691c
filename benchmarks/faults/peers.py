"""The same faults through JSON Schema alone: the schema that editors use, in check-jsonschema."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from importlib import metadata

from check_jsonschema.parsers.yaml import construct_yaml_implementation, impl2loader
from jsonschema.validators import validator_for
from planting import Manual
from reporting import share
from running import ROOT, Outcome

AREAS = {
    "S": "the text: syntax, fields, types, quantities",
    "R": "references, posts, responsibility",
    "T": "time",
    "F": "the law",
    "C": "who is there",
    "E": "reports in an emergency",
    "X": "waivers",
}


class Schema:
    """The generated schema of a file, as ``check-jsonschema`` applies it to YAML.

    It sees one file at a time, so that whatever lies between two items is beyond it.
    """

    name = f"JSON Schema (check-jsonschema {metadata.version('check-jsonschema')})"

    def __init__(self) -> None:
        schema = json.loads((ROOT / ".vscode/standards.schema.json").read_text(encoding="utf-8"))
        self._validator = validator_for(schema)(schema)
        yaml = construct_yaml_implementation()
        self._load = impl2loader(yaml)

    def complains(self, data: bytes) -> bool:
        """Whether a file is refused, by the parser or by the schema."""
        try:
            document = self._load(io.BytesIO(data))
        except Exception:  # whatever the parser raises, it has refused the file
            return True
        return not self._validator.is_valid(document)

    def finds(self, outcome: Outcome) -> bool:
        """Whether the fault is found; a link is followed and reads as any file."""
        return outcome.mutant.link is None and self.complains(outcome.mutant.data)

    @cached_property
    def version(self) -> str:
        """Of the library below."""
        return metadata.version("jsonschema")


def compared(manual: Manual, outcomes: Sequence[Outcome]) -> str:
    """What each tool finds of the same faults, by area, in Markdown."""
    schema = Schema()
    alarms = sum(schema.complains(one.text.encode()) for one in manual.sources.values())
    by_area: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_area[one.mutant.codes[0][0]].append(one)
    lines = [
        "The same faults through the generated JSON Schema alone, any complaint counted:",
        "",
        f"| area | guifan | {schema.name} |",
        "|---|---|---|",
    ]
    for area, says in AREAS.items():
        some = by_area[area]
        lines.append(_row(f"{area} {says}", some, schema))
    lines.append(_row("all", outcomes, schema))
    lines += ["", f"False alarms of the schema on the clean manual: {alarms} files."]
    return "\n".join(lines) + "\n"


def _row(name: str, some: Sequence[Outcome], schema: Schema) -> str:
    ours = share(sum(one.is_seen for one in some), len(some))
    theirs = share(sum(schema.finds(one) for one in some), len(some))
    return f"| {name} | {ours} | {theirs} |"
