"""A form's page."""

from collections.abc import Mapping

from guifan.corpus.references import plain_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.form import Form
from guifan.manual.book import Book, Page

_LINE = 20
"""So many characters of handwriting stand in one line of the printed form."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``long``: the fields whose answer takes several lines, judged by the example, or the help."""
    form = page.subject
    assert isinstance(form, Form)
    told = {one.id: one.example or one.help for one in form.fields}
    return {
        "long": {
            name
            for name, text in told.items()
            if len(plain_text(book.corpus, text, _.locale)) > _LINE
        }
    }
