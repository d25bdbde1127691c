"""Slips that YAML accepts and reads as something else."""

from guifan.findings import Finding
from guifan.language.nodes import Node
from guifan.language.source import Source


def repair_slips(source: Source, root: Node) -> tuple[Node, tuple[Finding, ...]]:
    """Report the slips of a parsed file (S21) and put right what has one right repair."""
    return root, ()
