"""References in Markdown prose: filled in on the source, before Markdown sees it."""

import re
from collections.abc import Callable

from markupsafe import escape

from guifan.corpus.references import Printed, plain_text, printed
from guifan.language.texts import Blank
from guifan.manual.book import Page
from guifan.manual.render import Renderer

_KEPT = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$"  # fenced code
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"  # code in a line
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
_FLAT = re.compile(
    r"^#{1,6}[ \t].*$"  # a heading
    r"|!?\[[^\]\n]*\]\([^)\n]*\)"  # a link
    r"|<[A-Za-z/][^>]*>",  # attributes
    re.MULTILINE,
)
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&])")


def expand(markdown: str, renderer: Renderer, path: str) -> str:
    """Markdown with its references filled in.

    In code and comments they stay as they are; in headings, links and attributes they print plain
    text; elsewhere they become links, relative to the page at ``path``. A heading that holds a
    reference gets an anchor that does not change with the value.
    """
    if "【" not in markdown:
        return markdown
    here = Page(path, "", "")

    def flat(text: str) -> str:
        told = plain_text(renderer.book.corpus, text, renderer.settings.locale)
        if text.startswith("#") and told != text and not text.rstrip().endswith("}"):
            told = f"{told.rstrip()} {{: #{_slug(text)} }}"
        return told

    def prose(text: str) -> str:
        return _outside(_FLAT, text, lambda part: _linked(part, renderer, here), flat)

    return _outside(_KEPT, markdown, prose, lambda code: code)


def _slug(heading: str) -> str:
    words = heading.lstrip("#").replace("【", " ").replace("】", " ")
    return "-".join(re.sub(r"[^\w.]+", " ", words).split()).lower()


def _outside(
    pattern: re.Pattern[str], text: str, change: Callable[[str], str], within: Callable[[str], str]
) -> str:
    """The text with ``change`` applied outside the pattern and ``within`` inside it."""
    done, begin = "", 0
    for found in pattern.finditer(text):
        done += change(text[begin : found.start()]) + within(found[0])
        begin = found.end()
    return done + change(text[begin:])


def _linked(text: str, renderer: Renderer, here: Page) -> str:
    pieces = []
    for segment in printed(renderer.book.corpus, text, renderer.settings.locale):
        match segment:
            case Printed(text=words, target=target):
                address = renderer.book.address(target)
                words = _SPECIAL.sub(r"\\\1", words)
                if address is None:
                    pieces.append(words)
                    continue
                goal, anchor = address
                pieces.append(f"[{words}]({renderer.source(here, goal, anchor)})")
            case Blank(name=name):
                pieces.append(f'<span class="gf-slot">{escape(name)}</span>')
            case _:
                pieces.append(segment.text)
    return "".join(pieces)
