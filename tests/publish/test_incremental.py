"""Whatever was changed and however often, the site is the one that a clean build makes."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from compared import differing

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.edition import RefusedError

STEPS = 10
"""How often the site is built anew."""

LIMITS, TERMS, UNITS = (f"standards/{name}.yaml" for name in ("limits", "terms", "units"))

CHANGES: tuple[tuple[str, str, str], ...] = (
    (LIMITS, "within: 3 日", "within: 5 日"),
    (LIMITS, "value: 35 元", "value: 45 元"),
    (LIMITS, "title: 退款时限", "title: 退款期限"),
    (LIMITS, "不收手续费", "不收任何手续费"),
    (LIMITS, "  - id: refund\n", "  # 一行注释\n  - id: refund\n"),
    (
        LIMITS,
        "    calendar: always\n",
        "    calendar: always\n"
        "    next:\n      - {effective: 2026-10-01, note: 快一些, within: 2 日}\n",
    ),
    (TERMS, "means: 客户把商品交还小店", "means: 客户把买的商品交还小店"),
    (TERMS, "    see: [clerk-gift]\n", "    see: [clerk-gift, return]\n"),
    (TERMS, "id: secret-visit\n", "id: quiet-visit\n    was: [secret-visit]\n"),
    (TERMS, "kind: term\nplace: basics", "kind: term\nplace: returns"),
    (
        TERMS,
        "  - id: secret-visit\n    title: 暗访\n",
        "  - id: receipt\n    title: 小票\n    means: 付款的凭证，【refund】内凭它退货\n"
        "  - id: secret-visit\n    title: 暗访\n",
    ),
    (UNITS, "title: 总店", "title: 总部"),
    ("standards/manual.yaml", "title: 退换\n", "title: 退货换货\n"),
    ("content/guides/welcome.md", "\n", "\n\n"),
    ("content/chapters/returns/index.md", "\n", " \n"),
    ("mkdocs.yml", "edit_url: https://git.", "edit_url: https://code."),
    ("mkdocs.yml", "site_name:", "copyright: 小店\nsite_name:"),
)
"""What somebody may write in the place of something else, and take back again."""


def change(root: Path, chance: random.Random) -> str:
    """Change something, or take a change back; what it was."""
    if chance.random() < 0.15:
        return _template(root, chance)
    file, old, new = chance.choice(CHANGES)
    path = root / file
    text = path.read_text("utf-8")
    if new in text:
        path.write_text(text.replace(new, old, 1), "utf-8")
    elif old in text:
        path.write_text(text.replace(old, new, 1), "utf-8")
    return f"{file}: {old!r} -> {new!r}"


def _template(root: Path, chance: random.Random) -> str:
    """A template of the user's own comes, changes or goes."""
    own = root / "site_templates" / "pages" / "term.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    if own.exists() and chance.random() < 0.5:
        own.unlink()
        return "no template"
    own.write_text(f"<p>{chance.random()}</p>{{{{ item.means|prose }}}}", "utf-8")
    return "a template"


def wanted(chance: random.Random) -> Wanted:
    day = date(2026, 6, 1) + timedelta(days=chance.choice([0, 0, 0, 1, 40, 250]))
    return Wanted(chance.choice([*[Audience.INTERNAL] * 3, Audience.PUBLIC]), str(day))


def test_a_site_after_changes_is_that_of_a_clean_build(own_shop: Path, proving: bool) -> None:
    chance = random.Random(5)
    built = touched = 0
    for _ in range(60 if proving else STEPS):
        told = [change(own_shop, chance) for _ in range(chance.randrange(3))]
        edition = wanted(chance)
        try:
            done = build_site(own_shop, "site", edition)
        except RefusedError:  # the next changes may mend it
            continue
        clean = build_site(own_shop, "clean", edition, reuse=False).folder
        assert differing(done.folder, clean) == [], told
        built += 1
        touched += done.touched is not None
    assert built > STEPS / 2
    assert touched > 0
