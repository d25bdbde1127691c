"""The words of pages and commands in the reader's language, from gettext catalogues.

Messages are written in simplified Chinese where they are used; ``locale/<locale>.po`` holds what
stands for them in another language. A message without a translation stays as it was written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from importlib.resources import files
from types import MappingProxyType

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

SOURCE = "zh-Hans"
"""The locale in which messages are written; it needs no catalogue."""

PSEUDO = "x-pseudo"
"""A locale for tests: every message in ⟦brackets⟧, so that a bare string is seen at once."""

NO_MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Translator:
    """Gives messages in one locale; code that calls it names it ``_``.

    Args:
        locale: a language tag such as ``zh-Hans`` or ``en``.
        messages: the forms of each translated message, one or one a plural form.
        form: which of the forms fits a number.
        frame: what a message is put into, at its ``{}``.
    """

    locale: str
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_MESSAGES)
    form: Callable[[int], int] = lambda number: int(number != 1)
    frame: str = "{}"

    def __call__(self, message: str) -> str:
        """The message; a ``{name}`` in it is left for the caller to fill."""
        return self.frame.format(self.messages.get(message, (message,))[0])

    gettext = __call__

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form of a message that fits ``number``; in Chinese the two are alike."""
        forms = self.messages.get(one, (one, many))
        return self.frame.format(forms[min(self.form(number), len(forms) - 1)])


@cache
def translator(locale: str) -> Translator:
    """The translator of a locale: ``en-GB`` is served by ``en`` where it has no file of its own.

    A locale without any catalogue gets the messages as they were written.
    """
    if locale == PSEUDO:
        return Translator(locale, frame="⟦{}⟧")
    for tag in (locale, locale.partition("-")[0]):
        file = files("guifan").joinpath("locale", f"{tag}.po")
        if tag != SOURCE and file.is_file():
            with file.open("rb") as stream:
                catalogue = read_po(stream, abort_invalid=True)
            found = dict(_forms(message) for message in catalogue if not message.fuzzy)
            whole = {key: forms for key, forms in found.items() if key and all(forms)}
            return Translator(locale, MappingProxyType(whole), c2py(catalogue.plural_expr))
    return Translator(locale)


def _forms(message: Message) -> tuple[str, tuple[str, ...]]:
    """What a message is found by, and its translation, one text a plural form."""
    key = message.id if isinstance(message.id, str) else message.id[0]
    forms = (message.string,) if isinstance(message.string, str) else message.string or ()
    return key, tuple(form or "" for form in forms)
