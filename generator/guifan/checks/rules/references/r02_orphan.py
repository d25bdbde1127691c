"""R02: something that nothing in the manual uses."""

from collections.abc import Iterator

from guifan.checks.rules.references import r01_unknown_reference
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.source import Source
from guifan.language.labels import Label
from guifan.language.model import Item

_KINDS = ("role", "channel", "metric", "message", "form", "system", "event", "taxonomy")
"""Kinds that exist to be used by others; a norm or a procedure stands for itself."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for users of every item of these kinds.

    Nothing is said of an item that a mistaken reference was probably meant for: that reference is
    the fault. Where something came from is no use of it.
    """
    unused: list[Item] = []
    for item in corpus:
        if item.kind in _KINDS:
            sources = (corpus.entries[link.source].item for link in corpus.users(item.id))
            if any(not isinstance(source, Source) for source in sources):
                yield None
            else:
                unused.append(item)
    meant = _meant(corpus) if unused else frozenset()
    for item in unused:
        facts = {"id": item.id, "title": item.title, "kind": Label(item.kind_name)}
        yield None if item.id in meant else Match(Place(item.id, ("id",)), "orphan", facts)


def _meant(corpus: Corpus) -> frozenset[str]:
    """What mistaken references were probably meant for."""
    return frozenset(
        match.suggestion.text.partition(".")[0]
        for match in r01_unknown_reference.check(corpus)
        if match is not None and match.suggestion is not None
    )


RULE = Rule(
    code="R02",
    name="orphan",
    severity=Severity.WARNING,
    finds=Wording(
        zh="写好的岗位、渠道、指标、话术、表单、系统、事件或分类，没有任何条目用到它。",
        en="A post, channel, metric, message, form, system, event or taxonomy that no item uses.",
    ),
    why=Wording(
        zh="没有人用的指标没有人看，没有人用的话术没有人说；它要么是多余的，要么是该用的地方漏了。",
        en=(
            "Nobody looks at a metric that nothing uses, and nobody says a script that nothing "
            "uses. Either it is not needed, or the place that should use it was forgotten."
        ),
    ),
    messages={
        "orphan": Wording(
            zh="{kind}“{title}”（{id}）没有任何条目用到。请在该用的地方引用它，或者删去。",
            en=(
                "No item uses “{title}” ({id}, of the kind “{kind}”). Refer to it where it is "
                "needed, or delete it."
            ),
        ),
    },
    bad=Example("""\
--- standards/systems.yaml
kind: system
id: ticket-system
    ^^^^^^^^^^^^^
title: 工单系统
used_for: [登记和流转投诉]
"""),
    mended=Example("""\
--- standards/terms.yaml
kind: term
id: ticket
title: 工单
means: 在【ticket-system】里登记和流转的一件事
"""),
    check=check,
    apart=always,
    absences=frozenset({"orphan"}),
)
