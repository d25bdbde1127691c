"""Every bad file of the typed table raises its finding at its place, and a safe repair mends it."""

from pathlib import Path

import pytest
import yaml

from guifan.checks.examples import run_example
from guifan.checks.wording import message
from guifan.findings import FILE, Example, Finding
from guifan.language.repairs import repaired
from guifan.language.source import Source

TABLE = yaml.load(
    Path(__file__).with_name("typed_bad_files.yaml").read_text("utf-8"), yaml.CBaseLoader
)


def findings_in(text: str) -> tuple[Finding, ...]:
    return run_example(Example(text)).findings


def shown(finding: Finding) -> str:
    at = finding.position
    place = f"{at.line}:{at.column}-{at.end_line}:{at.end_column}"
    return f"{finding.code} {finding.key} {place}"


@pytest.mark.parametrize("row", TABLE, ids=[f"{row['finds']} #{n}" for n, row in enumerate(TABLE)])
def test_the_finding_stands_at_its_place(row: dict[str, str]) -> None:
    found = findings_in(row["text"])
    assert [shown(finding) for finding in found] == row["finds"].split("; ")
    for finding in found:
        assert "{" not in message(finding, "zh") + message(finding, "en")


@pytest.mark.parametrize(
    "row", [row for row in TABLE if "repair" in row], ids=lambda row: row["finds"]
)
def test_the_repair_is_named(row: dict[str, str]) -> None:
    (finding,) = findings_in(row["text"])
    assert finding.suggestion is not None
    assert finding.suggestion.text == row["repair"]
    assert finding.suggestion.safe == (row.get("safe") == "yes")


@pytest.mark.parametrize(
    "row", [row for row in TABLE if row.get("safe") == "yes"], ids=lambda row: row["finds"]
)
def test_a_safe_repair_mends_the_fault(row: dict[str, str]) -> None:
    mended, applied = repaired(Source(FILE, row["text"]), findings_in(row["text"]))
    assert len(applied) == 1
    assert findings_in(mended) == ()


def test_both_readings_of_a_bare_day_are_shown() -> None:
    text = "kind: limit\nid: answer\ntitle: 答复\nwithin: 3天\n"
    for end, readings in (
        ("", ["3 日", "3 个工作日"]),
        ("calendar: office\n", ["3 个工作日", "3 日"]),
    ):
        (finding,) = findings_in(text + end)
        assert finding.suggestion is not None
        assert [finding.suggestion.text, *finding.suggestion.others] == readings


def test_a_number_without_a_unit_is_not_guessed_at() -> None:
    (finding,) = findings_in("kind: limit\nid: answer\ntitle: 答复\nwithin: 3\n")
    assert finding.suggestion is None
    assert "3 个工作日" in message(finding, "zh")


def test_the_missing_fields_of_a_place_are_named_in_one() -> None:
    (finding,) = findings_in("kind: term\n")
    assert message(finding, "zh").startswith(
        "这里缺少几个字段。请补上：id（编号）、title（名称）、"
    )


def test_the_table_is_large() -> None:
    assert len(TABLE) >= 60
