"""Texts of the standards as HTML: a small, safe Markdown with references and slots filled in.

Raw HTML, images and unsafe links stay text. References become links, except inside a link or an
attribute, where they print plain text; in code they stay as they were written.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from guifan.corpus.references import Printed, Segment
from guifan.language.texts import Blank, Plain

Cut = Callable[[str], Iterator[Segment]]
"""Cuts a text at its references: ``corpus.references.printed`` with its corpus and locale."""

Link = Callable[[Printed], Markup]
"""A reference as HTML."""

_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65]")
"""A Chinese character or full-width mark."""

_ENDS = frozenset("。！？")
"""What ends a sentence."""

_RULES = ("table", "list", "link", "backticks", "escape", "newline", "balance_pairs", "strong_cjk")


def line(text: str, cut: Cut, link: Link) -> Markup:
    """One line: escaped, references linked, slots marked. No Markdown."""
    return Markup("").join(_segment(segment, link) for segment in cut(text))


def prose(text: str, cut: Cut, link: Link) -> Markup:
    """Paragraphs, lists, tables, links and bold; a sentence's lines are joined as in a book."""
    return _rendered(_of_joined_lines(), text, cut, link)


def words(text: str, cut: Cut, link: Link) -> Markup:
    """What is said or sent as it stands: like ``prose``, every line a line of its own."""
    return _rendered(_of_single_lines(), text, cut, link)


def _rendered(parser: MarkdownIt, text: str, cut: Cut, link: Link) -> Markup:
    held: list[Segment] = []
    source = ""
    for segment in cut(_PRIVATE.sub("", text)):
        if isinstance(segment, Plain):
            source += segment.text
        else:
            source += f"{_OPEN}{len(held)}{_CLOSE}"
            held.append(segment)
    return Markup(parser.render(source, {"held": held, "link": link}))


def _segment(segment: Segment, link: Link) -> Markup:
    match segment:
        case Printed():
            return link(segment)
        case Blank(name=name):
            return Markup('<span class="gf-slot">{}</span>').format(name)
        case Plain(text=text):
            return escape(text)


def _flat(segment: Segment) -> str:
    return f"【{segment.name}】" if isinstance(segment, Blank) else segment.text


@cache
def _of_joined_lines() -> MarkdownIt:
    parser = _parser(breaks=False)
    parser.core.ruler.before("references", "joined", _joined)
    return parser.enable("joined")


@cache
def _of_single_lines() -> MarkdownIt:
    return _parser(breaks=True)


def _parser(*, breaks: bool) -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "breaks": breaks})
    parser.inline.ruler.before("text", "strong_cjk", _strong)
    parser.core.ruler.after("inline", "references", _references)
    return parser.enable([*_RULES, "references"])


def _strong(state: StateInline, silent: bool) -> bool:
    """``**bold**`` next to any character: CommonMark's flanking rules fail beside Chinese."""
    start = state.pos + 2
    if not state.src.startswith("**", state.pos):
        return False
    end = state.src.find("**", start, state.posMax)
    if end <= start or state.src[start].isspace() or state.src[end - 1].isspace():
        return False
    if not silent:
        state.push("strong_open", "strong", 1)
        outer = state.posMax
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.posMax = outer
        state.push("strong_close", "strong", -1)
    state.pos = end + 2
    return True


def _joined(state: StateCore) -> None:
    """A line within a sentence goes on with the next, in Chinese without a space between.

    A line that ends its sentence was ended on purpose: the next begins a line.
    """
    for block in state.tokens:
        children = block.children or []
        for before, token, after in zip(children, children[1:], children[2:], strict=False):
            if token.type != "softbreak":
                continue
            words = before.content[-1:], after.content[:1]
            if words[0] in _ENDS:
                token.type, token.tag = "hardbreak", "br"
            elif any(_WIDE.match(word) for word in words):
                token.type, token.content = "text", ""


def _references(state: StateCore) -> None:
    """Put the held references back into the tokens of the parsed text."""
    held: Sequence[Segment] = state.env["held"]
    link: Link = state.env["link"]

    def flat(text: str) -> str:
        return _HELD.sub(lambda found: _flat(held[int(found[1])]), text)

    for block in state.tokens:
        children: list[Token] = []
        depth = 0
        for token in block.children or ():
            depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
            for name, value in token.attrs.items():
                token.attrs[name] = flat(value) if isinstance(value, str) else value
            if token.type == "text" and not depth:
                children += _split(token, held, link)
                continue
            token.content = flat(token.content)
            children.append(token)
        if block.children is not None:
            block.children = children


def _split(token: Token, held: Sequence[Segment], link: Link) -> Iterator[Token]:
    for at, piece in enumerate(_HELD.split(token.content)):
        if at % 2:
            yield Token("html_inline", "", 0, content=str(_segment(held[int(piece)], link)))
        elif piece:
            yield Token("text", "", 0, content=piece)
