"""Files become items: kinds, inheritance, the future, part ids, and what is left out when wrong."""

from datetime import date

import pytest

from guifan.findings import Finding
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.term import Term
from guifan.language.loader import Loaded, load
from guifan.language.source import Source

SHARED = """\
place: complaints
owner: complaint-desk
author: editor
approver: director
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
"""
TERM = f"kind: term\nid: complaint\ntitle: 投诉\nmeans: 客户不满\n{SHARED}"


def read(*texts: str) -> Loaded:
    return load(Source(f"{number}.yaml", text) for number, text in enumerate(texts))


def said(finding: Finding) -> str:
    return f"{finding.code} {finding.key} {finding.position}"


def faults(text: str) -> list[str]:
    return [said(finding) for finding in read(text).findings]


def below(shared: str, *items: str, kind: str = "term") -> str:
    return f"kind: {kind}\n{shared}items:\n" + "".join(f"  - {{{item}}}\n" for item in items)


class TestKinds:
    def test_a_file_is_one_item(self) -> None:
        loaded = read(TERM)
        assert loaded.findings == ()
        (item,) = (entry.item for entry in loaded.entries)
        assert isinstance(item, Term)
        assert (item.id, item.title, item.version) == ("complaint", "投诉", 1)
        assert item.effective == date(2026, 1, 1)

    def test_items_keep_the_order_of_files_and_places(self) -> None:
        other = below(SHARED, "id: b, title: 乙, means: 乙", "id: a, title: 甲, means: 甲")
        assert [entry.item.id for entry in read(TERM, other).entries] == ["complaint", "b", "a"]

    def test_chinese_names_say_the_same(self) -> None:
        chinese = TERM
        for key, name in (
            *(("kind: term", "种类: 术语"), ("id:", "编号:"), ("title:", "名称:")),
            *(("means:", "含义:"), ("owner:", "归口部门:"), ("effective:", "生效日期:")),
        ):
            assert key in chinese
            chinese = chinese.replace(key, name)
        assert read(chinese).entries[0].item == read(TERM).entries[0].item

    def test_a_choice_may_be_its_chinese_name(self) -> None:
        (entry,) = read(f"{TERM}audience: 对外\n").entries
        assert entry.item.audience == "public"

    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            ("- a\n- b\n", "S07 file-wants-mapping 0.yaml:1:1"),
            ("投诉\n", "S07 file-wants-mapping 0.yaml:1:1"),
            (TERM.replace("kind: term\n", ""), "S06 no-kind 0.yaml:1:1"),
            (TERM.replace("kind: term", "kind: trem"), "S05 unknown-kind 0.yaml:1:7"),
            (TERM.replace("kind: term", "kind: [term]"), "S05 unknown-kind 0.yaml:1:7"),
            (f"{TERM}种类: 术语\n", "S03 two-names 0.yaml:13:1"),
            (f"{TERM}名称: 客诉\n", "S03 two-names 0.yaml:13:1"),
        ],
    )
    def test_a_file_says_once_what_it_is(self, text: str, finding: str) -> None:
        assert faults(text) == [finding]

    def test_a_near_kind_is_proposed(self) -> None:
        (finding,) = read(TERM.replace("kind: term", "kind: 服务条例")).findings
        assert finding.suggestion is not None
        assert finding.suggestion.text == "服务条款"


class TestLists:
    def test_a_file_is_one_item_or_a_list(self) -> None:
        (finding,) = read(f"{TERM}items:\n  - id: other\n").findings
        assert said(finding) == "S14 item-and-items 0.yaml:13:1"
        assert str(finding.related[0].position) == "0.yaml:2:1"

    @pytest.mark.parametrize("items", ["items:", "items: 投诉", "items: {id: a}"])
    def test_the_items_are_a_list(self, items: str) -> None:
        assert faults(f"kind: term\n{items}\n") == ["S07 wants-list 0.yaml:2:1"]

    def test_an_item_of_a_list_is_a_mapping(self) -> None:
        text = f"kind: term\n{SHARED}items:\n  - 投诉\n  - {{id: a, title: 甲, means: 甲}}\n"
        loaded = read(text)
        assert [said(finding) for finding in loaded.findings] == ["S07 wants-mapping 0.yaml:11:5"]
        assert [entry.item.id for entry in loaded.entries] == ["a"]

    def test_an_item_of_a_list_has_no_kind_of_its_own(self) -> None:
        text = below(SHARED, "kind: limit, id: a, title: 甲, means: 甲")
        assert faults(text) == ["S04 unknown-field 0.yaml:11:6"]

    def test_an_empty_list_is_no_fault(self) -> None:
        assert read(f"kind: term\n{SHARED}items: []\n") == Loaded(
            (), (), frozenset(), (Source("0.yaml", f"kind: term\n{SHARED}items: []\n"),)
        )


