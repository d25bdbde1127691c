"""A step that a procedure has no more."""

from guifan.changes.change import Change
from guifan.changes.deltas import Sort
from guifan.language.kinds.procedure import Procedure


class StepRemoved(Change):
    """A step that a procedure has no more."""

    key = "step-removed"
    claims = ((Procedure, "steps"),)
    sorts = (Sort.REMOVED,)
