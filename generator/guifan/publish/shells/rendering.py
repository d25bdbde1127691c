"""The theme's templates, rendered with marks: the whole page's frame, and each piece of it."""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, Template, pass_context
from jinja2.runtime import Context

from guifan.publish.shells.holes import Crumb, Entry, Hole, Holes, SurpriseError, Tab
from guifan.publish.shells.standins import mark_of

MAIN = "main.html"
"""The template of a page."""

_PLAIN = re.compile(r"[A-Za-z0-9_./%#?=:~+,@!$()*;-]*")
"""An address that no filter changes."""

_HEADING = "partials/toc-item.html"

_HOLES = {
    "partials/nav-item.html": (
        "{% macro render(item, path, level, parent) %}{{ guifan_entry(item, path, level) }}"
        "{% endmacro %}"
    ),
    "partials/tabs-item.html": "{% macro render(item) %}{{ guifan_tab(item) }}{% endmacro %}",
    "partials/path-item.html": "{% macro render(item) %}{{ guifan_crumb(item) }}{% endmacro %}",
}
"""What stands in a frame for the theme's own macros, each of which is a piece."""

_PREAMBLE = (
    '{% import "partials/language.html" as lang with context %}'
    "{% set features = config.theme.features or [] %}"
)
"""What the theme's page sets before it comes to its pieces."""

_PIECES = {
    "guifan/entry.html": (
        _PREAMBLE + '{% import "partials/nav-item.html" as item with context %}'
        "{{ item.render(shown, path, level, parent) }}"
    ),
    "guifan/tab.html": (
        _PREAMBLE + '{% import "partials/tabs-item.html" as item with context %}'
        "{{ item.render(shown) }}"
    ),
    "guifan/crumb.html": (
        _PREAMBLE + '{% import "partials/path-item.html" as item with context %}'
        "{{ item.render(shown) }}"
    ),
}

_MARKED_HEADING = {_HEADING: "{{ guifan_heading(toc_item) }}"}


class Rendering:
    """Renders the theme with marks.

    Args:
        environment: the theme's, as plugins left it.
        holes: where marks come from.
        given: what every page's context holds alike.
    """

    def __init__(self, environment: Environment, holes: Holes, given: dict[str, Any]) -> None:
        loader = environment.loader
        if loader is None:
            raise SurpriseError("no loader")
        self._given = given
        self._holes = holes
        self._theme = environment
        self._frames = self._overlay(loader, {**_HOLES, **_MARKED_HEADING})
        self._pieces = self._overlay(loader, {**_PIECES, **_MARKED_HEADING})

    def frame(self, page: Any, nav: Any) -> str:
        """A whole page with marks."""
        return self._frames.get_template(MAIN).render({**self._given, "page": page, "nav": nav})

    def entry(self, shown: Any, page: Any, path: str, level: int, parent: Any) -> str:
        """An item of the navigation; ``parent`` is the section that holds it, or None."""
        context = {"shown": shown, "page": page, "path": path, "level": level}
        return self._piece("entry", context | ({"parent": parent} if parent else {}))

    def tab(self, shown: Any, page: Any) -> str:
        """The tab of an item."""
        return self._piece("tab", {"shown": shown, "page": page})

    def crumb(self, shown: Any, page: Any) -> str:
        """An item in the path above the title."""
        return self._piece("crumb", {"shown": shown, "page": page})

    def heading(self, heading: Any) -> str:
        """A heading of the table of contents, just as it is."""
        return self._theme.get_template(_HEADING).render(toc_item=heading)

    def _piece(self, name: str, context: dict[str, Any]) -> str:
        return self._pieces.get_template(f"guifan/{name}.html").render({**self._given, **context})

    def _overlay(self, loader: BaseLoader, templates: dict[str, str]) -> Environment:
        """The theme's environment with addresses as marks and some templates of ours."""
        made = self._theme.overlay(loader=ChoiceLoader([DictLoader(templates), loader]))
        made.template_class = Template
        made.filters = {
            **self._theme.filters,
            "url": self._address,
            "script_tag": self._script(self._theme.filters["script_tag"]),
        }
        made.globals = {
            **self._theme.globals,
            "guifan_entry": lambda *where: self._mark(Entry(*where)),
            "guifan_tab": lambda item: self._mark(Tab(item)),
            "guifan_crumb": lambda item: self._mark(Crumb(item)),
            "guifan_heading": lambda heading: mark_of(self._holes, heading),
        }
        return made

    def _mark(self, hole: Hole) -> str:
        return self._holes.mark(hole)

    def _address(self, path: object) -> str:
        text = str(path)
        if not _PLAIN.fullmatch(text):
            raise SurpriseError(f"an address that filters may change: {text}")
        return self._holes.address(text)

    def _script(self, told: Callable[..., str]) -> Callable[..., str]:
        """MkDocs' own filter, which asks for nothing but a base to put before an address."""

        @pass_context
        def tag(_: Context, script: Any) -> str:
            address = self._address(script)
            marked = address if isinstance(script, str) else _Script(script, address)
            return told({"page": None, "base_url": ""}, marked)

        return tag


class _Script:
    """A script as MkDocs' filter sees it, its address a mark."""

    def __init__(self, script: Any, address: str) -> None:
        self._script, self._address = script, address

    def __str__(self) -> str:
        return self._address

    def __getattr__(self, name: str) -> Any:
        return getattr(self._script, name)
