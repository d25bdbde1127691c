"""``guifan build``: check the standards, build the whole site beside the old one, swap."""

import shutil
import sys
from pathlib import Path

import click
from rich.console import Console

from guifan.commands._command import CannotRunError, Command, MisusedError, _
from guifan.commands._garbage import seldom
from guifan.commands._manual import readable_day, standing
from guifan.language.model import Audience
from guifan.publish.build import BuildFailedError, Built, Wanted, build_site, hear
from guifan.publish.edition import RefusedError
from guifan.publish.swap import OccupiedError

INTERRUPTED = 130
"""The exit code of a program that Ctrl-C ended."""

MOST_JOBS = 64
"""Beyond as many processes nothing gets faster."""


def _counted(ctx: click.Context, param: click.Parameter, written: str) -> int:
    """A number of processes as written; 0 where none is."""
    if written and written not in map(str, range(1, MOST_JOBS + 1)):
        text = _("{name} 要写 1 到 {last} 的整数，写的是「{written}」。")
        name = param.opts[0]
        raise MisusedError(text.format(name=name, last=MOST_JOBS, written=written), ctx)
    return int(written or 0)


@click.command(
    "build",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("检查并生成整个网站"),
    help=_(
        "先检查标准，没有错误就生成整个网站，最后一步才替换旧网站。"
        "\n\n有错误或中途失败时，旧网站原样不动。DIR 是手册的文件夹，不写就是当前文件夹。"
        "\n\n生成成功退出码为 0，标准有错误为 1，无法运行为 2。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan build                          生成到 site\n"
        "  guifan build --audience public        生成对外版（只含对客户的承诺）\n"
        "  guifan build --out /srv/manual/site   生成到别处"
    ),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--out", default="site", metavar="PATH", help=_("网站放在哪里，不写为 site"))
@click.option(
    "--audience",
    type=click.Choice([one.value for one in Audience]),
    help=_("哪一版：internal 内部版，public 对外版；不写按 mkdocs.yml"),
)
@click.option("--clean", is_flag=True, help=_("全部重做，不沿用上一次的页面和文件"))
@click.option("--plain", is_flag=True, help=_("每一页都从主题的模板完整渲染，用来核对（慢）"))
@click.option(
    "--jobs",
    default="",
    callback=_counted,
    metavar="N",
    help=_("用几个进程生成页面，不写为处理器的个数"),
)
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913  # found by this name; each option is an argument
    ctx: click.Context,
    folder: str,
    *,
    out: str,
    audience: str | None,
    clean: bool,
    plain: bool,
    jobs: int,
    written: str | None,
) -> None:
    """Build the manual in ``folder``."""
    wanted = Wanted(
        Audience(audience) if audience else None, readable_day(written), plain, jobs=jobs or 0
    )
    hear()
    try:
        with seldom(), Console(stderr=True).status(_("正在检查并生成网站…")):
            built = build_site(standing(folder), out, wanted, reuse=not clean)
    except RefusedError as refused:
        click.echo(reported(refused), err=True)
        click.echo(_("标准有错误，网站没有重新生成，旧网站原样不动。"), err=True)
        ctx.exit(1)
    except KeyboardInterrupt:
        click.echo(_("已中断，旧网站原样不动。"), err=True)
        ctx.exit(INTERRUPTED)
    except OccupiedError:
        text = _("{path} 里有别的东西。请换一个文件夹，或者先把它移走。")
        raise CannotRunError(text.format(path=out)) from None
    except BuildFailedError as error:
        raise CannotRunError(unbuilt(error, out)) from None
    except OSError as error:
        raise CannotRunError(unbuilt(error, out) + _("要写到别处，请用 --out。")) from None
    _tell(built)


def reported(refused: RefusedError) -> str:
    """What is wrong with the standards; in colours and to the width of a terminal."""
    terminal = sys.stderr.isatty()
    return refused.prepared.told(shutil.get_terminal_size().columns if terminal else None, terminal)


def unbuilt(error: Exception, out: str) -> str:
    """Why there is no new site, in one line."""
    if not isinstance(error, OSError):
        return _("网站没有生成（{reason}），旧网站原样不动。").format(reason=error)
    text = _("写不了 {path}：{reason}。旧网站原样不动。")
    return text.format(path=error.filename or out, reason=error.strerror or error)


def _tell(built: Built) -> None:
    try:
        site = built.site.relative_to(Path.cwd())
    except ValueError:
        site = built.site
    text = _("网站已生成：{site}（{files} 个文件，其中 {kept} 个未变）")
    click.echo(text.format(site=site, files=built.files, kept=built.kept))
    if built.touched is not None:
        text = _("{pages} 页中 {touched} 页换了内容，其余照旧。")
        click.echo(text.format(pages=built.pages, touched=built.touched))
    elif built.filled is not None:
        text = _("{pages} 页中 {filled} 页由页壳拼成，{standing} 页照旧，其余完整渲染。")
        told = text.format(pages=built.pages, filled=built.filled, standing=built.standing)
        click.echo(told)
    if not built.linked:
        click.echo(_("这里不支持链接，文件是复制过去的。"), err=True)
