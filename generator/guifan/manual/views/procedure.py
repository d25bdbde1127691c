"""A procedure's page: its service blueprint, and what each step may take."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text, value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure, Step
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page
from guifan.manual.diagrams.blueprint import (
    Arrow,
    Blueprint,
    FailPoint,
    Lane,
    Words,
    draw_blueprint,
)
from guifan.manual.diagrams.blueprint import Step as Card

_WIDTH = 900
"""What the page's column has room for, in px."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``limits``: the promise first; ``times``: by step, what it may take, in words.

    ``blueprint``: who does what in which order; ``budget``: the steps against the promise.
    """
    procedure = page.subject
    assert isinstance(procedure, Procedure)
    corpus = book.corpus
    names = tuple(dict.fromkeys(filter(None, (procedure.promise, *procedure.limits))))
    cards = tuple(_card(corpus, procedure, step, _) for step in procedure.steps)
    arrows = tuple(_arrows(corpus, procedure, _))
    return {
        "limits": corpus.some(Limit, names),
        "times": {step.id: _times(corpus, step, _) for step in procedure.steps},
        "blueprint": draw_blueprint(
            Blueprint(procedure.title, cards, arrows), _words(_), width=_WIDTH
        ),
        "budget": None,
    }


def _times(corpus: Corpus, step: Step, _: Translator) -> tuple[str, ...]:
    """What a step may take, what the customer may, and what passes before it begins."""
    limit = corpus.one(Limit, step.limit)
    spans = (
        (_("不超过 {time}"), step.within or (limit.within if limit else None)),
        (_("客户最长 {time}"), step.cap),
        (_("先等 {time}"), step.wait),
        (_("交接 {time}"), step.handover),
    )
    return tuple(
        words.format(time=value_text(length, _.locale)) for words, length in spans if length
    )


def _card(corpus: Corpus, procedure: Procedure, step: Step, _: Translator) -> Card:
    points = {point.id: point for point in procedure.fail_points}
    post = corpus.one(Role, step.by)
    limit = corpus.one(Limit, step.limit)
    return Card(
        id=step.id,
        title=plain_text(corpus, step.title, _.locale),
        lane=Lane(step.lane.value),
        href=f"#{step.id}",
        post=post.title if post else _(step.lane.label),
        budget=value_text(step.within or (limit and limit.within) or step.cap, _.locale),
        wait=value_text(step.wait or step.handover, _.locale),
        fails=tuple(
            FailPoint(plain_text(corpus, points[name].title, _.locale), f"#{name}")
            for name in step.fails
            if name in points
        ),
    )


def _arrows(corpus: Corpus, procedure: Procedure, _: Translator) -> Iterator[Arrow]:
    """Where each step goes on: its branches, its parallel steps, or the step that follows."""
    joined = {
        name: step.parallel.then
        for step in procedure.steps
        if step.parallel
        for name in step.parallel.steps
    }
    following = [step.id for step in procedure.steps[1:]]
    for step, after in zip(procedure.steps, [*following, ""], strict=True):
        for branch in step.branches:
            if branch.to:
                yield Arrow(step.id, branch.to, plain_text(corpus, branch.when, _.locale))
        if step.parallel:
            yield from (Arrow(step.id, name) for name in step.parallel.steps)
        elif not step.branches or step.then:
            yield Arrow(step.id, step.then or joined.get(step.id, after))
        if step.repeat:
            often = _("最多 {times}").format(times=value_text(step.repeat.max, _.locale))
            yield Arrow(step.id, step.repeat.to, often)


def _words(_: Translator) -> Words:
    return Words(
        lanes={
            Lane.CUSTOMER: _("客户"),
            Lane.FRONTSTAGE: _("前台"),
            Lane.BACKSTAGE: _("后台"),
            Lane.SUPPORT: _("支撑"),
        },
        interaction=_("互动线"),
        visibility=_("可视线"),
        fail_point=_("失误点"),
        back=_("回到前面重做"),
        elsewhere=_("接到第 n 步"),
        step=_("第 {number} 步（{facts}）：{title}。"),
        fact=_("，"),
        fail=_("失误点 {number}：{text}。"),
        goes=_("接着到第 {number} 步。"),
        branches=_("{label}：到第 {number} 步。"),
        returns=_("回到第 {number} 步，{label}。"),
    )
