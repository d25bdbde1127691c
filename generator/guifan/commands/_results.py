"""``guifan quiz analyse`` and ``sheet``: results that come back, and where to enter them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from guifan.commands._command import LOCALES, CannotRunError, Command, _
from guifan.commands._manual import judged_day
from guifan.commands._questions import chosen, chosen_by, pool_by, shared, taken_by
from guifan.language.catalogues import translator
from guifan.publish.results.page import owner_of, page, title_of
from guifan.publish.results.store import NoDatabaseError, Tally, tally
from guifan.publish.results.words import remarks
from guifan.publish.results.workbook import answer_sheet, workbook
from guifan.quiz.pool import SEED, Pool
from guifan.quiz.results.analysis import Analysis, Standing, analysis
from guifan.quiz.results.faults import Fault, Faults
from guifan.quiz.results.statistics import Interval

_SHOWN = 10
"""How many questions and clauses the terminal shows."""


@click.command(
    "analyse",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("分析成绩：哪些题不好，哪些条款没有掌握"),
    help=_(
        "读成绩，按题、按出题模型、按条款分析：难度、区分度、选项有没有人选、答案可能有错的题，"
        "没有掌握的条款告诉责任部门。能读练习页导出的 CSV 和 xAPI、学习平台给的 CSV、"
        "xAPI 语句（JSON、JSONL），以及写着题目编号的 XLSX。"
        "\n\n人数少的不下结论。读不了的行会说明在哪里、为什么，其余照样分析。"
        "\n\n需要另装：pip install 'guifan[results]'。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz analyse practice.csv\n"
        "  guifan quiz analyse 成绩/*.csv --out 分析\n"
        "  guifan quiz analyse statements.jsonl --format json"
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="RESULTS…")
@click.option("--out", metavar="DIR", help=_("把网页和表格写到哪个文件夹"))
@click.option(
    "--target",
    type=click.IntRange(1, 100),
    default=80,
    metavar="N",
    help=_("条款要有百分之几答对，不写为 80"),
)
@click.option("--seed", default=SEED, metavar="TEXT", help=_("决定选哪些题、答案怎样排"))
@shared
def ANALYSE(files: tuple[str, ...], out: str | None, target: int, **options: Any) -> None:  # noqa: N802  # as other commands are
    """Analyse results."""
    found = pool_by(options)
    faults = Faults()
    counted = counted_by(files, found, faults)
    told = analysis(found.items, counted.items, counted.models, counted.clauses, target / 100)
    amiss = tuple(faults)
    if not counted.counted:
        lines = [fault_line(one, options["lang"]) for one in amiss]
        raise CannotRunError("\n".join([_("没有可以分析的作答。"), *lines]))
    written = _write(Path(out), told, counted, amiss, found, options) if out else ()
    if options["form"] == "json":
        record = _record(told, counted, amiss, found, options["lang"])
        click.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())
        return
    lines = [*_lines(told, counted, amiss, found, options["lang"])]
    lines += [_("写了 {path}。").format(path=path) for path in written]
    click.echo("\n".join(lines).encode())


def counted_by(files: Sequence[str], found: Pool, faults: Faults) -> Tally:
    """What the files hold, counted.

    Raises:
        CannotRunError: the database is not installed.
    """
    try:
        return tally(map(Path, files), found.items, faults)
    except NoDatabaseError:
        text = _("分析成绩要用 DuckDB，还没有装。请运行 pip install 'guifan[results]'。")
        raise CannotRunError(text) from None


@click.command(
    "sheet",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("写一份登记成绩的表，填好了给 analyse 读"),
    help=_(
        "写一份 XLSX：一个人一行，一题一列，列名是题目编号。填好作答以后交给 guifan quiz analyse。"
    ),
    epilog=_("例子：\n  guifan quiz sheet --out 成绩.xlsx --role shop-clerk --limit 50"),
)
@click.option("--out", required=True, metavar="PATH", help=_("写到哪个文件"))
@chosen_by
@taken_by
@shared
def SHEET(out: str, **options: Any) -> None:  # noqa: N802  # as other commands are
    """Write a sheet for results."""
    items = chosen(pool_by(options), options)
    if not items:
        raise CannotRunError(_("没有可以登记的题目。请放宽 --role、--chapter、--level。"))
    sheet = answer_sheet(items, translator(LOCALES[options["lang"]]))
    if Path(out).exists():
        raise CannotRunError(_("{path} 已经有了，没有动它。请换一个名字。").format(path=out))
    save(Path(out), sheet)
    if options["form"] == "json":
        click.echo(json.dumps({"file": out, "items": [one.id for one in items]}).encode())
    else:
        text = _("写了 {path}，{count} 题。")
        click.echo(text.format(path=out, count=len(items)).encode())


def save(path: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        CannotRunError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(
            _("写不了 {path}：{reason}").format(path=path, reason=reason)
        ) from None


def _write(
    out: Path,
    told: Analysis,
    counted: Tally,
    amiss: Sequence[Fault],
    found: Pool,
    options: dict[str, Any],
) -> tuple[Path, ...]:
    """Write the page and the workbook into a folder."""
    corpus = found.base.ground.corpus
    words = translator(LOCALES[options["lang"]])
    day = judged_day(options["date"], corpus)
    html = page(told, counted, amiss, corpus, day, Path(options["folder"]), words)
    files = {
        out / "analysis.html": html.encode(),
        out / "analysis.xlsx": workbook(told, amiss, corpus, words, options["lang"]),
    }
    for path, data in files.items():
        save(path, data)
    return tuple(files)


def fault_line(fault: Fault, language: str) -> str:
    """What is wrong with a file, behind its place."""
    place = f"{fault.file}:{fault.row}" if fault.row else fault.file
    return f"{place} {fault.say(language)}" if place else fault.say(language)


def _lines(
    told: Analysis, counted: Tally, amiss: Sequence[Fault], found: Pool, lang: str
) -> Iterator[str]:
    """The analysis for a terminal."""
    text = _("{people} 人，读到 {read} 个作答，算进去 {counted} 个，{items} 题。")
    yield text.format(
        people=counted.people, read=counted.read, counted=counted.counted, items=len(told.items)
    )
    words = translator(LOCALES[lang])
    names = remarks(words)
    noted = [one for one in told.items if one.remarks]
    yield _("要看一看的题：{count}").format(count=len(noted))
    for one in noted[:_SHOWN]:
        said = "、".join(names[remark].name for remark in one.remarks)
        text = _("   {id}：{said}，答对 {share}，{people} 人")
        share = shown(one.difficulty)
        yield text.format(id=one.item.id, said=said, share=share, people=one.people)
    weak = [one for one in told.clauses if one.standing is Standing.WEAK]
    yield _("没有掌握的条款：{count}").format(count=len(weak))
    corpus = found.base.ground.corpus
    for clause in weak[:_SHOWN]:
        text = _("   {title}（{id}），{owner}：答对 {share}，{people} 人")
        yield text.format(
            title=title_of(corpus, clause.clause),
            id=clause.clause,
            owner=owner_of(corpus, clause.clause),
            share=shown(clause.difficulty),
            people=clause.people,
        )
    open_ones = sum(1 for one in told.items if not one.is_judged)
    yield _("人数还不够、没有下结论的题：{count}").format(count=open_ones)
    yield from (fault_line(one, lang) for one in amiss)


def shown(found: Interval) -> str:
    """A share with its interval."""
    return f"{found.value:.0%}（{found.low:.0%}–{found.high:.0%}）"


def _record(
    told: Analysis, counted: Tally, amiss: Sequence[Fault], found: Pool, lang: str
) -> dict[str, object]:
    """The analysis for programs."""
    corpus = found.base.ground.corpus
    return {
        "summary": {
            "people": counted.people,
            "read": counted.read,
            "counted": counted.counted,
            "items": len(told.items),
            "target": told.target,
        },
        "items": [
            {
                "id": one.item.id,
                "hash": one.item.hash,
                "model": one.item.model.name,
                "clause": one.item.clause.address,
                "people": one.people,
                "right": one.right,
                "difficulty": _interval(one.difficulty),
                "discrimination": _interval(one.discrimination),
                "judged": one.is_judged,
                "remarks": [remark.value for remark in one.remarks],
                "options": [
                    {
                        "id": option.letter,
                        "text": option.text,
                        "key": option.right,
                        "count": option.count,
                        "share": _interval(option.share),
                        "skill": _interval(option.skill),
                    }
                    for option in one.options
                ],
            }
            for one in told.items
        ],
        "models": [
            {
                "name": one.name,
                "items": one.items,
                "people": one.people,
                "difficulty": _interval(one.difficulty),
                "spread": one.spread and list(one.spread),
                "discrimination": one.discrimination,
            }
            for one in told.models
        ],
        "clauses": [
            {
                "id": one.clause,
                "title": title_of(corpus, one.clause),
                "owner": owner_of(corpus, one.clause),
                "people": one.people,
                "difficulty": _interval(one.difficulty),
                "standing": one.standing.value,
                "items": list(one.items),
            }
            for one in told.clauses
        ],
        "findings": [fault_record(one, lang) for one in amiss],
    }


def fault_record(fault: Fault, lang: str) -> dict[str, object]:
    """What is wrong with a file, for programs."""
    return {
        "name": fault.key,
        "file": fault.file,
        "row": fault.row,
        "about": fault.about,
        "count": fault.count,
        "message": fault.say(lang),
    }


def _interval(found: Interval | None) -> dict[str, float] | None:
    if found is None:
        return None
    return {
        "value": round(found.value, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
    }
