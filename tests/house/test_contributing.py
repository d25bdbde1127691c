"""The rule that CONTRIBUTING.md shows whole is the rule that there is."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
RULE = ROOT / "generator/guifan/checks/rules/references/r02_orphan.py"


def test_the_rule_that_is_shown_is_the_rule() -> None:
    shown = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("```python\n")[1].split("```")[0]
    assert shown == RULE.read_text("utf-8")
