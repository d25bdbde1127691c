"""What looks like a slip and is none, and what stands in the tree in place of one."""

import pytest

from guifan.language.nodes import Scalar, find, plain
from guifan.language.parser import parse
from guifan.language.source import Source


@pytest.mark.parametrize(
    "text",
    [
        "within: 3 个工作日   # 对外承诺\n",
        "# 说明\n#说明\nid: a   # 一行说明\n",
        "say: '请按 #键'\n",
        "say: |\n  请按 #键\n",
        "say: |- #待定\n  请讲\n",
        "say:\n  - #待定\n    请讲\n",
        "say: 拨打10086#结束\n",
        "say: 【complaint-answer】内答复\n",
        "rule: 注意：请稍候\n",
        "say:\n  - 温馨提示：请稍候\n  - VIP：优先\n",
        "at: 12:30\nsite: https://example.com/a:b\n",
        "about:\n  https://example.com/\n",
        "about:\n  12:30 起\n",
        "target: -5%\n",
        "range:\n  -5\n",
        "roles: [hotline-agent, shift-leader]\n",
        "also: [客诉, 抱怨]\n",
        "also: ['您好，请讲', \"请稍等。\"]\n",
        "binds: {roles: [hotline-agent], channels: [hotline]}\n",
        "binds: {roles: }\n",
        "binds: {}\n",
        "say: 您好{工号}\n",
        "branches:\n  'yes': a\n  \"no\": b\n",
        "yes-or-no: a\nnorth: b\n",
        "limits:\n  - add: 1 天\n    note: 一次\n  - add: 2 天\n",
        "steps:\n  - do: 记录\n  - 分拣\n",
        "rule: 客户选择人工服务后，\n  十五秒内应答\n",
        "rule: >\n  by：客服代表\n  - 不是列表\n",
        "题目: 全角　空格\n",
        "a: x>y|z*&%@!`\n",
        "price: ￥50，优惠 - 不限\n",
    ],
)
def test_good_writing_is_left_alone(text: str) -> None:
    _, findings = parse(Source("a.yaml", text))
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {工号}\n", {"a": "{工号}"}),
        ("a: [{工号}, 乙]\n", {"a": ["{工号}", "乙"]}),
        ("- 您好\n- 注意: 请稍候\n", ["您好", "注意: 请稍候"]),
        ("a: [b: c]\n", {"a": ["b: c"]}),
        ("a: [b，c、d, e]\n", {"a": ["b", "c", "d", "e"]}),
    ],
)
def test_the_tree_holds_what_was_meant(text: str, expected: object) -> None:
    root, findings = parse(Source("a.yaml", text))
    assert [finding.code for finding in findings] == ["S21"]
    assert root is not None
    assert plain(root) == expected


def test_a_repaired_value_keeps_its_place() -> None:
    root, _ = parse(Source("a.yaml", "say:\n  - 您好\n  - 注意: 请稍候\n"))
    assert root is not None
    value, _ = find(root, ["say", 1])
    assert isinstance(value, Scalar)
    assert str(value.mark.position("a.yaml")) == "a.yaml:3:5"


@pytest.mark.parametrize(
    "text",
    [
        "　a: b\n",
        "a:\n  -b\n",
        "a: b\n  - c\n",
        "a:\n  within：3 天\n",
        "steps:\n  -id: a\n  -id: b\n",
    ],
)
def test_where_structure_is_lost_nothing_more_is_said(text: str) -> None:
    root, findings = parse(Source("a.yaml", text))
    assert root is None
    assert {finding.code for finding in findings} == {"S21"}
