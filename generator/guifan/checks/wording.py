"""Findings in words: the rule's own messages, and what is said beside them of other places."""

from types import MappingProxyType

from guifan.checks.rules import RULES
from guifan.findings import Finding, Related, Wording

_BESIDE = MappingProxyType(
    {
        "see": Wording(zh="与这里有关", en="see also here"),
        "then": Wording(
            zh="{day}起才这样，“{title}”从那天起变化",
            en="only from {day} on, when “{title}” changes",
        ),
        "expired-waiver": Wording(
            zh="这里的豁免到 {until} 为止，已经过期：请改好问题，或者写明新的期限",
            en="the waiver here ended on {until}: mend the fault, or give a new date",
        ),
    }
)
"""Words for related places that every rule may use."""

_SHARED = Wording(
    zh="（影响本文件 {items} 个条目）", en=" (This concerns {items} items of the file.)"
)


def message(finding: Finding, language: str) -> str:
    """What a finding says, in ``zh`` or ``en``."""
    said = RULES[finding.code].messages[finding.key].say(language, finding.arguments)
    if finding.items > 1:
        said += _SHARED.say(language, {"items": finding.items})
    return said


def beside(finding: Finding, related: Related, language: str) -> str:
    """What is said of a place that belongs to a finding."""
    own = RULES[finding.code].messages
    words = own[related.key] if related.key in own else _BESIDE[related.key]
    return words.say(language, related.arguments)
