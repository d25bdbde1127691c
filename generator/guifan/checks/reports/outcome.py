"""What a report is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from guifan.checks.engine import Report
from guifan.language.source import Source

NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check's report with what it takes to show it.

    Args:
        report: the findings.
        sources: the files by name, for the lines that are shown.
        language: ``zh`` or ``en``.
        folder: path from where the reader stands to the manual, ``""`` or ending in ``/``.
        width: columns of a terminal, or None where none shows the report.
        colour: whether the terminal has colours.
    """

    report: Report
    sources: Mapping[str, Source] = field(default_factory=lambda: NO_SOURCES)
    language: str = "zh"
    folder: str = ""
    width: int | None = None
    colour: bool = False
