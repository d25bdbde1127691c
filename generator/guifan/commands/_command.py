"""What every command shares: the reader's language, its help, and one line for what goes wrong."""

import os
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import click

from guifan.findings import listed
from guifan.language.catalogues import SOURCE, Translator, translator
from guifan.language.faults import nearest

LOCALES: Mapping[str, str] = {"zh": SOURCE, "en": "en"}
"""The locale of each language that a command speaks."""


def readers_language(environ: Mapping[str, str]) -> str:
    """``en`` where the environment asks for English, else ``zh``."""
    for name in ("GUIFAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "en" if environ[name].lower().startswith("en") else "zh"
    return "zh"


LANGUAGE = readers_language(os.environ)
"""The language of help, and of what a command says unless ``--lang`` names another."""

_: Translator = translator(LOCALES[LANGUAGE])


class CannotRunError(click.ClickException):
    """The command could not do its work: one line, exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(_("无法运行：{message}").format(message=self.message), file=file, err=True)


class MisusedError(click.UsageError):
    """The command was called with what it does not know: one line and where help is, code 2."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(_("用法不对：{message}").format(message=self.message), file=file, err=True)
        if self.ctx is not None:
            command = f"{self.ctx.command_path} --help"
            click.echo(_("请看 {command}").format(command=command), file=file, err=True)


def _worded(error: click.UsageError) -> str:
    """What click found wrong, in the reader's words."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            text = _("没有选项 {name}。").format(name=name)
            return text + (_("是不是 {near}？").format(near=near[0]) if near else "")
        case click.MissingParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
            return _("缺少 {name}。").format(name=name)
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            return _("{name} 只能是：{choices}。").format(
                name=param.opts[0], choices=listed(map(str, choices)).say(_.locale)
            )
        case click.BadOptionUsage(option_name=name):
            return _("选项 {name} 后面要写一个值。").format(name=name)
    is_extra = type(error) is click.UsageError  # all that click says by that class alone
    return _("参数太多了。") if is_extra else error.format_message()


class Command(click.Command):
    """A command whose help and errors speak the reader's language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            MisusedError: they are not this command's.
        """
        try:
            return super().parse_args(ctx, args)
        except (MisusedError, click.exceptions.NoArgsIsHelpError):
            raise
        except click.UsageError as error:
            raise MisusedError(_worded(error), ctx) from None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, _("用法：") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [record for one in options if (record := one.get_help_record(ctx))]
        with formatter.section(_("选项")):
            formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, line for line."""
        formatter.write_paragraph()
        for line in (self.epilog or "").replace("\b\n", "").splitlines():
            formatter.write(f"  {line}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` in the reader's words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("显示这段说明")
        return option


class Group(Command, click.Group):
    """A group of commands."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; what nobody foresaw is one line with the place, exit code 2."""
        try:
            return super().main(*args, **extra)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:  # the last resort: a reader gets no traceback
            last = traceback.extract_tb(error.__traceback__)[-1]
            text = _("程序出错，请把这一行报告给我们：{error}（{where}）")
            place = f"{Path(last.filename).name}:{last.lineno}"
            said = f"{type(error).__name__}: {error}"
            click.echo(text.format(error=said, where=place), err=True)
            sys.exit(2)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        Command.format_options(self, ctx, formatter)
        names = self.list_commands(ctx)
        found = [(name, self.get_command(ctx, name)) for name in names]
        with formatter.section(_("命令")):
            formatter.write_dl([(name, one.get_short_help_str(60)) for name, one in found if one])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called.

        Raises:
            MisusedError: there is no such command.
        """
        name = args[0]
        if self.get_command(ctx, name) is None:
            near = nearest(name, self.list_commands(ctx))
            text = _("没有命令 {name}。").format(name=name)
            raise MisusedError(text + (_("是不是 {near}？").format(near=near) if near else ""), ctx)
        return super().resolve_command(ctx, args)
