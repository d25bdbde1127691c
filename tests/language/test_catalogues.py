"""Words in the reader's language."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from guifan.language.catalogues import PSEUDO, SOURCE, translator


def test_the_source_needs_no_catalogue() -> None:
    assert translator(SOURCE)("错误") == "错误"
    assert translator(SOURCE).ngettext("{count} 个错误", "{count} 个错误", 1) == "{count} 个错误"


@pytest.mark.parametrize(("number", "said"), [(0, "errors"), (1, "error"), (2, "errors")])
def test_english_has_two_forms(number: int, said: str) -> None:
    text = translator("en").ngettext("{count} 个错误", "{count} 个错误", number)
    assert text == f"{{count}} {said}"


def test_a_region_is_served_by_its_language() -> None:
    assert translator("en-GB")("错误") == translator("en")("错误") == "error"


def test_what_has_no_translation_stays_as_written() -> None:
    assert translator("en")("没有译文的一句话") == "没有译文的一句话"
    assert translator("fr")("错误") == "错误"


def test_the_pseudo_locale_frames_every_message() -> None:
    assert translator(PSEUDO)("共 {count} 条") == "⟦共 {count} 条⟧"
    assert translator(PSEUDO).ngettext("一", "多", 2) == "⟦多⟧"


SPOKEN = (
    "cli.py",
    "checks/reports/text.py",
    *(f"commands/{one}.py" for one in ("_command", "_manual", "check", "explain")),
)


@pytest.mark.parametrize("file", SPOKEN)
def test_every_message_has_its_english(manual_root: Path, file: str) -> None:
    package = manual_root / "generator" / "guifan"
    with (package / "locale" / "en.po").open("rb") as stream:
        english = read_po(stream)
    found = extract_from_file("python", package / file, {"_": None, "ngettext": (1, 2)})
    messages = [one if isinstance(one, str) else one[0] for _, one, *_ in found]
    assert messages
    missing = [one for one in messages if (entry := english.get(one)) is None or not entry.string]
    assert missing == []


def test_a_translation_keeps_the_slots(manual_root: Path) -> None:
    with (manual_root / "generator" / "guifan" / "locale" / "en.po").open("rb") as stream:
        catalogue = read_po(stream)
    for message in catalogue:
        if message.id:
            said = message.id if isinstance(message.id, str) else message.id[0]
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            for form in forms:
                assert slots(str(form)) <= slots(said), said


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text))
