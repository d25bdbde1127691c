"""The standards stand in the one form: where this fails, run ``guifan fmt``."""

import re
from pathlib import Path

from guifan.language.layout.form import formed
from guifan.language.source import Source
from guifan.publish.files import read_sources

ROOT = Path(__file__).parents[2]
SOURCES, FAULTS = read_sources(ROOT)


def test_every_file_stands_in_its_form() -> None:
    assert FAULTS == ()
    assert [one.file for one in SOURCES if formed(one).text != one.text] == []


def test_an_untidy_copy_becomes_the_file_again() -> None:
    # Blanks behind the lines of a block text are what it says: a file with one is not for this.
    items = [one for one in SOURCES if "\nitems:\n" in one.text]
    plain = [one for one in items if not re.search(r": [|>]", one.text)]
    assert len(plain) > 20
    for one in plain:
        untidy = one.text.replace("\n\n  - id:", "\n  - id:").replace(": ", ":   ", 40)
        untidy = re.sub(r"\[([a-z.-]+)", r"[  \1", untidy).replace("\n", "  \r\n") + "\n\n"
        assert formed(Source(one.file, untidy)).text == one.text
