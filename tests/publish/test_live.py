"""What a live server shows while builds fail, asked as its own readers ask it."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING, Any
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.exceptions import Abort, BuildError
from mkdocs.livereload import LiveReloadServer

from guifan.language.catalogues import translator
from guifan.publish.build import Wanted, build_site
from guifan.publish.live import Live, aside
from guifan.publish.preview import Preview
from guifan.publish.searched import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = "<html><body><h1>{}</h1></body></html>"


class Manual:
    """A live server whose builds do as they are told."""

    def __init__(self, place: Path) -> None:
        self.site = place / "site"
        self.told: list[Exception | None] = []
        self.next: str | Exception = ""
        self.meanwhile: Callable[[], object] = lambda: None
        self.server = LiveReloadServer(self._build, "127.0.0.1", 0, str(self.site))
        self.server.builder = aside(self.server)
        self.live = Live(self.server, self.told.append, translator("zh-Hans"))

    def _build(self) -> None:
        self.meanwhile()
        self.site.mkdir(exist_ok=True)
        (self.site / "index.html").write_text("half of a site", "utf-8")
        if isinstance(self.next, Exception):
            raise self.next
        (self.site / "index.html").write_text(PAGE.format(self.next), "utf-8")
        (self.site / "data.json").write_text("{}", "utf-8")

    def build(self, outcome: str | Exception) -> None:
        self.next = outcome
        self.live.build()

    def ask(self, path: str) -> tuple[str, str]:
        """Status and text of an answer, whose length must be what it says."""
        environ: dict[str, Any] = {}
        setup_testing_defaults(environ)
        environ["PATH_INFO"] = path
        said: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], _: object = None, /) -> Any:
            said.append((status, headers))

        body = b"".join(self.live.answer(environ, start))
        headers = dict(said[-1][1])
        if "Content-Length" in headers:
            assert int(headers["Content-Length"]) == len(body)
        return said[-1][0], body.decode()


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    return Manual(tmp_path)


FAILURES = [
    Abort("Aborted with 1 warnings in strict mode!"),
    BuildError("a plugin refused"),
    OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "page.html"),
    KeyError("a fault in a program"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda one: type(one).__name__)
def test_whatever_a_build_raises_the_site_before_it_is_served(
    failure: Exception, manual: Manual
) -> None:
    manual.build("甲")
    manual.build(failure)
    status, text = manual.ask("/")
    assert status == "200 OK"
    assert "<h1>甲</h1>" in text
    assert "网站没有重新生成，这是改前的样子" in text
    assert manual.told == [None, failure]
    manual.build("乙")
    assert "<h1>乙</h1>" in manual.ask("/")[1]
    assert "改前的样子" not in manual.ask("/")[1]


def test_a_failure_is_told_as_text_and_never_as_mark_up(manual: Manual) -> None:
    manual.build(Abort("<script>alert(1)</script> {braces}"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {braces}" in manual.ask("/")[1]
    manual.build("甲")
    manual.build(Abort("<script>alert(1)</script> {braces}"))
    text = manual.ask("/")[1]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {braces}" in text
    assert text.index("<h1>甲</h1>") < text.index("&lt;script") < text.index("</body>")


def test_only_pages_carry_the_strip(manual: Manual) -> None:
    manual.build("甲")
    manual.build(Abort("no"))
    assert manual.ask("/data.json") == ("200 OK", "{}")
    assert "改前的样子" in manual.ask("/nowhere/")[1]
    assert manual.ask("/nowhere/")[0] == "404 Not Found"


def test_before_the_first_good_build_every_address_says_what_is_wrong(manual: Manual) -> None:
    manual.build(Abort("the first"))
    manual.build(Abort("the second"))
    for path in ("/", "/limits/refund/"):
        text = manual.ask(path)[1]
        assert "网站没有生成" in text
        assert "the second" in text
        assert "the first" not in text
        assert "改前的样子" not in text
    assert not manual.site.exists()


def test_nobody_waits_for_a_build_and_browsers_load_the_page_after_it(manual: Manual) -> None:
    manual.build("甲")
    before = manual.ask("/livereload/0/1")[1]
    seen: list[str] = []
    manual.meanwhile = lambda: seen.append(manual.ask("/")[1])
    manual.build("乙")
    assert "<h1>甲</h1>" in seen[0]
    assert int(manual.ask("/livereload/0/1")[1]) > int(before)


def test_an_edit_is_shown_before_any_build_but_not_while_one_has_failed(
    manual: Manual, own_shop: Path
) -> None:
    manual.build("甲")
    build_site(own_shop, "site", Wanted(day="2026-06-01"), finished=manual.live.take)
    limits = own_shop / "standards/limits.yaml"
    limits.write_text(limits.read_text("utf-8").replace("3 日", "5 日"), "utf-8")
    before = manual.ask("/livereload/0/1")[1]
    manual.live.edited("standards/limits.yaml")
    assert int(manual.ask("/livereload/0/1")[1]) > int(before)
    assert "5 日" in manual.ask("/limits/refund/")[1]
    assert "livereload(" in manual.ask("/limits/refund/")[1]
    assert manual.ask("/data.json") == ("200 OK", "{}")
    manual.build(Abort("no"))
    assert "5 日" not in manual.ask("/limits/refund/")[1]


def test_the_search_follows_an_edit_until_pages_are_arranged_otherwise(
    manual: Manual, own_shop: Path
) -> None:
    def written(old: str, new: str) -> tuple[str, str]:
        limits.write_text(limits.read_text("utf-8").replace(old, new), "utf-8")
        manual.live.edited("standards/limits.yaml")
        if manual.live._making is not None:
            manual.live._making.join()
        return manual.ask(index)

    manual.build("甲")
    build_site(own_shop, "site", Wanted(day="2026-06-01"), finished=manual.live.take)
    limits, index = own_shop / "standards/limits.yaml", f"/{FOLDER}/index.js"
    status, first = written("35 元", "45 元")
    assert status == "200 OK"
    edition = re.sub(r".*\"(\w+)\".*", r"\1", first.strip())
    assert (
        "45"
        in manual.ask(f"/{FOLDER}/{edition}/r0.js")[1] + manual.ask(f"/{FOLDER}/{edition}/r1.js")[1]
    )
    assert written("45 元", "55 元")[1] != first
    assert written("title: 退款时限", "title: 退款期限")[0] == "404 Not Found", "that of the build"
    assert written("title: 退款期限", "title: 退款时限")[0] == "200 OK"
    assert written("55 元", "35 元")[0] == "404 Not Found"


def test_what_was_written_during_a_build_is_shown_after_it(manual: Manual, own_shop: Path) -> None:
    limits = own_shop / "standards/limits.yaml"

    def written() -> None:
        limits.write_text(limits.read_text("utf-8").replace("3 日", "5 日"), "utf-8")
        manual.live.edited("standards/limits.yaml")

    manual.build("甲")
    wanted = Wanted(day="2026-06-01")
    build_site(own_shop, "site", wanted, finished=manual.live.take)
    assert not manual.server._want_rebuild
    manual.meanwhile = written
    manual.build("乙")
    assert "5 日" in manual.ask("/limits/refund/")[1]
    assert manual.server._want_rebuild, "what was written too late for a build takes another"


def test_a_preview_that_fails_is_none(manual: Manual, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Preview, file: str) -> bool:
        raise KeyError(file)

    manual.build("甲")
    manual.live._preview = object.__new__(Preview)
    monkeypatch.setattr(Preview, "take", fails)
    manual.live.edited("standards/limits.yaml")
    assert "<h1>甲</h1>" in manual.ask("/")[1]
