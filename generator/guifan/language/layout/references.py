"""``[[id]]`` is how a reference is written where the keyboard has no 【】."""

import re
from collections.abc import Container, Iterator

from guifan.language.comments import comments
from guifan.language.layout.edits import Edit
from guifan.language.model import ADDRESS
from guifan.language.source import Source

SIGN = "[["
"""What such a reference begins with."""

_TYPED = re.compile(rf"\[\[ *(?P<address>{ADDRESS}) *\]\]")


def bracketed(source: Source, known: Container[str]) -> Iterator[Edit]:
    """The edits that give references their brackets, outside comments.

    Args:
        source: a file, which need not be YAML: two brackets often keep it from being that.
        known: the ids of the manual; what is none of them is no reference.
    """
    if SIGN not in source.text:
        return
    notes = {one.line: one.column for one in comments(source)}
    for number, line in enumerate(source.lines):
        for found in _TYPED.finditer(line, 0, notes.get(number, len(line))):
            address = found["address"]
            if address.partition(".")[0] in known:
                start = source.starts[number]
                yield Edit(start + found.start(), start + found.end(), f"【{address}】")
