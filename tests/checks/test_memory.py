"""What is remembered of a check changes nothing: the findings are those of a check from nothing."""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from guifan.checks.engine import Report
from guifan.checks.examples import DAY, completed_sources, written
from guifan.checks.memory import Memory
from guifan.checks.reading import Baseline, Standards, read_standards
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.findings import Example, Finding
from guifan.language.source import Source
from guifan.language.stored import stored
from guifan.publish.files import read_sources

Files = dict[str, str]
TODAY = date(2026, 11, 22)


def said(findings: Iterable[Finding]) -> list[object]:
    """All that a reader is told of findings, in their order."""
    return [(one, message(one, "zh"), message(one, "en")) for one in findings]


def told(report: Report) -> object:
    return said(report.findings), said(report.waived), dict(report.examined), report.items


def example(one: Example, memory: Memory | None) -> Standards:
    files = dict(written(one).files)
    past = {name: text for name, text in files.items() if name.startswith("before/")}
    now = {name: text for name, text in files.items() if name not in past}
    text = "".join(past.values())
    released = Baseline(read_standards(*completed_sources(past)).corpus, text) if past else None
    return read_standards(*completed_sources(now), released, memory)


@pytest.mark.parametrize("code", RULES)
def test_a_fault_is_found_though_the_manual_was_remembered_to_be_in_order(code: str) -> None:
    rule = RULES[code]
    memory = Memory()
    for one in (rule.good, rule.bad, rule.good, rule.bad):
        report = example(one, memory).check(DAY)
        assert told(report) == told(example(one, None).check(DAY))
        memory = report.memory or memory


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def without_a_line(files: Files, dice: random.Random) -> str:
    """Delete a line."""
    name = dice.choice(sorted(files))
    text = lines(files[name])
    del text[dice.randrange(len(text))]
    files[name] = "".join(text)
    return name


def without_an_item(files: Files, dice: random.Random) -> str:
    """Delete an item of a list."""
    lists = sorted(name for name, text in files.items() if text.count("\n  - id: ") > 1)
    name = dice.choice(lists)
    head, *items = re.split(r"(?m)^(?=  - id: )", files[name])
    del items[dice.randrange(len(items))]
    files[name] = head + "".join(items)
    return name


def without_a_file(files: Files, dice: random.Random) -> str:
    """Delete a file."""
    name = dice.choice(sorted(files))
    del files[name]
    return name


def under_another_name(files: Files, dice: random.Random) -> str:
    """Rename a file, so that its items stand elsewhere in the order of files."""
    name = dice.choice(sorted(files))
    files[f"standards/{dice.choice('amz')}-{Path(name).name}"] = files.pop(name)
    return name


def with_another_id(files: Files, dice: random.Random) -> str:
    """Rename an item; half the time under its former name it is still known."""
    name = dice.choice(sorted(name for name, text in files.items() if "\nid: " in text))
    found = re.search(r"(?m)^id: (?P<id>\S+)$", files[name])
    assert found
    former = (
        f"\nwas: [{found['id']}]" if dice.random() < 0.5 and "\nwas:" not in files[name] else ""
    )
    files[name] = files[name].replace(found[0], f"{found[0]}-new{former}", 1)
    return name


def with_another_reference(files: Files, dice: random.Random) -> str:
    """Have a text refer to another item."""
    ids = sorted(set(re.findall(r"(?m)^(?:  - )?id: (\S+)$", "".join(files.values()))))
    name = dice.choice(sorted(name for name, text in files.items() if re.search("【[a-z]", text)))
    spots = list(re.finditer(r"【[a-z][a-z0-9-]*(?=[】.])", files[name]))
    spot = dice.choice(spots)
    files[name] = f"{files[name][: spot.start()]}【{dice.choice(ids)}{files[name][spot.end() :]}"
    return name


def with_another_number(files: Files, dice: random.Random) -> str:
    """Change a digit of a value: a duration, a day, a share."""
    name = dice.choice(sorted(name for name, text in files.items() if re.search(r": \d", text)))
    spots = list(re.finditer(r"(?<=: )\d", files[name]))
    at = dice.choice(spots).start()
    files[name] = files[name][:at] + str(dice.randrange(1, 10)) + files[name][at + 1 :]
    return name


