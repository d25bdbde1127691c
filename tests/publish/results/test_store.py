"""Counts against a reckoning of their own, and files that are wrong in every way."""

from __future__ import annotations

import json
import sys
import zipfile
from statistics import correlation
from typing import TYPE_CHECKING

import openpyxl
import pytest
from answered import key, of_form, questions, sitting, write, wrong
from examined import exam
from quizzed import DAY, corpus_of

from guifan.language.catalogues import translator
from guifan.publish.packing import zipped
from guifan.publish.practice_words import words
from guifan.publish.results import reading
from guifan.publish.results.store import NoDatabaseError, Tally, tally
from guifan.quiz.forms import Paper, Question, Section
from guifan.quiz.ground import Ground
from guifan.quiz.item import Form
from guifan.quiz.papers.results import results_xlsx
from guifan.quiz.papers.words import Words
from guifan.quiz.results.analysis import Analysis, Remark, Standing, analysis
from guifan.quiz.results.faults import Faults

if TYPE_CHECKING:
    from pathlib import Path

HEADS = ["工号", "题号", "作答", "时间"]
SINGLES = of_form(Form.SINGLE)
NOON = "2026-06-01T12:00:00Z"


def count(*paths: Path) -> tuple[Tally, dict[str, int]]:
    faults = Faults()
    found = tally(paths, questions(), faults)
    return found, {one.key: one.count for one in faults}


def analysed(*paths: Path) -> Analysis:
    found, _faults = count(*paths)
    return analysis(questions(), found.items, found.models, found.clauses)


def test_difficulty_and_discrimination_are_those_of_another_reckoning(tmp_path: Path) -> None:
    told = sitting(SINGLES[:12], people=60, seed=3)
    rows = [(who, item.id, letter, NOON) for who, item, letter in told]
    results = {one.item.id: one for one in analysed(write(tmp_path / "a.csv", HEADS, rows)).items}
    marks = {(who, item.id): float(letter == key(item)) for who, item, letter in told}
    people = [f"p{at}" for at in range(60)]
    for item in SINGLES[:12]:
        own = [marks[who, item.id] for who in people]
        others = [one.id for one in SINGLES[:12] if one is not item]
        rest = [sum(marks[who, other] for other in others) for who in people]
        found = results[item.id]
        assert found.people == 60
        assert found.difficulty.value == pytest.approx(sum(own) / 60)
        assert found.discrimination is not None
        assert found.discrimination.value == pytest.approx(correlation(own, rest))
        for option in found.options:
            chose = [float(marks_to == option.letter) for _w, at, marks_to in told if at is item]
            assert option.count == sum(chose)
            if 0 < sum(chose) < 60:
                assert option.skill is not None
                assert option.skill.value == pytest.approx(correlation(chose, rest))


def test_a_wrong_key_raises_the_alarm_and_no_other_question_does(tmp_path: Path) -> None:
    bad = SINGLES[4].id
    told = sitting(SINGLES, people=200, seed=5, miskeyed=bad)
    rows = [(who, item.id, letter, NOON) for who, item, letter in told]
    found = analysed(write(tmp_path / "a.csv", HEADS, rows))
    assert [one.item.id for one in found.items if Remark.MISKEYED in one.remarks] == [bad]
    assert found.items[0].item.id == bad


def test_of_a_few_people_nothing_is_said(tmp_path: Path) -> None:
    told = sitting(SINGLES, people=29, seed=5, miskeyed=SINGLES[4].id)
    rows = [(who, item.id, wrong(item), NOON) for who, item, _letter in told]
    found = analysed(write(tmp_path / "a.csv", HEADS, rows))
    assert all(one.remarks == () and one.discrimination is None for one in found.items)
    assert {one.standing for one in found.clauses} == {Standing.OPEN}


def test_options_that_nobody_chooses_and_questions_too_hard_or_easy(tmp_path: Path) -> None:
    easy, hard = SINGLES[:2]
    rows = [(f"p{at}", easy.id, key(easy), NOON) for at in range(100)]
    rows += [(f"p{at}", hard.id, wrong(hard, at % 2), NOON) for at in range(100)]
    found = {one.item.id: one for one in analysed(write(tmp_path / "a.csv", HEADS, rows)).items}
    # 100 of 100: Wilson's lower bound is 0.963; 0 of 100: the upper one is 0.037
    assert found[easy.id].remarks == (Remark.EASY, Remark.IDLE)
    assert Remark.HARD in found[hard.id].remarks
    assert found[hard.id].difficulty.value == 0


def test_weak_clauses_come_first_and_count_people(tmp_path: Path) -> None:
    weak, sound = SINGLES[:2]
    rows = [(f"p{at}", weak.id, key(weak) if at % 2 else wrong(weak), NOON) for at in range(80)]
    rows += [(f"p{at}", sound.id, key(sound), NOON) for at in range(80)]
    found = analysed(write(tmp_path / "a.csv", HEADS, rows)).clauses
    assert [(one.clause, one.standing) for one in found] == [
        (weak.clause.item, Standing.WEAK),
        (sound.clause.item, Standing.SOUND),
    ]
    assert found[0].people == 80


