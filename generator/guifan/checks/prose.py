"""The prose of ``content/`` judged: its references as those of items are, and whom it is for.

A page of prose is internal unless its front matter says ``audience: public``, as items are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from guifan.checks.rules.references import bracketed
from guifan.checks.rules.references import r01_unknown_reference as unknown
from guifan.checks.rules.references import r12_public_prints_internal as leaking
from guifan.corpus.graph import Corpus, Link
from guifan.findings import Finding, Match, Position, Related, Rule, Suggestion, listed
from guifan.language.anatomy import Spot
from guifan.language.faults import nearest
from guifan.language.labels import each_choice
from guifan.language.markdown import Manner, Stretch, stretches
from guifan.language.model import Audience, Text
from guifan.language.source import Source
from guifan.language.texts import Mention, Unclosed, asides, mentions, segments

_FRONT = re.compile(r"\A---[ \t]*\n(?P<matter>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_AUDIENCE = re.compile(r"^audience:[ \t]*(?P<word>[^\s#]+)", re.MULTILINE)


def audience_of(page: Source) -> Audience:
    """For whom a page of prose is written; internal where it does not say."""
    written = _audience(page)
    try:
        return Audience(written["word"]) if written else Audience.INTERNAL
    except ValueError:
        return Audience.INTERNAL


def judge(pages: Iterable[Source], corpus: Corpus) -> Iterator[Finding]:
    """What is wrong with pages of prose: R01, R12, S16, and S07 for an unknown audience."""
    for page in pages:
        yield from _unknown_audience(page)
        is_public = audience_of(page) is Audience.PUBLIC
        for stretch in stretches(page.text):
            if stretch.manner is Manner.CODE or "【" not in stretch.text:
                continue
            yield from _bracketed(page, stretch, corpus)
            for segment in segments(stretch.text):
                if isinstance(segment, Unclosed):
                    begin = stretch.start + segment.start
                    at = _position(page, begin, stretch.start + segment.end)
                    text = stretch.text[segment.start : segment.end]
                    yield Finding("S16", "unclosed", at, {"text": text})
                elif isinstance(segment, Mention):
                    link = _link(corpus, stretch.text, segment)
                    at = _position(page, stretch.start + segment.start, stretch.start + segment.end)
                    yield from _judged(corpus, link, at, is_public)


def mentioned(page: Source) -> Iterator[tuple[str, Position]]:
    """The addresses that a page refers to, and where."""
    for stretch in stretches(page.text):
        if stretch.manner is not Manner.CODE:
            for one in mentions(stretch.text):
                yield (
                    one.address,
                    _position(page, stretch.start + one.start, stretch.start + one.end),
                )


def _bracketed(page: Source, stretch: Stretch, corpus: Corpus) -> Iterator[Finding]:
    for aside in asides(stretch.text):
        found = bracketed.meant(corpus, aside)
        if found:
            at = _position(page, stretch.start + aside.start, stretch.start + aside.end)
            code = unknown.RULE.code
            yield Finding(code, found.key, at, found.arguments, (), found.suggestion)


def _audience(page: Source) -> re.Match[str] | None:
    front = _FRONT.match(page.text)
    return (
        _AUDIENCE.search(page.text, front.start("matter"), front.end("matter")) if front else None
    )


def _unknown_audience(page: Source) -> Iterator[Finding]:
    written = _audience(page)
    words = [word for one in Audience for word in (one.value, one.label)]
    if written is None or written["word"] in words:
        return
    near = nearest(written["word"], words)
    facts = {
        "value": written["word"],
        "options": listed(each_choice(Audience)),
    }
    at = _position(page, *written.span("word"))
    yield Finding("S07", "not-one-of", at, facts, (), Suggestion(near) if near else None)


def _link(corpus: Corpus, text: str, mention: Mention) -> Link:
    """The reference as one of an item would be, so that the same rules judge it."""
    return Link(
        source="",
        path=(),
        address=mention.address,
        target=corpus.resolve(mention.address),
        span=(mention.start, mention.end),
        internal=False,
        spot=Spot((), text, Text(block=True), internal=False),
    )


def _judged(corpus: Corpus, link: Link, at: Position, is_public: bool) -> Iterator[Finding]:
    found = unknown.judge(corpus, link)
    if found:
        yield _finding(unknown.RULE, found, corpus, at)
    found = leaking.judge(link) if is_public else None
    if found:
        yield _finding(leaking.RULE, found, corpus, at)


def _finding(rule: Rule, match: Match, corpus: Corpus, at: Position) -> Finding:
    related = (Related(corpus.entries[one.item].position(one)) for one in match.related)
    return Finding(rule.code, match.key, at, match.arguments, tuple(related), match.suggestion)


def _position(page: Source, start: int, end: int) -> Position:
    line = bisect_right(page.starts, start) - 1
    return page.stretch(line, start - page.starts[line], end - start)
