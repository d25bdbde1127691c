"""How a limit may be extended."""

from guifan.changes.change import Change
from guifan.changes.strictness import Strictness, of_limits
from guifan.findings import Wording
from guifan.language.kinds.limit import Extension, Limit
from guifan.language.quantities import say
from guifan.proof.calendar import promises


class LimitExtension(Change):
    """How a limit may be extended."""

    key = "limit-extension"
    claims = (
        (Limit, "extension"),
        *((Extension, name) for name in Extension.model_fields),
    )

    def what(self, language: str) -> str:
        """How much may be added and how often, where the extension came or went."""
        if not isinstance(self.old or self.new, Extension):
            return self.plainly(language)
        template = _ALLOWED if self.old is None else _ABOLISHED
        extension = self.old or self.new
        facts = {"add": say(extension.add, language), "times": say(extension.times, language)}
        return template.say(language, facts)

    @property
    def strictness(self) -> Strictness | None:
        """How long the limit takes with its extensions, nothing else being changed."""
        if not (isinstance(self.before, Limit) and isinstance(self.item, Limit)):
            return None
        if self.difference.shape.attribute not in ("extension", "add", "times"):
            return None
        extended = self.before.model_copy(update={"extension": self.item.extension})
        return of_limits(self.before, extended, self.sides.times, promises.extended)


_ALLOWED = Wording(
    zh="可以延期：每次{add}，最多 {times}", en="may be extended: by {add}, at most {times}"
)
_ABOLISHED = Wording(
    zh="不得再延期（原可每次{add}，最多 {times}）",
    en="may no longer be extended (was by {add}, at most {times})",
)
