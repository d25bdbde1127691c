"""R12: what customers are told of although it is internal; one head of a file is one fault."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example

INNER = """\
--- standards/inner.yaml
kind: term
audience: {head}
items:
  - {{id: ticket, title: 工单, means: 一件事{first}}}
  - {{id: queue, title: 队列, means: 排着的事}}
"""
READ = """\
--- standards/read.yaml
kind: term
audience: public
items:
  - {id: complaint, title: 投诉, means: 登记在【ticket】里}
  - {id: waiting, title: 等候, means: 排在【queue】里}
"""


@pytest.mark.parametrize(
    ("head", "first", "said"),
    [
        ("public", "", []),
        ("internal", "", [("head", "standards/inner.yaml", 2, 2)]),
        # Only one of them is internal by the head: the place that prints it is at fault.
        ("internal", ", audience: public", [("internal-item", "standards/read.yaml", 5, 2)]),
    ],
)
def test_a_head_that_keeps_a_whole_file_inside_is_one_fault(
    head: str, first: str, said: list[tuple[str, str, int, int]]
) -> None:
    text = INNER.format(head=head, first=first) + READ
    hits = [one for one in run_example(Example(text)).findings if one.code == "R12"]
    told = [(one.key, one.position.file, one.position.line, len(one.related)) for one in hits]
    assert told == said