class TestInheritance:
    def test_an_item_has_what_its_file_shares(self) -> None:
        loaded = read(below(SHARED, "id: a, title: 甲, means: 甲", "id: b, title: 乙, means: 乙"))
        assert [entry.item.owner for entry in loaded.entries] == ["complaint-desk"] * 2

    def test_an_item_may_have_its_own(self) -> None:
        loaded = read(below(SHARED, "id: a, title: 甲, means: 甲, 归口部门: hotline, version: 7"))
        (entry,) = loaded.entries
        assert (entry.item.owner, entry.item.version) == ("hotline", 7)

    def test_a_part_is_inherited_whole_or_not_at_all(self) -> None:
        norm = "title: 甲, rule: 甲, modal: must, aspect: operational, result: process, "
        norm += "dimension: response, check: [听]"
        shared = f"{SHARED}binds: {{roles: [agent], channels: [hotline]}}\n"
        text = below(shared, f"id: a, {norm}", f"id: b, {norm}, binds: {{roles: [x]}}", kind="norm")
        norms = [entry.item for entry in read(text).entries]
        assert all(isinstance(norm, Norm) for norm in norms)
        assert [norm.binds.channels for norm in norms if isinstance(norm, Norm)] == [
            ("hotline",),
            (),
        ]

    @pytest.mark.parametrize(
        ("line", "finding"),
        [
            ("title: 甲", "S04 not-shared 0.yaml:2:1"),
            ("名称: 甲", "S04 not-shared 0.yaml:2:1"),
            ("onwer: a", "S04 unknown-shared 0.yaml:2:1"),
            ("next: []", "S04 unknown-shared 0.yaml:2:1"),
        ],
    )
    def test_other_fields_cannot_be_shared(self, line: str, finding: str) -> None:
        assert faults(below(f"{line}\n{SHARED}", "id: a, title: 甲, means: 甲")) == [finding]

    def test_what_all_items_lack_is_one_fault_at_the_top(self) -> None:
        shared = SHARED.replace("owner: complaint-desk\n", "")
        text = below(shared, *(f"id: {name}, title: 甲, means: 甲" for name in "abc"))
        assert faults(text) == ["S06 missing-in-all 0.yaml:1:1"]

    def test_what_some_items_lack_is_a_fault_of_each(self) -> None:
        shared = SHARED.replace("owner: complaint-desk\n", "")
        items = [f"id: {name}, title: 甲, means: 甲" for name in "abc"]
        assert faults(below(shared, *items[:2], f"{items[2]}, owner: x")) == [
            "S06 missing 0.yaml:10:6",
            "S06 missing 0.yaml:11:6",
        ]

    def test_what_cannot_be_shared_is_a_fault_of_each(self) -> None:
        assert faults(below(SHARED, "id: a, title: 甲", "id: b, title: 乙")) == [
            "S06 missing 0.yaml:11:6",
            "S06 missing 0.yaml:12:6",
        ]

    def test_a_part_without_an_owner_is_not_an_item_without_one(self) -> None:
        step = "{id: s, title: 做, do: 做, lane: customer, accountable: x}"
        point = "{id: p, title: 错, prevention: 防, detection: 查, recovery: 补}"
        own = f"title: 甲, about: 甲, steps: [{step}], fail_points: [{point}]"
        text = below(SHARED, f"id: a, {own}", f"id: b, {own}", kind="procedure")
        assert {finding.key for finding in read(text).findings} == {"missing"}


