"""A rule's page: the words of its findings, with their slots told from the rest."""

from collections.abc import Mapping
from string import Formatter

from guifan.findings import Rule
from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``messages``: by language, each finding as pairs of words and the slot behind them."""
    rule = page.subject
    assert isinstance(rule, Rule)
    return {
        "messages": {
            "zh": [_cut(words.zh) for words in rule.messages.values()],
            "en": [_cut(words.en) for words in rule.messages.values()],
        }
    }


def _cut(template: str) -> tuple[tuple[str, str], ...]:
    """A sentence as pairs of words and the slot that follows them; the last has none.

    Of the two forms of a word that agrees with a slot, the one for more than one is shown.
    """
    return tuple(
        (words + forms.partition("|")[2], "") if forms else (words, slot or "")
        for words, slot, forms, _ in Formatter().parse(template)
    )
