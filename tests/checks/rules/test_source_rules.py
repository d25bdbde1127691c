"""The rules that the reader of files reports: every finding has its words, every example holds."""

import re
from pathlib import Path

import pytest
import yaml

from guifan.checks.rules import RULES
from guifan.findings import Finding, Position
from guifan.language.parser import parse
from guifan.language.source import Source, decode
from guifan.language.waivers import scan

CODES = ("S01", "S02", "S03", "S11", "S12", "S13", "S20", "S21", "X03")
BAD_FILES = Path(__file__).parents[2] / "language" / "bad_files.yaml"
TABLE = yaml.load(BAD_FILES.read_text("utf-8"), yaml.CBaseLoader)
SHOWN_ELSEWHERE = {"S13"}  # a link cannot be written as text


def findings_in(text: str) -> list[Finding]:
    source, faults = decode("standards/a.yaml", text.encode())
    if source is None:
        return list(faults)
    return [*parse(source)[1], *scan(source)[1]]


def divided(example: str) -> tuple[str, list[Position]]:
    """The file of an example and the stretches that its lines of carets mark."""
    lines: list[str] = []
    marked: list[Position] = []
    for line in example.splitlines():
        caret = re.fullmatch(r" *(\^+)", line)
        if caret:
            start, end = caret.span(1)
            marked.append(Position("standards/a.yaml", len(lines), start + 1, len(lines), end + 1))
        else:
            lines.append(line)
    return "".join(f"{line}\n" for line in lines), marked


@pytest.mark.parametrize("code", [code for code in CODES if code not in SHOWN_ELSEWHERE])
def test_the_bad_example_is_found_at_its_caret(code: str) -> None:
    text, marked = divided(RULES[code].bad.text)
    found = [(finding.code, finding.position) for finding in findings_in(text)]
    assert found == [(code, position) for position in marked]


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_is_clean(code: str) -> None:
    text = re.sub(r"^--- .*\n", "", RULES[code].good.text)
    assert findings_in(text) == []


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["finds"])
def test_every_finding_has_words_in_both_languages(row: dict[str, str]) -> None:
    for finding in findings_in(row["text"]):
        rule = RULES[finding.code]
        assert finding.severity == rule.severity
        for language in ("zh-Hans", "en"):
            assert rule.messages[finding.key].say(language, finding.arguments)
        for related in finding.related:
            assert related.key in rule.messages


def test_every_message_is_used() -> None:
    """A message that no bad file brings about is one that nobody has seen."""
    seen = {(finding.code, finding.key) for row in TABLE for finding in findings_in(row["text"])}
    written = {(code, key) for code in ("S01", "S11", "S21") for key in RULES[code].messages}
    unseen = {("S01", "other"), ("S11", "see")}
    assert written - seen == unseen


def test_source_is_read_alike_without_decoding() -> None:
    for row in TABLE:
        assert parse(Source("standards/a.yaml", row["text"]))[1] == tuple(
            finding for finding in findings_in(row["text"]) if finding.code != "X03"
        )
