"""How much a page counts in the search: what staff look up before what explains it."""

from collections.abc import Mapping

from guifan.manual.book import Page

_WEIGHTS: Mapping[str, float] = {
    "limit": 1.4,
    "norm": 1.6,
    "procedure": 2.2,
    "playbook": 1.6,
    "escalation": 1.3,
    "service": 1.3,
    "message": 0.3,
    "term": -0.3,
    "role": -0.3,
    "event": -3,
    "metric": 0.3,
    "taxonomy": -3,
    "situation": 0,  # wrong lines never come up where staff look for what to say
    "chapter": -5,
    "section": -5,
    "moment": 0.3,
    "moments": 0.3,
    "messages": 0.3,
    "fail-points": 0.3,
    "numbers": 0.3,
    "chapters": 0.3,
    "changes": 0,
    "lookup": 0.3,
    "practice": 0.3,
    "coverage": 0.3,
    "unanswered": 0,
    "coverage-norms": 0,
    "coverage-roles": 0,
    "coverage-questions": 0,
    "owners": 0.3,
    "owner": 0,
    "duty": 1.6,
    "kind": 0,
    "kinds": 0,
    "rule": 0,
    "rules": 0,
}


def weight(page: Page) -> float:
    """The boost of a page, by the template that shows it, below 0 to come last; 1 for all others.

    Nothing for the reference of editors and for mere lists, which the search leaves out.
    """
    return _WEIGHTS.get(page.template, 1)