def test_only_the_first_answer_counts_and_repeated_rows_once(tmp_path: Path) -> None:
    one = SINGLES[0]
    rows = [
        ("p1", one.id, key(one), "2026-06-02"),
        ("p1", one.id, wrong(one), "2026-06-01"),
        ("p1", one.id, wrong(one), "2026-06-01"),
        ("p2", one.id, key(one), "2026-06-01"),
    ]
    found, faults = count(write(tmp_path / "a.csv", HEADS, rows))
    assert (found.items[one.id].people, found.items[one.id].right) == (2, 1)
    assert (found.read, found.counted, found.people) == (4, 2, 2)
    assert faults == {"duplicate": 1, "repeated": 1}


def test_an_answer_to_an_older_question_is_left_out(tmp_path: Path) -> None:
    one = SINGLES[0]
    rows = [
        ("p1", one.id, key(one), one.hash[:6], ""),
        ("p2", one.id, key(one), "000000", ""),
        ("p3", one.id, key(one), "", one.clause.version + 1),
    ]
    path = write(tmp_path / "a.csv", ["工号", "题号", "作答", "指纹", "条款版本"], rows)
    found, faults = count(path)
    assert found.items[one.id].people == 1
    assert faults == {"other-edition": 2}


@pytest.mark.parametrize("locale", ["zh-Hans", "en"])
def test_what_the_practice_page_writes_is_read_in_each_language(
    tmp_path: Path, locale: str
) -> None:
    one, told = SINGLES[0], words(translator(locale))
    assert isinstance(told["heads"], list)
    row = [NOON, "p1", "clerk", one.id, one.clause.item, one.clause.version, "single"]
    row += [one.stem.text, one.options[one.key[0]].text.text, told["says_right"], 5]
    found, faults = count(write(tmp_path / "a.csv", told["heads"], [row]))
    assert faults == {}
    assert (found.items[one.id].right, found.items[one.id].chosen) == (1, {key(one): 1})


