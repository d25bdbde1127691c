"""The duty numbers of ``overlay/contacts.yaml``, which is in no repository: post by post.

They are shown to staff alone. What is wrong in the file is told as faults in standards are.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from guifan.corpus.graph import Corpus
from guifan.findings import Finding, Position, Suggestion
from guifan.language.canonical import canonical
from guifan.language.contacts import NO_CONTACTS, Contacts, Number, Numbers
from guifan.language.faults import gathered, nearest, validated
from guifan.language.kinds.role import Role
from guifan.language.model import Item
from guifan.language.nodes import MappingNode, Node, Scalar, SequenceNode, empty, find, plain
from guifan.language.nodes import Path as Steps
from guifan.language.parser import parse
from guifan.language.source import LARGEST, CannotRead, Source, decode, too_big

FILE = "overlay/contacts.yaml"
"""Where the numbers stand, from the manual's folder."""

_LIST = "numbers"


@dataclass(frozen=True, slots=True)
class Overlay:
    """What was read.

    Args:
        contacts: the numbers, by today's id of their post.
        findings: what is wrong.
        sources: the file, for reports to quote; none where there is no such file.
    """

    contacts: Contacts = field(default_factory=lambda: NO_CONTACTS)
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()


def read_contacts(root: Path, corpus: Corpus) -> Overlay:
    """Read the numbers; a manual without the file has none.

    Args:
        root: the manual's folder.
        corpus: whose posts they are.

    Raises:
        CannotRead: the system refuses the file.
    """
    path = root / FILE
    try:
        if not path.exists():
            return Overlay()
        if path.stat().st_size > LARGEST:
            return Overlay(findings=(too_big(FILE, path.stat().st_size),))
        source, faults = decode(FILE, path.read_bytes())
    except OSError as error:
        raise CannotRead(FILE, error.strerror or str(error)) from error
    return _listed(source, corpus) if source else Overlay(findings=faults)


def _listed(source: Source, corpus: Corpus) -> Overlay:
    root, faults = parse(source)
    findings = list(faults)
    contacts: dict[str, tuple[Number, ...]] = {}
    if isinstance(root, MappingNode):
        for post, node in root.entries:
            role = corpus.one(Role, post.text)
            numbers, wrong = _numbers(source, post, node)
            findings += [*_unknown(source, post, corpus), *wrong]
            if role and numbers:
                contacts[role.id] = numbers
    elif root is not None:
        findings.append(Finding("S07", "contacts-want-posts", root.mark.position(FILE)))
    return Overlay(MappingProxyType(contacts), gathered(findings), (source,))


def _unknown(source: Source, post: Scalar, corpus: Corpus) -> Iterator[Finding]:
    """What is wrong with the name of a post."""
    item = corpus.get(post.text)
    at = post.mark.position(source.file)
    if isinstance(item, Role) or post.text in corpus.broken:
        return
    if isinstance(item, Item):
        kinds = {"kind": item.kind_name, "kinds": Role.kind_name}
        yield Finding("R01", "wrong-kind", at, {"id": item.id, "title": item.title, **kinds})
        return
    named = {role.title: role.id for role in corpus.of(Role)}
    near = named.get(post.text) or nearest(post.text, named.values())
    yield Finding(
        "R01", "unknown", at, {"id": post.text}, suggestion=Suggestion(near) if near else None
    )


def _numbers(
    source: Source, post: Scalar, node: Node
) -> tuple[tuple[Number, ...], tuple[Finding, ...]]:
    """The numbers of one post, or what is wrong with them."""
    if empty(node):
        return (), ()
    faults = tuple(_two_names(source, node))

    def place(path: Steps, key: bool) -> Position:
        found, _ = find(node, path[1:])
        if key and path:
            parent, _ = find(node, path[1:-1])
            written = parent.key(str(path[-1])) if isinstance(parent, MappingNode) else None
            found = written or found
        return found.mark.position(source.file)

    read, wrong = validated(Numbers, {_LIST: plain(node)}, place)
    return read.numbers if read else (), (*faults, *(_of(post, one) for one in wrong))


def _two_names(source: Source, node: Node) -> Iterator[Finding]:
    for one in node.values if isinstance(node, SequenceNode) else ():
        if isinstance(one, MappingNode):
            yield from canonical(source.file, one, Number)


def _of(post: Scalar, finding: Finding) -> Finding:
    """A fault of the list as a whole names the post, which stands where a field would."""
    if finding.arguments.get("field") != _LIST:
        return finding
    facts = {**finding.arguments, "field": post.text}
    return Finding(finding.code, finding.key, finding.position, facts)
