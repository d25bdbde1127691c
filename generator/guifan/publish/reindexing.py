"""The index of a site made of the one before it: only the files that become others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guifan.language.kinds.term import Term
from guifan.publish.searched import FOLDER, NAMED, NotWholeError, Standing
from guifan.publish.searching import edition_of, number_of
from guifan.search.patching import OtherwiseMadeError, Turned, patched


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An index made of the one before.

    Args:
        edition: its own.
        texts: the files of it that are others than before, by their names.
    """

    edition: str
    texts: Mapping[str, str]

    @property
    def named(self) -> tuple[str, str]:
        """The file that names the edition: its address and what it holds."""
        return f"{FOLDER}/index.js", NAMED.format(self.edition)

    def address(self, name: str) -> str:
        """Where a file of it is."""
        return f"{FOLDER}/{self.edition}/{name}.js"


def rewritten(before: Standing, turned: Sequence[Turned]) -> Rewritten:
    """The index of a site whose documents say other things.

    Args:
        before: that of the site before, which is whole.
        turned: what was found of these documents, and what is now.

    Raises:
        OtherwiseMadeError: it has to be made of all documents.
        NotWholeError: the one before is not whole.
    """
    for one in turned:
        (was, _), (now, _) = one.old, one.new
        if was.kind == Term.kind and (was.title, was.names) != (now.title, now.names):
            raise OtherwiseMadeError(f"{was.id} is called otherwise, and so are others")
    texts = patched(before.part, turned)
    gained = sum(number_of(*one) for one in texts.items())
    lost = sum(number_of(name, before.text(name)) for name in texts)
    return Rewritten(edition_of(int(before.edition, 16) + gained - lost), texts)


class Over(Mapping[str, bytes]):
    """The files of an index made of the one before, by their addresses; those that stay are read.

    Args:
        before: the index before.
        now: the one made of it.
    """

    def __init__(self, before: Standing, now: Rewritten) -> None:
        self._before = before
        self._folder = now.address("").removesuffix(".js")
        self._own = {now.address(name): text.encode() for name, text in now.texts.items()}
        self._own |= {address: text.encode() for address, text in (now.named,)}

    def __getitem__(self, address: str) -> bytes:
        own = self._own.get(address)
        if own is not None:
            return own
        name = address.removeprefix(self._folder).removesuffix(".js")
        if not address.startswith(self._folder) or "/" in name:
            raise KeyError(address)
        try:
            return self._before.text(name).encode()
        except NotWholeError:
            raise KeyError(address) from None

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        before = self._before.site / self._before.address("")
        for path in before.parent.iterdir():
            if f"{self._folder}{path.name}" not in self._own:
                yield f"{self._folder}{path.name}"

    def __len__(self) -> int:
        return sum(1 for _ in self)
