"""How a value that an editor writes as text becomes a typed field of a model."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from guifan.findings.finding import NO_ARGUMENTS

SCALAR: dict[str, Any] = {"not": {"type": ["object", "array", "null"]}}
"""In the JSON Schema every written value is any scalar: an editor's YAML reader may take ``100``
or ``true`` for what it looks like, and a file that ``check`` accepts is never red in an editor.
Said by what it is not, because of ``boolean`` an editor would make a proposal."""

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("\u3000"): ord(" "),
    ord("\u00a0"): ord(" "),
    ord("\uffe5"): ord("¥"),
}


_SIGNS = re.compile(r"[\W_]+")
"""All that is no letter, digit or character."""


class Unreadable(ValueError):  # noqa: N818  # it names what the text is, as NotAQuantity does
    """A text that is not the value it should be.

    Args:
        key: what is wrong, in kebab case; ``wording.UNREADABLE`` has the words.
        arguments: the values the words name.
        suggestions: texts that would be read, the likeliest first.
    """

    def __init__(
        self,
        key: str,
        arguments: Mapping[str, object] = NO_ARGUMENTS,
        suggestions: tuple[str, ...] = (),
    ) -> None:
        super().__init__(key, dict(arguments), suggestions)
        self.key = key
        self.arguments = dict(arguments)
        self.suggestions = suggestions


def half_width(text: str) -> str:
    """The text with full-width letters, digits, signs and spaces made half-width.

    Characters are replaced one for one, so that positions stay.
    """
    return text.translate(_HALF_WIDTH)


_STUB = re.compile(
    "(?:暂时?|尚)?(?:无|没有)(?:要求)?|空|从?略|不详|不适用|[同见]上|同前"
    "|待(?:定|补充?|写|完善|明确|确[定认]|评估?|审[核批]?|批|编写?|办|做|查|核实?)|未(?:定|明确)|none|nil|null|na|tb[ad]|todo|x+|"
)
"""What fills a field that has to say something, without its signs."""


def is_stub(text: str) -> bool:
    """Whether a text only fills its field: ``无``, ``（暂无）``, ``待定……``, ``N/A``, ``-``."""
    return _STUB.fullmatch(_SIGNS.sub("", half_width(text)).casefold()) is not None


def shown(text: str) -> str:
    """The text as an error may quote it: one line, at most 40 characters, nothing invisible."""
    line = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text)
    line = " ".join(line.split())
    return line if len(line) <= 40 else f"{line[:39]}…"  # noqa: PLR2004  # as the docstring says


@dataclass(frozen=True, slots=True)
class Written:
    """Marks a field that is read from text, for Pydantic.

    Args:
        types: what the field holds; a value of exactly such a type is taken as it is.
        read: makes it from text, or raises ``Unreadable``.
        write: what stands for it in a dump.
        help: one sentence for the editor.
        examples: as an editor would write it.
    """

    types: tuple[type, ...]
    read: Callable[[str], object]
    write: Callable[[Any], object]
    help: str
    examples: tuple[str, ...]

    def accept(self, value: object) -> object:
        """The value, read where it is text; a number is read as its digits.

        Raises:
            PydanticCustomError: its type is the key; its context holds the arguments and
                ``suggestions``.
        """
        if type(value) in self.types:
            return value
        if type(value) in (int, float):
            value = str(value)
        try:
            if not isinstance(value, str):
                raise Unreadable("not-text", {"text": shown(str(value))})
            return self.read(value)
        except Unreadable as fault:
            context = fault.arguments | {"suggestions": fault.suggestions}
            raise PydanticCustomError(fault.key, fault.key, context) from None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """A validator from text and a serialiser to plain values."""
        return core_schema.no_info_plain_validator_function(
            self.accept,
            serialization=core_schema.plain_serializer_function_ser_schema(self.write),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Any scalar; ``x-how`` says how it is written."""
        return SCALAR | {"x-how": self.help, "examples": list(self.examples)}
