"""A file in its form: known answers, and files of every look that must go on saying the same.

The messy files come from a printer of this test, and PyYAML's own loader reads them before and
after: nothing of the package judges itself here.
"""

import json
import re
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guifan.language.layout.form import Formed, formed
from guifan.language.source import Source


def form(text: str) -> str:
    result = formed(Source("a.yaml", text))
    assert result.findings == ()
    assert result.text is not None
    return result.text


KNOWN = {
    "breaks": ("id: a\r\ntitle: 投诉\rabout: b", "id: a\ntitle: 投诉\nabout: b\n"),
    "blanks behind": ("id: a  \ntitle: 投诉\t\n", "id: a\ntitle: 投诉\n"),
    "gaps": ("id :   a\nby:\tb\n", "id: a\nby: b\n"),
    "value below its key": ("id:\n    a\nby: b\n", "id: a\nby: b\n"),
    "deep": (
        "a:\n      b: 1\n      c:\n         - d: 1\n           e: 2\n",
        "a:\n  b: 1\n  c:\n    - d: 1\n      e: 2\n",
    ),
    "root": ("  a: 1\n  b: 2\n", "a: 1\nb: 2\n"),
    "dashes below their key": ("say:\n- 您好\n- 请讲\n", "say:\n  - 您好\n  - 请讲\n"),
    "wide dashes": (
        "a:\n-   id: b\n    by: c\n-\n  id: d\n",
        "a:\n  - id: b\n    by: c\n  - id: d\n",
    ),
    "dash and note": ("a:\n- # 注\n   id: b\n", "a:\n  - # 注\n    id: b\n"),
    "lists in lists": ("a:\n-   - 您好\n    - 请讲\n", "a:\n  - - 您好\n    - 请讲\n"),
    "marks of a document": ("---\na: 1\n...\n", "a: 1\n"),
    "ids side by side": ("law:\n  - a.b\n  - 'c'\nby: d\n", "law: [a.b, c]\nby: d\n"),
    "too many ids": (
        "law:\n" + "".join(f"  - {'x' * 20}-{n}\n" for n in range(4)),
        "law:\n" + "".join(f"  - {'x' * 20}-{n}\n" for n in range(4)),
    ),
    "ids with a note": ("law:\n  - a # 待查\n  - b\n", "law:\n  - a # 待查\n  - b\n"),
    "gaps in brackets": (
        "a: [ b,c , d ]\nb: {c : d,e: [f]}\n",
        "a: [b, c, d]\nb: {c: d, e: [f]}\n",
    ),
    "brackets on lines": ("a: [b,\n   c]\nd: {e: f,\n  g: h}\n", "a: [b, c]\nd: {e: f, g: h}\n"),
    "brackets with a note": (
        "a:\n    d: [b,  # 注\n        c]\n",
        "a:\n  d: [b,  # 注\n      c]\n",
    ),
    "sentences in brackets": (
        "say: ['您好，请讲', \"请稍等。\"]\nby: a\n",
        "say:\n  - 您好，请讲\n  - 请稍等。\nby: a\n",
    ),
    "sentences in lists of lists": (
        "a:\n  - ['您好，请讲', [b]]\n",
        "a:\n  - - 您好，请讲\n    - [b]\n",
    ),
    "a note behind sentences": ("say: ['您好，请讲'] # 注\n", "say: ['您好，请讲'] # 注\n"),
    "words in brackets": ("also: [客诉, 抱怨]\n", "also: [客诉, 抱怨]\n"),
    "quotes that nothing needs": (
        "'id': \"a\"\ntitle: '投诉'\n'请讲': 1\n",
        "id: a\ntitle: 投诉\n请讲: 1\n",
    ),
    "quotes that are needed": (
        "a: '10.1'\nb: \"%\"\nc: 'yes'\nd: ''\ne: '注: 意'\nf: '请按 #键'\ng: '2026-01-01'\n"
        "'no': '- 您好'\nh: '12:30'\ni: 'null'\nj: \"1e3\"\n",
        "a: '10.1'\nb: '%'\nc: 'yes'\nd: ''\ne: '注: 意'\nf: '请按 #键'\ng: '2026-01-01'\n"
        "'no': '- 您好'\nh: '12:30'\ni: 'null'\nj: '1e3'\n",
    ),
    "quotes in brackets": ("a: ['b, c', 'd']\n", "a: ['b, c', d]\n"),
    "escapes": ('a: "b\\tc"\n', 'a: "b\\tc"\n'),
    "block texts": (
        "a:\n    b: |\n         一\n           二\n\n         三  \n    c: >-\n       四\n",
        "a:\n  b: |\n    一\n      二\n\n    三  \n  c: >-\n    四\n",
    ),
    "block texts with a number": ("a:\n    b: |4\n          一\n", "a:\n  b: |4\n        一\n"),
    "block texts that keep lines": ("a: |+\n  一\n\n\nb: c\n", "a: |+\n  一\n\n\nb: c\n"),
    "long sentences": (
        "a: 一\n        二\n\n    三\nb: '四\n   五'\n",
        "a: 一\n  二\n\n  三\nb: '四\n  五'\n",
    ),
    "a note behind a block text": (
        "a:\n    b: |\n          一\n      # 注\n    c: d\n",
        "a:\n  b: |\n    一\n  # 注\n  c: d\n",
    ),
    "notes go with their level": (
        "# 一\na:\n    # 二\n    b: c   # 三\n    # 四\n\n# 五\nd: e\n# 六\n",
        "# 一\na:\n  # 二\n  b: c   # 三\n  # 四\n\n# 五\nd: e\n# 六\n",
    ),
    "blank lines": ("\n\na: b\n\n\n\nc:\n\n  d: e\n\n\n", "a: b\n\nc:\n  d: e\n"),
    "items": (
        "kind: term\nitems:\n- id: a\n- id: b\n  # 属于 b\n# 属于 c\n- id: c\n\n\n- id: d\n",
        "kind: term\nitems:\n  - id: a\n\n  - id: b\n    # 属于 b\n\n"
        "  # 属于 c\n  - id: c\n\n  - id: d\n",
    ),
    "empty values": ("a:\nb:   # 注\nc: ~\n", "a:\nb:   # 注\nc: ~\n"),
    "full-width blanks are text": ("a: 　您好　\n", "a: 　您好　\n"),
}


