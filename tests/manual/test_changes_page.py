"""What changed, on the pages: of an item, of a post, on the first page, and all of it."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rendering

from guifan.changes.change import Weight
from guifan.changes.strictness import Strictness
from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.manual.arrange import CHANGES, arrange
from guifan.manual.history import NO_HISTORY, History, Period, Told
from guifan.manual.render import Renderer, Settings
from guifan.publish.folder import open_folder
from guifan.publish.templates import environment

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus

POST = "hotline-agent"
LIMIT = "complaint-answer"


def told(what: str, **more: object) -> Told:
    facts: dict[str, object] = {
        "id": LIMIT,
        "kind": "limit",
        "title": "投诉答复",
        "where": "",
        "what": what,
        "judged": None,
        "since": None,
        "weight": Weight.DUTY,
        "place": "complaints.handling",
        "posts": ((POST, "客服代表"),),
    }
    return Told(**{**facts, **more})  # type: ignore[arg-type]  # each test names its own


def edition(number: int, *changes: Told) -> Period:
    return Period(number, "", date(2026, number, 1), number == 1, changes)


def rendered(corpus: Corpus, history: History, path: str, locale: str = "zh-Hans") -> str:
    words = translator(locale)
    book = arrange(corpus, Audience.INTERNAL, words, rendering.DAY, (), history)
    settings = Settings(locale, Audience.INTERNAL.value, True, rendering.DAY)
    made = Renderer(book, environment(rendering.ROOT, words), settings, words)
    return made.render(book.pages[path]).html


def words(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", text)))


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


def test_no_history_no_page_and_no_word_of_it(corpus: Corpus) -> None:
    book = arrange(corpus, Audience.INTERNAL, translator("zh-Hans"), rendering.DAY)
    assert CHANGES not in book.pages
    for path in ("index", f"roles/{POST}", f"limits/{LIMIT}", "lookup/index"):
        page = rendered(corpus, NO_HISTORY, path)
        assert "gf-changes" not in page
        assert "历次变更" not in page
        assert "changes/" not in page


def test_a_change_says_its_direction_by_sign_word_and_colour(corpus: Corpus) -> None:
    signs = {
        Strictness.STRICTER: ("stricter", "▲ 更严"),
        Strictness.LOOSER: ("looser", "▼ 更宽"),
        Strictness.MIXED: ("mixed", "◆ 有宽有严"),
        Strictness.SAME: ("same", "＝ 一样长短"),
    }
    changes = [told(f"改动{at}", judged=one) for at, one in enumerate(signs)]
    page = rendered(corpus, History((edition(2, *changes), edition(1))), CHANGES)
    for at, (name, says) in enumerate(signs.values()):
        assert f"改动{at} {says}" in words(page)
        assert f"gf-judged-{name}" in page


def test_what_an_item_was_called_is_escaped_and_what_is_gone_has_no_link(corpus: Corpus) -> None:
    gone = told("已删去", id="no-such-item", title="<i>旧条</i>", posts=(("nobody", "旧岗"),))
    other = told("换了种类", kind="norm", title="同名的条款")
    page = rendered(corpus, History((edition(2, gone, other), edition(1))), CHANGES)
    assert "&lt;i&gt;旧条&lt;/i&gt;" in page
    assert "no-such-item/" not in page
    assert "<b>同名的条款</b>" in page
    assert "涉及：旧岗" in words(page)


def test_many_posts_are_counted_and_all_can_be_chosen(corpus: Corpus) -> None:
    roles = [(one.id, one.title) for one in corpus.of_kind("role")][:9]
    history = History((edition(2, told("改动", posts=tuple(roles))), edition(1)))
    page = rendered(corpus, history, CHANGES)
    assert f"{roles[5][1]}等 9 个岗位" in words(page)
    row = re.search(r'data-gf-posts="([^"]*)"', page)
    assert row
    assert row[1].split() == [name for name, _ in roles]
    options = re.findall(r'<option value="([^"]+)">', page)
    assert set(options) == {*(name for name, _ in roles), "complaints"}


def test_older_editions_are_folded(corpus: Corpus) -> None:
    editions = [edition(number, told(f"改动{number}")) for number in (4, 3, 2)]
    page = rendered(corpus, History((*editions, edition(1))), CHANGES)
    folded = re.findall(r"<details.*?</details>", page, re.DOTALL)
    assert len(folded) == 1
    assert "改动2" in folded[0]


def test_an_item_tells_its_own_changes_the_newest_first(corpus: Corpus) -> None:
    later = edition(3, told("丙"), told("别处", id="complaint-resolve", title="投诉解决"))
    history = History((later, edition(2, told("甲"), told("乙")), edition(1)))
    page = words(rendered(corpus, history, f"limits/{LIMIT}"))
    past = page.split("历次变更")[1]
    assert past.startswith(" 3 处")
    assert re.search(r"手册第 3 版\s*2026-03-01\s*丙\s*手册第 2 版\s*2026-02-01\s*甲\s*乙", past)
    assert "别处" not in page


def test_a_post_reads_at_most_eight_of_the_last_edition_and_since(corpus: Corpus) -> None:
    coming = Period(None, "", None, False, tuple(told(f"将改{at}") for at in range(3)))
    last = edition(3, *(told(f"已改{at}") for at in range(7)), told("别人的", posts=()))
    history = History((coming, last, edition(2, told("早先的")), edition(1)))
    page = rendered(corpus, history, f"roles/{POST}")
    block = page.split('id="changes"')[1].split("<h2")[0]
    assert len(re.findall("<li>", block)) == 8
    assert "将改0" in block
    assert "已改4" in block
    for absent in ("已改5", "别人的", "早先的"):
        assert absent not in page
    assert f"changes/#post={POST}" in block
    assert "共 10 处" in block
    other = rendered(corpus, history, "roles/complaint-manager")
    assert "都不涉及这个岗位" in other.split('id="changes"')[1].split("<h2")[0]


def test_the_first_page_shows_the_three_weightiest_of_the_last_edition(corpus: Corpus) -> None:
    changes = (
        told("多岗措辞", weight=Weight.WORDING, posts=(("a", "甲"), ("b", "乙"))),
        told("新增一条"),
        told("放宽一条", judged=Strictness.LOOSER),
        told("收紧一条", judged=Strictness.STRICTER, posts=(("a", "甲"), ("b", "乙"))),
    )
    coming = Period(None, "", None, False, (told("将改"),))
    page = rendered(corpus, History((coming, edition(2, *changes), edition(1))), "index")
    block = page.split("手册第 2 版改了什么")[1]
    found = re.findall("收紧一条|放宽一条|新增一条|多岗措辞|将改", block)
    assert found == ["收紧一条", "放宽一条", "新增一条"]
    assert "这一版共 4 处变化" in block


def test_the_first_edition_is_no_news(corpus: Corpus) -> None:
    assert "gf-changes" not in rendered(corpus, History((edition(1),)), "index")


def test_in_english_nothing_of_the_furniture_stays_chinese(corpus: Corpus) -> None:
    change = told("3 → 2", title="Answer", judged=Strictness.MIXED, since=date(2027, 4, 1))
    coming = Period(None, "", None, False, (change,))
    history = History((coming, edition(3, change), edition(2, change), edition(1)), (change,))
    page = words(rendered(corpus, history, CHANGES, "en"))
    lists = page.split("Changes that come into force on a date")[1]
    assert "Edition 3 · 2026-03-01" in lists
    assert "from 2027-04-01" in lists
    assert not re.search("[\u4e00-\u9fff]", lists.replace("客服代表", ""))
