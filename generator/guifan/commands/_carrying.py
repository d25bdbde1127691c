"""``guifan quiz export``: questions in the form that another program imports."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from guifan.commands._blueprints import check_installed, exam_of, papers_of
from guifan.commands._command import LOCALES, CannotRunError, Command, _
from guifan.commands._manual import judged_day
from guifan.commands._questions import chosen, chosen_by, pool_by, shared, taken_by
from guifan.language.catalogues import translator
from guifan.publish.packing import player, write_packed
from guifan.publish.swap import OccupiedError
from guifan.quiz.carriers import CARRIERS, LOSSES, Carried, Carrier, Course, Source
from guifan.quiz.carriers.xlsx import PROFILES
from guifan.quiz.item import Item
from guifan.quiz.pool import Pool
from guifan.quiz.written import WRITTEN


@click.command(
    "export",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("导出题目，给考试系统和学习软件用"),
    help=_(
        "把题目写成别的程序能导入的一个文件，并报告它装不下什么。FORMAT 是："
        "moodle-xml、gift（Moodle），qti-2.1、qti-3.0，scorm-1.2、cmi5（学习平台，自带答题页），"
        "anki（记忆卡片），xlsx（表格），text（道一云的文本），json（全部内容）。"
        "\n\n同样的标准和选项导出的文件一字不差。PATH 是以前导出的，会被换掉；是别的文件，不动它。"
        "\n\n导出的文件里有答案；SCORM 和 cmi5 包里的答案懂行的人也看得到。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz export xlsx --out 店员.xlsx --role shop-clerk --limit 50\n"
        "  guifan quiz export moodle-xml --out complaints.xml --chapter complaints\n"
        "  guifan quiz export scorm-1.2 --out hotline.zip --role hotline-agent --mastery 90\n"
        "  guifan quiz export xlsx --out 店员A卷.xlsx --blueprint exam-shop-clerk --paper A\n"
        "  guifan quiz export anki --out manual.apkg --format json"
    ),
)
@click.argument("carrier", type=click.Choice(list(CARRIERS)), metavar="FORMAT")
@click.option("--out", required=True, metavar="PATH", help=_("写到哪个文件"))
@click.option("--title", metavar="TEXT", help=_("题库叫什么；不写用手册或考试的名称"))
@click.option(
    "--mastery",
    type=click.IntRange(1, 100),
    metavar="N",
    help=_("得多少分（百分比）算通过，SCORM 和 cmi5 用；不写用考试的及格分，没有考试的为 80"),
)
@click.option(
    "--blueprint",
    metavar="ID",
    help=_("导出照这份双向细目表出的卷子，题和次序同 quiz paper 的一样，选项的次序另排"),
)
@click.option(
    "--forms", metavar="A,B", help=_("和 --blueprint 一起：一共出哪几份卷，同 quiz paper 写的一样")
)
@click.option("--paper", metavar="A", help=_("和 --blueprint 一起：导出哪一份；不写为第一份"))
@click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default="common",
    help=_("xlsx 的列：common 各家系统通用的列（不写就是它），full 再加题目编号、条款、版本等"),
)
@chosen_by
@taken_by
@shared
def EXPORT(carrier: str, out: str, **options: Any) -> None:  # noqa: N802  # as other commands are
    """Write questions for another program."""
    bearer = CARRIERS[carrier]
    if options["blueprint"]:
        course = _course_of_paper(bearer, options)
    elif options["forms"] or options["paper"]:
        raise CannotRunError(_("--forms 和 --paper 要和 --blueprint 一起写。"))
    else:
        found = pool_by(options)
        course = course_of(found, chosen(found, options), bearer, options)
    carried = bearer.carry(course)
    if not carried.items:
        raise CannotRunError(_("没有可以导出的题目。请放宽 --role、--chapter、--level。"))
    try:
        write_packed(bearer, carried.files, Path(out))
    except OccupiedError:
        text = _("{path} 不是以前导出的文件，没有动它。请换一个名字，或者先把它移走。")
        raise CannotRunError(text.format(path=out)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(_("写不了 {path}：{reason}").format(path=out, reason=reason)) from None
    if options["form"] == "json":
        report = _report(carrier, out, carried, options["lang"])
        click.echo(json.dumps(report, ensure_ascii=False, indent=2).encode())
    else:
        click.echo("\n".join(_told(out, carried, options["lang"])).encode())


def _course_of_paper(bearer: Carrier, options: dict[str, Any]) -> Course:
    """The questions of a paper in its order, under its title, with their marks.

    Their answers stand in the order of the pool, as in every export: a result that names letters
    is read by it.

    Raises:
        CannotRunError: other options choose questions too, or there is no such paper.
    """
    if other := next((one for one in _CHOOSING if options[one]), None):
        text = _("--blueprint 已经定了题，不能再写 --{option}。")
        raise CannotRunError(text.format(option=other))
    check_installed("highspy")
    found = pool_by(options, WRITTEN.values())
    exam = exam_of(found, options["blueprint"])
    _plan, papers = papers_of(found, exam, options["forms"], options["seed"])
    letters = [one.letter for one in papers]
    letter = (options["paper"] or letters[0]).upper()
    if letter not in letters:
        text = _("没有 {letter} 卷；这次出的是 {letters}。")
        raise CannotRunError(text.format(letter=letter, letters="、".join(letters)))
    paper = papers[letters.index(letter)]
    items = tuple(found.items[one.item.id] for one in paper.questions)
    title = found.base.ground.words("{exam}（{letter} 卷）")
    passing = round(100 * exam.pass_mark.value / exam.full_mark.value)
    given = {
        "title": options["title"] or title.format(exam=exam.title, letter=letter),
        "mastery": options["mastery"] or passing,
    }
    course = course_of(found, items, bearer, options | given)
    marks = {
        one.item.id: section.asks.points.value
        for section in paper.sections
        for one in section.questions
    }
    return replace(course, marks=marks)


_CHOOSING = ("role", "chapter", "level", "model", "limit")
"""The options that choose questions."""

_MASTERY = 80
"""From which percentage on somebody has passed, where nothing says so."""


def course_of(
    found: Pool, items: tuple[Item, ...], bearer: Carrier, options: dict[str, Any]
) -> Course:
    """The questions with everything that carriers need of the manual and the options."""
    corpus = found.base.ground.corpus
    manual = corpus.manual
    return Course(
        title=options["title"] or (manual.title if manual else options["folder"]),
        items=items,
        words=translator(LOCALES[options["lang"]]),
        day=judged_day(options["date"], corpus),
        sources=_sources(found),
        mastery=options["mastery"] or _MASTERY,
        profile=options["profile"],
        player=player(Path(options["folder"])) if bearer.plays else {},
    )


def _sources(found: Pool) -> Mapping[str, Source]:
    """The items of the manual."""
    corpus = found.base.ground.corpus
    chapters = {one.id: one.title for one in corpus.manual.chapters} if corpus.manual else {}
    return {
        item.id: Source(
            " / ".join(filter(None, (chapters.get(item.place.partition(".")[0]), item.title))),
            item.version,
            item.effective,
        )
        for item in corpus
    }


def _report(carrier: str, out: str, carried: Carried, lang: str) -> dict[str, object]:
    return {
        "format": carrier,
        "file": out,
        "items": carried.items,
        "losses": [
            {
                "id": loss.item,
                "reason": loss.reason,
                "left_out": loss.whole,
                "message": LOSSES[loss.reason].say(lang),
            }
            for loss in carried.losses
        ],
    }


def _told(out: str, carried: Carried, lang: str) -> Iterator[str]:
    yield _("导出 {count} 题到 {path}。").format(count=carried.items, path=out)
    for reason, count in Counter(loss.reason for loss in carried.losses).most_common():
        text = _("{count} 题：{says}")
        yield text.format(count=count, says=LOSSES[reason].say(lang))
