"""``guifan build``: check the standards, build the whole site beside the old one, swap."""

import shutil
import sys

import click
from rich.console import Console

from guifan.commands._command import CannotRunError, Command, _
from guifan.commands._manual import judged_day, opened
from guifan.language.model import Audience
from guifan.publish.build import BuildFailedError, build_site, hear
from guifan.publish.edition import RefusedError


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
        "\b\n例子：\n"
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
@click.option("--clean", is_flag=True, help=_("全部重写，不沿用上一次未变的文件"))
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.pass_context
def COMMAND(  # noqa: N802  # the name by which the commands are found
    ctx: click.Context,
    folder: str,
    *,
    out: str,
    audience: str | None,
    clean: bool,
    written: str | None,
) -> None:
    """Build the manual in ``folder``."""
    manual = opened(folder)
    day = judged_day(written, manual.corpus)
    hear()
    console = Console(stderr=True)
    try:
        with console.status(_("正在检查并生成网站…")):
            built = build_site(
                manual.root.resolve(),
                out,
                audience=Audience(audience) if audience else None,
                day=day,
                reuse=not clean,
            )
    except RefusedError as refused:
        terminal = sys.stderr.isatty()
        width = shutil.get_terminal_size().columns if terminal else None
        click.echo(refused.prepared.told(width, terminal), err=True)
        click.echo(_("标准有错误，网站没有重新生成，旧网站原样不动。"), err=True)
        ctx.exit(1)
    except BuildFailedError as error:
        text = _("网站没有生成（{reason}），旧网站原样不动。")
        raise CannotRunError(text.format(reason=str(error))) from None
    except OSError as error:
        text = _("写不了 {path}：{reason}。旧网站原样不动。")
        reason = error.strerror or str(error)
        raise CannotRunError(text.format(path=error.filename or out, reason=reason)) from None
    text = _("网站已生成：{site}（{files} 个文件，其中 {kept} 个未变）")
    click.echo(text.format(site=built.site, files=built.files, kept=built.kept))
    if not built.linked:
        click.echo(_("这里不支持链接，文件是复制过去的。"), err=True)
