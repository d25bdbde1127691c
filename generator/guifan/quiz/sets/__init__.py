"""What is wrong with questions that stand together; a rule is found by being here."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.quiz.sets._rule import Questions, Remark, SetRule

SET_RULES: Mapping[str, SetRule] = MappingProxyType(
    {
        rule.name: rule
        for _, module in modules(__name__, __path__)
        if isinstance(rule := getattr(module, "RULE", None), SetRule)
    }
)
"""Every rule by its name."""

__all__ = ["SET_RULES", "Questions", "Remark", "SetRule", "remarks"]


def remarks(questions: Questions) -> Iterator[Remark]:
    """Everything that is wrong with questions that stand together, rule by rule."""
    for rule in SET_RULES.values():
        if questions.is_paper or not rule.on_papers_only:
            for about in rule.finds(questions):
                yield Remark(rule, about)
