"""HTML taken apart: its tags as they open, what they hold, and whether they close."""

from __future__ import annotations

from html.parser import HTMLParser

EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})


class Tags(HTMLParser):
    """What a piece of HTML is made of.

    Args:
        html: the piece.

    Attributes:
        opened: every opening tag with its attributes, in order.
        faults: tags that do not close as they opened.
        texts: every text with the tags around it, the innermost last.
        words: by tag, the text inside, that of all such tags together.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.words: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))
        for tag in set(self._open):
            self.words[tag] = self.words.get(tag, "") + data
