"""However many processes render its pages, a site is the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from compared import differing

from guifan.publish import workers
from guifan.publish.build import BuildFailedError, Wanted, build_site

DAY = "2026-06-01"
MANY = 240
"""So many words that several processes share them."""

Ended = Callable[..., tuple[int, str, str]]


@pytest.fixture
def glossary(own_shop: Path) -> Path:
    """A manual with many words, each of which names the one before."""
    path = own_shop / "standards" / "terms.yaml"
    lines = [path.read_text("utf-8")]
    for number in range(MANY):
        see = f"word-{number - 1}" if number else "return"
        lines.append(
            f"  - id: word-{number}\n    title: 词{number}\n    audience: public\n"
            f"    means: 第 {number} 个词，在【refund】内办\n    see: [{see}]\n"
        )
    path.write_text("".join(lines), "utf-8")
    return own_shop


@pytest.fixture
def hired(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many other processes each build took on."""
    counts: list[int] = []
    hire = workers.Workers.__init__

    def counted(self: object, tasks: int, work: object, prepare: object, others: int) -> None:
        counts.append(others)
        hire(self, tasks, work, prepare, others)  # type: ignore[arg-type]

    monkeypatch.setattr(workers.Workers, "__init__", counted)
    return counts


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
@pytest.mark.parametrize("reuse", [True, False])
def test_one_process_and_three_make_the_same_site(
    glossary: Path, hired: list[int], reuse: bool
) -> None:
    one = build_site(glossary, "one", Wanted(day=DAY, jobs=1), reuse=False)
    assert hired == []
    three = build_site(glossary, "three", Wanted(day=DAY, jobs=3), reuse=reuse)
    assert hired == [2]
    assert differing(one.folder, three.folder) == []


def test_what_other_processes_rendered_is_kept(glossary: Path, hired: list[int]) -> None:
    """The next build renders one page anew, and those that name it."""
    build_site(glossary, "site", Wanted(day=DAY, jobs=3))
    text = glossary / "standards" / "terms.yaml"
    text.write_text(text.read_text("utf-8").replace("第 7 个词", "第七个词"), "utf-8")
    hired.clear()
    again = build_site(glossary, "site", Wanted(day=DAY, jobs=3))
    assert hired == []
    assert again.kept > MANY
    clean = build_site(glossary, "clean", Wanted(day=DAY, jobs=1), reuse=False)
    assert differing(clean.folder, again.folder) == []


def test_a_fault_of_a_template_is_told_as_by_one_process(glossary: Path) -> None:
    own = glossary / "site_templates" / "pages" / "term.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        "<p>{{ item.title }}</p>\n{% if item.id == 'word-200' %}{{ 1 // 0 }}{% endif %}\n", "utf-8"
    )
    told = set()
    for jobs in (1, 3):
        with pytest.raises(BuildFailedError) as raised:
            build_site(glossary, "site", Wanted(day=DAY, jobs=jobs), reuse=False)
        told.add(str(raised.value))
    assert len(told) == 1
    assert "site_templates/pages/term.html:2" in told.pop()


def test_the_command_takes_the_number(glossary: Path, ended: Ended) -> None:
    code, _, err = ended("guifan", "build", "--jobs", "2", "--date", DAY, cwd=glossary)
    assert code == 0, err
    assert (glossary / "site" / "index.html").is_file()
    assert ended("guifan", "build", "--jobs", "0", cwd=glossary)[0] == 2
