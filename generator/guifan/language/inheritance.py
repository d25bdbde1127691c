"""What the items of a file share: written once at its top, missed once where all lack it."""

from collections import Counter
from collections.abc import Sequence

from guifan.findings import Finding, Position, Suggestion, listed
from guifan.language.anatomy import names, shapes
from guifan.language.document import Document
from guifan.language.faults import nearest
from guifan.language.labels import Label
from guifan.language.model import Item
from guifan.language.nodes import Scalar, plain
from guifan.language.structure import ITEMS, KIND


def shared(document: Document, model: type[Item]) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """The fields at the top of a file that lists its items.

    Returns:
        Their values by key, and what stands there but cannot be shared (S04).
    """
    inheritable = {shape.key for shape in shapes(model) if shape.inherited}
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for key, at in document.root.index.items():
        written, value = document.root.entries[at]
        if key in inheritable:
            values[key] = plain(value)
        elif key not in (KIND.key, ITEMS.key):
            findings.append(_not_shared(document, model, written, inheritable))
    return values, tuple(findings)


def _not_shared(
    document: Document, model: type[Item], written: Scalar, inheritable: set[str]
) -> Finding:
    is_field = written.text in names(model)
    near = None if is_field else nearest(written.text, inheritable)
    return Finding(
        "S04",
        "not-shared" if is_field else "unknown-shared",
        written.mark.position(document.source.file),
        {"field": written.text, "fields": listed(sorted(inheritable))},
        suggestion=Suggestion(near) if near else None,
    )


def missing_in_all(
    findings: Sequence[Finding], model: type[Item], count: int, top: Position
) -> tuple[Finding, ...]:
    """Say once, at the top, what each of a file's items lacks and could inherit.

    Args:
        findings: what was found in the file.
        model: what its items are.
        count: how many they are.
        top: where the file's shared fields begin.
    """
    inheritable = [(shape.key, Label(shape.label)) for shape in shapes(model) if shape.inherited]
    missing = Counter(_missing(finding) for finding in findings)
    everywhere = [field for field in inheritable if missing[field] == count > 1]
    return (
        *(finding for finding in findings if _missing(finding) not in everywhere),
        *(
            Finding("S06", "missing-in-all", top, {"field": name, "label": label})
            for name, label in everywhere
        ),
    )


def _missing(finding: Finding) -> tuple[object, object] | None:
    """The field that a finding says is missing, by its key and its Chinese name."""
    if (finding.code, finding.key) != ("S06", "missing"):
        return None
    return finding.arguments["field"], finding.arguments["label"]
