"""What is written to the shop before it is built again, and what the build before leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.publish.preview import Stage

DAY = "2026-06-01"

LIMITS, TERMS = "standards/limits.yaml", "standards/terms.yaml"

VALUES = [
    (LIMITS, "value: 35 元", "value: 45 元"),
    (LIMITS, "不收手续费", "不收任何手续费"),
    (LIMITS, "  - id: refund\n", "  # 一行注释\n  - id: refund\n"),
    (TERMS, "means: 客户把商品交还小店", "means: 客户把买的商品交还小店"),
    (TERMS, "    see: [clerk-gift]\n", "    see: [clerk-gift, return]\n"),
]
"""Changes of what items say."""


def left(root: Path, audience: Audience = Audience.INTERNAL) -> tuple[Path, Stage]:
    """Build a manual: its site, and what the build leaves."""
    stages: list[Stage] = []
    built = build_site(root, "site", Wanted(audience, DAY), finished=stages.append)
    return built.folder, stages[-1]


def rewrite(root: Path, file: str, old: str, new: str) -> None:
    """Change one place of a file."""
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
