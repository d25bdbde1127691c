"""Why a text is not YAML."""

from yaml import MarkedYAMLError

from guifan.findings import Finding
from guifan.language.source import Source


def explain(source: Source, error: MarkedYAMLError) -> Finding:
    """The finding for a text that libyaml refused."""
    mark = error.problem_mark
    return Finding(
        "S01",
        "other",
        source.stretch(mark.line, mark.column, 0) if mark else source.stretch(0, 0, 0),
    )