@pytest.mark.parametrize(("before", "after"), KNOWN.values(), ids=KNOWN)
def test_the_form_is_known(before: str, after: str) -> None:
    assert form(before) == after
    assert form(after) == after


def test_references_typed_with_square_brackets_get_theirs() -> None:
    text = (
        "say:\n  - [[complaint-answer]]内答复  # [[complaint-answer]]\n"
        "  - 见 [[ rules.answer ]] 和 [[unknown]]\n"
    )
    known = {"complaint-answer", "rules"}
    assert formed(Source("a.yaml", text), known).text == (
        "say:\n  - 【complaint-answer】内答复  # [[complaint-answer]]\n"
        "  - 见 【rules.answer】 和 [[unknown]]\n"
    )


SLIPS = {
    "colon": ("rule: 注意: 请稍候\n", "rule: 注意：请稍候\n"),
    "telephone key": ("say:\n  - 请按 #键 # 注\n", "say:\n  - '请按 #键 # 注'\n"),
    "wide colon": ("id: a\nwithin：3 天\n", "id: a\nwithin: 3 天\n"),
    "wide colon behind a Chinese name": ("id: a\n时限：3 天\n", "id: a\n时限: 3 天\n"),
    "wide comma": ("see: [a，b]\n", "see: [a, b]\n"),
    "behind a quote": ('say: "您好"，请讲\n', "say: '\"您好\"，请讲'\n"),
    "leading": ("a: > 85%\nb: @客户\nc: {工号}您好\n", "a: '> 85%'\nb: '@客户'\nc: '{工号}您好'\n"),
    "leading list": ("a: *请*\nb: &请\nc: |请\n", "a: '*请*'\nb: '&请'\nc: '|请'\n"),
    "yes": ("yes: a\n", "'yes': a\n"),
    "tabs": ("a:\n\tb: 1\n\tc:\n\t\t- d\n", "a:\n  b: 1\n  c: [d]\n"),
    "invisible": ("a: b\u200bc\n", "a: bc\n"),
    "several": ("id:a\nby：b\nsay: @您\n", "id: a\nby: b\nsay: '@您'\n"),
}


@pytest.mark.parametrize(("before", "after"), SLIPS.values(), ids=SLIPS)
def test_what_has_one_reading_is_repaired(before: str, after: str) -> None:
    assert form(before) == after


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 'b\n", "S01", 1),
        ("a:\n   b: 1\n  c: 2\n", "S01", 3),
        ("a:\n        b: 1\n\tc: 2\nd: 3\n\te: 4\n", "S01", 3),
        ("a: 1\n- b\n", "S01", 2),
        ("a: 1\nb: *c\n", "S11", 2),
        ("a: 1\n---\nb: 2\n", "S11", 2),
    ],
)
def test_what_cannot_be_read_is_left_alone_and_said_at_its_place(
    text: str, code: str, line: int
) -> None:
    result = formed(Source("a.yaml", text))
    assert result.text is None
    assert [(one.code, one.position.line) for one in result.findings] == [(code, line)]


