"""A file brought into its one form, step by step; that nothing it says has changed is proved."""

from collections.abc import Container
from dataclasses import dataclass

from guifan.findings import Finding
from guifan.language.comments import comments
from guifan.language.layout.blanks import spaced
from guifan.language.layout.edits import Edit, applied
from guifan.language.layout.keys import Keys, renamed
from guifan.language.layout.mending import Mended, mended
from guifan.language.layout.places import placed
from guifan.language.layout.references import bracketed
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode
from guifan.language.parser import parse
from guifan.language.source import Source

_HARMLESS = frozenset({"hash", "sentence-in-list"})
"""Findings beside which the tree is all that the file says."""


class LostError(Exception):
    """A form that would not say what the file says: a fault of this package.

    Args:
        file: the file's name.
    """

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@dataclass(frozen=True, slots=True)
class Formed:
    """What came of a file.

    Args:
        text: its text in the one form; None where it cannot be read.
        findings: why it could not be read, or not be laid out beyond its slips.
    """

    text: str | None
    findings: tuple[Finding, ...] = ()


def formed(source: Source, known: Container[str] = (), keys: Keys | None = None) -> Formed:
    """Bring a file into its form.

    Args:
        source: the file as it was read; characters that nobody sees may still stand in it.
        known: the ids of the manual, for references written ``[[id]]``.
        keys: the language of its keys; None leaves each as it is.

    Raises:
        LostError: the form would change what the file says.
    """
    clean = _with_plain_breaks(source)
    whole = mended(_edited(clean, tuple(bracketed(clean, known))))
    if whole.root is None:
        return Formed(None, _left(source, whole))
    if any(one.key not in _HARMLESS for one in whole.findings):
        return Formed(whole.source.text, whole.findings)
    form, root = _laid_out(whole.source, whole.root)
    if _keys(root) != _keys(whole.root):
        raise LostError(source.file)
    if keys is not None:
        form, root = _step(form, root, renamed(form, root, keys))
        form, root = _laid_out(form, root)
    if form is not whole.source and _said(whole.source, whole.root) != _said(form, root):
        raise LostError(source.file)
    return Formed(form.text)


def _left(source: Source, whole: Mended) -> tuple[Finding, ...]:
    """Why a file cannot be read: its first fault, and the one that repairs led to.

    The file stays as it is, so a fault counts only where its line was not repaired.
    """
    _, found = parse(source)
    further = (
        one
        for one in whole.findings
        if _line(source, one) == _line(whole.source, one) and one not in found
    )
    return tuple(sorted((*found, *further), key=lambda one: one.position))


def _line(source: Source, finding: Finding) -> tuple[str, ...]:
    """The line that a finding begins on; none where the file is shorter."""
    return source.lines[finding.position.line - 1 : finding.position.line]


def _with_plain_breaks(source: Source) -> Source:
    """The file with line breaks as Unix has them, one at its end."""
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    return source if text == source.text else Source(source.file, text)


def _laid_out(source: Source, root: Node) -> tuple[Source, Node]:
    source, root = _step(source, root, placed(source, root))
    return _step(source, root, spaced(source, root))


def _step(source: Source, root: Node, edits: tuple[Edit, ...]) -> tuple[Source, Node]:
    """The file after some edits, read again where there are any.

    Raises:
        LostError: it can no longer be read.
    """
    after = _edited(source, edits)
    if after is source:
        return source, root
    read, findings = parse(after)
    if read is None or any(one.key not in _HARMLESS for one in findings):
        raise LostError(source.file)
    return after, read


def _edited(source: Source, edits: tuple[Edit, ...]) -> Source:
    return Source(source.file, applied(source.text, edits)) if edits else source


def _said(source: Source, root: Node) -> tuple[object, list[str]]:
    """What a file says, whatever its keys are called: its values, and its comments in order."""
    return _values(root), [one.text.rstrip() for one in comments(source)]


def _values(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return tuple(_values(value) for _, value in node.entries)
    return [_values(value) for value in node.values]


def _keys(node: Node) -> list[str]:
    """The keys of a tree in order."""
    if isinstance(node, Scalar):
        return []
    if isinstance(node, SequenceNode):
        return [key for value in node.values for key in _keys(value)]
    return [text for key, value in node.entries for text in (key.text, *_keys(value))]
