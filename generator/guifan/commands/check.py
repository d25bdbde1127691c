"""``guifan check``: judge the standards and say what is wrong, where, and what would mend it."""

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from guifan.checks.engine import Report
from guifan.checks.memory import Memory
from guifan.checks.reports import FORMATS, Outcome
from guifan.checks.rules import RULES
from guifan.commands._command import LANGUAGE, CannotRunError, Command, MisusedError, _
from guifan.commands._garbage import kept
from guifan.commands._manual import judged_day, opened, standing
from guifan.findings import Finding, Rule
from guifan.language.faults import nearest
from guifan.language.repairs import is_safe
from guifan.language.source import CannotRead
from guifan.publish.fixes import mend
from guifan.publish.folder import Folder
from guifan.publish.remembered import Remembered

_CRASH = "X04"
_MOST_ROUNDS = 100


@click.command(
    "check",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("检查标准，指出问题和改法"),
    help=_(
        "检查标准：指出哪个文件哪一行自相矛盾、写不完整或引用落空，怎样改。"
        "\n\nDIR 是手册的文件夹，不写就是当前文件夹。"
        "\n\n没有错误时退出码为 0（警告不算），有错误为 1，无法运行为 2。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan check                        检查当前文件夹里的手册\n"
        "  guifan check --fix                  把有把握的改法直接写进文件\n"
        "  guifan check --select R,S03         只查引用类（R）和 S03\n"
        "  guifan check --date 2027-05-01      按这一天来判断\n"
        "  guifan check --format sarif > check.sarif"
    ),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help=_("报告的格式")
)
@click.option("--fix", is_flag=True, help=_("把有把握的改法写进文件，再查一遍"))
@click.option("--select", default="", metavar="CODES", help=_("只查这些规则：编号或类别字母"))
@click.option("--ignore", default="", metavar="CODES", help=_("不查这些规则"))
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("按哪一天判断，不写为今天"))
@click.option("--no-cache", is_flag=True, help=_("不用上次检查记下的结果，全部重新检查"))
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("报告的语言"))
def COMMAND(  # noqa: N802, PLR0913  # the commands' common name; an argument an option
    folder: str,
    *,
    form: str,
    fix: bool,
    select: str,
    ignore: str,
    written: str | None,
    no_cache: bool,
    lang: str,
) -> None:
    """Check the manual in ``folder``."""
    rules = chosen(select, ignore)
    standing(folder)
    remembered = Remembered(Path(folder))
    with kept():
        memory = None if no_cache else remembered.read()
        manual = opened(folder, memory)
        day = judged_day(written, manual.corpus)
        if fix:
            manual = _mended(manual, day, rules, memory)
        report = manual.check(day, rules)
        is_news = report.memory != memory and len(rules) == len(RULES)
        if report.memory and manual.known and is_news:
            remembered.write(report.memory, manual.known.opened)
    _print(form, report, manual, lang)
    click.get_current_context().exit(1 if report.errors else 0)


def chosen(select: str, ignore: str) -> Mapping[str, Rule]:
    """The rules named by codes or letters of areas, divided by commas; all where none is named.

    A crash of a rule is always reported: a check that was not done must not look clean.

    Raises:
        MisusedError: a code that no rule has.
    """
    wanted, unwanted = _codes(select) or set(RULES), _codes(ignore)
    return {
        code: rule
        for code, rule in RULES.items()
        if code == _CRASH or (code in wanted and code not in unwanted)
    }


def _codes(text: str) -> set[str]:
    found: set[str] = set()
    for word in filter(None, (part.strip().upper() for part in text.split(","))):
        codes = {code for code in RULES if word in (code, code[0])}
        if not codes:
            near = nearest(word, RULES)
            said = _("没有编号为 {code} 的规则。").format(code=word)
            raise MisusedError(said + (_("是不是 {near}？").format(near=near) if near else ""))
        found |= codes
    return found


def _mended(manual: Folder, day: date, rules: Mapping[str, Rule], memory: Memory | None) -> Folder:
    """Write what is safe and read again until nothing is left: one fault may hide the next."""
    for _round in range(_MOST_ROUNDS):
        safe = [one for one in manual.check(day, rules).findings if is_safe(one)]
        if not safe:
            break
        try:
            written = mend(manual, safe)
        except CannotRead as error:
            said = _("写不了 {path}：{reason}").format(path=error.path, reason=error.reason)
            raise CannotRunError(said) from None
        for finding in written:
            click.echo(_change(finding), err=True)
        manual = opened(str(manual.root), memory)
    return manual


def _change(finding: Finding) -> str:
    text = finding.suggestion.text if finding.suggestion else ""
    said = _("已修改 {place}（{code}）：{text}") if text else _("已删去 {place}（{code}）")
    return said.format(place=finding.position, code=finding.code, text=text)


def _print(form: str, report: Report, manual: Folder, lang: str) -> None:
    """The report; on a terminal in colours and to its width, elsewhere as plain UTF-8."""
    terminal = sys.stdout.isatty()
    root = manual.root.as_posix()
    outcome = Outcome(
        report,
        {source.file: source for source in manual.sources},
        lang,
        "" if manual.root == Path() else f"{root}/",
        shutil.get_terminal_size().columns if terminal else None,
        terminal and "NO_COLOR" not in os.environ,
    )
    text = FORMATS[form](outcome).rstrip("\n")
    if text:
        click.echo(text if terminal else text.encode())