def test_the_fault_behind_a_repaired_one_is_said_too() -> None:
    result = formed(Source("a.yaml", "a:\n-id: b\n title: c\n"))
    assert result.text is None
    assert [str(one.position) for one in result.findings] == ["a.yaml:2:1", "a.yaml:3:2"]


def test_what_can_be_read_in_two_ways_is_not_laid_out() -> None:
    result = formed(Source("a.yaml", "a:   {工号}\nb: @您\n"))
    assert result.text == "a:   {工号}\nb: '@您'\n"
    assert [one.key for one in result.findings] == ["braces"]
    twice = formed(Source("a.yaml", "a:   1\na: 2\n"))
    assert twice.text == "a:   1\na: 2\n"
    assert [one.code for one in twice.findings] == ["S03"]


def test_a_note_that_may_be_a_sentence_does_not_keep_a_file_from_its_form() -> None:
    assert formed(Source("a.yaml", "a:   b #待定\n")) == Formed("a: b #待定\n")


BAD_FILES = yaml.load(
    (Path(__file__).parents[1] / "bad_files.yaml").read_text("utf-8"), yaml.CBaseLoader
)


@pytest.mark.parametrize("row", BAD_FILES, ids=[row["finds"] for row in BAD_FILES])
def test_every_known_fault_is_repaired_or_said(row: dict[str, str]) -> None:
    result = formed(Source("a.yaml", row["text"]))
    if result.text is None:
        assert [one.code for one in result.findings][:1] == [row["finds"][:3]]
    else:
        assert formed(Source("a.yaml", result.text)) == result
        assert result.findings or row.get("safe") == "yes" or row["finds"][:3] in ("S01", "S21")


# --- files of every look


