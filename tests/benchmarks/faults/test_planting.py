"""Edits plant what they say, where they say, and nothing else."""

import importlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import planting
import pytest
from elsewhere import ELSEWHERE
from harmless import HARMLESS
from planting import OPERATORS, Edit, Manual, Operator, amount, draw, new_file, scalar, text, times
from reference_faults import HEAD
from running import run
from subjects import OURS, SUBJECTS, ours

from guifan.language.nodes import SequenceNode
from guifan.language.source import Source

CODES = ("T01",)
FILE = "standards/limits.yaml"
TEXT = """\
kind: limit
owner: desk
items:
  - id: one
    within: 3 日
    extension:
      add: 1 日
      times: 1 次
    to: done
  - id: two
    within: 5 日
    see:
      - one
      - three
"""


@pytest.fixture
def manual() -> Manual:
    return Manual((Source(FILE, TEXT),))


def planted(manual: Manual, edit: Edit) -> tuple[str, tuple[tuple[int, int], ...]]:
    mutant = manual.carry_out("some", CODES, edit)
    return mutant.data.decode(), mutant.lines


def test_a_value_is_put_in_its_place(manual: Manual) -> None:
    value = scalar(manual.by_id["two"].node, "within")
    after, lines = planted(manual, manual.put(FILE, value, "9 日"))
    assert after == TEXT.replace("5 日", "9 日")
    assert lines == ((11, 11),)


def test_two_values_are_exchanged(manual: Manual) -> None:
    one, two = (scalar(manual.by_id[name].node, "within") for name in ("one", "two"))
    after, lines = planted(manual, manual.swap(FILE, two, one))
    assert after == TEXT.replace("3 日", "5 日", 1).replace(
        "within: 5 日\n    see", "within: 3 日\n    see"
    )
    assert lines == ((5, 5), (11, 11))


def test_a_field_is_dropped_and_its_item_is_the_place(manual: Manual) -> None:
    after, lines = planted(manual, manual.drop(FILE, manual.by_id["one"].node, "extension"))
    assert after == TEXT.replace("    extension:\n      add: 1 日\n      times: 1 次\n", "")
    assert lines == ((4, 6),)


def test_the_key_above_belongs_to_what_lost_a_field(manual: Manual) -> None:
    extension = manual.by_id["one"].node.get("extension")
    edit = manual.drop(FILE, extension, "times")  # type: ignore[arg-type]
    after, lines = planted(manual, edit)
    assert after == TEXT.replace("      times: 1 次\n", "")
    assert lines == ((6, 7),)


def test_the_first_entry_of_an_item_cannot_be_dropped(manual: Manual) -> None:
    with pytest.raises(ValueError, match="shares its line"):
        manual.drop(FILE, manual.by_id["one"].node, "id")


def test_lines_are_added_with_the_indent_of_their_item(manual: Manual) -> None:
    after, lines = planted(manual, manual.add(FILE, manual.by_id["two"].node, "wait:\n  - 1"))
    assert "  - id: two\n    wait:\n      - 1\n    within: 5 日\n" in after
    assert lines == ((11, 12),)


def test_an_entry_is_left_out_of_a_list(manual: Manual) -> None:
    see = manual.by_id["two"].node.get("see")
    assert isinstance(see, SequenceNode)
    after, lines = planted(manual, manual.leave_out(FILE, see, 0))
    assert after == TEXT.replace("      - one\n", "")
    assert lines == ((12, 13),)


def test_text_is_appended(manual: Manual) -> None:
    after, lines = planted(manual, manual.append(FILE, "\n  - id: three\n"))
    assert after == TEXT + "\n  - id: three\n"
    assert lines == ((15, 16),)


def test_a_new_file_is_planted_whole(manual: Manual) -> None:
    after, lines = planted(manual, new_file("standards/more.yaml", "kind: term\nid: x\n"))
    assert after == "kind: term\nid: x\n"
    assert lines == ((1, 2),)


