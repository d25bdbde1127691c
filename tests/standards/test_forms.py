"""The standards stand in the one form: where this fails, run ``guifan fmt``."""

from pathlib import Path

from guifan.language.layout.form import formed
from guifan.language.source import Source
from guifan.publish.files import read_sources

ROOT = Path(__file__).parents[2]


def test_every_file_stands_in_its_form() -> None:
    sources, findings = read_sources(ROOT)
    assert findings == ()
    assert [one.file for one in sources if formed(one).text != one.text] == []


def test_a_file_is_in_its_form_after_one_run() -> None:
    untidy = [
        Source(one.file, one.text.replace("\n\n  - id:", "\n  -   id:").replace("\n", "  \r\n"))
        for one in read_sources(ROOT)[0][::10]
    ]
    once = [Source(one.file, formed(one).text or "") for one in untidy]
    assert [one.file for one in once if formed(one).text != one.text] == []
