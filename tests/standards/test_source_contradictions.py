"""What the source documents said against themselves is found, and the manual says how it chose."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from guifan.checks.engine import Report
from guifan.checks.examples import run_example
from guifan.findings import Example, Severity
from guifan.publish.folder import Folder

TABLE = yaml.load(
    Path(__file__).with_name("source_contradictions.yaml").read_text("utf-8"), yaml.CBaseLoader
)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: "-".join(row["found"]))
def test_it_is_found_by_its_rules_and_no_others(row: dict[str, Any]) -> None:
    findings = run_example(Example(row["text"])).findings
    errors = {one.code for one in findings if one.severity is Severity.ERROR}
    assert errors == set(row["found"])


@pytest.mark.parametrize("row", TABLE, ids=lambda row: "-".join(row["found"]))
def test_the_manual_records_what_it_chose(
    row: dict[str, Any], guifan_checked: tuple[Folder, Report]
) -> None:
    folder, _ = guifan_checked
    item = folder.corpus.get(row["settled"])
    assert item is not None
    assert item.decided