class TestFuture:
    LIMIT = f"kind: limit\nid: answer\ntitle: 答复\nwithin: 3 日\nfrom: a\nto: b\n{SHARED}"

    def test_each_entry_builds_on_the_one_before(self) -> None:
        text = f"""\
{self.LIMIT}next:
  - {{effective: 2027-01-01, within: 2 日, note: 提前一天}}
  - {{effective: 2028-01-01, title: 答复客户}}
"""
        loaded = read(text)
        assert loaded.findings == ()
        (entry,) = loaded.entries
        assert [one.effective.year for one in entry.revisions] == [2027, 2028]
        assert [one.note for one in entry.revisions] == ["提前一天", ""]
        assert [one.item.title for one in entry.revisions] == ["答复", "答复客户"]
        items = [entry.item, *(one.item for one in entry.revisions)]
        limits = [item for item in items if isinstance(item, Limit)]
        assert [str(limit.within) == str(limits[1].within) for limit in limits] == [
            False,
            True,
            True,
        ]

    def test_it_may_be_written_in_chinese(self) -> None:
        english = f"{self.LIMIT}next:\n  - {{effective: 2027-01-01, title: 快, note: 改}}\n"
        chinese = f"{self.LIMIT}将来:\n  - {{生效日期: 2027-01-01, 名称: 快, 变更说明: 改}}\n"
        assert read(chinese).entries[0].revisions == read(english).entries[0].revisions

    def test_a_list_shares_no_future(self) -> None:
        text = below(
            SHARED, "id: a, title: 甲, means: 甲, next: [{effective: 2027-01-01, title: 乙}]"
        )
        (entry,) = read(text).entries
        assert [one.item.title for one in entry.revisions] == ["乙"]

    @pytest.mark.parametrize(
        ("future", "finding"),
        [
            ("投诉", "S07 wants-list 0.yaml:15:1"),
            ("[投诉]", "S07 wants-list 0.yaml:15:1"),
            ("{effective: 2027-01-01}", "S07 wants-list 0.yaml:15:1"),
            ("[{title: 快}]", "S06 missing 0.yaml:15:9"),
            ("[{effective: 2027-01-01}]", "S06 changes-nothing 0.yaml:15:9"),
            ("[{effective: 2027-01-01, note: 改}]", "S06 changes-nothing 0.yaml:15:9"),
            ("[{effective: 2027-01-01, titel: 快}]", "S04 unknown-field 0.yaml:15:32"),
            ("[{effective: 2027-01-01, next: []}]", "S04 unknown-field 0.yaml:15:32"),
            ("[{effective: 2027-01-01, id: other}]", "S10 in-future 0.yaml:15:32"),
            ("[{effective: 2027-01-01, title: 快, note: [a]}]", "S07 wants-text 0.yaml:15:49"),
            ("[{effective: 2026-01-01, title: 快}]", "S07 not-later 0.yaml:15:20"),
            ("[{effective: 明年, title: 快}]", "S07 not-a-date 0.yaml:15:20"),
        ],
    )
    def test_what_is_wrong_is_found_at_its_place(self, future: str, finding: str) -> None:
        loaded = read(f"{self.LIMIT}next: {future}\n")
        assert [said(one) for one in loaded.findings] == [finding]
        assert (loaded.entries, set(loaded.broken)) == ((), {"answer"})

    def test_the_entries_go_forward_in_time(self) -> None:
        first = "{effective: 2028-01-01, title: 甲}"
        assert faults(f"{self.LIMIT}next: [{first}, {first}]\n") == ["S07 not-later 0.yaml:15:55"]


