"""``guifan search``: what the search of a built site finds, in a terminal."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from rich.cells import cell_len

from guifan.commands._command import LANGUAGE, LOCALES, CannotRunError, Command, MisusedError, _
from guifan.findings import listed
from guifan.language.catalogues import Translator, translator
from guifan.publish.searched import FOLDER, NotWholeError, opened
from guifan.search.ranking import Found, search
from guifan.search.store import Store


@click.command(
    "search",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("在生成好的网站里搜索"),
    help=_(
        "在生成好的网站里搜索，结果和网页上的搜索一样。"
        "\n\nQUERY 怎么说都行：词、半句话、拼音、简称、繁体、带单位的数字。"
        "\n\n先用 guifan build 生成网站。找没找到，退出码都为 0；无法运行为 2。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan search 投诉几天答复\n"
        "  guifan search tousu --kind limit --limit 3\n"
        "  guifan search 48h --site /srv/manual/site --format json"
    ),
)
@click.argument("query", metavar="QUERY", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, metavar="N", help=_("最多几条，不写为 10")
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help=_("只要这种条目；可以写几次"))
@click.option("--site", default="site", metavar="DIR", help=_("网站的文件夹，不写为 site"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=_("输出形式：text 文字（不写就是它），json"),
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("说明的语言"))
def COMMAND(  # noqa: N802  # found by this name
    query: tuple[str, ...], limit: int, kinds: tuple[str, ...], site: str, form: str, lang: str
) -> None:
    """Search a built site."""
    try:
        store = opened(Path(site))
        asked = " ".join(query)
        found = search(store, asked, limit, _allowed(store, kinds))
        told = (
            json.dumps(_data(store, asked, found), ensure_ascii=False, indent=1)
            if form == "json"
            else "\n".join(_lines(store, asked, found, translator(LOCALES[lang])))
        )
    except FileNotFoundError:
        text = _("{folder} 里没有搜索用的文件（{file}）。请先用 guifan build 生成网站")
        said = text.format(folder=site, file=f"{FOLDER}/index.js")
        raise CannotRunError(said + _("，或者用 --site 写明网站在哪里。")) from None
    except NotWholeError as error:
        text = _("搜索用的文件 {file} 缺了或者坏了，请重新生成网站。")
        raise CannotRunError(text.format(file=error)) from None
    click.echo(told)


def _allowed(store: Store, kinds: tuple[str, ...]) -> Callable[[int], bool]:
    """Whether a document is of one of the kinds; all are where none is named.

    Raises:
        MisusedError: the index knows no such kind.
    """
    known = store.meta["kinds"]
    for kind in kinds:
        if kind not in known:
            text = _("--kind 没有“{value}”这一种。可以写：{words}。")
            raise MisusedError(text.format(value=kind, words=listed(known).say(_.locale)))
    wanted = {known.index(kind) for kind in kinds or known}
    return lambda document: store.meta["kind"][document] in wanted


def _results(store: Store, found: Found) -> Iterator[Mapping[str, Any]]:
    for hit in found.hits:
        row = store.row(hit.document)
        anchor, heading = row.sections[store.within(hit.section)] if hit.section else ("", "")
        yield {
            "id": row.id,
            "kind": store.meta["kinds"][store.meta["kind"][hit.document]],
            "title": row.title,
            "number": row.number,
            "url": row.address + (f"#{anchor}" if anchor else ""),
            "section": heading,
            "chapter": store.meta["chapters"][store.meta["chapter"][hit.document]],
            "roles": row.roles,
            "channels": row.channels,
            "review_by": row.days[2],
            "points": hit.points,
        }


def _data(store: Store, asked: str, found: Found) -> Mapping[str, Any]:
    return {
        "query": asked,
        "total": found.total,
        "covered": found.covered,
        "results": list(_results(store, found)),
    }


def _lines(store: Store, asked: str, found: Found, _: Translator) -> Iterator[str]:
    """A line a result, its address below it."""
    if not found.hits:
        yield _("没有找到“{query}”").format(query=asked)
        return
    if not found.covered:
        yield _("没有完全符合的，下面是相近的")
    results = list(_results(store, found))
    width = max(cell_len(one["title"]) for one in results)
    for hit, one in zip(found.hits, results, strict=True):
        kind = store.meta["kind_titles"][store.meta["kind"][hit.document]]
        about = " · ".join(filter(None, (one["number"], kind, one["section"])))
        yield f"{one['title']}{' ' * (width - cell_len(one['title']))}  {about}"
        yield f"  {one['url']}"
    if found.total > len(results):
        yield _("一共 {count} 条，用 --limit 多看几条。").format(count=found.total)
