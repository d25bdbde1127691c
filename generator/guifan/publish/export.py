"""The manual as a plain tree of Markdown that needs nothing of ours to be built."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.meta import get_data

from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.language.source import Source
from guifan.manual.book import Branch
from guifan.publish.build import BuildFailedError
from guifan.publish.content import CONTENT, hidden
from guifan.publish.edition import Prepared
from guifan.publish.markdown import to_markdown
from guifan.publish.references import expand
from guifan.publish.swap import OccupiedError
from guifan.publish.templates import fault

DOCS = "docs"
GUIDES = "guides/"

_CONFIGURATION = """\
theme:
  name: material
  language: {language}
  font: false
plugins:
  - search
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify
        kwds: {{case: lower}}
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
"""


def export_markdown(prepared: Prepared, out: Path) -> int:
    """Write a manual as Markdown with a mkdocs.yml that lists it.

    Args:
        prepared: the edition; rendered with addresses that end in ``.html``.
        out: the folder; an earlier export there is replaced.

    Returns:
        How many pages there are.

    Raises:
        BuildFailedError: a template has a fault.
        OccupiedError: the folder holds something else.
        OSError: the folder cannot be written.
    """
    if out.exists() and not (out.is_dir() and _is_export(out)):
        raise OccupiedError(str(out))
    new = out.with_name(f".{out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    try:
        pages = dict(_pages(prepared))
        for name, text in pages.items():
            _write(new / DOCS / name, text)
        _copy_files(prepared, new / DOCS)
        _write(new / "mkdocs.yml", _configuration(prepared, pages))
        shutil.rmtree(out, ignore_errors=True)
        new.replace(out)
    except Exception as error:
        found = fault(error, prepared.folder.root)
        if found is None:
            raise
        raise BuildFailedError(found) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(pages)


def _is_export(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return names <= {"mkdocs.yml", DOCS, "site"}


def _pages(prepared: Prepared) -> Iterator[tuple[str, str]]:
    """Every page as file and text: the prose, with what the book adds to it, and the book."""
    book, renderer = prepared.book, prepared.renderer
    is_hidden = hidden(prepared.folder.pages, Audience(renderer.settings.audience))
    prose: dict[str, Source] = {}
    for source in prepared.folder.pages:
        name = source.file.removeprefix(f"{CONTENT}/")
        if not is_hidden(name):
            prose[name] = source
    for name, source in prose.items():
        path = name.removesuffix(".md")
        body, meta = get_data(expand(source.text, renderer, path))
        page = book.pages.get(path)
        if page:
            meta.setdefault("title", page.title)
            body += "\n\n" + to_markdown(renderer.render(page, opened=True).html)
        meta.pop("audience", None)
        yield name, _page(meta, body)
    for path, page in book.pages.items():
        if f"{path}.md" not in prose:
            yield (
                f"{path}.md",
                _page({"title": page.title}, to_markdown(renderer.render(page).html)),
            )


def _page(meta: dict[str, Any], body: str) -> str:
    if not meta:
        return body
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{front}---\n\n{body.strip()}\n"


def _copy_files(prepared: Prepared, docs: Path) -> None:
    """Pictures and other files of the prose."""
    base = prepared.folder.root / CONTENT
    is_hidden = hidden(prepared.folder.pages, Audience(prepared.renderer.settings.audience))
    for path in sorted(base.rglob("*")):
        name = path.relative_to(base).as_posix()
        if path.is_file() and path.suffix != ".md" and not is_hidden(name):
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, docs / name)


def _configuration(prepared: Prepared, pages: dict[str, str]) -> str:
    book, settings = prepared.book, prepared.renderer.settings
    _ = translator(settings.locale)
    title = book.corpus.manual.title if book.corpus.manual else _("服务规范")
    nav = [_entry(branch) for branch in book.navigation]
    guides = sorted(name for name in pages if name.startswith(GUIDES))
    if guides:
        nav.append({_("指南"): list(guides)})
    head = yaml.safe_dump({"site_name": title}, allow_unicode=True)
    tail = yaml.safe_dump({"nav": nav}, allow_unicode=True, sort_keys=False, width=1000)
    language = "zh" if settings.locale.startswith("zh") else "en"
    return head + _CONFIGURATION.format(language=language) + tail


def _entry(branch: Branch) -> dict[str, Any]:
    path = f"{branch.page.path}.md" if branch.page else ""
    if not branch.children:
        return {branch.title: path}
    first = [path] if path else []
    return {branch.title: [*first, *(_entry(child) for child in branch.children)]}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