class Messy:
    """Prints nested values as nobody should; every key, value and note has a name of its own."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.number = 0

    def name(self, letter: str) -> str:
        self.number += 1
        return f"{letter}{self.number}q"

    def maybe(self, share: float) -> bool:
        return self.random.random() < share

    def noise(self, column: int) -> list[str]:
        lines = []
        while self.maybe(0.25):
            lines.append(" " * self.random.choice([0, 0, 1, 9]))
        while self.maybe(0.2):
            lines.append(" " * self.random.choice([0, column, column]) + f"#{self.name(' n')}")
        return lines

    def note(self) -> str:
        return self.random.choice(["  ", "\t"]) + f"#{self.name(' n')}" if self.maybe(0.2) else ""

    def blanks(self) -> str:
        return self.random.choice(["", "", " ", "\t", "   "])

    def word(self) -> str:
        odd = ["", "", "，您好。", ": x", " #y", "'", '"', "、", " - z", "[", "】", "%", "  w"]
        before = ["", "", "", "- ", "@", "&", "12", "{", "'"]
        return self.random.choice(before) + self.name("v") + self.random.choice(odd)

    def quoted(self, text: str) -> str:
        if self.maybe(0.5):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def scalar(self) -> str:
        if self.maybe(0.5):
            return self.name("v") + self.random.choice(["", " 投诉", "-x", " 您好：请讲"])
        return self.random.choice(["'10'", "''", "~", "2.2", "'no'", self.quoted(self.word())])

    def flow(self, depth: int) -> str:
        gap = self.random.choice(["", " ", "  "])
        parts = []
        for _ in range(self.random.randint(0, 4)):
            if depth and self.maybe(0.2):
                parts.append(self.flow(depth - 1))
            else:
                parts.append(self.name("v") if self.maybe(0.6) else self.quoted(self.word()))
        if self.maybe(0.3):
            return "{" + gap + ", ".join(f"{self.name('k')}: {part}" for part in parts) + gap + "}"
        return "[" + gap + f",{gap}".join(parts) + gap + "]"

    def broken_flow(self, column: int) -> list[str]:
        margin = " " * (column + self.random.randint(1, 6))
        count = self.random.randint(1, 4)
        parts = [f"{margin}{self.name('v')},{self.note()}" for _ in range(count)]
        return ["[" + self.note(), *parts, margin + "]"]

    def block(self, column: int) -> list[str]:
        sign = self.random.choice(["|", "|-", "|+", ">", ">-", ">+"])
        depth = self.random.randint(1, 6)
        if self.maybe(0.2):
            sign = sign[0] + str(depth) + sign[1:]
        margin = " " * (column + depth)
        lines = [margin + self.name("v")]
        for _ in range(self.random.randint(0, 4)):
            more = self.random.choice(["", "  ", " "]) + self.name("v") + self.blanks()
            lines.append(self.random.choice([margin + more, "", margin + "# " + more]))
        return [sign + self.note(), *lines]

    def several(self, column: int) -> list[str]:
        quote = self.random.choice(["", "'", '"'])
        margin = " " * (column + self.random.randint(1, 6))
        first = quote + self.name("v") + self.blanks()
        between = [
            self.random.choice([margin + self.name("v") + self.blanks(), ""])
            for _ in range(self.random.randint(1, 3))
        ]
        return [first, *between, margin + self.name("v") + quote + self.note()]

    def value(self, column: int) -> list[str]:
        """A value's lines behind a colon or dash in ``column``; the first goes on its line."""
        chosen = self.random.random()
        if chosen < 0.1:
            return [self.flow(2) + self.note()]
        if chosen < 0.15:
            return self.broken_flow(column)
        if chosen < 0.25:
            return self.block(column)
        if chosen < 0.35:
            return self.several(column)
        if chosen < 0.4:
            return [self.note().replace("\t", " ")]
        return [self.scalar() + self.note() + self.blanks()]

    def mapping(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        for at in range(self.random.randint(1, 4)):
            lines += self.noise(column) if at else []
            key = self.name("k")
            key = self.quoted(key) if self.maybe(0.1) else key
            head = " " * column + key + self.random.choice(["", "", " "]) + ":"
            if depth and self.maybe(0.5):
                below = column + self.random.randint(1, 6)
                lines.append(head + self.note() + self.blanks())
                is_list = self.maybe(0.6)
                below = column if is_list and self.maybe(0.3) else below
                lines += self.noise(below)
                lines += (self.list if is_list else self.mapping)(below, depth - 1)
            else:
                first, *others = self.value(column)
                gap = self.random.choice([" ", " ", "   ", "\t"])
                if not others and self.maybe(0.1) and first.strip()[:1] == "v":
                    lines += [head, " " * (column + 3) + first]
                else:
                    lines += [head + gap + first, *others]
        return lines

    def list(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        only_ids = self.maybe(0.2)
        for at in range(self.random.randint(1, 4)):
            lines += self.noise(column) if at else []
            dash = " " * column + "-"
            if only_ids:
                lines.append(f"{dash} {self.name('v')}")
            elif depth and self.maybe(0.5):
                gap = self.random.randint(1, 3)
                inner = (self.mapping if self.maybe(0.8) else self.list)(
                    column + 1 + gap, depth - 1
                )
                if self.maybe(0.2):
                    lines += [dash + self.note().replace("\t", " "), *inner]
                else:
                    lines += [dash + " " * gap + inner[0].lstrip(" "), *inner[1:]]
            else:
                first, *others = self.value(column)
                lines += [dash + self.random.choice([" ", "   "]) + first, *others]
        return lines

    def file(self) -> str:
        lines = self.noise(0)
        if self.maybe(0.3):
            lines += ["kind: term", "items:", *self.list(self.random.randint(0, 3), 3)]
        else:
            lines += self.mapping(self.random.choice([0, 0, 2]), 3)
        lines += self.noise(0)
        return "\n".join(lines) + "\n"


def neighbours(text: str) -> dict[str, tuple[str, str]]:
    """What each note stands behind, and what stands on the next line that holds anything."""
    found: dict[str, tuple[str, str]] = {}
    waiting: list[tuple[str, str]] = []
    for line in text.splitlines():
        content, _, note = line.partition("# n")
        names = re.findall(r"[kv]\d+q", content)
        if content.strip() and waiting:
            found |= {one: (behind, names[0] if names else "") for one, behind in waiting}
            waiting = []
        if note:
            waiting.append((note.rstrip(), names[-1] if names else ""))
    return found | {one: (behind, "") for one, behind in waiting}


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["\n", "\r\n"]))
def test_a_file_says_what_it_said_and_notes_stay_where_they_stood(
    seed: int, line_break: str
) -> None:
    before = Messy(Random(seed)).file()
    said = yaml.load(before, yaml.CBaseLoader)
    after = form(before.replace("\n", line_break))
    assert yaml.load(after, yaml.CBaseLoader) == said
    behind = {note: place[0] for note, place in neighbours(before).items()}
    assert {note: place[0] for note, place in neighbours(after).items()} == behind
    assert form(after) == after
    assert "\r" not in after
    assert not re.match(r"\s", after)