class TestPartIds:
    STEP = "title: 做, do: 做, lane: customer, accountable: x"
    POINT = "title: 错, prevention: 防, detection: 查, recovery: 补, owner: x"

    def procedure(self, steps: str, points: str = "p") -> str:
        made = ", ".join(f"{{id: {name}, {self.STEP}}}" for name in steps.split())
        fails = ", ".join(f"{{id: {name}, {self.POINT}}}" for name in points.split())
        top = f"kind: procedure\nid: handling\ntitle: 处理\nabout: 处理\n{SHARED}"
        return f"{top}steps: [{made}]\nfail_points: [{fails}]\n"

    def test_different_ids_are_no_fault(self) -> None:
        (entry,) = read(self.procedure("one two", "three")).entries
        assert isinstance(entry.item, Procedure)
        assert [step.id for step in entry.item.steps] == ["one", "two"]

    @pytest.mark.parametrize(
        ("steps", "points", "second"), [("one one", "p", "0.yaml:13"), ("one", "one", "0.yaml:14")]
    )
    def test_an_id_names_one_part(self, steps: str, points: str, second: str) -> None:
        (finding,) = read(self.procedure(steps, points)).findings
        assert (finding.code, finding.key) == ("S10", "part-twice")
        assert str(finding.position).startswith(second)
        assert str(finding.related[0].position) == "0.yaml:13:14"

    @pytest.mark.parametrize("name", ["true", "false"])
    def test_an_id_is_no_truth_value(self, name: str) -> None:
        assert faults(TERM.replace("id: complaint", f"id: {name}")) == ["S10 truth 0.yaml:2:5"]
        assert faults(self.procedure(f"one {name}")) == ["S10 truth 0.yaml:13:74"]

    def test_an_id_is_no_field(self) -> None:
        assert faults(self.procedure("about")) == ["S10 part-is-field 0.yaml:13:14"]

    def test_parts_of_different_parts_may_share_an_id(self) -> None:
        section = "sections: [{id: same, title: 节}]"
        chapters = "".join(
            f"  - {{id: {name}, number: 1, title: 章, about: 章, {section}}}\n" for name in "ab"
        )
        head = "kind: manual\nid: manual\ntitle: 手册\nlanguage: 1\noperator: 甲\nedition: 一\n"
        top = f"{head}arranged_through: 2026\n{SHARED}chapters:\n{chapters}"
        assert faults(top) == []
        assert faults(top.replace("sections: [", "sections: [{id: same, title: 节}, ")) == [
            "S10 part-twice 0.yaml:17:82",
            "S10 part-twice 0.yaml:18:82",
        ]


class TestBroken:
    """A reference to what is written but could not be loaded is not at fault as well."""

    def test_a_faulty_item_is_broken_and_the_others_are_loaded(self) -> None:
        loaded = read(below(SHARED, "id: a, title: 甲", "id: b, title: 乙, means: 乙"))
        assert [entry.item.id for entry in loaded.entries] == ["b"]
        assert loaded.broken == {"a"}

    @pytest.mark.parametrize(
        "text",
        [
            "kind: term\nitems:\n  - id: a\n    title: “甲\n    x: [\n  - 编号: 'b'\n",
            "kind: trem\nitems:\n  - id: a\n  - 编号: b\n",
            "items:\n  - id: a\n  - id: b\n",
            "kind: term\nid: a\nitems:\n  - id: b\n",
        ],
    )
    def test_all_ids_of_an_unreadable_file_are_broken(self, text: str) -> None:
        loaded = read(text)
        assert loaded.findings
        assert (loaded.entries, set(loaded.broken)) == ((), {"a", "b"})

    def test_an_open_bracket_leaves_the_item_whole(self) -> None:
        text = TERM.replace("means: 客户不满", "means: >\n  客户\n  不满【complaint-answer")
        loaded = read(text)
        assert [said(finding) for finding in loaded.findings] == ["S16 unclosed 0.yaml:6:5"]
        assert [entry.item.id for entry in loaded.entries] == ["complaint"]
        assert loaded.broken == frozenset()

    def test_another_version_of_the_language_is_refused(self) -> None:
        head = "kind: manual\nid: manual\ntitle: 手册\nlanguage: 2\noperator: 甲\nedition: 一\n"
        loaded = read(f"{head}arranged_through: 2026\nchapters: []\n{SHARED}")
        assert [said(finding) for finding in loaded.findings] == ["S17 language 0.yaml:4:11"]
        assert loaded.entries == ()
