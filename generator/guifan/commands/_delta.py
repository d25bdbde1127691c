"""``guifan quiz delta``: what a change of the standard does to questions, and whom it concerns."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from guifan.commands._blueprints import check_installed
from guifan.commands._carrying import course_of
from guifan.commands._command import CannotRunError, Command, _
from guifan.commands._manual import judged_day, standing
from guifan.commands._questions import chosen_by, pool_by, shared, those
from guifan.commands._results import fault_line, fault_record, save
from guifan.corpus.renames import aligned
from guifan.language.source import CannotRead
from guifan.publish.packing import write_packed
from guifan.publish.past import state
from guifan.publish.results.reading import read
from guifan.publish.swap import OccupiedError
from guifan.quiz.carriers import CARRIERS
from guifan.quiz.delta import Fate, Reason, Retest, Retests, Turn, answer, delta
from guifan.quiz.forms import occasion
from guifan.quiz.item import Item
from guifan.quiz.models import MODELS
from guifan.quiz.pool import SEED, Pool, pool
from guifan.quiz.record import record
from guifan.quiz.results.faults import Faults

_SHOWN = 20
"""How many questions of a sort the terminal shows."""


@click.command(
    "delta",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("标准改了以后：哪些题变了，谁要再考"),
    help=_(
        "和 --since 那一版比：哪些题的答案变了、哪些题是新的、哪些题没有了，连同条款、旧值和新值。"
        "只改了题干的不算；答案是一句话的，话改了就算。"
        "\n\n--out 写一个文件夹：changes.json（变化）、questions.json（只有变了的和新的题，"
        "旧值是一个错的选项，标着旧规）、deck.apkg（练习用的卡片）；--carrier 再要别的格式，"
        "--paper 再出一份卷子。"
        "\n\n--results 读成绩，列出谁要再考：按旧规答对过的，和没有见过新题的。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz delta --since 1\n"
        "  guifan quiz delta --since HEAD~1 --role hotline-agent --out 变更培训 --paper 20\n"
        "  guifan quiz delta --since 1 --results practice.csv --format json"
    ),
)
@chosen_by
@click.option("--results", multiple=True, metavar="FILE", help=_("成绩文件，可以写几次"))
@click.option("--out", metavar="DIR", help=_("写到哪个文件夹"))
@click.option(
    "--carrier",
    "carriers",
    multiple=True,
    type=click.Choice(list(CARRIERS)),
    help=_("再写成这种格式，可以写几次"),
)
@click.option(
    "--paper",
    type=click.IntRange(1),
    metavar="N",
    help=_("再出一份最多 N 题的卷子，答案变了的先考；要和 --out 一起写"),
)
@shared
def DELTA(  # noqa: N802  # as other commands are
    results: tuple[str, ...],
    out: str | None,
    carriers: tuple[str, ...],
    paper: int | None,
    **options: Any,
) -> None:
    """Tell what became of questions."""
    if not options["since"]:
        raise CannotRunError(_("请用 --since 写明和哪一版比：版次、修订号或文件夹。"))
    if paper and not out:
        raise CannotRunError(_("--paper 要和 --out 一起写。"))
    after = pool_by(options)
    wanted = {one.id for one in those(after, options)}
    before = _before(after, options)
    wanted |= {one.id for one in those(before, options)} - set(after.items)
    turns = tuple(one for one in delta(before, after) if one.item.id in wanted)
    faults = Faults()
    retests = _retests(turns, results, after, faults)
    told = _record(turns, retests, faults, options["lang"])
    written = _write(Path(out), turns, told, carriers, after, options) if out else ()
    if out and paper:
        written += _write_paper(Path(out), turns, paper, after, options)
    if options["form"] == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=2).encode())
        return
    lines = [*_lines(turns), *(_retest_lines(retests) if results else ())]
    lines += [fault_line(one, options["lang"]) for one in faults]
    lines += [_("写了 {path}。").format(path=path) for path in written]
    click.echo("\n".join(lines).encode())


def _before(after: Pool, options: dict[str, Any]) -> Pool:
    """The questions of the earlier state, asked on the same day."""
    corpus = after.base.ground.corpus
    try:
        past = state(standing(options["folder"]), options["since"]).corpus
    except CannotRead as error:
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=_(error.reason))) from None
    name = options["model"]
    models = [MODELS[name]] if name else MODELS.values()
    day, words = judged_day(options["date"], corpus), after.base.ground.words
    return pool(aligned(past, corpus)[0], day, words, models=models)


def _retests(
    turns: Sequence[Turn], files: Sequence[str], after: Pool, faults: Faults
) -> tuple[Retest, ...]:
    """Who has to answer what, by files of results."""
    corpus = after.base.ground.corpus
    effective = {
        one.item.id: item.effective.isoformat()
        for one in turns
        if (item := corpus.get(one.item.clause.item)) is not None
    }
    found = Retests(turns, effective)
    known = {*after.items, *(one.item.id for one in turns)}
    paths = tuple(map(Path, files))
    for at, one in read(paths, known, faults):
        if one.item not in known:
            faults.add("unknown-item", paths[at].name, one.row, one.item)
        elif not one.learner:
            faults.add("no-learner", paths[at].name, one.row)
        else:
            found.add(one)
    return tuple(found)


def _record(
    turns: Sequence[Turn], retests: Sequence[Retest], faults: Faults, lang: str
) -> dict[str, object]:
    """What became of questions, for programs."""
    return {
        "items": [
            {
                "id": one.item.id,
                "fate": one.fate.value,
                "clause": one.item.clause.address,
                "roles": list(one.item.roles),
                "stem": one.item.stem.text,
                "old": _side(one.before),
                "new": _side(one.after),
                "question": record(one.after) if one.after else None,
            }
            for one in turns
        ],
        "retests": [
            {"learner": one.learner, "item": one.item, "reason": one.reason.value}
            for one in retests
        ],
        "findings": [fault_record(one, lang) for one in faults],
    }


def _side(item: Item | None) -> dict[str, object] | None:
    if item is None:
        return None
    return {
        "answer": list(answer(item)),
        "says": item.fact.said.text,
        "version": item.clause.version,
        "hash": item.hash,
    }


def _write(
    out: Path,
    turns: Sequence[Turn],
    told: dict[str, object],
    carriers: Sequence[str],
    after: Pool,
    options: dict[str, Any],
) -> tuple[Path, ...]:
    """Write what became of questions, and those to be asked in every form that is wanted.

    Raises:
        CannotRunError: it cannot be written, or something else is in its place.
    """
    changes = out / "changes.json"
    save(changes, json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n")
    written = [changes]
    asked = tuple(one.after for one in turns if one.after)
    for name in dict.fromkeys(("json", "anki", *carriers)) if asked else ():
        bearer = CARRIERS[name]
        path = out / (_NAMES.get(name, name) + bearer.suffix)
        course = course_of(after, asked, bearer, options | _COURSE)
        try:
            write_packed(bearer, bearer.carry(course).files, path)
        except (OccupiedError, OSError) as error:
            text = _("写不了 {path}：{reason}")
            raise CannotRunError(text.format(path=path, reason=error)) from None
        written.append(path)
    return tuple(written)


def _write_paper(
    out: Path, turns: Sequence[Turn], most: int, after: Pool, options: dict[str, Any]
) -> tuple[Path, ...]:
    """Write a paper on what changed, then on what is new.

    Raises:
        CannotRunError: nothing did, what it needs is not installed, or it cannot be written.
    """
    check_installed("docx", "typst")
    # Here, for what this needs comes with an extra and takes long to load.
    from guifan.commands._sheets import written_papers  # noqa: PLC0415

    items = [one.after for one in turns if one.after]
    if not items:
        raise CannotRunError(_("没有变了的题，也没有新的题，出不了卷子。"))
    ground = after.base.ground
    title = ground.words(_PAPER)
    exam, paper = occasion("changes", title, items, most, SEED)
    names = written_papers(ground, exam, (paper,), out, _SHEETS | options | {"form": "both"})
    return tuple(out / name for name in names)


_PAPER = _("变更测验")
"""What a paper on changes is called, in the language of the questions."""

_SHEETS = {"size": "a4"}
"""What ``guifan quiz paper`` asks for as options."""

_NAMES = {"json": "questions", "anki": "deck"}
"""What the files are called that are always written."""

_COURSE = {"title": _("变更练习"), "mastery": 80, "profile": "full"}
"""What ``guifan quiz export`` asks for as options."""


def _lines(turns: Sequence[Turn]) -> Iterator[str]:
    """What became of questions, for a terminal."""
    says = {
        Fate.CHANGED: _("答案变了：{count} 题"),
        Fate.BORN: _("新的题：{count} 题"),
        Fate.DIED: _("没有了的题：{count} 题"),
    }
    for fate, text in says.items():
        some = [one for one in turns if one.fate is fate]
        yield text.format(count=len(some))
        for one in some[:_SHOWN]:
            yield f"   {one.item.id}（{one.item.clause.address}）：{_change(one)}"
        if len(some) > _SHOWN:
            yield _("   还有 {count} 题，都在 --format json 和 --out 的文件里").format(
                count=len(some) - _SHOWN
            )


def _change(one: Turn) -> str:
    """The old value and the new one."""
    sides = ["；".join(answer(item)) for item in (one.before, one.after) if item]
    return " → ".join(sides)


def _retest_lines(retests: Sequence[Retest]) -> Iterator[str]:
    """Who has to answer what, for a terminal."""
    by_person: dict[str, Counter[Reason]] = {}
    for one in retests:
        by_person.setdefault(one.learner, Counter())[one.reason] += 1
    yield _("要再考的：{count} 人").format(count=len(by_person))
    for learner, reasons in by_person.items():
        text = _("   {learner}：按旧规答对 {knew} 题，没有见过新题 {unmet} 题")
        yield text.format(
            learner=learner, knew=reasons[Reason.KNEW_OLD], unmet=reasons[Reason.NOT_MET]
        )
