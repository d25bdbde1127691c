"""What a site tells of the past: to staff what changed, to customers what was public all along."""

from __future__ import annotations

import gzip
import html
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from guifan.changes.editions import Edition
from guifan.checks.reading import read_standards
from guifan.cli import main
from guifan.language.model import Audience
from guifan.publish.build import BuildFailedError, Wanted, build_site
from guifan.publish.editions import write_edition
from guifan.publish.files import read_sources
from guifan.publish.searched import opened
from guifan.search.ranking import search

LIMITS, TERMS = "standards/limits.yaml", "standards/terms.yaml"
PAGE = "changes/index.html"
SIGNED = "    changed: 照试点改\n    signed_by: [front-desk]\n"
"""What rule L06 asks of a figure that is not as it was."""


def rewrite(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def released(root: Path, number: int, day: date) -> None:
    corpus = read_standards(*read_sources(root)).corpus
    write_edition(root, Edition(number, f"第 {number} 次印刷", day, corpus))


def site(root: Path, audience: Audience = Audience.INTERNAL) -> Path:
    return build_site(root, audience.value, Wanted(audience, "2026-06-01")).folder


def words(path: Path) -> str:
    """What a page says, without its tags."""
    text = re.sub(r"<[^>]+>", "", path.read_text("utf-8"))
    return re.sub(r"\s+", " ", html.unescape(text))


def everything(folder: Path) -> str:
    """Every text of a site, packed ones unpacked."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".png":
            data = path.read_bytes()
            found.append((gzip.decompress(data) if path.suffix == ".gz" else data).decode())
    return "\n".join(found)


@pytest.fixture
def changed(shop: Path) -> Path:
    """The shop after two editions: a promise and an internal limit were changed."""
    released(shop, 1, date(2026, 1, 1))
    rewrite(shop, LIMITS, "    within: 3 日\n", f"    within: 2 日\n    version: 2\n{SIGNED}")
    rewrite(shop, LIMITS, "    value: 35 元\n", f"    value: 30 元\n    version: 2\n{SIGNED}")
    released(shop, 2, date(2026, 5, 1))
    return shop


def test_without_an_edition_there_is_nothing_of_the_past(own_shop: Path) -> None:
    made = site(own_shop)
    assert not (made / "changes").exists()
    assert not (made / "changes.xml").exists()
    assert not (made / "feed.json").exists()
    pages = "".join(path.read_text("utf-8") for path in made.rglob("*.html"))
    assert "历次变更" not in pages
    assert 'rel="alternate"' not in pages


def test_the_first_edition_has_nothing_to_tell_yet(shop: Path) -> None:
    released(shop, 1, date(2026, 1, 1))
    made = site(shop)
    told = words(made / PAGE)
    assert "手册第 1 版 · 2026-01-01" in told
    assert "从这一版起记录变化" in told
    assert "下一版" not in told
    assert "改了什么" not in words(made / "index.html")


def test_staff_read_every_change_and_its_direction(changed: Path) -> None:
    made = site(changed)
    told = words(made / PAGE)
    assert re.search(r"手册第 2 版 · 2026-05-01.*手册第 1 版 · 2026-01-01", told)
    assert "退款时限 3 → 2 日 ▲ 更严" in told
    assert "店员补偿限额 35 → 30 元" in told
    assert 'href="../limits/refund/"' in (made / PAGE).read_text("utf-8")


def test_how_something_is_found_and_asked_is_no_change_of_what_is_done(shop: Path) -> None:
    released(shop, 1, date(2026, 1, 1))
    rewrite(shop, LIMITS, "    within: 3 日\n", "    within: 3 日\n    also: [钱什么时候退]\n")
    made = site(shop)
    store = opened(made)
    (hit,) = search(store, "钱什么时候退", 1).hits
    assert store.row(hit.document).id == "refund"
    assert "钱什么时候退" not in words(made / PAGE)


def test_the_page_of_an_item_tells_its_own_past_alone(changed: Path) -> None:
    told = words(site(changed) / "limits/refund/index.html")
    past = told.split("历次变更")[1]
    assert re.search(r"手册第 2 版\s*2026-05-01\s*3 → 2 日 ▲ 更严", past)
    assert "30 元" not in past


def test_what_was_not_released_yet_is_for_staff_alone(changed: Path) -> None:
    rewrite(changed, TERMS, "客户把商品交还小店", "客户把买到的商品交还小店")
    inside, outside = site(changed), site(changed, Audience.PUBLIC)
    assert "下一版（尚未发布）" in words(inside / PAGE)
    assert "买到的" in words(inside / PAGE)
    assert "下一版" not in words(outside / PAGE)
    assert "买到的" not in words(outside / PAGE)


def test_customers_read_of_public_items_alone(changed: Path) -> None:
    text = everything(site(changed, Audience.PUBLIC))
    assert "3 → 2 日" in text
    for secret in ("35 元", "30 元", "clerk-gift", "店员补偿", "front-desk", "照试点改"):
        assert secret not in text


def test_what_was_internal_before_comes_as_new(shop: Path) -> None:
    own = "    was: [money-back, pay-back]\n    audience: "
    rewrite(shop, TERMS, "在【refund】内", "很快")
    rewrite(shop, TERMS, ", refund]", "]")
    rewrite(shop, LIMITS, f"{own}public\n    within: 3 日", f"{own}internal\n    within: 9 日")
    released(shop, 1, date(2026, 1, 1))
    rewrite(shop, LIMITS, f"{own}internal\n    within: 9 日", f"{own}public\n    within: 3 日")
    released(shop, 2, date(2026, 5, 1))
    made = site(shop, Audience.PUBLIC)
    assert "退款时限 新增（时限与限额）" in words(made / PAGE)
    assert "9 日" not in everything(made)
    assert "9 → 3 日" in words(site(shop) / PAGE)


def test_what_is_internal_today_is_not_named_though_it_was_public(shop: Path) -> None:
    secret = "    title: 暗访\n"
    rewrite(shop, TERMS, secret, f"{secret}    audience: public\n")
    rewrite(shop, TERMS, "内退回货款", "内退回货款，见【secret-visit】")
    released(shop, 1, date(2026, 1, 1))
    rewrite(shop, TERMS, f"{secret}    audience: public\n", secret)
    rewrite(shop, TERMS, "内退回货款，见【secret-visit】", "内退回全部货款")
    released(shop, 2, date(2026, 5, 1))
    text = everything(site(shop, Audience.PUBLIC))
    assert "暗访" not in text
    assert "secret-visit" not in text
    assert "暗访" in words(site(shop) / PAGE)


def test_an_internal_change_of_a_public_item_is_none_to_customers(shop: Path) -> None:
    released(shop, 1, date(2026, 1, 1))
    rewrite(shop, LIMITS, "分店原来想写五天", "分店原来想写七天\n    version: 2")
    released(shop, 2, date(2026, 5, 1))
    made = site(shop, Audience.PUBLIC)
    assert "这一版没有改动对外公布的内容" in words(made / PAGE)
    assert "历次变更" not in words(made / "limits/refund/index.html")
    assert "七天" in words(site(shop) / PAGE)


def test_the_past_follows_an_item_to_its_new_id(changed: Path) -> None:
    for file in (LIMITS, TERMS):
        text = (changed / file).read_text("utf-8")
        text = text.replace("id: refund", "id: refund-time").replace(
            "【refund】", "【refund-time】"
        )
        text = text.replace("[money-back, pay-back]", "[money-back, pay-back, refund]")
        text = text.replace(", refund]\n  - id: secret", ", refund-time]\n  - id: secret")
        (changed / file).write_text(text, "utf-8")
    made = site(changed)
    assert "3 → 2 日" in words(made / "limits/refund-time/index.html")
    assert 'href="../limits/refund-time/"' in (made / PAGE).read_text("utf-8")


def test_what_is_gone_is_told_without_a_link(changed: Path) -> None:
    text = (changed / LIMITS).read_text("utf-8")
    (changed / LIMITS).write_text(text[: text.index("  - id: clerk-gift")], "utf-8")
    rewrite(changed, TERMS, "    see: [clerk-gift]\n", "")
    made = site(changed)
    assert "店员补偿限额 已删去（时限与限额）" in words(made / PAGE)
    assert "clerk-gift/" not in (made / PAGE).read_text("utf-8")


def test_what_is_announced_stands_on_top_with_its_day(changed: Path) -> None:
    coming = (
        "    next:\n      - {effective: 2027-03-01, version: 3, within: 1 日, note: 新系统上线}\n"
    )
    rewrite(changed, LIMITS, "    calendar: always\n", f"    calendar: always\n{coming}")
    for audience in Audience:
        told = words(site(changed, audience) / PAGE)
        top = told.split("按日期生效的变化")[-1].split("手册第 2 版")[0]
        assert re.search(r"退款时限 2 → 1 日 ▲ 更严 2027-03-01 起", top)


def test_an_edition_that_cannot_be_read_is_named(changed: Path) -> None:
    (changed / "editions/1.json").write_text("{", "utf-8")
    with pytest.raises(BuildFailedError, match=r"editions/1\.json"):
        site(changed)
    run = CliRunner().invoke(
        main, ["export", "markdown", str(changed), "--out", str(changed / "out")]
    )
    assert run.exit_code == 2
    assert "editions/1.json" in run.stderr


def test_the_same_editions_give_the_same_site(changed: Path) -> None:
    assert site(changed) == site(changed)


def test_what_is_kept_of_the_past_is_told_as_if_it_were_not(changed: Path) -> None:
    """The second build takes it from what the first kept; the last keeps and takes nothing."""
    released(changed, 3, date(2026, 5, 20))
    for audience in Audience:
        site(changed, audience)
        assert (changed / f".guifan/history-{audience.value}-zh.json").is_file()
    rewrite(changed, TERMS, "title: 退货\n", "title: 商品退货\n")
    released(changed, 4, date(2026, 5, 30))
    for audience in Audience:
        later = everything(site(changed, audience))
        wanted = Wanted(audience, "2026-06-01")
        anew = everything(build_site(changed, f"anew-{audience.value}", wanted, reuse=False).folder)
        assert later == anew
        assert "更严" in later


def test_what_became_internal_is_not_told_from_what_was_kept(shop: Path) -> None:
    secret = "    title: 暗访\n"
    rewrite(shop, TERMS, secret, f"{secret}    audience: public\n")
    released(shop, 1, date(2026, 1, 1))
    rewrite(shop, TERMS, "看店员怎样接待", "看店员怎样接待客户")
    released(shop, 2, date(2026, 5, 1))
    assert "暗访" in words(site(shop, Audience.PUBLIC) / PAGE)
    rewrite(shop, TERMS, f"{secret}    audience: public\n", secret)
    assert "暗访" not in everything(site(shop, Audience.PUBLIC))


@pytest.mark.parametrize("spoilt", ["", "{}", "0\n[]", '{"a": 1}'])
def test_what_was_kept_and_is_spoilt_is_told_anew(changed: Path, spoilt: str) -> None:
    told = words(site(changed) / PAGE)
    (changed / ".guifan/history-internal-zh.json").write_text(spoilt, "utf-8")
    rewrite(changed, TERMS, "title: 退货\n", "title: 商品退货\n")
    assert words(site(changed) / PAGE).startswith(told[:40])
    assert "更严" in words(site(changed) / PAGE)
