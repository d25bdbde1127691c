"""``guifan export``: the manual in forms that other programs read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from guifan.commands._command import CannotRunError, Command, Group, MisusedError, _
from guifan.commands._garbage import seldom
from guifan.commands._manual import judged_day, opened, readable_day, standing
from guifan.commands.build import reported
from guifan.language.catalogues import SOURCE
from guifan.language.model import Audience
from guifan.language.source import CannotRead
from guifan.manual.render import Settings
from guifan.publish.build import BuildFailedError, Wanted, hear
from guifan.publish.edition import RefusedError, prepare
from guifan.publish.export import export_markdown
from guifan.publish.offline import SUFFIX, export_offline
from guifan.publish.swap import OccupiedError


@click.group(
    "export",
    cls=Group,
    options_metavar=_("[选项]"),
    subcommand_metavar=_("格式 [参数]…"),
    short_help=_("导出成其他程序能用的格式"),
    help=_("把手册导出成其他程序能用的格式。"),
)
def COMMAND() -> None:  # noqa: N802  # the name by which the commands are found
    """Do nothing by itself."""


@contextmanager
def _exporting(ctx: click.Context, out: str, occupied: str) -> Iterator[None]:
    """Tell why nothing was exported to ``out``; ``occupied`` says that something else is there."""
    try:
        yield
    except RefusedError as refused:
        click.echo(reported(refused), err=True)
        click.echo(_("标准有错误，没有导出。"), err=True)
        ctx.exit(1)
    except OccupiedError:
        raise CannotRunError(occupied.format(path=out)) from None
    except BuildFailedError as error:
        raise CannotRunError(str(error)) from None
    except CannotRead as error:  # an edition of the past
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=_(error.reason))) from None
    except OSError as error:
        text = _("写不了 {path}：{reason}")
        reason = error.strerror or error
        raise CannotRunError(text.format(path=error.filename or out, reason=reason)) from None


@COMMAND.command(
    "markdown",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("导出成普通的 Markdown"),
    help=_(
        "把每一页写成普通的 Markdown，附一个 mkdocs.yml，不用本程序也能生成网站。"
        "\n\n图换成它的文字说明。PATH 里以前导出的内容会被换掉。"
    ),
    epilog=_("例子：\n  guifan export markdown --out manual-markdown"),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--out", required=True, metavar="PATH", help=_("写到哪个文件夹"))
@click.option(
    "--audience",
    type=click.Choice([one.value for one in Audience]),
    default=Audience.INTERNAL.value,
    help=_("哪一版：internal 内部版（不写就是它），public 对外版"),
)
@click.option("--locale", default=SOURCE, metavar="TAG", help=_("语言，不写为 zh-Hans"))
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.pass_context
def markdown(
    ctx: click.Context,
    folder: str,
    *,
    out: str,
    audience: str,
    locale: str,
    written: str | None,
) -> None:
    """Export the manual in ``folder`` as Markdown."""
    manual = opened(folder)
    day = judged_day(written, manual.corpus)
    with _exporting(ctx, out, _("{path} 里有别的东西。请换一个文件夹，或者先把它移走。")):
        pages = export_markdown(prepare(manual, Settings(locale, audience, False, day)), Path(out))
    click.echo(_("已导出 {pages} 页：{path}").format(pages=pages, path=out))


@COMMAND.command(
    "offline",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("导出成不用联网的一份"),
    help=_(
        "把整个网站打成一个压缩包，拷到 U 盘、笔记本上解开就能看，不用服务器，不用联网。"
        "\n\n页面、链接和搜索都能用。PATH 里以前导出的压缩包会被换掉。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan export offline --out manual.tar.xz\n"
        "  tar -xf manual.tar.xz                 解开后打开 manual/index.html"
    ),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--out", required=True, metavar="PATH", help=_("写成哪个文件，以 .tar.xz 结尾"))
@click.option(
    "--audience",
    type=click.Choice([one.value for one in Audience]),
    help=_("哪一版：internal 内部版，public 对外版；不写按 mkdocs.yml"),
)
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.pass_context
def offline(
    ctx: click.Context, folder: str, *, out: str, audience: str | None, written: str | None
) -> None:
    """Export the manual in ``folder`` as one archive."""
    if not out.endswith(SUFFIX):
        text = _("--out 要写一个以 {suffix} 结尾的文件名，写的是「{written}」。")
        raise MisusedError(text.format(suffix=SUFFIX, written=out), ctx)
    wanted = Wanted(Audience(audience) if audience else None, readable_day(written))
    hear()
    with (
        _exporting(ctx, out, _("{path} 里有别的东西。请换一个文件名，或者先把它移走。")),
        seldom(),
        Console(stderr=True).status(_("正在检查并打包网站…")),
    ):
        packed = export_offline(standing(folder), Path(out), wanted)
    text = _("已导出 {pages} 页：{path}（{size} MB），解开后打开 {first}")
    size = f"{packed.size / 1e6:.1f}"
    click.echo(text.format(pages=packed.pages, path=out, size=size, first=packed.first))
