"""Python and the browser rank alike, to the last point, over the flagship's own index."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from guifan.publish.searched import opened
from guifan.search.ranking import search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browsing import Site
    from playwright.sync_api import Page

    from guifan.search.store import Store

MOST = 10

WRITTEN = """
投诉几天答复 投诉时 退钱 辱骂 ts tousu tsdf 15秒 80% 班长能批多少补偿 转人工 客訴 宽带装不上
热线断了 重復投訴 投訴达复 sla 录音 听录音 骂人 二次确认 抢修 下班 补偿100元 费 a crm系统 crm
48h 3天 两个小时 百分之八十 tsdfs kefu kfdb 投诉怎么处理 VIP客户 how 😀 <b>投诉</b> (.*)+
手机让人偷了 300M升500M Wi-Fi慢 录音能不能给 重复投诉率要多少 师傅修完又坏了找谁
投诉投诉投诉投诉 ａｂｃ 投 12345 携号 lvxing lü
"""

OPEN = """async () => {
  const field = document.querySelector('[data-guifan-search]');
  field.focus();
  const ready = () => window.guifan.searchEngine && window.guifan.spelling;
  for (let n = 0; n < 200 && !ready(); n += 1) await new Promise(done => setTimeout(done, 50));
  const base = document.querySelector('script[src*="search/ui.js"]').src.replace(/ui[.]js.*/, '');
  const store = window.guifan.searchStore;
  const folder = base + 'index/' + window.guifan.searchEdition + '/';
  window.ranked = window.guifan.searchEngine(store.store(store.scripts(folder)));
}"""

RANK = """async ([queries, most]) => {
  const found = [];
  for (const query of queries) {
    const answer = await window.ranked.search(query);
    found.push({
      covered: answer.covered,
      total: answer.results.length,
      hits: answer.results.slice(0, most).map(hit => [hit.document, hit.section, hit.points]),
    });
  }
  return found;
}"""


def ranked(store: Store, query: str) -> dict[str, object]:
    found = search(store, query, MOST)
    hits = [
        [hit.document, -1 if hit.section is None else hit.section, hit.points] for hit in found.hits
    ]
    return {"covered": found.covered, "total": found.total, "hits": hits}


def queries(store: Store) -> Iterator[str]:
    """What was written by hand, and pieces of titles, some with a character lost or a question."""
    yield from WRITTEN.split()
    yield from ("how long to answer", "fire in the shop", "roaming charges")
    source = random.Random(3)
    titles = [store.row(at).title for at in range(len(store.meta["kind"]))]
    for _ in range(160):
        title = source.choice(titles)
        start = source.randrange(max(1, len(title) - 2))
        piece = title[start : start + source.randint(2, 6)]
        if source.random() < 0.3 and len(piece) > 3:
            piece = piece[:1] + piece[2:]
        if source.random() < 0.2:
            piece += source.choice(["怎么办", "多久", "吗", "标准"])
        yield piece


def test_both_rank_alike(site: Site, page: Page) -> None:
    store = opened(site.folder)
    asked = list(queries(store))
    page.goto(site.root)
    page.evaluate(OPEN)
    found = page.evaluate(RANK, [asked, MOST])
    wrong = [
        (query, there, here)
        for query, there in zip(asked, found, strict=True)
        if there != (here := ranked(store, query))
    ]
    assert not wrong, f"{len(wrong)} of {len(asked)}: {wrong[:2]}"
