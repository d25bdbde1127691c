"""``guifan explain``: the page of a rule, or what the manual knows of an item."""

from collections.abc import Iterator

import click
from rich.cells import cell_len

from guifan.checks.examples import run_example
from guifan.checks.prose import mentioned
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.commands._command import LANGUAGE, LOCALES, CannotRunError, Command, _
from guifan.commands._manual import opened
from guifan.corpus.addresses import Target
from guifan.corpus.graph import Corpus
from guifan.corpus.references import prints
from guifan.findings import Example, Place, Rule, Severity, listed
from guifan.language.catalogues import Translator, translator
from guifan.language.faults import nearest
from guifan.publish.folder import Folder


@click.command(
    "explain",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("说明一条规则或一个条目"),
    help=_(
        "说明一条规则：查什么、为什么、怎样写不对、怎样写才对；"
        "\n\n或者说明一个条目：名称、写在哪里、引用它时显示什么、哪些条目引用它。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan explain R01\n"
        "  guifan explain complaint-answer\n"
        "  guifan explain complaint-handling.record"
    ),
)
@click.argument("name", metavar="CODE|ID")
@click.option("--dir", "folder", default=".", metavar="DIR", help=_("手册的文件夹"))
@click.option("--lang", type=click.Choice(["zh", "en"]), default=LANGUAGE, help=_("说明的语言"))
def COMMAND(name: str, folder: str, lang: str) -> None:  # noqa: N802  # found by this name
    """Explain a rule or an item."""
    rule = RULES.get(name.upper())
    words = translator(LOCALES[lang])
    lines = _rule(rule, lang, words) if rule else _item(opened(folder), name, words)
    click.echo("\n".join(lines))


def _rule(rule: Rule, lang: str, _: Translator) -> Iterator[str]:
    severity = _("错误") if rule.severity is Severity.ERROR else _("警告")
    yield f"{rule.code} {rule.name} · {severity}"
    yield ""
    yield rule.finds.say(lang)
    yield ""
    yield _("为什么：") + rule.why.say(lang)
    if not rule.bad.text:
        return
    yield ""
    yield _("这样写不对：")
    yield from _shown(rule.bad)
    for finding in run_example(rule.bad).findings:
        yield f"    → {message(finding, lang)}"
    yield ""
    whole = rule.bad.files.keys() <= rule.change.files.keys()
    yield _("这样写才对：") if whole else _("这样写才对（其余文件不变）：")
    yield from _shown(rule.change)


def _shown(example: Example) -> Iterator[str]:
    """The example indented, its carets below what they mark however wide that is printed."""
    above = ""
    for line in example.text.splitlines():
        if line.strip() and not line.strip(" ^"):
            start, end = len(line) - len(line.lstrip()), len(line)
            yield "    " + " " * cell_len(above[:start]) + "^" * cell_len(above[start:end])
        else:
            yield f"    {line}".rstrip()
            above = line


def _item(folder: Folder, name: str, _: Translator) -> Iterator[str]:
    corpus = folder.corpus
    target = corpus.resolve(name) or _titled(corpus, name, _)
    if target is None:
        raise CannotRunError(_unknown(corpus, name, _))
    item = target.item
    entry = corpus.entries[item.id]
    title = " › ".join([item.title, *(str(getattr(one, "title", "")) for one in target.parts)])
    yield f"{title}（{'.'.join([item.id, *name.split('.')[1:]])}）"
    yield _("种类：{kind}").format(kind=item.kind_name)
    yield _("写在：{place}").format(place=entry.position(Place(item.id, ("id",))))
    yield _("引用时显示：{text}").format(text=prints(target, _.locale))
    for revision in entry.revisions:
        later = Target(revision.item) if not (target.parts or target.field) else None
        if later is not None:
            said = _("自 {day} 起显示：{text}")
            yield said.format(day=revision.effective, text=prints(later, _.locale))
    yield from _users(folder, target, _)


def _titled(corpus: Corpus, title: str, _: Translator) -> Target | None:
    """The item that goes by a title or another word.

    Raises:
        CannotRunError: several do.
    """
    ids = corpus.called.get(title, ())
    if len(ids) > 1:
        text = _("叫“{title}”的不止一个，请写编号：{ids}。")
        raise CannotRunError(text.format(title=title, ids=listed(ids).say(_.locale)))
    return corpus.resolve(ids[0]) if ids else None


def _users(folder: Folder, target: Target, _: Translator) -> Iterator[str]:
    """Who refers to what was asked for, or to something in it: items, then pages of prose."""
    corpus = folder.corpus
    placed = {
        corpus.entries[one.source].position(Place(one.source, one.path, one.span)): one.source
        for one in corpus.incoming.get(target.item.id, ())
        if one.target and _is_in(one.target, target)
    }
    pages = [
        at
        for page in folder.pages
        for address, at in mentioned(page)
        if (found := corpus.resolve(address)) and _is_in(found, target)
    ]
    if not placed and not pages:
        yield _("没有条目引用它。")
    if placed:
        yield _("引用它的条目：")
    for place, source in sorted(placed.items()):
        yield f"    {place} {corpus.entries[source].item.title}（{source}）"
    if pages:
        yield _("引用它的正文：")
    for at in sorted(pages):
        yield f"    {at}"


def _is_in(inner: Target, outer: Target) -> bool:
    """Whether one target is the other or lies in it."""
    lies_below = inner.parts[: len(outer.parts)] == outer.parts
    return inner.item is outer.item and lies_below and outer.field in ("", inner.field)


def _unknown(corpus: Corpus, name: str, _: Translator) -> str:
    if name.partition(".")[0] in corpus.broken:
        return _("条目“{name}”写得有错，读不进来；请先运行 guifan check。").format(name=name)
    text = _("没有编号为“{name}”的规则或条目。").format(name=name)
    near = nearest(name.upper(), RULES) if len(name) < 4 else None  # noqa: PLR2004  # a code has 3
    near = near or nearest(name, corpus.entries)
    return text + (_("是不是 {near}？").format(near=near) if near else "")
