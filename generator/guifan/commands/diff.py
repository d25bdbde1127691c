"""``guifan diff``: what changed between two states of the manual, told to those it concerns."""

from pathlib import Path

import click

from guifan.changes.change import Change
from guifan.changes.diff import diff
from guifan.changes.reports import FORMATS, Difference
from guifan.commands._command import LANGUAGE, LOCALES, CannotRunError, Command, MisusedError, _
from guifan.commands._manual import judged_day, standing
from guifan.corpus.editions import edition
from guifan.corpus.graph import Corpus
from guifan.findings import listed
from guifan.language.catalogues import Translator, translator
from guifan.language.faults import nearest
from guifan.language.kinds.role import Role
from guifan.language.model import Audience
from guifan.language.source import CannotRead
from guifan.publish.past import State, state


@click.command(
    "diff",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("比较两版，说明改了什么"),
    help=_(
        "比较两版标准，逐条说明改了什么、更严还是更宽、从哪一天起、涉及哪些岗位。"
        "\n\nA 和 B 可以是版号、editions 里的文件、另一个手册文件夹或者版本库里的版本；"
        "不写 B 就和现在的文件比较。"
        "\n\n比较完退出码为 0，不论有没有变化；无法运行为 2。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan diff 1                          第 1 版以来改了什么\n"
        "  guifan diff 1 2 --format markdown      写成变更通知\n"
        "  guifan diff HEAD~1                     上一次提交以来改了什么\n"
        "  guifan diff 1 --role hotline-agent     只看涉及这个岗位的"
    ),
)
@click.argument("one", metavar="A")
@click.argument("other", default="", metavar="[B]")
@click.option("--dir", "folder", default=".", metavar="DIR", help=_("手册的文件夹"))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help=_("报告的格式")
)
@click.option("--role", default="", metavar="ROLE", help=_("只要涉及这个岗位的变化，写岗位编号"))
@click.option(
    "--audience",
    type=click.Choice([one.value for one in Audience]),
    default=Audience.INTERNAL.value,
    help=_("哪一版：internal 内部版（不写就是它），public 对外版"),
)
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("报告的语言"))
def COMMAND(  # noqa: N802, PLR0913  # found by this name; each option is an argument
    one: str,
    other: str,
    *,
    folder: str,
    form: str,
    role: str,
    audience: str,
    written: str | None,
    lang: str,
) -> None:
    """Compare two states of the manual in ``folder``."""
    root = standing(folder)
    words = translator(LOCALES[lang])
    before, after = _read(root, one), _read(root, other)
    old, new = (edition(side.corpus, Audience(audience)) for side in (before, after))
    changes = diff(old, new, judged_day(written, after.corpus))
    if role:
        changes = _for(role, changes, old, new)
    difference = Difference(changes, _called(before, words), _called(after, words), lang)
    click.echo(FORMATS[form](difference).encode(), nl=False)


def _read(root: Path, name: str) -> State:
    """A state by its name; what could not be loaded in it is said, for it is not compared.

    Raises:
        CannotRunError: there is no such state.
    """
    try:
        read = state(root, name)
    except CannotRead as error:
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=_(error.reason))) from None
    if read.corpus.broken:
        text = _("{name}里有 {count} 个条目写得有错，读不进来，没有比较：{ids}")
        ids = sorted(read.corpus.broken)
        shown = listed(ids if len(ids) <= _MOST_IDS else (*ids[:_MOST_IDS], "…")).say(_.locale)
        click.echo(text.format(name=_called(read, _), count=len(ids), ids=shown), err=True)
    return read


_MOST_IDS = 8
"""How many ids of items that could not be loaded a line names."""


def _called(read: State, _: Translator) -> str:
    """What a state is called in a sentence."""
    if read.number is not None:
        return _("第 {number} 版（{day}）").format(number=read.number, day=read.day)
    return _("“{name}”").format(name=read.name) if read.name else _("现在的文件")


def _for(role: str, changes: tuple[Change, ...], *sides: Corpus) -> tuple[Change, ...]:
    """The changes that concern a role.

    Raises:
        MisusedError: neither side has such a role.
    """
    ids = {one.id for side in sides if (one := side.one(Role, role))}
    if not ids:
        text = _("没有编号为“{name}”的岗位。").format(name=role)
        roles = [one.id for side in sides for one in side.of(Role)]
        near = nearest(role, roles)
        raise MisusedError(text + (_("是不是 {near}？").format(near=near) if near else ""))
    return tuple(one for one in changes if any(post.id in ids for post in one.posts))
