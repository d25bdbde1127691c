"""The four formats of a report, from findings written by hand."""

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from guifan.checks.engine import Report
from guifan.checks.reports import FORMATS, Outcome
from guifan.findings import Finding, Position, Related, Severity, Suggestion
from guifan.language.source import Source

FILE = "standards/投诉/条款.yaml"
TEXT = "kind: term\nmeans: 由【shift-laeder】跟进, 办好: 再说\nalso: [a%b]\n"
UNKNOWN = Finding(
    "R01",
    "unknown",
    Position(FILE, 2, 10, 2, 22),
    {"id": "shift-laeder"},
    (Related(Position(FILE, 1, 1, 1, 5)),),
    Suggestion("shift-leader", safe=True),
    subject="complaint",
)
ORPHAN = Finding(
    "R02",
    "orphan",
    Position(FILE, 3, 8, 3, 11),
    {"kind": "系统", "title": "a%b", "id": "a-b"},
    (Related(Position(FILE, 1, 1, 1, 5), "expired-waiver", {"until": date(2026, 3, 31)}),),
    severity=Severity.WARNING,
)
WAIVED = Finding("S09", "bare-day", Position(FILE, 1, 1, 1, 5), {"text": "3 天"})
REPORT = Report((UNKNOWN, ORPHAN), (WAIVED,), {"R01": 4, "R02": 1}, 7)
SOURCES = {FILE: Source(FILE, TEXT)}
SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def render(form: str, report: Report = REPORT, **more: Any) -> str:
    return FORMATS[form](Outcome(report, SOURCES, **more))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_every_format_is_found() -> None:
    assert list(FORMATS) == ["github", "json", "sarif", "text"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_keeps_the_contract(language: str) -> None:
    found = json.loads(render("json", language=language))
    assert list(found) == ["findings", "summary"]
    first, second = found["findings"]
    assert list(first) == [
        "code",
        "name",
        "severity",
        "message",
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "related",
        "suggestion",
        "fingerprint",
    ]
    assert (first["code"], first["name"], first["severity"]) == ("R01", "unknown-reference", "E")
    place = [first[key] for key in ("file", "line", "column", "end_line", "end_column")]
    assert place == [FILE, 2, 10, 2, 22]
    assert "shift-laeder" in first["message"]
    assert first["suggestion"] == "shift-leader"
    assert first["related"][0]["line"] == 1
    assert second["severity"] == "W"
    assert second["suggestion"] is None
    assert "2026-03-31" in second["related"][0]["message"]
    assert found["summary"] == {
        "errors": 1,
        "warnings": 1,
        "waived": 1,
        "items": 7,
        "examined": {"R01": 4, "R02": 1},
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_is_valid_and_complete(language: str) -> None:
    log = json.loads(render("sarif", language=language, folder="manuals/yunchuan/"))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    unknown, orphan, waived = run["results"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert rules[result["ruleIndex"]]["help"]["markdown"]
    place = unknown["locations"][0]["physicalLocation"]
    uri = place["artifactLocation"]["uri"]
    assert uri == "manuals/yunchuan/standards/%E6%8A%95%E8%AF%89/%E6%9D%A1%E6%AC%BE.yaml"
    region = {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 22}
    assert place["region"] == region
    replacement = unknown["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["deletedRegion"] == region
    assert replacement["insertedContent"]["text"] == "shift-leader"
    assert unknown["partialFingerprints"] == {"guifan/v1": UNKNOWN.fingerprint}
    assert unknown["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert (unknown["level"], orphan["level"]) == ("error", "warning")
    assert "fixes" not in orphan
    assert waived["suppressions"] == [{"kind": "inSource"}]


def test_github_escapes_what_ends_a_command() -> None:
    finding = Finding("S08", "no-number", Position("standards/a,b:c.yaml", 4, 1, 4, 3), {})
    message = {"text": "5%\nnext\r::error::"}
    odd = Finding("S08", "no-number", finding.position, message)
    (line,) = render("github", Report((odd,)), language="en").splitlines()
    assert line == (
        "::error file=standards/a%2Cb%3Ac.yaml,line=4,endLine=4,col=1,endColumn=3,"
        "title=S08 bad-quantity::“5%25%0Anext%0D::error::” is not an amount: it does not begin "
        "with a number. Begin with one, as in 3 working days."
    )


def test_github_names_files_from_the_repository() -> None:
    error, warning = render("github", folder="manual/").splitlines()
    assert error.startswith(f"::error file=manual/{FILE},line=2,")
    assert warning.startswith("::warning file=manual/")


def test_the_caret_stands_below_what_it_marks_however_wide() -> None:
    lines = render("text").splitlines()
    at = next(number for number, line in enumerate(lines) if "shift-laeder】" in line)
    shown, carets = lines[at], lines[at + 1]
    before = shown.partition("shift-laeder")[0]
    assert columns(carets.rstrip("^")) == columns(before)
    assert carets.count("^") == len("shift-laeder")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_long_line_is_cut_around_its_fault(width: int) -> None:
    text = f"means: {'客户来电要求处理' * 12}shift-laeder{'并且及时答复' * 12}\n"
    column = text.index("shift-laeder") + 1
    position = Position(FILE, 1, column, 1, column + 12)
    finding = Finding("R01", "unknown", position, {"id": "shift-laeder"})
    outcome = Outcome(Report((finding,)), {FILE: Source(FILE, text)}, width=width)
    lines = FORMATS["text"](outcome).splitlines()
    at = next(number for number, line in enumerate(lines) if "│ …" in line)
    shown, carets = lines[at], lines[at + 1]
    assert columns(shown) <= max(width, 50)
    assert columns(carets.rstrip("^")) == columns(shown.partition("shift-laeder")[0])


def test_the_text_names_places_counts_and_where_to_learn_more() -> None:
    zh, en = render("text"), render("text", language="en")
    for text in (zh, en):
        assert f"{FILE}:2:10" in text
        assert f"{FILE}:1:1" in text
        assert "shift-leader" in text
        assert "--fix" in text
        assert "guifan explain R01" in text
    assert "1 个错误，1 个警告；检查了 7 个条目。" in zh
    assert "1 error, 1 warning; 7 items checked." in en
    assert "\x1b[" not in zh
    assert "\x1b[" in render("text", colour=True, width=80)


def test_brackets_in_a_message_are_text_not_style() -> None:
    finding = Finding("R01", "unknown", Position(FILE, 3, 7, 3, 12), {"id": "[red]x[/]"})
    assert "[red]x[/]" in render("text", Report((finding,)))


def test_a_clean_report_says_so() -> None:
    report = Report((), examined={"R01": 4}, items=7)
    assert render("text", report, language="en") == "Nothing found: 7 items, 1 rules.\n"
    assert render("github", report) == ""


def test_a_lone_sign_is_shown_in_its_line() -> None:
    at = Position(FILE, 2, 29, 2, 31)
    colon = Finding("S21", "colon-in-sentence", at, suggestion=Suggestion("：", safe=True))
    text = render("text", Report((colon,)))
    assert "改成：means: 由【shift-laeder】跟进, 办好：再说（" in text