def test_what_is_shared_is_read_from_the_file(manual: Manual) -> None:
    item = manual.by_id["one"]
    assert (item.text("owner"), text(item.node, "owner")) == ("desk", "")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("3 个工作日", (3, "个工作日")),
        ("2,000 户", (2000, "户")),
        ("85%", (85, "%")),
        ("尽快", None),
    ],
)
def test_amounts(written: str, parts: tuple[float, str] | None) -> None:
    assert amount(written) == parts


@pytest.mark.parametrize(
    ("written", "factor", "after"),
    [("3 日", 2, "6 日"), ("1 日", 0.3, "1 日"), ("80%", 0.5, "40%"), ("尽快", 2, None)],
)
def test_multiplied_amounts(written: str, factor: float, after: str | None) -> None:
    assert times(written, factor) == after


def test_mutants_hang_on_the_seed_and_on_the_oracle(manual: Manual) -> None:
    def plan(manual: Manual) -> Iterator[Edit]:
        value = scalar(manual.by_id["one"].node, "within")
        for number in range(40):
            yield manual.put(FILE, value, f"{number} 日", faulty=lambda odd=number % 2: bool(odd))

    operator = Operator("days", CODES, plan, "why", held_out=False, module="some_faults")

    def drawn(seed: int) -> list[str]:
        return [mutant.after for mutant in draw(manual, operator, 5, seed)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert all(int(after.split()[0]) % 2 for after in drawn(1))


def test_words_are_rewritten_in_a_text_of_any_style() -> None:
    text = "kind: term\nid: one\nmeans: |\n  先。\n  后。\n"
    manual = Manual((Source(FILE, text),))
    means = manual.by_id["one"].node.get("means")
    assert means is not None
    (edit,) = manual.rewrite(FILE, means, "后", "再")
    after, lines = planted(manual, edit)
    assert after == text.replace("后", "再")
    assert lines == ((5, 5),)
    assert not list(manual.rewrite(FILE, means, "kind", "再"))


def test_a_file_of_ours_is_changed_in_its_place(manual: Manual) -> None:
    clerk = OURS.by_id["trial-clerk"]
    edit = ours(OURS.put(clerk.file, scalar(clerk.node, "rank"), "9"))
    after, lines = planted(manual, edit)
    assert after == SUBJECTS[clerk.file].replace("rank: 1", "rank: 9")
    line = scalar(clerk.node, "rank").mark.line + 1
    assert lines == ((line, line),)
    assert edit.beside.keys() == SUBJECTS.keys() - {clerk.file}


def test_a_finding_may_lead_at_the_fault_or_where_the_edit_says(manual: Manual) -> None:
    value = scalar(manual.by_id["two"].node, "within")
    edit = manual.put(FILE, value, "9 日", at=(("standards/other.yaml", 3, 4),))
    mutant = manual.carry_out("some", CODES, edit)
    assert mutant.places == ((FILE, 11, 11), ("standards/other.yaml", 3, 4))


def test_the_released_edition_is_asked_only_where_the_edit_says_so() -> None:
    limit = HEAD.format(kind="limit", place="complaints.handling") + "id: one\ntitle: 一\n"
    source = Source(FILE, f"{limit}value: 3 次\n")
    manual = Manual((source,))
    edit = manual.put(FILE, scalar(manual.by_id["one"].node, "value"), "9 次")
    mutants = [manual.carry_out("some", CODES, one) for one in (edit, replace(edit, released=True))]
    alone, beside = run(mutants, (source,))
    assert "L06" not in {one.code for one in alone.seen}
    assert "L06" in {one.code for one in beside.seen}


def test_every_harmless_way_has_a_place_of_its_own_name() -> None:
    assert len(HARMLESS) > 30
    assert not HARMLESS.keys() & OPERATORS.keys()


def test_reasons_name_operators() -> None:
    for file in Path(planting.__file__).parent.glob("*_faults.py"):
        importlib.import_module(file.stem)
    importlib.import_module("held_out")
    assert ELSEWHERE.keys() <= OPERATORS.keys()
