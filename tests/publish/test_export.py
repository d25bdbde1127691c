"""The manual as plain Markdown: it builds without us, and nothing that is said is lost."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from guifan.commands.export import COMMAND
from guifan.publish.markdown import to_markdown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Each: a page's HTML, and its Markdown.
BECOMES = {
    "a heading": (
        '<h2 id="怎么做">怎么做<a class="headerlink" href="#怎么做">¶</a></h2>',
        "## 怎么做 {#怎么做}",
    ),
    "a link to a page": ('<p><a href="../limits/x.html#y">甲</a></p>', "[甲](../limits/x.md#y)"),
    "a link elsewhere": (
        '<p><a href="https://e.example/a.html">乙</a></p>',
        "[乙](https://e.example/a.html)",
    ),
    "facts": ("<dl><div><dt>日历</dt><dd>每天</dd></div></dl>", "-   **日历**：每天"),
    "facts with a list": (
        "<dl><dt>做</dt><dd><ul><li>一</li><li>二</li></ul></dd></dl>",
        "-   **做**：\n\n    -   一\n    -   二",
    ),
    "a list in a list": (
        "<ol><li>一<ul><li>二</li></ul></li><li>三</li></ol>",
        "1.  一\n    -   二\n2.  三",
    ),
    "a place in a list": ('<ul><li id="a">一</li></ul>', '-   <a id="a"></a>一'),
    "a place in a table": (
        "<table><thead><tr><th>甲</th></tr></thead>"
        '<tbody><tr id="r"><td>一|二</td></tr></tbody></table>',
        '| 甲 |\n| --- |\n| <a id="r"></a>一&#124;二 |',
    ),
    "markup in words": (
        "<p>&lt;b&gt; *一* [二](三) `四` _五_</p>",
        r"&lt;b&gt; \*一\* &#91;二&#93;(三) &#96;四&#96; \_五\_",
    ),
    "code": ("<p><code>a &lt; b</code></p>", "`a < b`"),
    "what scripts show": ("<p hidden>过期</p><p>甲<button>复制</button></p>", "甲"),
    "folded": ("<details><summary>题</summary><p>答</p></details>", "**题**\n\n答"),
    "words apart by style": ("<p><b>3 日</b><span>答复</span></p>", "**3 日** · 答复"),
    "a picture": (
        '<svg><g role="img"><title>图</title><desc>先甲。\n再乙。</desc></g><text>甲</text></svg>',
        "**图**\n\n-   先甲。\n-   再乙。",
    ),
}


@pytest.mark.parametrize("case", list(BECOMES))
def test_html_becomes(case: str) -> None:
    html, markdown = BECOMES[case]
    assert to_markdown(html) == f"{markdown}\n"


def export(root: Path, out: Path, *options: str) -> Path:
    asked = CliRunner().invoke(
        COMMAND, ["markdown", str(root), "--out", str(out), "--date", "2026-06-01", *options]
    )
    assert asked.exit_code == 0, asked.output
    return out


def test_plain_mkdocs_builds_it_strictly(
    shop: Path, tmp_path: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    out = export(shop, tmp_path / "plain")
    assert "guifan" not in (out / "mkdocs.yml").read_text("utf-8")
    code, _, err = ended("mkdocs", "build", "--strict", cwd=out)
    assert code == 0, err
    page = (out / "site/limits/refund/index.html").read_text("utf-8")
    assert "3 日" in page
    assert 'href="../../events/return-asked/"' in page


def test_every_page_of_the_navigation_is_there(shop: Path, tmp_path: Path) -> None:
    out = export(shop, tmp_path / "plain")
    text = (out / "mkdocs.yml").read_text("utf-8")
    listed = set(re.findall(r"[\w./-]+\.md", text))
    assert {"index.md", "limits/refund.md", "guides/welcome.md"} <= listed
    assert all((out / "docs" / name).is_file() for name in listed)


def test_prose_keeps_its_front_matter_and_gets_values(shop: Path, tmp_path: Path) -> None:
    out = export(shop, tmp_path / "plain")
    secret = (out / "docs/guides/secret.md").read_text("utf-8")
    front = yaml.safe_load(secret.split("---")[1])
    assert front == {"title": "暗访怎么做"}
    assert "由[总店](../units/head-office.md)安排" in secret
    chapter = (out / "docs/chapters/returns/index.md").read_text("utf-8")
    assert "退货以后**[3 日](../../limits/refund.md)**内退款" in chapter
    assert "../../glossary/return.md" in chapter


def test_the_public_edition_is_exported_without_what_is_internal(
    shop: Path, tmp_path: Path
) -> None:
    out = export(shop, tmp_path / "plain", "--audience", "public")
    texts = [path.read_text("utf-8") for path in out.rglob("*") if path.is_file()]
    assert not [text for text in texts if "暗访" in text or "clerk-gift" in text]
    assert (out / "docs/guides/welcome.md").is_file()


def test_an_export_replaces_an_export_and_nothing_else(shop: Path, tmp_path: Path) -> None:
    out = export(shop, tmp_path / "plain")
    (out / "docs/stale.md").write_text("old", "utf-8")
    export(shop, out)
    assert not (out / "docs/stale.md").exists()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine", "utf-8")
    asked = CliRunner().invoke(COMMAND, ["markdown", str(shop), "--out", str(mine)])
    assert asked.exit_code == 2
    assert (mine / "letter.txt").read_text("utf-8") == "mine"


def test_standards_with_errors_are_not_exported(shop: Path, tmp_path: Path) -> None:
    limits = shop / "standards/limits.yaml"
    limits.write_text(limits.read_text("utf-8").replace("3 日", "三日半"), "utf-8")
    asked = CliRunner().invoke(COMMAND, ["markdown", str(shop), "--out", str(tmp_path / "plain")])
    assert asked.exit_code == 1
    assert "standards/limits.yaml:" in asked.stderr
    assert not (tmp_path / "plain").exists()


def test_properdocs_builds_the_same_manual(
    own_shop: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    """The successor of MkDocs, with our plugin: the same pages, the same words."""
    epoch = {"SOURCE_DATE_EPOCH": "1780243200"}
    code, _, err = ended("mkdocs", "build", "--site-dir", "one", cwd=own_shop, **epoch)
    assert code == 0, err
    shutil.copy(own_shop / "mkdocs.yml", own_shop / "properdocs.yml")
    words = ("properdocs", "build", "-f", "properdocs.yml", "--site-dir", "other")
    code, _, err = ended(*words, cwd=own_shop, **epoch)
    assert code == 0, err
    one, other = _read(own_shop / "one"), _read(own_shop / "other")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def _read(site: Path) -> dict[str, str]:
    """The words of every page, without the markup."""
    return {
        path.relative_to(site).as_posix(): re.sub(
            r"<script.*?</script>|<style.*?</style>|<[^>]*>|\s+",
            " ",
            path.read_text("utf-8"),
            flags=re.DOTALL,
        )
        for path in sorted(site.rglob("*.html"))
    }
