"""``guifan schema``: what an editor's program checks the files by."""

from pathlib import Path

import click

from guifan.commands._command import CannotRunError, Command, _
from guifan.findings import listed
from guifan.language.kinds import KINDS
from guifan.language.schema import any_file_schema, file_schema, printed


@click.command(
    "schema",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("输出标准文件的 JSON Schema"),
    help=_(
        "输出标准文件的 JSON Schema，供编辑器补全和检查。KIND 是文件的种类，不写为所有种类。"
        "\n\n写好标准文件的人不用管它：.vscode/settings.json 已经接好。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan schema --out .vscode/standards.schema.json   更新编辑器用的那一份\n"
        "  guifan schema limit                                 只看时限文件的"
    ),
)
@click.argument("kind", default="", metavar="[KIND]")
@click.option("--out", metavar="PATH", help=_("写到文件；不写就打印出来"))
def COMMAND(kind: str, *, out: str | None) -> None:  # noqa: N802  # as the commands are found
    """Print or write the schema."""
    if kind and kind not in KINDS:
        kinds = listed(KINDS).say(_.locale)
        text = _("没有种类 {kind}。有这些：{kinds}").format(kind=kind, kinds=kinds)
        raise CannotRunError(text)
    schema = file_schema(kind) if kind else any_file_schema()
    text = printed(schema)
    if not out:
        click.echo(text, nl=False)
        return
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(_("写不了 {path}：{reason}").format(path=out, reason=reason)) from None
