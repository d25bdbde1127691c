"""``guifan fmt``: the standards' files in one form, without a change to what they say."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from guifan.checks.wording import message
from guifan.commands._command import LANGUAGE, CannotRunError, Command, _
from guifan.findings import Finding, Severity
from guifan.language.layout.form import LostError
from guifan.language.layout.keys import Keys
from guifan.language.source import CannotRead
from guifan.publish.forming import (
    Outcome,
    Written,
    files_of,
    form_of,
    known_ids,
    manual_of,
    mentions_typed,
    write,
)


@click.command(
    "fmt",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("把标准文件整理成统一的写法"),
    help=_(
        "把标准文件整理成统一的写法：缩进、空行、空格、引号、列表；顺手改好只有一种读法的笔误，"
        "把 [[编号]] 换成【编号】。内容、注释、字段的先后和句子的分行都不动。"
        "\n\nPATH 是手册的文件夹、其中的文件夹或者文件，不写就是当前文件夹。"
        "\n\n退出码为 0；有文件读不懂而没有整理，或者 --check 发现有文件要整理，为 1；"
        "无法运行为 2。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan fmt                              整理当前文件夹里的手册\n"
        "  guifan fmt standards/complaints         只整理一个文件夹\n"
        "  guifan fmt --diff                       只看会改哪里，不写文件\n"
        "  guifan fmt --check                      只列出要整理的文件\n"
        "  guifan fmt --keys zh terms.yaml         字段名一律写成中文"
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--check", is_flag=True, help=_("只列出要整理的文件，不写文件"))
@click.option("--diff", is_flag=True, help=_("只打印会改哪里，不写文件"))
@click.option(
    "--keys",
    type=click.Choice([one.value for one in Keys]),
    help=_("字段名写成哪种语言：zh 中文，en 英文；不写就都不动"),
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("报告的语言"))
def COMMAND(  # noqa: N802  # the name by which the commands are found
    paths: tuple[str, ...], *, check: bool, diff: bool, keys: str | None, lang: str
) -> None:
    """Bring the files in ``paths`` into their form."""
    wanted = [Path(one) for one in paths or (".",)]
    only_told = check or diff
    count = failed = 0
    try:
        files, astray = _found(wanted)
        for finding in astray:
            failed += _reported(finding, lang)
        for outcome in _formed(files, wanted, Keys(keys) if keys else None):
            if outcome is None:
                failed += 1
                continue
            for finding in outcome.findings:
                failed += _reported(finding, lang)
            if outcome.is_changed and (only_told or _is_written(outcome)):
                count += 1
                _told(outcome, diff=diff, check=check)
    except CannotRead as error:
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=_(error.reason))) from None
    if count or not failed:
        _summed(count, len(files), only_told=only_told)
    click.get_current_context().exit(1 if failed or (check and count) else 0)


def _found(wanted: Iterable[Path]) -> tuple[tuple[Written, ...], tuple[Finding, ...]]:
    """The files of all paths, each once, and the links that lead astray."""
    files: dict[Path, Written] = {}
    astray: list[Finding] = []
    for path in wanted:
        for one in files_of(path):
            if isinstance(one, Finding):
                astray.append(one)
            else:
                files.setdefault(one.path.resolve(), one)
    return tuple(files.values()), tuple(astray)


def _formed(
    files: tuple[Written, ...], wanted: Iterable[Path], keys: Keys | None
) -> Iterator[Outcome | None]:
    """The outcome of each file; None where the fault is ours, which is said."""
    known: frozenset[str] = frozenset()
    if mentions_typed(files):  # the manual is read whole for those references alone
        manuals = {manual for path in wanted if (manual := manual_of(path))}
        known = known.union(*map(known_ids, sorted(manuals)))
    for written in files:
        try:
            yield form_of(written, known, keys)
        except LostError:
            text = _("{path} 没有整理：整理会改变它的内容。这是程序的错，请把这个文件报告给我们。")
            click.echo(text.format(path=written.name), err=True)
            yield None


def _reported(finding: Finding, lang: str) -> bool:
    """Say what keeps a file from its form; whether it is an error (an empty file is none)."""
    click.echo(f"{finding.position} {finding.code} {message(finding, lang)}", err=True)
    return finding.severity is Severity.ERROR


def _is_written(outcome: Outcome) -> bool:
    if write(outcome):
        return True
    text = _("{path} 没有整理：刚才有人改了它，请再来一次。")
    click.echo(text.format(path=outcome.written.name), err=True)
    return False


def _told(outcome: Outcome, *, diff: bool, check: bool) -> None:
    """Name a file that is or would be changed, or show how."""
    name = outcome.written.name
    if not diff:
        text = _("要整理 {path}") if check else _("已整理 {path}")
        click.echo(text.format(path=name).encode() + b"\n", nl=False)
        return
    old, new = (text.splitlines(keepends=True) for text in (outcome.before, outcome.text or ""))
    for line in difflib.unified_diff(old, new, name, name):
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
        click.echo((line + end).encode(), nl=False)


def _summed(count: int, files: int, *, only_told: bool) -> None:
    """How many files were or would be changed."""
    if not count:
        text = _("{files} 个文件都是统一的写法。")
    else:
        text = (
            _("{files} 个文件里有 {count} 个要整理。")
            if only_told
            else _("{files} 个文件里整理了 {count} 个。")
        )
    click.echo(text.format(files=files, count=count), err=True)