def with_other_words(files: Files, dice: random.Random) -> str:
    """Put a word into a text that may be a fault there, and may not."""
    name = dice.choice(sorted(name for name, text in files.items() if "，" in text))
    spots = [one.end() for one in re.finditer("，", files[name])]
    at = dice.choice(spots)
    word = dice.choice(("及时", "转相关部门，", "在 3 天内", "【注意】", "橙色响应，"))
    files[name] = files[name][:at] + word + files[name][at:]
    return name


def with_other_holidays(files: Files, dice: random.Random) -> str:
    """Change the manual itself: the days that a calendar excepts, the year that is arranged."""
    name = "standards/manual.yaml"
    spots = list(re.finditer(r"(?<=20\d\d-\d\d-)\d\d", files[name]))
    spot = dice.choice(spots)
    day = f"{dice.randrange(1, 29):02}"
    files[name] = files[name][: spot.start()] + day + files[name][spot.end() :]
    return name


def with_a_waiver(files: Files, dice: random.Random) -> str:
    """Waive a rule where it may find something, or nothing."""
    name = dice.choice(sorted(files))
    text = lines(files[name])
    at = dice.randrange(len(text))
    code = dice.choice(list(RULES))
    day = TODAY + timedelta(days=dice.randrange(-30, 30))
    text.insert(at, f"# guifan: allow {code} until={day} reason=试一试\n")
    files[name] = "".join(text)
    return name


EDITS: tuple[Callable[[Files, random.Random], str], ...] = (
    without_a_line,
    without_an_item,
    without_a_file,
    under_another_name,
    with_another_id,
    with_another_reference,
    with_another_number,
    with_other_words,
    with_other_holidays,
    with_a_waiver,
)


def standards(files: Mapping[str, str], memory: Memory | None) -> Standards:
    """The manual that these files make, in the order of their names."""
    return read_standards((Source(name, files[name]) for name in sorted(files)), memory=memory)


def kept(read: Standards, memory: Memory) -> Memory:
    """What a check remembers, with the items of the files that it opened."""
    assert read.known
    opened = read.known.opened
    facts = (one for one in memory.snapshot.facts if one.file in opened)
    items = {one.digest: stored(opened[one.file]) for one in facts}
    return replace(memory, items={**memory.items, **items})


class Process:
    """A process that reads a manual again and again, and opens what has changed since."""

    def __init__(self) -> None:
        self.memory = Memory()
        self._before: Standards | None = None

    def check(self, files: Mapping[str, str], day: date) -> Report:
        known = {one.file: one for one in self._before.sources} if self._before else {}
        sources = [
            known[name] if name in known and known[name].text == text else Source(name, text)
            for name, text in sorted(files.items())
        ]
        before = read_standards(sources, memory=self.memory, before=self._before)
        report = before.check(day)
        if report.memory:
            self.memory, self._before = report.memory, before
        return report

    def end(self) -> Memory:
        """What it keeps for other processes."""
        assert self._before
        return kept(self._before, self.memory)


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> tuple[Files, Process]:
    """The files of this manual, and a process that has checked them."""
    sources, _ = read_sources(manual_root)
    files = {source.file: source.text for source in sources}
    process = Process()
    process.check(files, TODAY)
    return files, process


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.sampled(3)
def test_after_any_edits_the_findings_are_those_of_a_check_from_nothing(
    flagship: tuple[Files, Process], seed: int
) -> None:
    files, process = dict(flagship[0]), copy(flagship[1])
    memory = process.end()
    dice = random.Random(seed)
    done: list[str] = []
    edits = dice.sample(EDITS, 6)
    for some in zip(edits[::2], edits[1::2], strict=True):
        done += [f"{edit.__name__} {edit(files, dice)}" for edit in some]
        day = TODAY + timedelta(days=dice.choice((0, 0, 60)))
        read = standards(files, memory)
        report = read.check(day)
        anew = told(standards(files, None).check(day))
        assert told(report) == anew, done
        assert told(process.check(files, day)) == anew, done
        memory = kept(read, report.memory) if report.memory else memory
