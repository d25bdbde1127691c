"""Chinese names stand for keys at every depth; one field under two names is found."""

from guifan.findings import Finding
from guifan.language.canonical import canonical
from guifan.language.kinds import KINDS
from guifan.language.nodes import MappingNode, find, plain
from guifan.language.parser import parse
from guifan.language.source import Source
from guifan.language.structure import KIND, NEXT


def read(kind: str, text: str) -> tuple[MappingNode, list[Finding]]:
    root, faults = parse(Source("a.yaml", text))
    assert isinstance(root, MappingNode)
    assert not faults
    return root, list(canonical("a.yaml", root, KINDS[kind], (KIND, NEXT)))


def test_names_become_keys_in_parts_and_lists() -> None:
    root, findings = read(
        "procedure",
        "名称: 投诉处理\n步骤:\n  - 编号: record\n    分支:\n      - {情形: 简单, 转到: answer}\n",
    )
    assert findings == []
    assert plain(root) == {
        "title": "投诉处理",
        "steps": [{"id": "record", "branches": [{"when": "简单", "to": "answer"}]}],
    }


def test_names_become_keys_in_a_single_part() -> None:
    root, _ = read("limit", "延期:\n  延长: 1 日\n")
    assert plain(root) == {"extension": {"add": "1 日"}}


def test_names_become_keys_in_the_future() -> None:
    root, _ = read(
        "limit", "将来:\n  - 生效日期: 2027-01-01\n    延期: {延长: 1 日}\n    变更说明: 提前\n"
    )
    assert plain(root) == {
        "next": [{"effective": "2027-01-01", "extension": {"add": "1 日"}, "note": "提前"}]
    }


def test_what_no_one_knows_stays_as_written() -> None:
    root, findings = read("term", "俗称呼: x\ntitle: 投诉\n")
    assert findings == []
    assert plain(root) == {"俗称呼": "x", "title": "投诉"}


def test_a_field_under_two_names_is_found_where_it_is_written_again() -> None:
    root, (finding,) = read("term", "title: 投诉\n名称: 客诉\n")
    assert (finding.code, finding.key) == ("S03", "two-names")
    assert str(finding.position) == "a.yaml:2:1"
    assert [str(one.position) for one in finding.related] == ["a.yaml:1:1"]
    assert plain(root) == {"title": "投诉"}


def test_a_key_is_found_by_the_name_it_was_written_by() -> None:
    root, _ = read("term", "种类: term\n名称: 投诉\n")
    written = root.key("title")
    assert written is not None
    assert written.text == "名称"
    assert find(root, ("kind",))[1] == 1
