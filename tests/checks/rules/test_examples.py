"""Every rule's examples: the bad one raises that code alone, at the caret; the good one nothing."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from string import Formatter
from typing import cast

import pytest

import guifan.checks.rules
from guifan.checks.examples import BASE, DAY, run_example, written
from guifan.checks.rules import RULES
from guifan.checks.wording import beside, message
from guifan.findings import Example, Finding, Listed, Phrase, Rule, listed
from guifan.publish.folder import open_folder

WITHOUT = {"X04"}  # no text makes a rule crash; the engine's tests do
LINK = "# -> "


def has_link(example: Example) -> bool:
    return any(text.startswith(LINK) for _, text in written(example).files)


SHOWN = [rule for code, rule in RULES.items() if code not in WITHOUT]
AS_TEXT = [rule for rule in SHOWN if not has_link(rule.bad)]
AS_FILES = [rule for rule in SHOWN if has_link(rule.bad)]


def slots(template: str) -> set[str]:
    """What a sentence prints."""
    return {name for _, name, forms, _ in Formatter().parse(template) if name and not forms}


def agreeing(template: str) -> set[str]:
    """What words of a sentence agree with."""
    return {name for _, name, forms, _ in Formatter().parse(template) if name and forms}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_a_rule_has_both_examples(rule: Rule) -> None:
    assert rule.bad.text.strip()
    assert rule.mended.text.strip()


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_what_is_shown_to_mend_an_example_is_what_changes(rule: Rule) -> None:
    bad = dict(written(rule.bad).files)
    changed = dict(written(rule.change).files)
    assert changed
    assert [name for name, text in changed.items() if bad.get(name) == text] == []
    assert bad | changed == dict(written(rule.good).files)


@pytest.mark.parametrize("rule", AS_TEXT, ids=lambda rule: rule.code)
def test_the_bad_example_raises_its_code_at_the_caret(rule: Rule) -> None:
    found = run_example(rule.bad).findings
    marks = written(rule.bad).marks
    assert marks, "a bad example marks what is wrong"
    assert [(one.code, one.position) for one in found] == [(rule.code, mark) for mark in marks]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_good_example_raises_nothing(rule: Rule) -> None:
    assert run_example(rule.good).findings == ()


@pytest.mark.parametrize("rule", AS_FILES, ids=lambda rule: rule.code)
def test_a_link_in_an_example_raises_its_code(rule: Rule, tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    for name, text in written(rule.bad).files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith(LINK):
            path.symlink_to(text.removeprefix(LINK).strip())
        else:
            path.write_text(text, "utf-8")
    found = open_folder(tmp_path).check(DAY).findings
    assert [(one.code, one.position.file) for one in found] == [
        (rule.code, written(rule.bad).files[0][0])
    ]


def test_the_base_of_the_examples_has_no_error() -> None:
    files = "".join(f"--- standards/{number}.yaml\n{text}" for number, text in enumerate(BASE))
    report = run_example(Example(files))
    assert [(one.code, message(one, "en")) for one in report.findings if one.code[0] == "S"] == []
    assert report.errors == 0
    assert report.items == len(BASE)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{2}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.messages
    for wording in (rule.finds, rule.why, *rule.messages.values()):
        assert wording.zh.strip()
        assert wording.en.strip()
        assert slots(wording.zh) == slots(wording.en)
        assert not agreeing(wording.zh), "Chinese has one form of a word"
        assert agreeing(wording.en) <= slots(wording.en)


FULL_WIDTH = re.compile(r"[\u3000-\u303f\uff00-\uffef·]")
NOTATION = re.compile(r"“[^”]*”|【[^】]*】")
ONE_OF_MANY = re.compile(r"(?<![\w.,:–×-])1 (?!(?:is|was|has|does)\b)[a-z]+s\b")


def bare(value: object) -> object:
    """An argument with a letter for every text of the manual."""
    match value:
        case str():
            return "x"
        case Listed():
            return listed(cast("str", bare(one)) for one in value.things)
        case Phrase():
            return Phrase(value.wording, {name: bare(one) for name, one in value.arguments.items()})
    return value


def english(finding: Finding) -> list[str]:
    """All that is said of a finding."""
    return [message(finding, "en"), *(beside(finding, one, "en") for one in finding.related)]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_the_english_has_no_chinese_punctuation(rule: Rule) -> None:
    for words in (rule.finds, rule.why, *rule.messages.values()):
        assert not FULL_WIDTH.search(NOTATION.sub("", words.en))
    for finding in run_example(rule.bad).findings:
        for said in english(replace(finding, arguments=bare_all(finding))):
            assert not FULL_WIDTH.search(NOTATION.sub("", said))


def bare_all(finding: Finding) -> dict[str, object]:
    return {name: bare(value) for name, value in finding.arguments.items()}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_english_agrees_in_number(rule: Rule) -> None:
    for finding in run_example(rule.bad).findings:
        assert not ONE_OF_MANY.search(message(finding, "en"))
        for name in agreeing(RULES[finding.code].messages[finding.key].en):
            assert isinstance(finding.arguments[name], int | Decimal | Listed)


def test_no_rule_joins_words_itself() -> None:
    """Each language joins in its own way: what stands in a row is handed over as ``listed``."""
    files = Path(guifan.checks.rules.__file__).parent.rglob("*.py")
    assert [
        one.name for one in files if re.search(r'"[、，；,;]\s?"\.join', one.read_text("utf-8"))
    ] == []