def test_marks_that_the_key_contradicts_are_told(tmp_path: Path) -> None:
    one = SINGLES[0]
    rows = [("p1", one.id, wrong(one), "对"), ("p2", one.id, "不懂", "错"), ("p3", one.id, "", "")]
    found, faults = count(write(tmp_path / "a.csv", ["工号", "题号", "作答", "对错"], rows))
    assert (found.items[one.id].people, found.items[one.id].right) == (2, 1)
    assert faults == {"marked-otherwise": 1, "unknown-answer": 1, "no-verdict": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_tables_in_any_usual_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    one, path = SINGLES[0], tmp_path / "a.csv"
    path.write_text(f"工号\t题号\t作答\n张三\t{one.id}\t{key(one)}\n", encoding=encoding)
    found, faults = count(path)
    assert (found.counted, faults) == (1, {})


def test_what_is_broken_is_named_and_the_rest_counted(tmp_path: Path) -> None:
    one, path = SINGLES[0], tmp_path / "a.csv"
    good = f"p1,{one.id},A\n".encode()
    bad = [b"\xff\xfe\xfa," + one.id.encode() + b",A\n", b'p2,"x"y,A\n', b"p3,nobody,A\n"]
    bad += [f",{one.id},A\n".encode(), f"p4,{one.id},A,B\n".encode()]
    path.write_bytes("工号,题号,作答\n".encode() + b"".join(bad) + good)
    found, faults = count(path)
    assert found.counted == 1
    assert faults == {"encoding": 1, "bad-row": 2, "unknown-item": 1, "no-learner": 1}


STATEMENT = {
    "actor": {"mbox": "mailto:a@b.example"},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
    "object": {"id": f"urn:guifan:item:{SINGLES[0].id}"},
    "result": {"success": True, "response": key(SINGLES[0])},
}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([STATEMENT]),
        json.dumps([STATEMENT], indent=1),
        json.dumps({"statements": [STATEMENT], "more": ""}),
        json.dumps({"statements": [STATEMENT], "more": ""}, indent=2),
        json.dumps(STATEMENT) + "\n",
    ],
)
def test_statements_are_read_however_they_are_listed(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    found, faults = count(path)
    assert (found.counted, faults) == (1, {})


def test_statements_longer_than_what_is_held_are_read_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LONGEST", 1000)
    path = tmp_path / "a.json"
    many = [STATEMENT | {"actor": {"mbox": f"mailto:{at}@b.example"}} for at in range(50)]
    path.write_text(json.dumps(many), encoding="utf-8")
    found, faults = count(path)
    assert (found.people, faults) == (50, {})


def test_broken_statements_are_named_with_their_place(tmp_path: Path) -> None:
    lines, listed = tmp_path / "a.jsonl", tmp_path / "b.json"
    lines.write_text(f"{json.dumps(STATEMENT)}\n{{no\n", encoding="utf-8")
    listed.write_text(f"[{json.dumps(STATEMENT)}, {{no]", encoding="utf-8")
    faults = Faults()
    tally([lines, listed], questions(), faults)
    places = [(one.key, one.file, one.row) for one in faults if one.key == "bad-json"]
    assert places == [("bad-json", "a.jsonl", 2), ("bad-json", "b.json", 2)]


def test_a_workbook_is_read_and_its_formulas_are_not(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工号", SINGLES[0].id, SINGLES[1].id])
    sheet.append([7, key(SINGLES[0]), "√"])
    sheet.append([8, "=HYPERLINK(1)", "√"])
    book.save(tmp_path / "a.xlsx")
    found, faults = count(tmp_path / "a.xlsx")
    assert (found.counted, faults) == (2, {"formula": 1})


def test_the_marks_of_an_exam_are_right_when_full(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工号", "姓名", SINGLES[0].id, SINGLES[1].id, "成绩"])
    sheet.append([7, "张三", 2, 1, "=SUM(C2:D2)"])
    listed = book.create_sheet("题号对照")
    listed.append(["题目编号", "分值"])
    listed.append([SINGLES[0].id, "2"])
    listed.append([SINGLES[1].id, "2"])
    book.save(tmp_path / "a.xlsx")
    found, faults = count(tmp_path / "a.xlsx")
    assert faults == {}
    assert [found.items[one.id].right for one in SINGLES[:2]] == [1, 0]


@pytest.mark.parametrize("in_lines", [True, False])
def test_answers_that_were_voided_do_not_count_wherever_that_is_said(
    tmp_path: Path, *, in_lines: bool
) -> None:
    one = SINGLES[0]

    def answered(name: str, who: str) -> dict[str, object]:
        return {
            "id": name,
            "actor": {"account": {"name": who}},
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"id": f"urn:guifan:item:{one.id}"},
            "result": {"success": True},
        }

    def voids(name: str) -> dict[str, object]:
        verb = {"id": "http://adlnet.gov/expapi/verbs/voided"}
        return {"verb": verb, "object": {"objectType": "StatementRef", "id": name}}

    def saved(name: str, told: list[dict[str, object]]) -> Path:
        lines = "\n".join(map(json.dumps, told))
        path = tmp_path / name
        path.write_text(lines if in_lines else json.dumps({"statements": told}), encoding="utf-8")
        return path

    first = saved("a", [voids("s3"), answered("s1", "p1"), answered("s2", "p2")])
    second = saved("b", [answered("s3", "p3"), voids("s1"), voids("elsewhere")])
    found, faults = count(first, second)
    assert (found.people, found.items[one.id].right) == (1, 1)
    assert faults == {"voided": 1}


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_table_of_an_exam_is_read_in_either_language(tmp_path: Path, language: str) -> None:
    exam_words = Words(Ground(corpus_of(), None, DAY, translator(language)), exam())
    items = tuple(Question(at, one) for at, one in enumerate(SINGLES[:2], start=1))
    paper = Paper("A", (Section(exam().sections[0], items),))
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(results_xlsx(exam_words, [paper])))
    book = openpyxl.load_workbook(path)
    heads = [one.value for one in book.worksheets[0][1]]
    for name, marks in zip([one.id for one in SINGLES[:2]], (2, 1), strict=True):
        book.worksheets[0].cell(2, heads.index(name) + 1, marks)
    book.worksheets[0].cell(2, 1, "7")
    book.save(path)
    found, faults = count(path)
    assert faults == {}
    assert [found.items[one.id].right for one in SINGLES[:2]] == [1, 0]


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (40 << 20))
    found, faults = count(tmp_path / "a.xlsx")
    assert (found.read, faults) == (0, {"bomb": 1})


@pytest.mark.parametrize(
    ("data", "key_"),
    [
        (b"PK\x03\x04 nonsense", "unreadable"),
        (b"\x7fELF\0\0\0", "unknown-format"),
        (b"", "unknown-format"),
        (b"{", "bad-json"),
    ],
)
def test_other_files_are_refused_and_the_rest_counted(
    tmp_path: Path, data: bytes, key_: str
) -> None:
    bad = tmp_path / "bad"
    bad.write_bytes(data)
    good = write(tmp_path / "a.csv", HEADS, [("p1", SINGLES[0].id, "A", NOON)])
    found, faults = count(bad, tmp_path / "absent.csv", good)
    assert found.counted == 1
    assert set(faults) == {key_, "unreadable"}


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    path = write(tmp_path / "a.csv", HEADS, [("p1", SINGLES[0].id, "A", NOON)])
    assert count(path)[1] == {"too-large": 1}


def test_without_the_database_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(NoDatabaseError):
        tally([tmp_path / "a.csv"], questions(), Faults())
