"""The schema: green for every file that check accepts, red for common typos, short and current."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from editor_files import RIGHT, STYLES, WRONG, good_examples, whole_files

from guifan.checks.rules import RULES
from guifan.language.kinds import KINDS
from guifan.language.loader import load
from guifan.language.model import Item
from guifan.language.schema import any_file_schema, file_schema, printed
from guifan.language.source import Source

COMMITTED = ".vscode/standards.schema.json"


@pytest.fixture(scope="session")
def committed(manual_root: Path) -> Path:
    return manual_root / COMMITTED


def red(schema: Path, folder: Path, files: dict[str, str]) -> set[str]:
    """The files that check-jsonschema refuses."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{name}.yaml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    report = json.loads(checked(schema, paths, "--output-format", "json").stdout)
    assert not report.get("parse_errors"), report["parse_errors"]
    return {Path(error["filename"]).stem for error in report.get("errors", ())}


def checked(schema: Path, paths: list[Path], *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *options]
    return subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("style", STYLES)
def test_a_whole_file_of_every_kind_is_accepted_and_green(
    style: str, committed: Path, tmp_path: Path
) -> None:
    files = whole_files(style)
    for name, text in files.items():
        loaded = load([Source(name, text)])
        assert not loaded.findings, text
        assert len(loaded.entries) == (2 if name.endswith("-list") else 1)
    assert red(committed, tmp_path, files) == set()


def test_every_good_example_is_green(committed: Path, tmp_path: Path) -> None:
    files = good_examples()
    assert len(files) >= len(RULES)
    assert red(committed, tmp_path, files) == set()


def test_the_standards_are_green(manual_root: Path, committed: Path) -> None:
    done = checked(committed, sorted((manual_root / "standards").rglob("*.yaml")))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_check_finds_the_typo(text: str) -> None:
    inherited = "place: general\nowner: a\nauthor: a\napprover: b\nversion: 1\n"
    inherited += "effective: 2026-01-01\nreview_by: 2026-12-31\norigin: authored\n"
    assert load([Source("typo.yaml", text + inherited)]).findings


def test_what_the_typos_were_made_in_is_green(committed: Path, tmp_path: Path) -> None:
    assert red(committed, tmp_path, RIGHT) == set()


def test_the_schema_finds_every_typo(committed: Path, tmp_path: Path) -> None:
    assert red(committed, tmp_path, WRONG) == set(WRONG)


def test_the_committed_schema_is_current(committed: Path) -> None:
    assert committed.read_text("utf-8") == printed(any_file_schema()), (
        f"run: guifan schema --out {COMMITTED}"
    )


def test_the_committed_schema_is_short(committed: Path) -> None:
    assert committed.stat().st_size < 500_000


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_one_kind_knows_its_files_alone(kind: str) -> None:
    schema = file_schema(kind)
    jsonschema.Draft7Validator.check_schema(schema)
    other = "term" if kind != "term" else "unit"
    assert jsonschema.Draft7Validator(schema).is_valid({"kind": other}) is False


def definitions() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = any_file_schema()["definitions"]
    return found


def test_every_example_fits_its_own_field() -> None:
    schema = any_file_schema()
    for name, told in definitions().items():
        for example in told.get("examples", ()):  # type: ignore[attr-defined]  # a list, if there
            here = {"definitions": schema["definitions"], "$ref": f"#/definitions/{name}"}
            assert jsonschema.Draft7Validator(here).is_valid(example), name


def test_every_field_is_told_in_chinese() -> None:
    fields = {name: told for name, told in definitions().items() if "." in name}
    for model in KINDS.values():
        for attribute, key, label in model.keys():  # noqa: SIM118  # no mapping, a model
            owner = "item" if attribute in Item.model_fields else model.kind
            assert str(fields[f"{owner}.{key}"]["description"]).startswith(f"{label}：")
