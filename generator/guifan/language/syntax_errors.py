"""Why a text is not YAML, in the editor's terms.

libyaml says what it expected where it gave up; an editor needs the slip that led there. Each of
its complaints has one function here that looks at the raw lines and names the cause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml import (
    DirectiveToken,
    DocumentEndToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    MarkedYAMLError,
    ScalarToken,
)

from guifan.findings import Finding, Position, Suggestion
from guifan.language.libyaml import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guifan.language.source import Source

# The stubs call a token's marks optional; libyaml gives every token both.
_Token = Any

_OPENS = (FlowSequenceStartToken, FlowMappingStartToken)
_CLOSES = (FlowSequenceEndToken, FlowMappingEndToken)

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_BESIDE_WIDE = re.compile(rf"[{_WIDE}] *:|: *[{_WIDE}]")
_KEY = r"[^\s:：，。；！？、#'\"\[\]{},&*!|>%@`-][^:：，。；！？、]{0,19}?"
_INDENT = r"(?P<indent>\s*(?:- +)*)"
_WIDE_SPACE = re.compile(r"[ \t]*(?P<bad>[\u3000\u00a0]+)")
_TIGHT_DASH = re.compile(r"\s*(?:- +)*(?P<bad>-)(?![\s\d.-])")
_WIDE_COLON = re.compile(rf"{_INDENT}(?P<key>{_KEY})(?P<bad> ?： ?)")
_TIGHT_COLON = re.compile(rf"{_INDENT}(?P<key>[A-Za-z_][\w-]*)(?P<bad>:)(?=[^\s:/\\])")
_PLAIN_KEY = re.compile(rf"{_INDENT}(?P<key>{_KEY})\s*:(?:\s|$)")
_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#'\"\[{]*: +)?")
_PLAIN_COLON = re.compile(r":(?:\s|$)")
# Beginnings that may also be a list or a bracket gone astray rather than a sentence.
_PUNCTUATION = "-?,]}"
_ENGLISH_KEY = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True)
class _Scene:
    """Where libyaml gave up, and the tokens it had read until then.

    Lines and columns are 0-based. ``came_from`` is where the construct began that it was reading.
    """

    source: Source
    line: int
    column: int
    came_from: tuple[int, int]
    tokens: tuple[_Token, ...]

    @property
    def text(self) -> str:
        """The line it gave up on."""
        return self.source.lines[self.line]

    @property
    def character(self) -> str:
        """The character it gave up on; empty at the end of a line."""
        return self.text[self.column : self.column + 1]

    @property
    def before(self) -> str:
        """What stands before that character on its line."""
        return self.text[: self.column]

    @property
    def previous(self) -> _Token:
        """The last token that has text of its own; None where there is none."""
        kinds = (ScalarToken, *_CLOSES)
        return next((token for token in reversed(self.tokens) if isinstance(token, kinds)), None)

    @property
    def open_brackets(self) -> list[_Token]:
        """The brackets and braces that are still open, outermost first."""
        stack: list[_Token] = []
        for token in self.tokens:
            if isinstance(token, _OPENS):
                stack.append(token)
            elif isinstance(token, _CLOSES) and stack:
                stack.pop()
        return stack

    def finding(self, code: str, key: str, position: Position, **arguments: object) -> Finding:
        """A finding without a repair."""
        return Finding(code, key, position, arguments)

    def here(self, length: int | None = None) -> Position:
        """The place where it gave up; by default to the end of the line."""
        rest = len(self.text.rstrip()) - self.column
        return self.source.stretch(
            self.line, self.column, max(rest, 0) if length is None else length
        )


def explain(source: Source, error: MarkedYAMLError) -> Finding:
    """The finding for a text that libyaml refused: S21 for a known slip, S11 or S01 otherwise."""
    mark: Any = error.problem_mark or error.context_mark
    origin: Any = error.context_mark or mark
    line, column = _inside(source, mark.line, mark.column)
    scene = _Scene(
        source, line, column, (origin.line, origin.column), _tokens(source.text, (line, column))
    )
    problem = error.problem or ""
    cause = _CAUSES.get(problem) or _CAUSES_BY_CONTEXT.get(error.context or "", _other)
    return cause(scene)


def _inside(source: Source, line: int, column: int) -> tuple[int, int]:
    """The place itself, or the end of the last written line where it lies behind the text."""
    lines = source.lines
    if line < len(lines) and (lines[line].strip() or column < len(lines[line])):
        return line, column
    line = min(line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return line, len(lines[line].rstrip())


def _tokens(text: str, until: tuple[int, int]) -> tuple[_Token, ...]:
    """The tokens that begin before ``until``."""
    tokens: list[_Token] = []
    read = reader(text).get_token
    try:
        while (token := read()) is not None:
            place: Any = token.start_mark
            if (place.line, place.column) >= until:
                break
            tokens.append(token)
    except MarkedYAMLError:
        pass  # the very error that is being explained
    return tuple(tokens)


# --- a value that begins with a character that means something to YAML


def _leading(scene: _Scene) -> Finding:
    """``@``, ``%`` and a backtick cannot begin a value, nor can a tab."""
    if scene.character == "\t":
        return _tab(scene)
    return _leading_at(scene, scene.line, scene.column)


def _leading_origin(scene: _Scene) -> Finding:
    """``>``, ``|``, ``!``, ``*`` and ``&`` begin something that a sentence is not."""
    return _leading_at(scene, *scene.came_from)


def _leading_at(scene: _Scene, line: int, column: int) -> Finding:
    text = scene.source.lines[line]
    value = text[column:].rstrip()
    return Finding(
        "S21",
        "leading-character",
        scene.source.stretch(line, column, len(value)),
        {"character": text[column]},
        suggestion=_quoted(scene, line, column, value),
    )


def _quoted(scene: _Scene, line: int, column: int, value: str) -> Suggestion | None:
    """The value in quotes; safe where it is sure to be text and to end with its line."""
    before = scene.source.lines[line][:column]
    if scene.open_brackets or not _BEFORE_VALUE.fullmatch(before):
        return None
    if ":" not in before and _PLAIN_COLON.search(value):
        return None  # a key may be what begins here
    surely_text = value[0] not in _PUNCTUATION and " #" not in value
    return Suggestion(in_quotes(value), safe=surely_text and not _goes_on(scene.source, line))


def in_quotes(value: str) -> str:
    """The text as a quoted scalar, in single quotes unless double ones need no escapes."""
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _goes_on(source: Source, line: int) -> bool:
    """Whether the next written line is indented deeper, as a continued sentence is."""
    lines = source.lines
    own = len(lines[line]) - len(lines[line].lstrip(" -"))
    after = next((text for text in lines[line + 1 :] if text.strip()), "")
    return len(after) - len(after.lstrip(" ")) > own


def _content(scene: _Scene) -> Finding:
    """A comma or closing bracket where a value should begin, or a bracket that ends nowhere."""
    brackets = scene.open_brackets
    if not brackets and scene.character:
        return _leading_at(scene, scene.line, scene.column)
    if brackets and not scene.character:
        return _unclosed(scene, brackets[-1].start_mark.line, brackets[-1].start_mark.column)
    return scene.finding("S01", "stray", scene.here(1), found=scene.character)


# --- keys, dashes and indentation


def _colon(scene: _Scene) -> Finding:
    """A colon where no key may end: in a sentence, or after a line that was no key."""
    if _PLAIN_KEY.match(scene.before) or scene.open_brackets:
        return _colon_in_sentence(scene)
    last = scene.previous
    first = last.start_mark.line if last else scene.line
    slip = _line_slip(scene, range(first, scene.line + 1))
    if slip:
        return slip
    written = scene.source.lines[first]
    if first < scene.line and not _PLAIN_KEY.match(written):
        start = last.start_mark.column
        length = len(written.rstrip()) - start
        return scene.finding("S01", "missing-colon", scene.source.stretch(first, start, length))
    return _indent(scene)


def _colon_in_sentence(scene: _Scene) -> Finding:
    wide = _BESIDE_WIDE.search(scene.text, max(scene.column - 1, 0), scene.column + 3)
    length = 2 if scene.text[scene.column + 1 : scene.column + 2] == " " else 1
    return Finding(
        "S21",
        "colon-in-sentence",
        scene.here(length),
        suggestion=Suggestion("：", safe=True) if wide else None,
    )


def _no_colon(scene: _Scene) -> Finding:
    """A line among keys that is no key."""
    line, column = scene.came_from
    slip = _line_slip(scene, (line,))
    if slip:
        return slip
    text = scene.source.lines[line][column:].rstrip()
    place = scene.source.stretch(line, column, len(text))
    return scene.finding("S01", "missing-colon", place)


def _no_key(scene: _Scene) -> Finding:
    """Something behind a finished value, or a line that fits neither the keys nor the list."""
    last = scene.previous
    if last is not None and last.end_mark.line == scene.line and scene.before.strip():
        return _behind(scene, last)
    slip = _line_slip(scene, (scene.line,))
    if slip:
        return slip
    if scene.character == ":":
        return scene.finding("S01", "missing-key", scene.here(1))
    if scene.character in ("]", "}", ","):
        return scene.finding("S01", "stray", scene.here(1), found=scene.character)
    return _list_or_keys(scene)


def _list_or_keys(scene: _Scene) -> Finding:
    """A dash among keys, a key among dashes, or an indentation between two levels."""
    is_item = scene.text[scene.column :].startswith(("- ", "-\t")) or scene.text.strip() == "-"
    if scene.column == scene.came_from[1]:
        key = "item-among-keys" if is_item else "key-among-items"
        return scene.finding("S01", key, scene.here())
    if is_item or _PLAIN_KEY.match(scene.text):
        return _indent(scene)
    return scene.finding("S01", "missing-colon", scene.here())


def _behind(scene: _Scene, last: _Token) -> Finding:
    """Text behind a closing quote or bracket."""
    start = last.start_mark
    if isinstance(last, ScalarToken):
        if not last.style:
            return scene.finding("S01", "stray", scene.here(), found=scene.character)
        inner = scene.source.lines[start.line + 1 : scene.line + 1]
        if any(_PLAIN_KEY.match(line) for line in inner):
            return _unclosed_quote_at(scene, start.line, start.column)
        return _after_quote(scene, start.line, start.column)
    if scene.character in ("]", "}"):
        return scene.finding("S01", "stray", scene.here(1), found=scene.character)
    start = _opening(scene.tokens).start_mark
    if start.line != scene.line:
        return scene.finding("S01", "stray", scene.here(), found=scene.character)
    return _leading_at(scene, start.line, start.column)


def _opening(tokens: Iterable[_Token]) -> _Token:
    """The bracket that the last closing one belongs to."""
    stack: list[_Token] = []
    opening: _Token = None
    for token in tokens:
        if isinstance(token, _OPENS):
            stack.append(token)
        elif isinstance(token, _CLOSES):
            opening = stack.pop()
    return opening


def _after_quote(scene: _Scene, line: int, column: int) -> Finding:
    """A sentence that only begins with a quoted word: the quotes belong to the sentence."""
    value = scene.source.lines[line][column:].rstrip()
    one_line = line == scene.line
    suggestion = _quoted(scene, line, column, value) if one_line else None
    if suggestion and value[0] in scene.text[scene.column :]:
        suggestion = None  # a third quote: whether the outer ones are meant cannot be told
    return Finding(
        "S21",
        "after-quote",
        scene.source.stretch(line, column, len(value)) if one_line else scene.here(),
        {"quote": value[0]},
        suggestion=suggestion,
    )


def _line_slip(scene: _Scene, lines: Iterable[int]) -> Finding | None:
    """The first slip at the beginning of one of the lines: its indentation, dash or colon."""
    for number in lines:
        text = scene.source.lines[number]
        for key, pattern, repair in _LINE_SLIPS:
            found = pattern.match(text)
            if found is None:
                continue
            start, end = found.span("bad")
            name = found.groupdict().get("key")
            safe = name is None or _ENGLISH_KEY.fullmatch(name) is not None
            return Finding(
                "S21",
                key,
                scene.source.stretch(number, start, end - start),
                {} if name is None else {"name": name},
                suggestion=Suggestion(repair, safe=safe) if repair else None,
            )
    return None


_LINE_SLIPS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("wide-space", _WIDE_SPACE, ""),
    ("tight-dash", _TIGHT_DASH, "- "),
    ("tight-colon", _TIGHT_COLON, ": "),
    ("wide-colon", _WIDE_COLON, ": "),
)


def _indent(scene: _Scene) -> Finding:
    """A line that stands deeper or shallower than its neighbours."""
    text = scene.text
    start = len(text) - len(text.lstrip())
    return scene.finding(
        "S01", "indent", scene.source.stretch(scene.line, start, len(text[start:].rstrip()))
    )


def _tab(scene: _Scene) -> Finding:
    text = scene.text
    start = text.find("\t")
    length = len(text[start:]) - len(text[start:].lstrip("\t"))
    return scene.finding("S01", "tab", scene.source.stretch(scene.line, start, length))


# --- brackets and quotes that do not close


def _no_comma(scene: _Scene) -> Finding:
    """A list or braces that neither go on nor end."""
    last = scene.previous
    quoted = isinstance(last, ScalarToken) and last.style and last.end_mark.line == scene.line
    if quoted and scene.text[: scene.column].strip() and scene.character:
        return _after_quote(scene, last.start_mark.line, last.start_mark.column)
    return _unclosed(scene, *scene.came_from)


def _unclosed(scene: _Scene, line: int, column: int) -> Finding:
    bracket = scene.source.lines[line][column : column + 1]
    return scene.finding(
        "S01", "unclosed-bracket", scene.source.stretch(line, column), bracket=bracket
    )


def _unclosed_quote(scene: _Scene) -> Finding:
    return _unclosed_quote_at(scene, *scene.came_from)


def _unclosed_quote_at(scene: _Scene, line: int, column: int) -> Finding:
    quote = scene.source.lines[line][column]
    return scene.finding("S01", "unclosed-quote", scene.source.stretch(line, column), quote=quote)


def _escape(scene: _Scene) -> Finding:
    """A backslash in double quotes that begins nothing YAML knows."""
    start = scene.text.rfind("\\", 0, scene.column + 1)
    written = scene.text[start : start + 2]
    return Finding(
        "S01",
        "bad-escape",
        scene.source.stretch(scene.line, start, 2),
        {"written": written},
        suggestion=Suggestion("\\" + written, safe=True),
    )


# --- documents


def _document(scene: _Scene) -> Finding:
    """Text behind the end of the only document, or a first line that is indented too far."""
    for token in scene.tokens:
        if isinstance(token, DirectiveToken):
            mark: Any = token.start_mark
            return _directive_at(scene, mark.line)
    if any(isinstance(token, DocumentEndToken) for token in scene.tokens):
        return scene.finding("S11", "several-documents", scene.here())
    return _line_slip(scene, (scene.line,)) or _indent(scene)


def _directive(scene: _Scene) -> Finding:
    return _directive_at(scene, scene.came_from[0])


def _directive_at(scene: _Scene, line: int) -> Finding:
    length = len(scene.source.lines[line].split()[0])
    return scene.finding("S11", "directive", scene.source.stretch(line, 0, length))


def _other(scene: _Scene) -> Finding:
    return scene.finding("S01", "other", scene.here())


_CAUSES: dict[str, Callable[[_Scene], Finding]] = {
    "found character that cannot start any token": _leading,
    "block sequence entries are not allowed in this context": _leading,
    "mapping keys are not allowed in this context": _leading,
    "did not find expected comment or line break": _leading_origin,
    "did not find expected alphabetic or numeric character": _leading_origin,
    "did not find expected whitespace or line break": _leading_origin,
    "found undefined tag handle": _leading_origin,
    "did not find expected node content": _content,
    "mapping values are not allowed in this context": _colon,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _no_key,
    "did not find expected '-' indicator": _no_key,
    "did not find expected ',' or ']'": _no_comma,
    "did not find expected ',' or '}'": _no_comma,
    "found unexpected end of stream": _unclosed_quote,
    "found unexpected document indicator": _unclosed_quote,
    "found unknown escape character": _escape,
    "did not find expected hexdecimal number": _escape,
    "found invalid Unicode character escape code": _escape,
    "found a tab character that violates indentation": _tab,
    "found a tab character where an indentation space is expected": _tab,
    "did not find expected <document start>": _document,
    "found incompatible YAML document": _directive,
    "found duplicate %YAML directive": _directive,
    "found duplicate %TAG directive": _directive,
}
"""By libyaml's words for the problem (libyaml 0.2, src/scanner.c and src/parser.c)."""

_CAUSES_BY_CONTEXT: dict[str, Callable[[_Scene], Finding]] = {
    "while scanning a directive": _directive,
    "while scanning a %YAML directive": _directive,
    "while scanning a %TAG directive": _directive,
    "while scanning a tag": _leading_origin,
    "while parsing a tag": _leading_origin,
    "while scanning an alias": _leading_origin,
    "while scanning an anchor": _leading_origin,
    "while scanning a block scalar": _leading_origin,
}
"""By what libyaml was reading, where its words for the problem are many."""
