"""Where a limit applies."""

from guifan.changes.change import Change
from guifan.findings import Wording
from guifan.language.kinds.limit import Limit, Scope
from guifan.proof.scopes import covers


class LimitScope(Change):
    """Where a limit applies."""

    key = "limit-scope"
    claims = (
        (Limit, "applies"),
        *((Scope, name) for name in Scope.model_fields),
    )

    def what(self, language: str) -> str:
        """What became of the scope, and whether it holds for more cases or for fewer."""
        what = self.plainly(language)
        before, item = self.before, self.item
        if not (isinstance(before, Limit) and isinstance(item, Limit)):
            return what
        wider = covers(item.applies, before.applies)
        narrower = covers(before.applies, item.applies)
        if wider is narrower:
            return what
        return (_WIDER if wider else _NARROWER).say(language, {"what": what})


_WIDER = Wording(zh="{what}（适用的情形多了）", en="{what} (applies to more cases)")
_NARROWER = Wording(zh="{what}（适用的情形少了）", en="{what} (applies to fewer cases)")
