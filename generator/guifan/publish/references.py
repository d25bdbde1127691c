"""References in Markdown prose: filled in on the source, before Markdown sees it."""

import re

from markupsafe import escape

from guifan.corpus.references import Printed, printed
from guifan.language.markdown import Manner, Stretch, stretches
from guifan.language.texts import Blank
from guifan.manual.book import Page
from guifan.manual.render import Renderer

_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
_ANCHORED = re.compile(r"\{:?[ ]*#[^}]*\}[ \t]*$")


def expand(markdown: str, renderer: Renderer, path: str) -> str:
    """Markdown with its references filled in.

    In code and comments they stay as they are; in headings, links and attributes they print plain
    text; elsewhere they become links, relative to the page at ``path``. A heading that holds a
    reference gets an anchor that does not change with the value.
    """
    if "【" not in markdown:
        return markdown
    here = Page(path, "", "")
    return "".join(_filled(stretch, renderer, here) for stretch in stretches(markdown))


def _filled(stretch: Stretch, renderer: Renderer, here: Page) -> str:
    if stretch.manner is Manner.CODE or "【" not in stretch.text:
        return stretch.text
    if stretch.manner is Manner.PROSE:
        return _printed(stretch.text, renderer, here)
    plain = _printed(stretch.text, renderer, None)
    if stretch.manner is Manner.HEADING and _holds(stretch.text, renderer):
        return f"{plain.rstrip()} {{: #{_slug(stretch.text)} }}"
    return plain


def _holds(heading: str, renderer: Renderer) -> bool:
    """Whether a heading without an anchor of its own holds a reference."""
    segments = printed(renderer.book.corpus, heading, renderer.settings.locale)
    return not _ANCHORED.search(heading) and any(isinstance(one, Printed) for one in segments)


def _slug(heading: str) -> str:
    words = heading.strip().strip("#").replace("【", " ").replace("】", " ")
    return "-".join(re.sub(r"[^\w.]+", " ", words).split()).lower()


def _printed(text: str, renderer: Renderer, here: Page | None) -> str:
    """A text with values in it that mean nothing to Markdown, linked from a page if one is given.

    What has no page in this edition is printed without a link.
    """
    pieces = []
    for segment in printed(renderer.book.corpus, text, renderer.settings.locale):
        match segment:
            case Printed(text=words, target=target):
                address = renderer.book.address(target)
                words = _inert(words)
                if here and address:
                    words = f"[{words}]({renderer.source(here, *address)})"
                pieces.append(words)
            case Blank(name=name):
                shown = f'<span class="gf-slot">{escape(name)}</span>'
                pieces.append(shown if here else f"【{_inert(name)}】")
            case _:
                pieces.append(segment.text)
    return "".join(pieces)


def _inert(words: str) -> str:
    """Words on which neither Markdown nor HTML acts: punctuation as character references."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", words)
