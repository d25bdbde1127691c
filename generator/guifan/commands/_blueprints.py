"""What commands about exams share: which blueprint, and its papers or what is lacking for them."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from string import ascii_uppercase

from guifan.commands._command import CannotRunError, _
from guifan.language.faults import nearest
from guifan.language.kinds.exam import Exam
from guifan.language.model import Choice
from guifan.quiz.forms import Lack, Paper, Plan, Shortage, arranged, assemble, plan_of
from guifan.quiz.item import Level
from guifan.quiz.pool import Pool

_LETTERS = re.compile("[A-Z](,[A-Z])*")


def check_installed(*modules: str) -> None:
    """Make sure that what comes with the extra ``papers`` is there.

    Raises:
        CannotRunError: it is not.
    """
    if not all(map(find_spec, modules)):
        raise CannotRunError(_("出试卷要另装三样东西：pip install 'guifan[papers]'"))


def exam_of(found: Pool, name: str) -> Exam:
    """The blueprint of an id.

    Raises:
        CannotRunError: there is none.
    """
    corpus = found.base.ground.corpus
    exam = corpus.one(Exam, name)
    if exam is None:
        known = [one.id for one in corpus.of(Exam)]
        near = nearest(name, known)
        text = _("没有编号为“{name}”的考试。").format(name=name)
        listed = _("现有：{names}。").format(names="、".join(known)) if known else ""
        raise CannotRunError(text + (_("是不是 {near}？").format(near=near) if near else listed))
    return exam


def papers_of(
    found: Pool, exam: Exam, forms: str | None, seed: str
) -> tuple[Plan, tuple[Paper, ...]]:
    """The papers of an exam in their order, and the plan that they follow.

    Args:
        found: the questions.
        exam: the blueprint.
        forms: what the papers are called, as a user writes it; None for as many as it says.
        seed: keys which questions are taken and how they are ordered.

    Raises:
        CannotRunError: there are no such papers; what is lacking is told.
    """
    plan = plan_of(exam, _letters(exam, forms), seed, found.items.values())
    made = assemble(plan)
    if isinstance(made, Shortage):
        raise CannotRunError("\n".join(_lacking(found, plan, made)))
    return plan, tuple(arranged(plan, letter, items) for letter, items in made.papers.items())


def _letters(exam: Exam, forms: str | None) -> tuple[str, ...]:
    if forms is None:
        return tuple(ascii_uppercase[: exam.forms])
    text = forms.upper().replace("，", ",")
    letters = tuple(text.split(","))
    if not _LETTERS.fullmatch(text) or len(set(letters)) != len(letters):
        raise CannotRunError(_("--forms 要写成逗号隔开的不同字母，例如 A,B。"))
    return letters


def _lacking(found: Pool, plan: Plan, lack: Shortage) -> Iterator[str]:
    """What is lacking, and what would help."""
    exam = plan.exam
    manual = found.base.ground.corpus.manual
    chapters = {one.id: one.title for one in manual.chapters} if manual else {}
    yield _("照“{exam}”出不了 {papers} 份卷。").format(exam=exam.title, papers=len(plan.letters))
    for one in lack.sections:
        assert isinstance(one.what, Choice)
        yield _short(one, _(one.what.label))
    for one in lack.cells:
        assert isinstance(one.what, tuple)
        chapter, level = one.what
        name = f"{chapters.get(chapter, chapter)} {_LEVELS[Level(level)]}"
        yield _short(one, name)
    for one in lack.clauses:
        text = _("必考的“{name}”考不到：合用的题有 {held} 道。")
        title = found.base.ground.title(str(one.what)).text
        yield text.format(name=title, held=one.held)
    if lack.minutes is not None:
        yield _("时间不够：题最省时的选法也要 {minutes} 分钟。").format(minutes=lack.minutes)
    yield from _helping(lack)


def _short(one: Lack, name: str) -> str:
    text = _("{name}：每份要 {asked} 题，各卷一共缺 {short} 题；这份考试合用的现有 {held} 道。")
    return text.format(name=name, asked=one.asked, short=one.short, held=one.held)


def _helping(lack: Shortage) -> Iterator[str]:
    if lack.cells or lack.sections:
        yield _("章里有而题型缺的，是那一章那一层次没有这种题型：请减这种题型，或者换一章。")
    if lack.shared is not None:
        text = _("各卷改成“部分相同”、相同 {count} 题，就出得了。")
        yield text.format(count=lack.shared)
    if lack.fewer is not None:
        yield _("只出 {count} 份，也出得了。").format(count=lack.fewer)


_LEVELS = {
    Level.REMEMBER: _("识记"),
    Level.UNDERSTAND: _("理解"),
    Level.APPLY: _("应用"),
}
