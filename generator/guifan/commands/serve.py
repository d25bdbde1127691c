"""``guifan serve``: read the manual in a browser while writing it."""

import click

from guifan.commands._command import CannotRunError, Command, MisusedError, _
from guifan.commands._manual import readable_day, standing
from guifan.commands.build import reported, unbuilt
from guifan.language.model import Audience
from guifan.publish.build import Wanted, hear
from guifan.publish.edition import RefusedError
from guifan.publish.serve import HOST, serve

PORT = 8000
LAST_PORT = 65535


def _checked(ctx: click.Context, param: click.Parameter, written: str) -> int:
    """The port as written, if it is one."""
    if written not in map(str, range(1, LAST_PORT + 1)):
        text = _("{name} 要写 1 到 {last} 的整数，写的是「{written}」。")
        name = param.opts[0]
        raise MisusedError(text.format(name=name, last=LAST_PORT, written=written), ctx)
    return int(written)


@click.command(
    "serve",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("边写边看：改了就重新生成"),
    help=_(
        "在本机打开手册，标准、正文或模板一改就重新生成，浏览器自动刷新。"
        "\n\n标准有错误时，终端和页面下方都会说明，网站仍是改前的样子。按 Ctrl-C 结束。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan serve                     在 http://127.0.0.1:8000/ 看当前文件夹的手册\n"
        "  guifan serve --port 9000         换一个端口\n"
        "  guifan serve --audience public   看对外版"
    ),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option(
    "--port", default=str(PORT), callback=_checked, metavar="N", help=_("端口，不写为 8000")
)
@click.option(
    "--audience",
    type=click.Choice([one.value for one in Audience]),
    help=_("哪一版：internal 内部版，public 对外版；不写按 mkdocs.yml"),
)
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
def COMMAND(  # noqa: N802  # the name by which the commands are found
    folder: str, *, port: int, audience: str | None, written: str | None
) -> None:
    """Serve the manual in ``folder``."""
    root = standing(folder)
    shown = Audience(audience) if audience else None
    wanted = Wanted(shown, readable_day(written), draft=True)
    hear()
    address = f"http://{HOST}:{port}/"

    good = False

    def tell(error: Exception | None) -> None:
        nonlocal good
        if error is None:
            good = True
            click.echo(_("已生成，请看 {address}").format(address=address))
        elif isinstance(error, RefusedError):
            click.echo(reported(error), err=True)
            kept = _("标准有错误，浏览器里仍是上一次正确的网站。")
            none = _("标准有错误，还没有网站可看。改好后浏览器里会自动显示：{address}")
            click.echo(kept if good else none.format(address=address), err=True)
        else:
            click.echo(unbuilt(error, folder), err=True)

    try:
        serve(root, port, wanted, tell, _)
    except OSError as error:
        text = _("端口 {port} 用不了：{reason}。请用 --port 换一个。")
        raise CannotRunError(text.format(port=port, reason=error.strerror or error)) from None
