"""``guifan bump``: record what was changed since the last edition, so that it can be released."""

from collections.abc import Iterable, Mapping

import click

from guifan.changes.noting import Lacking, lacking
from guifan.commands._command import CannotRunError, Command, MisusedError, _
from guifan.commands._manual import opened
from guifan.corpus.graph import Corpus
from guifan.findings import listed
from guifan.language.faults import nearest
from guifan.language.layout.fields import Value, setting
from guifan.language.source import CannotRead
from guifan.publish.fixes import edit
from guifan.publish.folder import Folder

_POSTS = ("role", "unit")


@click.command(
    "bump",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("改过的条目：提高版本，写明为什么改、谁签阅"),
    help=_(
        "和上一版相比改过的条目，把版本提高，写进文件。数值改过的，"
        "再写上改动说明（改了什么数，加上您写的原因）和须签阅的岗位。"
        "\n\nID 是条目的编号，不写就是所有改过的条目。已经写好的不动。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan bump --why 客户等得太久               所有改过的条目\n"
        "  guifan bump hold-once --why 客户等得太久     只记这一条\n"
        "  guifan bump --why 客户等得太久 --signed-by hotline-agent,shift-leader"
    ),
)
@click.argument("names", nargs=-1, metavar="[ID]…")
@click.option("--why", default="", metavar="TEXT", help=_("数值为什么改，一句话"))
@click.option(
    "--signed-by", "posts", default="", metavar="IDS", help=_("请哪些岗位签阅，不写为涉及的岗位")
)
@click.option("--dir", "folder", default=".", metavar="DIR", help=_("手册的文件夹"))
def COMMAND(  # noqa: N802  # the name by which the commands are found
    names: tuple[str, ...], *, why: str, posts: str, folder: str
) -> None:
    """Record the changes of ``names``, or of all items."""
    manual = opened(folder)
    if manual.baseline is None:
        raise CannotRunError(_("还没有存过版，不用记。第一版用 guifan release 存。"))
    wanted = {_known(name, manual.corpus) for name in names}
    signing = tuple(_post(name, manual.corpus) for name in filter(None, posts.split(",")))
    found = [
        one
        for one in lacking(manual.corpus, manual.baseline)
        if not wanted or one.item.id in wanted
    ]
    unsaid = next((one for one in found if one.what), None)
    if unsaid and not why.strip():
        text = _("{id}（{title}）的数值改了：{what}。请写 --why，说明为什么改。")
        facts = {"id": unsaid.item.id, "title": unsaid.item.title, "what": unsaid.what}
        raise CannotRunError(text.format(**facts))
    values = {one.item.id: _values(one, " ".join(why.split()), signing) for one in found}
    _write(manual, values)
    for name, fields in values.items():
        click.echo(_said(manual, name, fields).encode())
    if not found:
        click.echo(_("和上一版相比，没有要记的。"))


def _known(name: str, corpus: Corpus) -> str:
    item = corpus.get(name)
    if item is None:
        text = _("没有编号为“{name}”的条目。").format(name=name)
        near = nearest(name, corpus.entries)
        raise CannotRunError(text + (_("是不是 {near}？").format(near=near) if near else ""))
    return item.id


def _post(name: str, corpus: Corpus) -> str:
    """The id of a post or unit, as written.

    Raises:
        MisusedError: there is none.
    """
    item = corpus.get(name.strip())
    if item is None or item.kind not in _POSTS:
        raise MisusedError(_("没有编号为“{name}”的岗位或部门。").format(name=name.strip()))
    return item.id


def _values(one: Lacking, why: str, posts: tuple[str, ...]) -> Mapping[str, Value]:
    values: dict[str, Value] = {"version": one.version} if one.version else {}
    if one.what:
        values["changed"] = f"{one.what}，{why}"
    if one.posts:
        values["signed_by"] = posts or one.posts
    return values


def _write(manual: Folder, values: Mapping[str, Mapping[str, Value]]) -> None:
    """Write the fields of items into their files."""
    entries = [(manual.corpus.entries[name], fields) for name, fields in values.items()]
    for file in dict.fromkeys(entry.document.source.file for entry, _fields in entries):
        edits = [
            one
            for entry, fields in entries
            if entry.document.source.file == file
            for one in setting(entry, fields)
        ]
        try:
            if not edit(manual, file, edits):
                raise CannotRunError(_("{path} 刚才有人改了，请再来一次。").format(path=file))
        except CannotRead as error:
            text = _("写不了 {path}：{reason}")
            raise CannotRunError(text.format(path=error.path, reason=error.reason)) from None


def _said(manual: Folder, name: str, fields: Mapping[str, Value]) -> str:
    """What was written of an item, in a line."""
    item = manual.corpus.entries[name].item
    told = (
        f"{_(type(item).label(key))} {_shown(manual.corpus, value)}"
        for key, value in fields.items()
    )
    return _("{id}（{title}）：{fields}").format(
        id=name, title=item.title, fields=_("；").join(told)
    )


def _shown(corpus: Corpus, value: Value) -> str:
    if isinstance(value, tuple):
        return listed(_titles(corpus, value)).say(_.locale)
    return str(value)


def _titles(corpus: Corpus, names: Iterable[str]) -> Iterable[str]:
    return (item.title for name in names if (item := corpus.get(name)))
