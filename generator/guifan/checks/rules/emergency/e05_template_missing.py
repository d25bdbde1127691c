"""E05: a stage and audience without a template, or news that does not say when more will come."""

from collections.abc import Iterator

from guifan.checks.rules.emergency.sample import (
    FIRST_HOUR,
    FOR_MEDIA,
    LISTED,
    MESSAGES,
    PLAYBOOK,
    TELLING,
    TEMPLATES,
)
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Phrase, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.playbook import Playbook
from guifan.language.texts import Blank, segments
from guifan.proof.emergencies import AUDIENCES, AWAITING, ENGLISH, STAGES


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every playbook's grid of templates, then at each template that waits for more."""
    stages = corpus.members(STAGES)
    if not stages:
        return
    used: dict[str, Place] = {}
    for playbook in corpus.of(Playbook):
        yield from _grid(corpus, playbook)
        for at, name in enumerate(playbook.messages):
            used.setdefault(name, Place(playbook.id, ("messages", at)))
    for message in corpus.of(Message):
        if message.says is not None:
            yield from _next(message, used.get(message.id))


def _grid(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """Each stage has something ready for each audience."""
    ready = {(one.stage, one.to) for one in corpus.some(Message, playbook.messages)}
    missing = []
    for name, stage in corpus.members(STAGES).items():
        for audience in AUDIENCES:
            if (name, audience) in ready:
                yield None
            else:
                missing.append((name, stage.title, audience))
    unknown = any(corpus.one(Message, name) is None for name in playbook.messages)
    if not missing or unknown:
        return  # R01 says that there is no such message; it may have been one of these
    fitting = (
        next((one for one in corpus.of(Message) if (one.stage, one.to) == (name, audience)), None)
        for name, _, audience in missing
    )
    facts = {
        "title": playbook.title,
        "cells": listed(_cell(stage, audience) for _, stage, audience in missing),
    }
    related = tuple(Place(one.id, ("id",)) for one in fitting if one is not None)
    yield Match(Place(playbook.id, ("messages",), key=True), "missing", facts, related)


_CELL = Wording(zh="{stage}（{audience}）", en="{stage} ({audience})")


def _cell(stage: str, to: Addressee) -> Phrase:
    return Phrase(_CELL, {"stage": stage, "audience": Wording(zh=to.label, en=ENGLISH[to])})


def _next(message: Message, place: Place | None) -> Iterator[Match | None]:
    """What goes out before the service is back leaves a blank for when the next news comes.

    Args:
        message: with its text.
        place: where a playbook names it, None where none does.
    """
    facts = {"title": message.title}
    if message.next_update is not None:
        blanks = {one.name for one in segments(message.says or "") if isinstance(one, Blank)}
        if message.next_update in blanks:
            yield None
            return
        facts |= {"blank": message.next_update}
        related = (Place(message.id, ("says",)),)
        yield Match(Place(message.id, ("next_update",)), "no-blank", facts, related)
    elif place and message.stage in AWAITING and message.to in AUDIENCES:
        yield Match(Place(message.id, ("says",)), "no-next", facts, (place,))


def _example(templates: str, messages: str) -> Example:
    told = PLAYBOOK.replace(FIRST_HOUR, FIRST_HOUR + TELLING)
    return Example(templates + told.replace(MESSAGES, messages))


RULE = Rule(
    code="E05",
    name="template-missing",
    severity=Severity.ERROR,
    finds=Wording(
        zh="专项预案缺某个阶段、某个对象的模板，或者恢复以前发的模板没有写下次什么时候再告知。",
        en=(
            "A playbook with no template for some stage and audience, or a template sent before "
            "recovery that does not say when the next update will come."
        ),
    ),
    why=Wording(
        zh="出了事才现写，四处写的就不一样；没有说几点再告知，客户只好一遍遍打来问。",
        en=(
            "If texts are only written on the day, every office writes something different; if "
            "customers are not told when to expect the next update, they call again and again."
        ),
    ),
    messages={
        "missing": Wording(
            zh=(
                "“{title}”缺这些模板：{cells}。请在“模板”（messages）里补上；没有专用的，写上通用"
                "模板的编号。"
            ),
            en=(
                "“{title}” lacks {cells:this template|these templates}: {cells}. Add "
                "{cells:it|them} under “messages”; where it has none of its own, name the general "
                "one."
            ),
        ),
        "no-next": Wording(
            zh=(
                "“{title}”在恢复以前发出，没有写哪一个空是下次告知的时刻。请在内容里留出这个空，"
                "并在“下次告知”（next_update）里写它的名称。"
            ),
            en=(
                "“{title}” goes out before recovery, but does not say which slot holds the time of "
                "the next update. Leave such a slot in the text, and name it under “next_update”."
            ),
        ),
        "no-blank": Wording(
            zh=(
                "“{title}”写着用“{blank}”告知下次时刻，内容里却没有这个空。请补上，或者改成内容里"
                "有的空。"
            ),
            en=(
                "“{title}” is to give the time of the next update in “{blank}”, but its text has "
                "no such slot. Add it, or name a slot that is there."
            ),
        ),
    },
    bad=_example(
        TEMPLATES.replace(FOR_MEDIA, ""),
        "messages: [outage-customers, outage-staff, outage-authority]\n^^^^^^^^\n",
    ),
    mended=_example(TEMPLATES, LISTED),
    check=check,
    absences=frozenset({"missing"}),
)
