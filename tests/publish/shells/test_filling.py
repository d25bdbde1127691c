"""Pages filled from shells are those that the theme's template gives, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from compared import differing

from guifan.language.model import Audience
from guifan.publish.build import Built, Wanted, build_site
from guifan.publish.shells import theme
from guifan.publish.templates import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DAY = "2026-06-01"
MOST = 0.95


def both(root: Path) -> tuple[Built, Built]:
    """The manual filled, and each of its pages rendered whole."""
    return (
        build_site(root, "filled", Wanted(day=DAY)),
        build_site(root, "whole", Wanted(day=DAY, plain=True)),
    )


def configure(root: Path, change: Callable[[dict[str, object]], None]) -> None:
    path = root / "mkdocs.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    change(config)
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")


def with_features(*features: str) -> Callable[[dict[str, object]], None]:
    def change(config: dict[str, object]) -> None:
        config["theme"] = {**mapping(config["theme"]), "features": list(features)}

    return change


def mapping(value: object) -> Mapping[str, object]:
    assert isinstance(value, dict)
    return value


def flat(config: dict[str, object]) -> None:
    config["use_directory_urls"] = False


def homeless(config: dict[str, object]) -> None:
    del config["site_url"]


def scripted(config: dict[str, object]) -> None:
    config["extra_javascript"] = ["own.mjs", {"path": "late.js", "defer": True}]
    config["extra_css"] = ["https://example.com/far.css"]
    config["copyright"] = "© 示例"


CONFIGURATIONS: dict[str, Callable[[dict[str, object]], None]] = {
    "as it is": lambda _: None,
    "no features": with_features(),
    "not pruned": with_features("navigation.tabs", "navigation.indexes"),
    "sections": with_features("navigation.sections", "navigation.expand", "navigation.path"),
    "footer": with_features("navigation.tabs", "navigation.footer", "navigation.prune"),
    "no indexes": with_features("navigation.tabs", "navigation.prune", "navigation.path"),
    "contents in the navigation": with_features("toc.integrate", "navigation.prune"),
    "files instead of folders": flat,
    "no address of its own": homeless,
    "scripts and styles": scripted,
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_both_ways_give_the_same_bytes(own_shop: Path, name: str) -> None:
    configure(own_shop, CONFIGURATIONS[name])
    filled, whole = both(own_shop)
    assert differing(filled.folder, whole.folder) == []
    assert whole.filled is None
    assert filled.filled is not None
    assert filled.pages == whole.pages
    assert filled.filled > 0.8 * filled.pages  # a few pages of few


def test_titles_that_filters_change_are_rendered_whole(own_shop: Path) -> None:
    configure(own_shop, with_features("navigation.footer", "navigation.indexes"))
    limits = own_shop / "standards/limits.yaml"
    text = limits.read_text("utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("title:"))
    odd = first.partition("title:")[0] + "title: \"A & B  <c> 'd' 0gf000001fg\""
    limits.write_text(text.replace(first, odd, 1), "utf-8")
    filled, whole = both(own_shop)
    assert differing(filled.folder, whole.folder) == []


def test_a_title_like_a_mark_gives_no_shells(own_shop: Path) -> None:
    limits = own_shop / "standards/limits.yaml"
    text = limits.read_text("utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("title:"))
    marked = first.partition("title:")[0] + "title: 0gf000001fg0"
    limits.write_text(text.replace(first, marked, 1), "utf-8")
    filled, whole = both(own_shop)
    assert filled.filled == 0
    assert differing(filled.folder, whole.folder) == []


def test_a_theme_of_ones_own_is_rendered_whole(own_shop: Path) -> None:
    """Even one whose difference the page that is compared does not show."""
    own = own_shop / "site_templates/theme/partials"
    own.mkdir(parents=True)
    (own / "top.html").write_text('{% if page.title == "前台" %}<b>here</b>{% endif %}', "utf-8")
    filled, whole = both(own_shop)
    assert filled.filled == 0
    assert differing(filled.folder, whole.folder) == []


def test_a_copy_of_our_theme_is_still_ours(own_shop: Path) -> None:
    shutil.copytree(SOURCE / "theme", own_shop / "site_templates/theme")
    assert build_site(own_shop, "filled", Wanted(day=DAY)).filled


def test_another_version_of_the_theme_is_rendered_whole(
    own_shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "VERSIONS", frozenset({"0.0.0"}))
    filled, whole = both(own_shop)
    assert filled.filled == 0
    assert differing(filled.folder, whole.folder) == []


HOOKS = {
    "the context": "def on_page_context(context, page, config, nav):\n"
    "    context['tags'] = [{'name': page.file.src_uri, 'hidden': False, 'url': None}]\n"
    "    return context\n",
    "the finished page": "def on_post_page(output, page, config):\n"
    "    return output.replace('</body>', f'<i>{page.url}</i></body>')\n",
    "front matter": "def on_page_content(html, page, config, files):\n"
    "    if len(page.url) % 2:\n"
    "        page.meta['description'] = page.url\n",
    "another template": "def on_page_content(html, page, config, files):\n"
    "    if len(page.url) % 2:\n"
    "        page.meta['template'] = '404.html'\n",
    "where it is edited": "def on_page_content(html, page, config, files):\n"
    "    page.edit_url = 'https://example.com/' + page.url\n",
}


@pytest.mark.parametrize("what", HOOKS)
def test_what_other_plugins_change_is_kept(own_shop: Path, what: str) -> None:
    (own_shop / "hook.py").write_text(HOOKS[what], "utf-8")

    def hooked(config: dict[str, object]) -> None:
        config["hooks"] = ["hook.py"]
        features = ["content.action.edit", "navigation.indexes", "navigation.prune"]
        with_features(*features)(config)

    configure(own_shop, hooked)
    filled, whole = both(own_shop)
    assert differing(filled.folder, whole.folder) == []
    assert filled.filled is not None
    assert (filled.filled == 0) is (what in ("the context", "where it is edited"))


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_other_programs_fill_as_rightly(
    own_shop: Path, ended: Callable[..., tuple[int, str, str]], program: str
) -> None:
    config = (own_shop / "mkdocs.yml").read_text("utf-8")
    (own_shop / "mkdocs.yml").unlink()
    for name, options in (("filled", ""), ("whole", "      plain: true\n")):
        text = config.replace("  - guifan:\n", f"  - guifan:\n{options}")
        (own_shop / f"{name}.yml").write_text(text, "utf-8")
        code, _, err = ended(
            *(program, "build", "--config-file", f"{name}.yml", "--site-dir", name),
            cwd=own_shop,
            GUIFAN_DATE=DAY,
            SOURCE_DATE_EPOCH="1780243200",
        )
        assert code == 0, err
    assert differing(own_shop / "filled", own_shop / "whole") == []


@pytest.mark.parametrize("audience", list(Audience))
def test_the_whole_manual_is_filled_rightly(
    manual_root: Path,
    tmp_path: Path,
    flagship: Callable[[Audience], Path],
    audience: Audience,
) -> None:
    whole = build_site(manual_root, str(tmp_path / "site"), Wanted(audience, DAY, plain=True))
    assert differing(flagship(audience), whole.folder) == []


def test_most_pages_of_the_manual_are_filled(manual_root: Path, tmp_path: Path) -> None:
    built = build_site(manual_root, str(tmp_path / "site"), Wanted(Audience.PUBLIC, DAY))
    assert built.filled is not None
    assert built.filled >= MOST * built.pages
