"""References in the prose of ``content/``: what they become, and what check says of them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from guifan.findings import Severity
from guifan.publish.build import Wanted, build_site
from guifan.publish.folder import open_folder

REFUND = '<a href="../../limits/refund/">3 日</a>'

# Each: what is written, what the page must hold. In the shop, refund prints 3 日.
BECOMES = {
    "a link": ("甲【refund】内", f"甲{REFUND}内"),
    "a field": ("乙【refund.calendar】", '<a href="../../limits/refund/">always</a>'),
    "strong beside Chinese": ("在**【refund】**内", f"在<strong>{REFUND}</strong>内"),
    "strong around more": ("应**在【refund】内**办", f"应<strong>在{REFUND}内</strong>办"),
    "code": ("`【refund】`", "<code>【refund】</code>"),
    "two ticks": ("``x ` 【refund】``", "<code>x ` 【refund】</code>"),
    "a fence": ("```\n【refund】在块里\n```", "【refund】在块里"),
    "a fence in a list": ("- 一\n\n    ```\n    【refund】列里\n    ```", "【refund】列里"),
    "a comment": ("<!-- 【refund】注 -->", "<!-- 【refund】注 -->"),
    "escaped": (r"丙\【refund】", "丙【refund】"),
    "ordinary brackets": ("【注意】", "【注意】"),
    "a slot": ("您好，【?工号】号", '您好，<span class="gf-slot">工号</span>号'),
    "in a link's words": ("[等【refund】](../index.md)", '<a href="../../">等3 日</a>'),
    "in a link's title": ('[看](../index.md "【refund】")', 'title="3 日"'),
    "in an attribute": ('<span title="【refund】">丁</span>', '<span title="3 日">丁</span>'),
    "in a table": ("| 戊 |\n|---|\n| 【refund】 |", f"<td>{REFUND}</td>"),
    "marks in a value": (
        "【tricky】",
        "&#60;b&#62;&#42;一&#42; &#124; &#91;二&#93;&#40;三&#41; &#96;四",
    ),
    "quotes in an attribute": ('<i title="【tricky】">己</i>', "<i title="),
    "a heading": ("## 庚【refund】内", '<h2 id="庚-refund-内">庚3 日内'),
    "a heading underlined": ("辛【refund】\n----", '<h2 id="辛-refund">辛3 日'),
    "a heading with its anchor": ("### 壬【refund】 {: #ren }", '<h3 id="ren">壬3 日'),
}


@pytest.fixture(scope="module")
def page_of_all(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One built page that holds all of them."""
    shop = tmp_path_factory.mktemp("prose") / "shop"
    shutil.copytree(Path(__file__).parent / "shop", shop)
    with (shop / "standards/terms.yaml").open("a", encoding="utf-8") as stream:
        stream.write("  - id: tricky\n    title: '<b>*一* | [二](三) `四`_五_'\n")
        stream.write("    means: 名称里有各种记号\n")
    text = "# 全部\n\n" + "\n\n".join(written for written, _ in BECOMES.values()) + "\n"
    (shop / "content/guides/all.md").write_text(text, "utf-8")
    site = build_site(shop, "site", Wanted(day="2026-06-01")).folder
    return (site / "guides/all/index.html").read_text("utf-8")


@pytest.mark.parametrize("case", list(BECOMES))
def test_a_reference_becomes(case: str, page_of_all: str) -> None:
    assert BECOMES[case][1] in page_of_all


def test_a_value_never_becomes_markup(page_of_all: str) -> None:
    content = page_of_all.partition("<article")[2].partition("</article>")[0]
    assert "<b>" not in content
    assert "<em>" not in content
    assert 'href="三"' not in content


# Each: a page of prose, and the findings: code, line and column.
FOUND = {
    "unknown": ("# 一\n\n在【refnud】内", [("R01", 3, 3)]),
    "unknown in a heading": ("# 一【nothing】", [("R01", 1, 5)]),
    "unknown in a link": ("[一【nothing】](x.md)", [("R01", 1, 4)]),
    "unknown part": ("【refund.nothing】", [("R01", 1, 2)]),
    "in code": ("`【nothing】`\n\n```\n【nothing】\n```\n", []),
    "in a comment": ("<!-- 【nothing】 -->", []),
    "ordinary": ("【注意】，\\【nothing】", []),
    "unclosed": ("在【refund 内", [("S16", 1, 2)]),
    "internal in internal prose": ("【clerk-gift】", []),
    "internal in public prose": ("---\naudience: public\n---\n【clerk-gift】", [("R12", 4, 2)]),
    "internal field in public prose": (
        "---\naudience: 对外\n---\n【refund】【refund.owner】",
        [("R12", 4, 10)],
    ),
    "unknown audience": ("---\ntitle: x\naudience: publik\n---\n", [("S07", 3, 11)]),
    "byte order mark and CRLF": ("\ufeff# 一\r\n\r\n【nothing】", [("R01", 3, 2)]),
    "control character": ("一\x00二", [("S02", 1, 2)]),
}


@pytest.mark.parametrize("case", list(FOUND))
def test_check_reads_the_prose(case: str, shop: Path) -> None:
    text, expected = FOUND[case]
    (shop / "content/guides/case.md").write_bytes(text.encode())
    found = [one for one in open_folder(shop).findings if one.position.file.startswith("content/")]
    assert {one.position.file for one in found} <= {"content/guides/case.md"}
    assert [(one.code, one.position.line, one.position.column) for one in found] == expected


def test_the_id_that_was_meant_is_suggested(shop: Path) -> None:
    (shop / "content/guides/case.md").write_text("【refnud】", "utf-8")
    (found,) = open_folder(shop).findings
    assert found.suggestion is not None
    assert found.suggestion.text == "refund"


def test_a_waiver_in_a_comment_lets_a_finding_stand(shop: Path) -> None:
    waiver = "<!-- guifan: allow R01 until=2026-12-31 reason=正在写 -->"
    (shop / "content/guides/case.md").write_text(f"{waiver}\n【coming-soon】", "utf-8")
    folder = open_folder(shop)
    assert [one.code for one in folder.check(date(2026, 6, 1)).waived] == ["R01"]
    after = folder.check(date(2027, 1, 1)).findings
    assert [one.severity for one in after if one.code == "R01"] == [Severity.WARNING]
