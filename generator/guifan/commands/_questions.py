"""What commands about questions share: which manual, which questions of it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from guifan.commands._command import LANGUAGE, LOCALES, CannotRunError, _
from guifan.commands._manual import judged_day, opened
from guifan.corpus.graph import Corpus
from guifan.language.catalogues import translator
from guifan.language.faults import nearest
from guifan.language.kinds.role import Role
from guifan.language.source import CannotRead
from guifan.publish.editions import numbers
from guifan.publish.past import state
from guifan.quiz.item import Item, Level, Model, Refused
from guifan.quiz.mix import mixed
from guifan.quiz.models import MODELS
from guifan.quiz.pool import SEED, Pool, pool


def shared(run: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that prints about questions."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help=_("输出的格式"),
    )
    return form(asked(run))


def asked(run: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that asks questions: of which manual, when, in which words."""
    for option in (
        click.option(
            "--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("题目的语言")
        ),
        click.option("--date", metavar="YYYY-MM-DD", help=_("按哪一天的标准出题；不写按今天")),
        click.option(
            "--since",
            metavar="STATE",
            help=_("拿哪一版的旧规作干扰项：版次、修订号或文件夹；不写用最近发布的一版"),
        ),
        click.option("--dir", "folder", default=".", metavar="DIR", help=_("手册的文件夹")),
    ):
        run = option(run)
    return run


def chosen_by(run: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose among questions."""
    levels = click.Choice([one.value for one in Level])
    for option in (
        click.option("--level", type=levels, help=_("只要这一层：记忆、理解、应用")),
        click.option("--model", metavar="NAME", help=_("只要这一种出题模型")),
        click.option("--chapter", metavar="ID", help=_("只要这一章")),
        click.option("--role", metavar="ID", help=_("只要这个岗位要会的")),
    ):
        run = option(run)
    return run


def taken_by(run: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how many of them are taken, and which."""
    for option in (
        click.option("--seed", default=SEED, metavar="TEXT", help=_("决定选哪些题、答案怎样排")),
        click.option("--limit", type=click.IntRange(1), metavar="N", help=_("最多几题")),
    ):
        run = option(run)
    return run


def pool_by(options: dict[str, Any], more: Iterable[Model] = ()) -> Pool:
    """The questions of the manual that the options name.

    Args:
        options: of the command.
        more: ways to ask beside those that a program marks.

    Raises:
        CannotRunError: an option names a post, a chapter or a model that is not there.
    """
    manual = opened(options["folder"])
    corpus = manual.corpus
    chapters = [one.id for one in corpus.manual.chapters] if corpus.manual else []
    roles = [role.id for role in corpus.of(Role)]
    for key, known, text in (
        ("role", roles, _("没有编号为“{name}”的岗位。")),
        ("chapter", chapters, _("没有编号为“{name}”的章。")),
        ("model", list(MODELS), _("没有名为“{name}”的出题模型。")),
    ):
        name = options.get(key)
        if name and name not in known:
            near = nearest(name, known)
            hint = _("是不是 {near}？").format(near=near) if near else ""
            raise CannotRunError(text.format(name=name) + hint)
    words = translator(LOCALES[options["lang"]])
    day = judged_day(options["date"], corpus)
    wanted = options.get("model")
    models = [*([MODELS[wanted]] if wanted else MODELS.values()), *more]
    before = _before(manual.root, options.get("since"))
    seed = options.get("seed", SEED)
    return pool(corpus, day, words, seed=seed, models=models, before=before)


def _before(root: Path, name: str | None) -> Corpus | None:
    """What the manual said in another state of it, else in the edition released last.

    Raises:
        CannotRunError: there is no such state, or it cannot be read.
    """
    try:
        released = numbers(root)
        since = name or (str(released[-1]) if released else "")
        return state(root, since).corpus if since else None
    except CannotRead as error:
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=_(error.reason))) from None


def chosen(found: Pool, options: dict[str, Any]) -> tuple[Item, ...]:
    """The questions asked for; those of a post in a good mix."""
    some = tuple(those(found, options))
    if options["role"]:
        some = mixed(some, options["seed"], options["limit"])
    return some[: options["limit"]]


def those(found: Pool, options: dict[str, Any]) -> Iterator[Item]:
    """The questions of a post, a chapter, a level."""
    return (one for one in found.items.values() if is_wanted(one, options))


def is_wanted(one: Item | Refused, options: dict[str, Any]) -> bool:
    """Whether a question is of the post, the chapter and the level that the options name."""
    return (
        (not options["role"] or options["role"] in one.fact.roles)
        and options["chapter"] in (None, one.fact.clause.chapter)
        and options["level"] in (None, one.model.level)
    )
