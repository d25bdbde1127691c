"""Everything that pages say of themselves has its English."""

from __future__ import annotations

import pytest
import rendering
from marked import Tags
from messages import missing, of_models, of_package, of_templates
from specimens import specimens

HAN = range(0x4E00, 0xA000)


@pytest.mark.parametrize(
    "messages",
    [of_templates(), of_package("manual"), of_models()],
    ids=["templates", "views", "kinds, fields and choices"],
)
def test_every_message_of_a_page_has_its_english(messages: set[str]) -> None:
    assert len(messages) > 50
    assert missing(messages) == []


def test_an_english_page_holds_no_chinese_but_what_the_manual_says() -> None:
    pages = rendering.pages(specimens(lambda key: "※"), "en")
    for path, page in pages.items():
        if path.startswith("reference/rules/"):  # examples and messages for editors, in Chinese
            continue
        words = "".join(text for around, text in Tags(page.html).texts if "code" not in around)
        assert not [letter for letter in words if ord(letter) in HAN], path
