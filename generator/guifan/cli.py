"""The command line: every module of ``commands`` is a command."""

import importlib
import pkgutil

import click

from guifan import __version__, commands
from guifan.commands._command import Group, _
from guifan.commands._garbage import kept


class _Found(Group):
    """The commands, each imported when it is called: the others' libraries stay unread."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        modules = (module.name for module in pkgutil.iter_modules(commands.__path__))
        return sorted(name for name in modules if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        with kept():  # classes and their schemas stay
            found = importlib.import_module(f"{commands.__name__}.{cmd_name}").COMMAND
        return found if isinstance(found, click.Command) else None


@click.group(
    cls=_Found,
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
    help=_("规范：把用 YAML 写的服务标准变成可检索的手册和题库，并证明它们不自相矛盾。"),
    epilog=_(
        "例子：\n"
        "  guifan check             检查当前文件夹里的标准\n"
        "  guifan explain R01       说明一条规则\n"
        "  guifan 命令 --help       一个命令的用法"
    ),
)
@click.version_option(__version__, message="guifan %(version)s", help=_("显示版本"))
def main() -> None:
    """Do nothing by itself."""
