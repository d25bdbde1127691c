"""``guifan release``: check the standards and keep them whole as the next edition."""

from datetime import date
from pathlib import Path

import click

from guifan.changes.diff import diff
from guifan.changes.editions import Edition
from guifan.checks.reports import FORMATS, Outcome
from guifan.commands._command import LANGUAGE, CannotRunError, Command, _
from guifan.commands._manual import judged_day, opened
from guifan.corpus.versions import Unraised, unraised
from guifan.findings import listed
from guifan.language.source import CannotRead
from guifan.publish.editions import latest, write_edition
from guifan.publish.folder import Folder


@click.command(
    "release",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("把现在的标准存为新的一版"),
    help=_(
        "检查标准，没有错误就把全部内容存进 editions 文件夹，编为下一版，供以后比较。"
        "\n\n存好的版要提交进版本库，不再改动。DIR 是手册的文件夹，不写就是当前文件夹。"
        "\n\n存好退出码为 0；有错误、没有变化或者改了内容没有提高版本为 1；无法运行为 2。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan release                     存为下一版\n"
        "  guifan release --date 2026-12-01   写明发布日期"
    ),
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--date", "written", metavar="YYYY-MM-DD", help=_("发布日期，不写为今天"))
@click.pass_context
def COMMAND(ctx: click.Context, folder: str, *, written: str | None) -> None:  # noqa: N802  # found by this name
    """Release the manual in ``folder``."""
    manual = opened(folder)
    day = judged_day(written, manual.corpus)
    try:
        last = latest(manual.root)
        refusal = _refusal(manual, last, day)
        if refusal:
            click.echo(refusal, err=True)
            ctx.exit(1)
        edition = _next(manual, last, day)
        path = write_edition(manual.root, edition)
    except CannotRead as error:
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=_(error.reason))) from None
    except OSError as error:
        text = _("写不了 {path}：{reason}")
        reason = error.strerror or error
        raise CannotRunError(text.format(path=error.filename, reason=reason)) from None
    text = _("已存为第 {number} 版：{path}（{items} 个条目）。请把它提交进版本库。")
    click.echo(text.format(number=edition.number, path=path, items=len(edition.corpus)))


def _next(manual: Folder, last: Edition | None, day: date) -> Edition:
    number = last.number + 1 if last else 1
    title = manual.corpus.manual.edition if manual.corpus.manual else ""
    return Edition(number, title, day, manual.corpus)


def _refusal(manual: Folder, last: Edition | None, day: date) -> str:
    """Why the standards cannot be released as they are; empty where they can."""
    report = manual.check(day)
    if report.errors:
        sources = {source.file: source for source in manual.sources}
        prefix = "" if manual.root == Path() else f"{manual.root.as_posix()}/"
        told = FORMATS["text"](Outcome(report, sources, LANGUAGE, prefix, None, False))
        return told.rstrip("\n") + "\n" + _("标准有错误，没有存为新的一版。")
    if last is None:
        return ""
    if not diff(last.corpus, manual.corpus, day):
        return _("和第 {number} 版相比没有变化，没有存为新的一版。").format(number=last.number)
    behind = unraised(manual.corpus, last.corpus)
    return (
        "\n".join(
            (*map(_behind, behind), _("版本没有提高，没有存为新的一版。请运行 guifan bump。"))
        )
        if behind
        else ""
    )


def _behind(one: Unraised) -> str:
    text = _("{id}（{title}）改了{fields}，版本仍是 {version}，请提高到 {next}。")
    names = (_(type(one.item).label(name)) for name in one.fields)
    return text.format(
        id=one.item.id,
        title=one.item.title,
        fields=listed(names).say(_.locale),
        version=one.item.version,
        next=one.before.version + 1,
    )
