"""``guifan serve``: read the manual in a browser while writing it."""

import click

from guifan.commands._command import CannotRunError, Command, _
from guifan.commands._manual import standing
from guifan.commands.build import day, reported, unbuilt
from guifan.language.model import Audience
from guifan.publish.build import BuildFailedError, Wanted, hear
from guifan.publish.edition import RefusedError
from guifan.publish.serve import HOST, serve

PORT = 8000


@click.command(
    "serve",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("边写边看：改了就重新生成"),
    help=_(
        "在本机打开手册，标准、正文或模板一改就重新生成，浏览器自动刷新。"
        "\n\n标准有错误时在终端里说明，浏览器里仍是上一次正确的网站。按 Ctrl-C 结束。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan serve                     在 http://127.0.0.1:8000/ 看当前文件夹的手册\n"
        "  guifan serve --port 9000         换一个端口\n"
        "  guifan serve --audience public   看对外版"
    ),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--port", default=PORT, metavar="N", help=_("端口，不写为 8000"))
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
    wanted = Wanted(Audience(audience) if audience else None, day(written))
    hear()
    address = f"http://{HOST}:{port}/"

    def tell(error: RefusedError | BuildFailedError | OSError | None) -> None:
        if error is None:
            click.echo(_("已生成，请看 {address}").format(address=address))
        elif isinstance(error, RefusedError):
            click.echo(reported(error), err=True)
            click.echo(_("标准有错误，浏览器里仍是上一次正确的网站。"), err=True)
        else:
            click.echo(unbuilt(error, folder), err=True)

    waiting = _("还没有可以看的网站：标准有错误，请看终端里的说明，改好后会自动出现。")
    try:
        serve(root, port, wanted, tell, f"<!doctype html><meta charset=utf-8>{waiting}".encode())
    except OSError as error:
        text = _("端口 {port} 用不了：{reason}。请用 --port 换一个。")
        raise CannotRunError(text.format(port=port, reason=error.strerror or error)) from None
