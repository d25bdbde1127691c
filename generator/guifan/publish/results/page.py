"""An analysis as one page that needs nothing else: no script, no file beside it, nobody's name."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from markupsafe import Markup

from guifan.corpus.graph import Corpus
from guifan.corpus.owners import owner
from guifan.language.catalogues import Translator
from guifan.manual.diagrams.svg import Caption
from guifan.publish.results.pictures import Bar, intervals, scatter, used
from guifan.publish.results.store import Tally
from guifan.publish.results.words import remarks
from guifan.publish.templates import environment, folders
from guifan.quiz.results.analysis import ENOUGH, Analysis, ClauseResult, ItemResult, Standing
from guifan.quiz.results.faults import Fault

_SHOWN = 30
"""How many questions, clauses or models a page shows; the workbook has all."""

_LONGEST = 34
"""Characters of a name in a picture."""


def page(
    told: Analysis,
    tally: Tally,
    faults: Sequence[Fault],
    corpus: Corpus,
    day: date,
    root: Path,
    words: Translator,
) -> str:
    """The page.

    Args:
        told: the analysis.
        tally: what it rests on.
        faults: what is wrong with the files.
        corpus: the manual.
        day: the day of judgement.
        root: the manual's folder, whose own template comes first.
        words: the translator.
    """
    _ = words
    style = next(
        path.read_text("utf-8")
        for folder in folders(root)
        if (path := folder / "results" / "analysis.css").is_file()
    )
    amiss = [one for one in told.items if one.remarks]
    weak = [one for one in told.clauses if one.standing is Standing.WEAK]
    answered = [one for one in told.items if one.is_judged]
    template = environment(root, words).get_template("results/analysis.html")
    return template.render(
        language="zh-CN" if words.locale.startswith("zh") else words.locale,
        title=corpus.manual.title if corpus.manual else root.name,
        style=Markup(style),  # our own file, no text of others
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        signed=signed,
        day=day.isoformat(),
        enough=ENOUGH,
        target=told.target,
        facts=[
            (_("人数"), f"{tally.people:,}"),
            (_("读到的作答"), f"{tally.read:,}"),
            (_("算进去的"), f"{tally.counted:,}"),
            (_("答过的题"), f"{len(told.items):,}"),
            (_("人数够下结论的题"), f"{len(answered):,}"),
        ],
        remarks=remarks(_),
        amiss_count=len(amiss),
        amiss=[_shown(one, at, _) for at, one in enumerate(amiss[:_SHOWN])],
        scatter=scatter(told, _),
        weak=[_owned(one, corpus) for one in weak],
        weak_picture=_weak(weak[:_SHOWN], corpus, told.target, _),
        models_picture=_models(told, _),
        faults=faults,
    )


def signed(form: str, value: float) -> str:
    """A number with a minus that is one."""
    return (form % value).replace("-", "−")


def _shown(one: ItemResult, at: int, _: Translator) -> dict[str, object]:
    """A question that is amiss, with the pictures of its options."""
    name = _("选 {letter} 的人")
    options = [
        (option, used(option, f"used-{at}-{option.letter}", name.format(letter=option.letter)))
        for option in one.options
    ]
    return {"result": one, "options": options}


def owner_of(corpus: Corpus, clause: str) -> str:
    """What the unit or post that owns a clause is called; empty if nobody does."""
    item = corpus.get(clause)
    found = owner(corpus, item.owner) if item else None
    return found.title if found else ""


def title_of(corpus: Corpus, clause: str) -> str:
    """What a clause is called."""
    item = corpus.get(clause)
    return item.title if item else clause


def _owned(one: ClauseResult, corpus: Corpus) -> Mapping[str, object]:
    return {
        "result": one,
        "title": title_of(corpus, one.clause),
        "owner": owner_of(corpus, one.clause),
    }


def _weak(
    weak: Sequence[ClauseResult], corpus: Corpus, target: float, _: Translator
) -> Markup | None:
    if not weak:
        return None
    bars = [Bar(_cut(title_of(corpus, one.clause)), one.difficulty, "gf-weak") for one in weak]
    said = _("{count} 条，答对的范围都在目标 {target} 以下。")
    sentence = said.format(count=len(weak), target=f"{target:.0%}")
    return intervals(bars, Caption("weak", "intervals", _("没有掌握的条款"), [sentence]), target)


def _models(told: Analysis, _: Translator) -> Markup:
    bars = [
        Bar(
            f"{one.name}（{_('{count} 题').format(count=one.items)}）",
            one.difficulty,
            "gf-sound" if one.people >= ENOUGH else "gf-open",
            (one.spread[0], one.spread[2]) if one.spread else None,
        )
        for one in told.models
    ]
    sentence = _("{count} 种出题模型，最难的在上面。").format(count=len(bars))
    return intervals(bars, Caption("models", "intervals", _("出题模型"), [sentence]))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
