"""``guifan impact``: everything that a change of an item touches, before it is made."""

import json
from collections.abc import Iterator

import click

from guifan.changes.impact import Impact, Touch, impact
from guifan.changes.told import label, target_name
from guifan.checks.prose import mentioned
from guifan.commands._command import LANGUAGE, LOCALES, CannotRunError, Command, _
from guifan.commands._manual import opened
from guifan.corpus.graph import Link
from guifan.findings import Place
from guifan.language.anatomy import shapes
from guifan.language.catalogues import Translator, translator
from guifan.language.faults import nearest
from guifan.language.kinds import KINDS
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.book import Book
from guifan.publish.day import day_of
from guifan.publish.folder import Folder


@click.command(
    "impact",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("改一个条目会牵动什么"),
    help=_(
        "说明改一个条目会牵动什么：哪些条目直接或间接用到它、为什么，哪些流程靠它计时，"
        "哪些话术里有它的数，在哪些页上，要告诉哪些岗位。"
        "\n\nID 是条目的编号，或者「条目.部分」。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan impact complaint-answer\n"
        "  guifan impact complaint-handling.record\n"
        "  guifan impact complaint-answer --format json"
    ),
)
@click.argument("name", metavar="ID")
@click.option("--dir", "folder", default=".", metavar="DIR", help=_("手册的文件夹"))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help=_("报告的格式")
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("报告的语言"))
def COMMAND(name: str, folder: str, form: str, lang: str) -> None:  # noqa: N802  # found by this name
    """Tell what a change of ``name`` touches."""
    manual = opened(folder)
    words = translator(LOCALES[lang])
    target = manual.corpus.resolve(name)
    if target is None:
        raise CannotRunError(_unknown(manual, name))
    found = impact(manual.corpus, target)
    book = arrange(manual.corpus, Audience.INTERNAL, words, day_of(manual.corpus))
    shown = _Shown(found, book, _prose(manual, found), words)
    text = json.dumps(shown.record(), ensure_ascii=False, indent=2) if form == "json" else ""
    click.echo((text or "\n".join(shown.lines())).encode())


def _unknown(manual: Folder, name: str) -> str:
    text = _("没有编号为“{name}”的条目。").format(name=name)
    near = nearest(name, manual.corpus.entries)
    return text + (_("是不是 {near}？").format(near=near) if near else "")


def _prose(manual: Folder, found: Impact) -> tuple[str, ...]:
    """Where pages of prose name the item."""
    places = (
        at
        for page in manual.pages
        for address, at in mentioned(page)
        if (target := manual.corpus.resolve(address)) and target.item is found.target.item
    )
    return tuple(str(at) for at in sorted(places))


class _Shown:
    """An impact as a reader or a program is shown it.

    Args:
        found: the impact.
        book: the manual's pages.
        prose: where pages of prose name the item.
        words: the translator.
    """

    def __init__(self, found: Impact, book: Book, prose: tuple[str, ...], words: Translator):
        self._found = found
        self._book = book
        self._prose = prose
        self._words = words

    def lines(self) -> Iterator[str]:
        """For a terminal."""
        _ = self._words
        yield _("改“{title}”会牵动：").format(title=target_name(self._found.target))
        touches = self._found.touches
        if not (touches or self._prose):
            yield "  " + _("没有条目用到它。")
        for kind, some in self._found.by_kind.items():
            yield from self._group(kind, some)
        yield from self._list(_("正文"), self._prose)
        posts = tuple(f"{post.title}（{post.id}）" for post in self._found.posts)
        yield from self._list(_("要告诉的岗位"), posts)
        direct = sum(touch.direct for touch in touches)
        text = _("共 {count} 个条目，其中直接 {direct} 个、间接 {others} 个；{pages} 个页面。")
        others = len(touches) - direct
        pages = len(self._pages())
        yield text.format(count=len(touches), direct=direct, others=others, pages=pages)

    def _group(self, kind: str, some: tuple[Touch, ...]) -> Iterator[str]:
        """The items of one kind, those first of which more is to be said."""
        _ = self._words
        first, remark = {
            "procedure": (self._found.procedures, _("（靠它计时的 {count} 个）")),
            "message": (self._found.messages, _("（里面有它的 {count} 个）")),
        }.get(kind, ((), ""))
        in_order = (*first, *(one for one in some if one not in first))
        lines = (f"{one.item.title}（{one.item.id}）：{self._why(one)}" for one in in_order)
        told = remark.format(count=len(first)) if first else ""
        yield from self._list(_(KINDS[kind].kind_name), tuple(lines), told)

    @staticmethod
    def _list(heading: str, lines: tuple[str, ...], remark: str = "") -> Iterator[str]:
        if lines:
            yield f"  {heading} · {len(lines)}{remark}"
            yield from (f"      {line}" for line in lines)

    def _why(self, touch: Touch) -> str:
        """``步骤 › 时限`` of the item itself; then through which items the change reaches it."""
        corpus = self._found.corpus
        through = [corpus.entries[link.source].item.title for link in touch.why[1:]]
        field = self._field(touch.why[0])
        return " ← ".join([field, *through])

    def _field(self, link: Link) -> str:
        """The field that refers, by the names of fields on the way down."""
        model = type(self._found.corpus.entries[link.source].item)
        labels: list[str] = []
        part: type | None = model
        for key in (step for step in link.path if isinstance(step, str)):
            shape = next((one for one in shapes(part) if one.key == key), None) if part else None
            labels.append(label(shape.label if shape else key, self._words.locale))
            part = shape.part if shape else part
        return " › ".join(labels)

    def _pages(self) -> list[str]:
        items = [self._found.target.item, *(touch.item for touch in self._found.touches)]
        pages = (self._book.page_of(item) for item in items)
        return sorted({page.path for page in pages if page})

    def record(self) -> dict[str, object]:
        """For a program."""
        found = self._found
        item = found.target.item
        return {
            "id": ".".join([item.id, *filter(None, [found.target.anchor, found.target.field])]),
            "title": target_name(found.target),
            "items": [self._touch(touch) for touch in found.touches],
            "counts": {kind: len(some) for kind, some in found.by_kind.items()},
            "procedures": [touch.item.id for touch in found.procedures],
            "messages": [touch.item.id for touch in found.messages],
            "pages": self._pages(),
            "prose": list(self._prose),
            "posts": [{"id": post.id, "title": post.title} for post in found.posts],
        }

    def _touch(self, touch: Touch) -> dict[str, object]:
        link = touch.why[0]
        entry = self._found.corpus.entries[touch.item.id]
        return {
            "id": touch.item.id,
            "kind": touch.item.kind,
            "title": touch.item.title,
            "direct": touch.direct,
            "field": self._field(link),
            "path": list(link.path),
            "through": [one.source for one in touch.why[1:]],
            "position": str(entry.position(Place(touch.item.id, link.path, link.span))),
        }
