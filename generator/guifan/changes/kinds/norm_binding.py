"""Whom a norm binds, and where."""

from guifan.changes.change import Change
from guifan.language.kinds.norm import Binds


class NormBinding(Change):
    """Whom a norm binds, and where."""

    key = "norm-binding"
    claims = tuple((Binds, name) for name in Binds.model_fields)
