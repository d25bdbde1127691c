"""``guifan quiz paper``: the papers of an exam, with answer sheets, keys and tables of results."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from guifan.commands._blueprints import check_installed, exam_of, papers_of
from guifan.commands._command import Command, _
from guifan.commands._questions import asked, pool_by
from guifan.quiz.forms import Paper, Plan
from guifan.quiz.item import Level
from guifan.quiz.pool import SEED
from guifan.quiz.sets import Questions, remarks
from guifan.quiz.written import WRITTEN


@click.command(
    "paper",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("照双向细目表出试卷、答题卡、答案和成绩表"),
    help=_(
        "照双向细目表组卷：各章各层次几题、各题型几题、必考的、不能同卷的，都算到正好；"
        "各卷用时、层次和答案位置均匀。BLUEPRINT 是考试（exam）条目的编号。"
        "\n\n每份卷子有试卷、答题卡和带条款的答案；写了口试的有评分表；另有一张各卷共用的成绩表，"
        "按题目编号记分。出不了的，说出哪一格缺几题、怎样才够。"
        "\n\n同样的标准、选项和字体出的文件一字不差。以前出的会被换掉，成绩表和别的文件不动。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz paper exam-shop-clerk --out papers\n"
        "  guifan quiz paper exam-hotline-onboarding --forms A,B --out papers --size a3\n"
        "  guifan quiz paper exam-complaint-desk --forms A,B,C --out papers --format docx"
    ),
)
@click.argument("blueprint", metavar="BLUEPRINT")
@click.option("--out", required=True, metavar="DIR", help=_("写到哪个文件夹"))
@click.option("--forms", metavar="A,B", help=_("出哪几份卷；不写照细目表的卷数"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["docx", "pdf", "both"]),
    default="both",
    help=_("文件的格式：docx 可以改，pdf 直接印，both 都要（不写就是它）"),
)
@click.option(
    "--size",
    type=click.Choice(["a4", "a3"]),
    default="a4",
    help=_("试卷和答题卡的纸：a4（不写就是它），a3 横放分两栏"),
)
@click.option("--seed", default=SEED, metavar="TEXT", help=_("决定选哪些题、怎样排"))
@asked
def PAPER(blueprint: str, out: str, forms: str | None, **options: Any) -> None:  # noqa: N802  # as other commands are
    """Write the papers of an exam."""
    check_installed("docx", "highspy", "typst")
    found = pool_by(options, WRITTEN.values())
    exam = exam_of(found, blueprint)
    plan, papers = papers_of(found, exam, forms, options["seed"])
    # Here, for what this needs comes with an extra and takes long to load.
    from guifan.commands._sheets import written_papers  # noqa: PLC0415

    files = written_papers(found.base.ground, exam, papers, Path(out), options)
    click.echo("\n".join(_told(plan, papers, files, out, options["lang"])).encode())


def _told(
    plan: Plan, papers: tuple[Paper, ...], files: Sequence[str], out: str, lang: str
) -> Iterator[str]:
    for paper in papers:
        items = tuple(one.item for one in paper.questions)
        seconds = sum(one.model.seconds for one in items)
        applied = sum(one.model.level is Level.APPLY for one in items)
        text = _("{letter} 卷：{count} 题，做完约 {minutes} 分钟，应用题 {share}%。")
        yield text.format(
            letter=paper.letter,
            count=len(items),
            minutes=round(seconds / 60),
            share=round(100 * applied / len(items)),
        )
        for remark in remarks(Questions(items, seconds=plan.seconds)):
            about = "、".join(one.id for one in remark.about)
            text = _("合在一起看 {name}：{says}{items}")
            says = remark.rule.says.say(lang)
            yield text.format(name=remark.rule.name, says=says, items=about)
    yield _("写了 {count} 个文件到 {path}：").format(count=len(files), path=out)
    yield from (f"  {name}" for name in files)
