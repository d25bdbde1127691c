"""Papers from blueprints: known ones by hand, those that cannot be, and the same ones again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from examined import exam, question

from guifan.language.kinds.exam import QuestionType
from guifan.quiz.forms import Assembled, Shortage, arranged, assemble, plan_of
from guifan.quiz.item import Form, Item, Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guifan.language.kinds.exam import Exam


def chosen(
    blueprint: Exam, items: Iterable[Item], letters: str = "A", seed: str = "s"
) -> Assembled:
    made = assemble(plan_of(blueprint, letters, seed, items))
    assert isinstance(made, Assembled), made
    return made


def lacking(blueprint: Exam, items: Iterable[Item], letters: str = "A") -> Shortage:
    made = assemble(plan_of(blueprint, letters, "s", items))
    assert isinstance(made, Shortage), made
    return made


def names(items: Iterable[Item]) -> set[str]:
    return {one.id for one in items}


def test_the_only_paper_there_is_is_found() -> None:
    items = [question(n) for n in range(5)]
    assert names(chosen(exam(), items).papers["A"]) == names(items)


def test_only_questions_that_all_posts_must_know_are_asked() -> None:
    both = [question(n, roles=("clerk", "chief")) for n in range(5)]
    one = [question(n) for n in range(5, 30)]
    found = chosen(exam(roles=["clerk", "chief"]), [*one, *both])
    assert names(found.papers["A"]) == names(both)


def test_chapters_levels_and_types_come_out_exactly() -> None:
    blueprint = exam(
        sections=[
            {"type": "single", "count": "3", "points": "2 分"},
            {"type": "fill-in", "count": "2", "points": "2 分"},
        ],
        cells=[
            {"chapter": "one", "level": "apply", "count": "2"},
            {"chapter": "two", "level": "remember", "count": "3"},
        ],
    )
    items = [question(n, form=Form.SINGLE if n % 2 else Form.MULTIPLE) for n in range(20)]
    items += [
        question(n, chapter="two", level=Level.REMEMBER, form=form)
        for n, form in enumerate([Form.NUMERIC, Form.FILL_IN, Form.SINGLE], start=20)
    ]
    paper = chosen(blueprint, items).papers["A"]
    assert Counter(one.clause.chapter for one in paper) == {"one": 2, "two": 3}
    assert Counter(one.model.form for one in paper)[Form.SINGLE] == 3


def test_one_fact_is_asked_once_and_what_must_be_asked_is() -> None:
    twins = [question(n, fact="twin") for n in range(6)]
    items = [*twins, *(question(n) for n in range(10, 14))]
    paper = chosen(exam(must_cover=["norm-twin"]), items).papers["A"]
    assert len(names(paper) & names(twins)) == 1
    assert isinstance(lacking(exam(), items[:-1]), Shortage)


def test_what_is_kept_apart_does_not_meet() -> None:
    items = [question(n) for n in range(7)]
    apart = [{"clauses": ["norm-0", "norm-1", "norm-2"]}]
    paper = chosen(exam(apart=apart), items).papers["A"]
    assert len(names(paper) & {"hand.0", "hand.1", "hand.2"}) == 1


def test_disjoint_forms_share_nothing_and_overlapping_ones_just_so_many() -> None:
    items = [question(n) for n in range(15)]
    apart = chosen(exam(between="disjoint"), items, "ABC").papers
    assert len(names(apart["A"]) | names(apart["B"]) | names(apart["C"])) == 15
    shared = chosen(exam(between="overlapping", shared="2"), items, "ABC").papers
    for one, other in (("A", "B"), ("A", "C"), ("B", "C")):
        assert len(names(shared[one]) & names(shared[other])) == 2
    assert len(names(shared["A"]) & names(shared["B"]) & names(shared["C"])) == 2


def test_forms_take_the_same_time() -> None:
    items = [question(n, seconds=30 if n % 2 else 90) for n in range(40)]
    found = chosen(exam(between="disjoint"), items, "AB").papers
    times = [sum(one.model.seconds for one in paper) for paper in found.values()]
    assert max(times) == min(times)


def test_questions_that_give_each_other_away_are_parted() -> None:
    alike = [question(1, family="same") for _ in range(2)]
    twin = question(2, family="same")
    object.__setattr__(twin, "stem", alike[0].stem)
    object.__setattr__(twin, "options", alike[0].options)
    items = [alike[0], twin, *(question(n) for n in range(10, 14))]
    paper = chosen(exam(), items).papers["A"]
    assert len(names(paper) & {"hand.1", "hand.2"}) == 1


def test_the_same_seed_gives_the_same_papers_and_another_gives_others() -> None:
    items = [question(n) for n in range(200)]
    blueprint = exam(between="disjoint")
    first, again = chosen(blueprint, items, "AB"), chosen(blueprint, reversed(items), "AB")
    other = chosen(blueprint, items, "AB", seed="other")
    assert first == again
    assert names(first.papers["A"]) != names(other.papers["A"])


@pytest.mark.parametrize("number", [2, 4])
def test_too_few_questions_are_named_by_chapter_and_type(number: int) -> None:
    lack = lacking(exam(), [question(n) for n in range(number)])
    (cell,), (section,) = lack.cells, lack.sections
    assert cell.what == ("one", "apply")
    assert (cell.asked, cell.short, cell.held) == (5, 5 - number, number)
    assert (section.what, section.short) == (QuestionType.SINGLE, 5 - number)


def test_where_there_is_no_question_at_all_everything_is_lacking() -> None:
    (cell,) = lacking(exam(between="disjoint"), [], "AB").cells
    assert (cell.asked, cell.short, cell.held) == (5, 10, 0)


def test_forms_with_too_few_questions_are_told_what_would_help() -> None:
    lack = lacking(exam(between="disjoint"), [question(n) for n in range(8)], "AB")
    assert sum(one.short for one in lack.cells) == 2
    # Two of the eight must be common: 2 + 3 + 3.
    assert (lack.shared, lack.fewer) == (2, 1)


def test_a_clause_that_nothing_asks_about_is_named() -> None:
    lack = lacking(exam(must_cover=["norm-99"]), [question(n) for n in range(9)])
    assert [(one.what, one.held) for one in lack.clauses] == [("norm-99", 0)]
    assert lack.cells == ()


def test_time_that_is_too_short_is_told() -> None:
    items = [question(n, seconds=60 + n) for n in range(9)]
    lack = lacking(exam(takes="3 分钟"), items)
    assert lack.minutes == 6  # 300 s and 0 + 1 + 2 + 3 + 4 s
    assert lack.cells == ()


def test_keys_stand_at_every_place_alike_and_never_long_in_a_row() -> None:
    items = [question(n) for n in range(300)]
    blueprint = exam(
        sections=[{"type": "single", "count": "40", "points": "1 分"}],
        cells=[{"chapter": "one", "level": "apply", "count": "40"}],
        full_mark="40 分",
        pass_mark="30 分",
    )
    plan = plan_of(blueprint, "AB", "s", items)
    made = assemble(plan)
    assert isinstance(made, Assembled)
    papers = [arranged(plan, letter, some) for letter, some in made.papers.items()]
    for paper in papers:
        keys = [one.item.key[0] for one in paper.questions]
        assert set(Counter(keys).values()) == {10}
        assert all(len(set(keys[at : at + 4])) > 1 for at in range(len(keys) - 3))
    first, second = ([one.item.id for one in paper.questions] for paper in papers)
    assert sorted(first) == sorted(second)
    assert first != second


def test_answers_move_with_their_verdicts() -> None:
    items = [question(n) for n in range(5)]
    plan = plan_of(exam(), "A", "s", items)
    made = assemble(plan)
    assert isinstance(made, Assembled)
    for one in arranged(plan, "A", made.papers["A"]).questions:
        assert [option.right for option in one.item.options] == [
            verdict.truth for verdict in one.item.verdicts
        ]
