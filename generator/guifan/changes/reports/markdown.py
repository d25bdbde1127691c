"""The difference for a notice or a merge request: Markdown."""

import re
from collections.abc import Iterator

from guifan.changes.reports.difference import Difference

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(difference: Difference) -> str:
    """The changes as lists under headings."""
    return "\n".join(_lines(difference)) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    yield f"# {_plain(difference.title)}"
    for heading, changes in difference.by_weight():
        yield ""
        yield f"## {heading}"
        yield ""
        for change in changes:
            yield f"- {_plain(change.says(difference.language))} `{change.item.id}`"
            concerns = difference.concerns(change)
            if concerns:
                yield f"  {_plain(concerns)}"
    yield ""
    yield difference.closing


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)
