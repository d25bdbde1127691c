"""The steps of a procedure in another order."""

from guifan.changes.change import Change
from guifan.changes.deltas import Sort
from guifan.language.kinds.procedure import Procedure


class StepsReordered(Change):
    """The steps of a procedure in another order."""

    key = "steps-reordered"
    claims = ((Procedure, "steps"),)
    sorts = (Sort.REORDERED,)
