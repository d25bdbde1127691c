"""Every bad file in the table raises its finding at its place, and a safe repair mends it."""

from pathlib import Path

import pytest
import yaml

from guifan.findings import Finding, Position
from guifan.language.parser import parse
from guifan.language.source import Source

TABLE = yaml.load(Path(__file__).with_name("bad_files.yaml").read_text("utf-8"), yaml.CBaseLoader)


def shown(finding: Finding) -> str:
    at = finding.position
    place = f"{at.line}:{at.column}-{at.end_line}:{at.end_column}"
    return f"{finding.code} {finding.key} {place}"


def replaced(source: Source, at: Position, new: str) -> str:
    start = source.starts[at.line - 1] + at.column - 1
    end = source.starts[at.end_line - 1] + at.end_column - 1
    return source.text[:start] + new + source.text[end:]


@pytest.mark.parametrize("row", TABLE, ids=[f"{row['finds']} #{n}" for n, row in enumerate(TABLE)])
def test_the_finding_stands_at_its_place(row: dict[str, str]) -> None:
    _, findings = parse(Source("standards/bad.yaml", row["text"]))
    assert [shown(finding) for finding in findings] == row["finds"].split("; ")


@pytest.mark.parametrize(
    "row", [row for row in TABLE if "repair" in row], ids=lambda row: row["finds"]
)
def test_the_repair_is_named(row: dict[str, str]) -> None:
    _, (finding,) = parse(Source("standards/bad.yaml", row["text"]))
    assert finding.suggestion is not None
    assert finding.suggestion.text == row["repair"]
    assert finding.suggestion.safe == (row.get("safe") == "yes")


@pytest.mark.parametrize(
    "row", [row for row in TABLE if row.get("safe") == "yes"], ids=lambda row: row["finds"]
)
def test_a_safe_repair_mends_the_fault(row: dict[str, str]) -> None:
    source = Source("standards/bad.yaml", row["text"])
    _, (finding,) = parse(source)
    assert finding.suggestion is not None
    mended = replaced(source, finding.position, finding.suggestion.text)
    _, left = parse(Source("standards/bad.yaml", mended))
    assert shown(finding) not in map(shown, left)


def test_the_table_is_large() -> None:
    assert len(TABLE) >= 100
