"""A course of every type of question, with the texts that upset formats among them."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import node_tools
import pytest
import python_tools
import sampling

from guifan.language.catalogues import translator
from guifan.publish.folder import open_folder
from guifan.publish.packing import player
from guifan.quiz.carriers import Course, Source
from guifan.quiz.item import Form, Item
from guifan.quiz.models import MODELS
from guifan.quiz.pool import pool
from guifan.quiz.said import Said
from guifan.quiz.written import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAY = date(2026, 11, 20)
WORDS = translator("zh-Hans")
EACH = 5
"""How many questions of each type are carried unless all are, beside the upsetting ones."""

NASTY = (
    "=1+1 {花括号} ~波浪 #井号 :冒号 \\反斜线",
    "-> 箭头 =% 50% <b>标签</b> & \"引号\" '撇号'",
    "+86 加号 {{双括号}} ]]> //注释 ::题名::",
    "@ 艾特 $CATEGORY: 类 ####总解析",
    "-5 减号 🙂 表情 <script>alert(1)</script>",
    "%50%开头的百分号 %-100%",
)
"""Texts with the marks of every format, and with what table programs take for formulas."""


@pytest.fixture(scope="session")
def course(manual_root: Path) -> Course:
    corpus = open_folder(manual_root).corpus
    models = [*MODELS.values(), *WRITTEN.values()]
    asked = list(pool(corpus, DAY, WORDS, models=models).items.values())
    some: list[Item] = []
    for form in Form:
        alike = [item for item in asked if item.model.form is form]
        few = len(alike) if sampling.proving() else EACH
        some += sampling.sample(alike, few, lambda item: item.id)
        fitting = (item for item in alike if len(item.options) <= len(NASTY))
        some.append(upset(max(fitting, key=lambda item: len(item.options))))
    sources = {one.id: Source(one.title, one.version, one.effective) for one in corpus}
    return Course(
        "云川 / 题库 & <卷>", tuple(some), WORDS, DAY, sources, player=player(manual_root)
    )


def upset(item: Item) -> Item:
    """The question with nasty words, its answers the other way round.

    Numbers and words to be written stay as they are.
    """
    stays = item.model.form in {Form.NUMERIC, Form.FILL_IN, Form.TRUE_FALSE}
    options = tuple(
        dataclasses.replace(
            option,
            text=option.text if stays else Said(nasty),
            why=Said(f"为什么：{nasty}"),
            of=Said(f"左 {nasty}") if option.of else None,
        )
        for option, nasty in zip(item.options, NASTY, strict=False)
    )
    return dataclasses.replace(
        item,
        id=f"upset.{item.id}",
        stem=Said(f"={NASTY[1]}？\n第二行"),
        options=options[::-1],
        verdicts=item.verdicts[::-1],
    )


@pytest.fixture(scope="session")
def node_modules(manual_root: Path) -> Path:
    """The folder of the pinned npm packages."""
    try:
        return node_tools.install(manual_root / ".guifan/test-tools") / "node_modules"
    except node_tools.InstallationError as error:
        pytest.skip(f"the npm packages that read exported files could not be installed: {error}")


@pytest.fixture(scope="session")
def python_of(manual_root: Path) -> Callable[[str], Path]:
    """Give the Python of a pinned program's own environment."""

    def found(name: str) -> Path:
        try:
            return python_tools.install(manual_root / ".guifan/test-tools", name)
        except python_tools.InstallationError as error:
            pytest.skip(f"{name}, which reads exported files, could not be installed: {error}")

    return found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[[dict[str, Path]], str]]:
    """Serve folders under the first part of their addresses; give the root's address."""
    servers: list[ThreadingHTTPServer] = []

    def serve(folders: dict[str, Path]) -> str:
        root = tmp_path / "served"
        root.mkdir()
        for name, folder in folders.items():
            (root / name).symlink_to(folder.resolve(), target_is_directory=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...
