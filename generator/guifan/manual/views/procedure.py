"""A procedure's page: its service blueprint, and what each step may take."""

from collections.abc import Mapping

from markupsafe import Markup

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text, value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Branch, Procedure, Repeat, Step
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import timebar
from guifan.manual.diagrams.blueprint import (
    Arrow,
    Blueprint,
    FailPoint,
    Lane,
    Words,
    draw_blueprint,
)
from guifan.manual.diagrams.blueprint import Step as Card
from guifan.manual.flow import latest, promised
from guifan.manual.outlook import length
from guifan.manual.timelines import steps_picture
from guifan.proof.lengths import cap
from guifan.proof.procedures.paths import Way, ways
from guifan.temporal.measure import comparable

_WIDTH = 900
"""What the page's column has room for, in px."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``limits``: the promise first; ``times``: by step, what it may take, in words.

    ``blueprint``: who does what in which order; ``budget``: the steps against the promise;
    ``days``: the same over the days of the worst start.
    """
    procedure = page.subject
    assert isinstance(procedure, Procedure)
    corpus = book.corpus
    names = tuple(dict.fromkeys(filter(None, (procedure.promise, *procedure.limits))))
    cards = tuple(_card(corpus, procedure, step, _) for step in procedure.steps)
    arrows = tuple(_arrow(corpus, way, _) for way in ways(procedure))
    return {
        "limits": corpus.some(Limit, names),
        "times": {step.id: _times(corpus, step, _) for step in procedure.steps},
        "blueprint": draw_blueprint(
            Blueprint(procedure.title, cards, arrows), _words(_), width=_WIDTH
        ),
        "budget": _budget(corpus, procedure, _),
        "days": steps_picture(book, procedure, _),
    }


def _times(corpus: Corpus, step: Step, _: Translator) -> tuple[str, ...]:
    """What a step may take, what the customer may, and what passes before it begins."""
    limit = corpus.one(Limit, step.limit)
    customers = cap(corpus, step)
    spans = (
        (_("不超过 {time}"), step.within or (limit.within if limit else None)),
        (_("客户最长 {time}"), customers.time if customers else None),
        (_("先等 {time}"), step.wait),
        (_("交接 {time}"), step.handover),
    )
    return tuple(
        words.format(time=value_text(length, _.locale)) for words, length in spans if length
    )


def _card(corpus: Corpus, procedure: Procedure, step: Step, _: Translator) -> Card:
    points = {point.id: point for point in procedure.fail_points}
    post = corpus.one(Role, step.by)
    channels = (one.title for one in corpus.some(Channel, step.channels))
    limit = corpus.one(Limit, step.limit)
    customers = cap(corpus, step)
    spent = step.within or (limit and limit.within) or (customers and customers.time)
    return Card(
        id=step.id,
        title=plain_text(corpus, step.title, _.locale),
        lane=Lane(step.lane.value),
        href=f"#{step.id}",
        post=" · ".join((post.title if post else _(step.lane.label), *channels)),
        budget=value_text(spent, _.locale),
        wait=value_text(step.wait or step.handover, _.locale),
        fails=tuple(
            FailPoint(plain_text(corpus, points[name].title, _.locale), f"#{name}")
            for name in step.fails
            if name in points
        ),
    )


def _arrow(corpus: Corpus, way: Way, _: Translator) -> Arrow:
    match way.why:
        case Branch(when=when):
            return Arrow(way.source, way.target, plain_text(corpus, when, _.locale))
        case Repeat(max=most):
            often = _("最多 {times}").format(times=value_text(most, _.locale))
            return Arrow(way.source, way.target, often)
    return Arrow(way.source, way.target)


def _budget(corpus: Corpus, procedure: Procedure, _: Translator) -> Markup | None:
    """The steps against the promise; nothing unless all of them are told in its unit."""
    promise = corpus.one(Limit, procedure.promise)
    whole = promise.within if promise else None
    times = {step.id: step.within for step in promised(procedure) if step.within}
    alike = all(whole and comparable(time, whole) for time in times.values())
    if not whole or not times or not alike or len(times) < len(promised(procedure)):
        return None
    lengths = {name: time.magnitude for name, time in times.items()}
    begins = latest(procedure, lengths)
    total = max(begins[name] + lengths[name] for name in begins)
    rest = abs(whole.magnitude - total)
    return timebar.draw_timebar(
        timebar.Timebar(
            title=_("用时与承诺"),
            parts=tuple(
                timebar.Part(
                    label=plain_text(corpus, step.title, _.locale),
                    amount=value_text(step.within, _.locale),
                    start=float(begins[step.id] / whole.magnitude),
                    share=float(lengths[step.id] / whole.magnitude),
                    href=f"#{step.id}",
                )
                for step in promised(procedure)
                if step.id in begins
            ),
            promise=value_text(whole, _.locale),
            total=value_text(length(total, whole), _.locale),
            rest=value_text(length(rest, whole), _.locale) if rest else "",
        ),
        _budget_words(_),
    )


def _budget_words(_: Translator) -> timebar.Words:
    return timebar.Words(
        part=_("{label}：{amount}。"),
        promise=_("承诺 {promise}"),
        total=_("各步合计"),
        sum=_("各步合计最多 {total}。"),
        slack=_("余量 {rest}"),
        excess=_("超出 {rest}"),
    )


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
