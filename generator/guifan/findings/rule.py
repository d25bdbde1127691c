"""A rule: one check with everything that is ever said about it."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from guifan.findings.finding import NO_ARGUMENTS, Severity, Suggestion
from guifan.findings.wording import Wording

FILE = "standards/example.yaml"
"""The file of an example that names none."""

_DIVIDER = re.compile(r"--- (?P<file>(?:standards|before)/\S+)\n")
_CARETS = re.compile(r"^ *\^+\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """An address in the corpus: an item, the path of a value in it, and a span in its text.

    Args:
        item: the item's id.
        path: field names and list indexes from the item down, e.g. ``("steps", 0, "within")``.
        span: first and last+1 character of the value's text, or None for the whole value.
        key: point at the field's name instead of its value.
    """

    item: str
    path: tuple[str | int, ...] = ()
    span: tuple[int, int] | None = None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found: a place, the message's key and its arguments.

    Args:
        warns: it only warns, whatever the severity of the rule: what rests on bounds, not on facts.
    """

    place: Place
    key: str
    arguments: Mapping[str, object] = field(default_factory=lambda: NO_ARGUMENTS)
    related: tuple[Place, ...] = ()
    suggestion: Suggestion | None = None
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """Example files as an editor would write them, one or several, divided by ``--- path`` lines.

    In a bad example a line holding only spaces and carets marks the stretch that the finding must
    cover on the line above it, in code points. What every item shares (owner, dates, …) may be left
    out, and the items of ``checks.examples.BASE`` may be referred to. Files below ``before/`` are
    what the last edition held. A file that holds only
    ``# -> target`` stands for a link. The examples are executed by the tests.
    """

    text: str

    @property
    def files(self) -> dict[str, str]:
        """The text of each file by its name, carets and all."""
        files: dict[str, str] = {}
        file = FILE
        for line in self.text.splitlines(keepends=True):
            if divider := _DIVIDER.fullmatch(line):
                file = divider["file"]
                files[file] = ""
            else:
                files[file] = files.get(file, "") + line
        return files

    @property
    def plain(self) -> dict[str, str]:
        """The text of each file by its name, without carets."""
        return {name: _CARETS.sub("", text) for name, text in self.files.items()}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its whole text.

    Args:
        code: a letter and two digits.
        name: short, in kebab case.
        severity: what its findings are.
        finds: one sentence of what it finds.
        why: why it matters to staff or customers.
        messages: the words of its findings, by key.
        bad: an example that raises exactly this code at the caret.
        mended: its files that change, as they should be; it then raises nothing.
        absences: keys of the messages that tell of something missing: they are left unsaid while
            some item could not be loaded, for what is missing may stand there.
        check: yields a Match for each fault and None for each place found in order, so that the
            engine can tell how many places were examined; None where the loader itself reports.
            Its parameters are named after what it needs: ``corpus``, ``day``, ``clocks``,
            ``baseline`` (the corpus of the last edition).
        apart: whether an item is judged by itself, with what is looked up from there: where the
            check finds no fault in a corpus that shows this item alone to whoever goes through all
            of it, for any item, it finds none in the whole and looks at as many places. Then after
            an edit only those items are judged anew that it can concern. None where items are held
            against each other.
        spans_time: it follows items from one day to another, with what is announced, and so is not
            asked again for the manual as it will be on each of these days.
    """

    code: str
    name: str
    severity: Severity
    finds: Wording
    why: Wording
    messages: Mapping[str, Wording]
    bad: Example
    mended: Example
    check: Callable[..., Iterator[Match | None]] | None = None
    absences: frozenset[str] = frozenset()
    apart: Callable[[Any], bool] | None = None
    spans_time: bool = False

    @property
    def good(self) -> Example:
        """The bad example, mended, whole."""
        return _joined(self.bad.plain | self.mended.plain)

    @property
    def change(self) -> Example:
        """The files of the good example that are not as in the bad one."""
        bad = self.bad.plain.items()
        return _joined(dict(one for one in self.mended.plain.items() if one not in bad))

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the values that ``check`` asks for."""
        return _needs(self.check) if self.check else ()

    def run(self, values: Mapping[str, Any]) -> Iterator[Match | None]:
        """Run the check on the values it needs."""
        if self.check is None:
            return iter(())
        return self.check(**{name: values[name] for name in self.needs})


def _joined(files: Mapping[str, str]) -> Example:
    return Example("".join(f"--- {name}\n{text}" for name, text in files.items()))


def always(_item: object) -> bool:
    """Every item is judged by itself."""
    return True


@cache
def _needs(check: Callable[..., object]) -> tuple[str, ...]:
    return tuple(inspect.signature(check).parameters)
