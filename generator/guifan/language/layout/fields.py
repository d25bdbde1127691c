"""Fields of an item set in its file: written over where they stand, else put below its title."""

from collections.abc import Iterator, Mapping

from guifan.language.document import Entry
from guifan.language.layout.edits import Edit
from guifan.language.layout.quotes import quoted
from guifan.language.nodes import Mark, Scalar
from guifan.language.source import Source

_WIDEST = 80
"""Characters of a list in brackets; a longer one has a line for each value."""

Value = int | str | tuple[str, ...]
"""A number, a text of one line, or ids."""


def setting(entry: Entry, values: Mapping[str, Value]) -> Iterator[Edit]:
    """The edits of its file that give an item these values.

    Args:
        entry: the item.
        values: by the English key; a list must not stand in the item yet.
    """
    source, node = entry.document.source, entry.node
    key, title = node.key("title"), node.get("title")
    assert key is not None
    assert isinstance(title, Scalar)  # no item is without one
    end = "\r\n" if "\r\n" in source.text else "\n"
    below: list[str] = []
    for name, value in values.items():
        written = _written(value, key.mark.column, end, flow=node.flow)
        old = node.get(name)
        if isinstance(old, Scalar):
            after = end if old.style in ("|", ">") else ""  # a block ends with its last line
            yield Edit(*_stretch(source, old.mark), written.lstrip() + after)
        else:
            known = name if key.text == "title" else type(entry.item).label(name)
            below.append(f"{known}:{written}")
    if not below:
        return
    start, stop = _stretch(source, title.mark)
    if node.flow:
        yield Edit(stop, stop, "".join(f", {one}" for one in below))
        return
    margin = " " * key.mark.column
    at = source.text.find("\n", max(start, stop - 1)) + 1
    first = "" if at else end
    text = "".join(f"{margin}{one}{end}" for one in below)
    yield Edit(at or len(source.text), at or len(source.text), first + text)


def _stretch(source: Source, mark: Mark) -> tuple[int, int]:
    starts = source.starts
    return starts[mark.line] + mark.column, starts[mark.end_line] + mark.end_column


def _written(value: Value, column: int, end: str, *, flow: bool) -> str:
    """A value behind the colon of its key."""
    if isinstance(value, int):
        return f" {value}"
    if isinstance(value, str):
        return f" {quoted(value, in_brackets=flow)}"
    row = f" [{', '.join(value)}]"
    if flow or len(row) <= _WIDEST:
        return row
    margin = " " * (column + 2)
    return "".join(f"{end}{margin}- {one}" for one in value)
