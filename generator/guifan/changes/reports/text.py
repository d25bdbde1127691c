"""The difference for a terminal: plain lines."""

from collections.abc import Iterator

from guifan.changes.reports.difference import Difference


def render(difference: Difference) -> str:
    """The changes under their headings."""
    return "\n".join(_lines(difference)) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    yield difference.title
    for heading, changes in difference.by_weight():
        yield ""
        yield f"{heading} · {len(changes)}"
        for change in changes:
            yield f"  {change.says(difference.language)}"
            concerns = difference.concerns(change)
            if concerns:
                yield f"      {concerns}"
    yield ""
    yield difference.closing
