"""A page's sections: what stands under each heading that can be jumped to, as plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page.

    Args:
        anchor: where it begins; empty for what stands before the first heading.
        heading: its heading; empty likewise.
        text: what it says.
    """

    anchor: str
    heading: str
    text: str


_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|<!--.*?-->", re.S
)
_BREAK = re.compile(r"<br ?/?>|<svg\b[^<]*+(?:<(?!/?svg\b)[^<]*+)*+</svg>")
"""What only parts the words around it, a picture among them, with all that is in it."""

_ID = re.compile(r"\bid=\"([^\"]*)\"")
_HEADINGS = frozenset({"h1", "h2", "h3"})
_MUTE = frozenset({"script", "style", "svg", "template", "button"})
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "source"})
_INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "small", "sup", "sub", "code", "mark"})


def sections(html: str) -> tuple[Section, ...]:
    """Cut a page's content at its headings.

    Left out: pictures, scripts, and what carries ``data-search-exclude`` or the mark of a
    permanent link. The HTML is our own or Python-Markdown's, so every element is closed.
    """
    return tuple(one for one in _cut(_BREAK.sub(" ", html)) if one.heading or one.text)


def _cut(html: str) -> Iterator[Section]:
    anchor, heading, words = "", "", list[str]()
    title: list[str] | None = None
    mute: list[str] = []
    end = 0
    for tag in _TAG.finditer(html):
        if not mute:
            (words if title is None else title).append(html[end : tag.start()])
        end = tag.end()
        name = (tag[2] or "").lower()
        if not name or name in _VOID:
            continue
        if mute:
            _follow(mute, name, closes=bool(tag[1]))
        elif tag[1]:
            if name in _HEADINGS and title is not None:
                heading, title = _plain(title), None
        elif name in _MUTE or "data-search-exclude" in tag[3] or '"headerlink"' in tag[3]:
            mute.append(name)
        elif name in _HEADINGS and (found := _ID.search(tag[3])):
            yield Section(anchor, heading, _plain(words))
            anchor, words, title = unescape(found[1]), [], []
        if not mute and name not in _INLINE:
            (words if title is None else title).append(" ")
    words.append(html[end:])
    yield Section(anchor, heading, _plain(words))


def _follow(mute: list[str], name: str, *, closes: bool) -> None:
    """Keep count of the elements inside one that is left out."""
    if not closes:
        mute.append(name)
    elif mute[-1] == name:
        mute.pop()


def _plain(pieces: list[str]) -> str:
    return " ".join(unescape("".join(pieces)).split())
