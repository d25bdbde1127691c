"""Keys written in one language, and back."""

import re
from pathlib import Path

import pytest

from guifan.language.layout.form import formed
from guifan.language.layout.keys import Keys
from guifan.language.loader import load
from guifan.language.source import Source

STANDARDS = Path(__file__).parents[3] / "standards"
FILES = sorted(STANDARDS.rglob("*.yaml"))

ENGLISH = """\
kind: limit
owner: complaint-desk
items:
  # 对外承诺
  - id: complaint-answer
    title: 投诉答复   # title
    extension:
      add: 1 个工作日
      reasons: [third-party]
    next:
      - effective: 2027-04-01
        within: 2 个工作日
        note: 提前一天答复
    colour: red
"""

CHINESE = """\
种类: limit
归口部门: complaint-desk
条目:
  # 对外承诺
  - 编号: complaint-answer
    名称: 投诉答复   # title
    延期:
      延长: 1 个工作日
      理由: [third-party]
    将来:
      - 生效日期: 2027-04-01
        时限: 2 个工作日
        变更说明: 提前一天答复
    colour: red
"""


def form(text: str, keys: Keys) -> str:
    result = formed(Source("a.yaml", text), keys=keys)
    assert result.findings == ()
    assert result.text is not None
    return result.text


def test_every_key_of_a_field_has_the_name_of_its_language() -> None:
    chinese = form(ENGLISH, Keys.ZH)
    assert chinese == CHINESE
    assert form(chinese, Keys.ZH) == chinese
    assert form(chinese, Keys.EN) == ENGLISH
    assert form(ENGLISH, Keys.EN) == ENGLISH


def test_both_languages_in_one_file_become_one() -> None:
    mixed = ENGLISH.replace("title:", "名称:").replace("kind:", "'种类' :")
    assert form(mixed, Keys.EN) == ENGLISH
    assert form(mixed, Keys.ZH) == CHINESE


def test_keys_in_braces() -> None:
    text = "kind: norm\nid: a\nbinds: {roles: [b], 'channels':  [c]}\n"
    chinese = form(text, Keys.ZH)
    assert re.search(r"\{[^a-z]+: \[b\], [^a-z]+: \[c\]\}", chinese)
    assert form(chinese, Keys.EN) == text.replace("'channels':  ", "channels: ")


def test_a_field_under_both_names_is_not_made_a_repetition() -> None:
    text = "kind: term\nid: a\ntitle: b\n名称: c\n"
    assert form(text, Keys.EN) == text
    assert form(text, Keys.ZH) == "种类: term\n编号: a\ntitle: b\n名称: c\n"


@pytest.mark.parametrize("text", ["a: b\n", "kind: nothing\nid: a\n", "- id\n- kind\n", "words\n"])
def test_what_holds_no_known_kind_keeps_its_keys(text: str) -> None:
    assert form(text, Keys.ZH) == text


@pytest.mark.parametrize("path", FILES[::6], ids=lambda path: path.stem)
def test_the_standards_say_the_same_with_chinese_keys(path: Path) -> None:
    text = path.read_text("utf-8")
    form_of_it = formed(Source("a.yaml", text)).text
    chinese = form(text, Keys.ZH)
    assert form(chinese, Keys.EN) == form_of_it
    before, after = load([Source("a.yaml", text)]), load([Source("a.yaml", chinese)])
    assert [one.item for one in after.entries] == [one.item for one in before.entries]
    assert len(after.findings) == len(before.findings)
    assert not re.search(r"^ *(?:- )?(?:id|title|owner|kind|items):", chinese, re.MULTILINE)
