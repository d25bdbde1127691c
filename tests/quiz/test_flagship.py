"""The questions of this manual: enough of them, each proven, each depending on what it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from quizzed import with_changed

from guifan.language.catalogues import translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.quantities import Count, Money, Percent, PerMille, Rate
from guifan.publish.folder import open_folder
from guifan.quiz.choosing import shuffled
from guifan.quiz.coverage import coverage
from guifan.quiz.item import MARKED, Form, Level
from guifan.quiz.mix import CLASSIFIED, RECALL, mixed
from guifan.quiz.models import MODELS
from guifan.quiz.pool import Pool, pool
from guifan.quiz.record import record
from guifan.quiz.sets import Questions, remarks
from guifan.quiz.told import told
from guifan.temporal.duration import Duration

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from guifan.corpus.graph import Corpus

DAY = date(2026, 11, 20)
WORDS = translator("zh-Hans")


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


@pytest.fixture(scope="module")
def asked(corpus: Corpus) -> Pool:
    return pool(corpus, DAY, WORDS)


def test_there_are_enough_of_every_type(asked: Pool) -> None:
    assert len(asked.items) >= 900
    assert {one.model.form for one in asked.items.values()} == MARKED
    assert {one.model.name for one in asked.items.values()} == set(MODELS)


def test_each_has_exactly_the_declared_answers_true(asked: Pool) -> None:
    for item in asked.items.values():
        truths = [verdict.truth for verdict in item.verdicts]
        assert truths == [option.right for option in item.options], item.id
        if item.model.form in (Form.SINGLE, Form.TRUE_FALSE):
            assert sum(option.right for option in item.options) == 1, item.id


def test_no_model_gives_a_wrong_key(asked: Pool) -> None:
    faulty = [one.id for one in asked.refused if one.reason in ("key-false", "distractor-true")]
    assert faulty == []


def test_texts_and_stems_are_distinct(asked: Pool) -> None:
    for item in asked.items.values():
        texts = [option.text.text for option in item.options]
        assert len(set(texts)) == len(texts), item.id
        assert "【?" not in item.stem.text, item.id
        assert "None" not in item.stem.text + "".join(texts), item.id


def test_the_key_stands_anywhere(asked: Pool) -> None:
    four = [
        item.key[0]
        for item in asked.items.values()
        if item.model.form is Form.SINGLE and len(item.options) == 4 and not item.sorted
    ]
    places = Counter(four)
    assert all(0.22 <= places[at] / len(four) <= 0.28 for at in range(4)), places


@pytest.mark.parametrize("sort", ["limit-value", "due-date", "due-time"])
def test_the_key_stands_anywhere_in_a_row_of_numbers(asked: Pool, sort: str) -> None:
    rows = [one for one in asked.items.values() if one.model.name == sort and len(one.options) == 4]
    places = Counter(one.key[0] for one in rows)
    assert min(places[at] for at in range(4)) >= 0.1 * len(rows), places
    assert max(places.values()) <= 0.4 * len(rows), places


_TOLD = {("key-lengths", "channel-does")}
"""Where it lies in the thing itself: what a channel says is one of a handful of sentences, the
longest of which is the commonest."""


def test_the_form_of_an_answer_says_nothing(asked: Pool) -> None:
    bank = Questions(tuple(asked.items.values()), is_paper=False)
    told = {(one.rule.name, one.about[0].model.name) for one in remarks(bank) if one.about}
    assert {one for one in told if one[0].startswith("key-")} <= _TOLD


def test_a_wrong_answer_of_a_closed_list_says_what_is_true_of_it(asked: Pool) -> None:
    models = {"channel-does", "who-grants", "grade-of", "sign", "data-purpose", "command"}
    own = others = 0
    for item in asked.items.values():
        if item.model.name in models:
            key = next(one.why.text for one in item.options if one.right)
            wrong = [one.why.text for one in item.options if not one.right]
            own += sum(one != key for one in wrong)
            others += len(wrong)
    assert own >= 0.9 * others, (own, others)


def test_a_post_that_grants_things_is_told_by_what_it_grants(asked: Pool) -> None:
    facts = asked.base.of("approver")
    granted, own = {one.value for one in facts}, {one.said.text for one in facts}
    for item in asked.items.values():
        if item.model.name == "who-grants":
            for option in item.options:
                if not option.right and option.claim.value in granted and option.age is None:
                    why = option.why.text.removesuffix(item.fact.said.text)
                    assert why in own, (item.id, option.text.text)


def test_no_plan_says_by_its_name_which_grade_is_asked(asked: Pool) -> None:
    signs = [one for one in asked.items.values() if one.model.name == "sign"]
    assert signs
    for item in signs:
        named = item.stem.text.rpartition("。照")[2]
        assert not any(one.text.text in named for one in item.options), item.id


def test_of_the_whole_bank_no_place_by_length_is_usual(asked: Pool) -> None:
    longer: Counter[int] = Counter()
    for item in asked.items.values():
        if item.model.form is Form.SINGLE and len(item.options) == 4 and not item.sorted:
            lengths = [len(one.text.text) for one in item.options]
            key = lengths[item.key[0]]
            ties = range(sum(one > key for one in lengths), sum(one >= key for one in lengths))
            longer.update({at: 60 // len(ties) for at in ties})
    shares = {at: longer[at] / longer.total() for at in range(4)}
    assert all(0.2 <= share <= 0.3 for share in shares.values()), shares


def test_the_same_corpus_gives_the_same_questions(corpus: Corpus, asked: Pool) -> None:
    again = pool(corpus, DAY, WORDS)
    assert [record(one) for one in again.items.values()] == [
        record(one) for one in asked.items.values()
    ]


def test_another_seed_only_moves_answers(corpus: Corpus, asked: Pool) -> None:
    other = pool(corpus, DAY, WORDS, seed="another", models=[MODELS["next-step"]])
    for name, item in other.items.items():
        before = asked.items[name]
        assert {one.text.text for one in item.options} == {one.text.text for one in before.options}
    moved = [name for name, item in other.items.items() if item.key != asked.items[name].key]
    assert len(moved) > len(other.items) / 2


def test_nearly_every_norm_that_binds_a_post_is_asked(asked: Pool) -> None:
    norms = [row for row in coverage(told(asked)) if isinstance(row.clause, Norm) and row.roles]
    assert sum(bool(row.items) for row in norms) >= 0.9 * len(norms)
    assert all(row.items or row.reasons for row in coverage(told(asked)))


def test_every_red_line_fail_point_and_playbook_is_asked(asked: Pool, corpus: Corpus) -> None:
    about = {item.clause.address for item in asked.items.values()}
    items = {item.clause.item for item in asked.items.values()}
    lines = {one.id for one in corpus.of(Norm) if one.red_line}
    assert lines <= {one.clause.item for one in asked.items.values() if one.fact.sort == "red-line"}
    points = {
        f"{procedure.id}.{point.id}"
        for procedure in corpus.of_kind("procedure")
        for point in getattr(procedure, "fail_points", ())
    }
    assert points <= about
    assert {one.id for one in corpus.of_kind("playbook")} <= items


@pytest.mark.parametrize("role", ["hotline-agent", "shop-clerk", "shift-leader"])
def test_a_posts_pool_is_well_mixed(asked: Pool, role: str) -> None:
    own = [one for one in asked.items.values() if role in one.roles]
    some = mixed(own, "seed")
    levels = Counter(one.model.level for one in some)
    families = Counter(one.model.family for one in some)
    assert len(some) >= 100
    assert levels[Level.APPLY] >= 0.4 * len(some)
    assert levels[Level.REMEMBER] <= RECALL * len(some)
    assert sum(one.model.classifies for one in some) <= CLASSIFIED * len(some)
    assert max(families.values()) <= 0.125 * len(some) + 1
    assert len(mixed(own, "seed", 20)) == 20


_BATCHES = 4
"""In how many runs all limits are changed: one run a limit would take minutes."""

_BY_OTHERS = ("who-grants.",)
"""Questions about a limit that do not ask how much it is."""


def _raised(limit: Limit) -> dict[str, object]:
    """The fields of a limit with one more of whatever it counts."""
    if limit.within is not None:
        return {"within": _more(limit.within)}
    if isinstance(limit.value, Rate):
        return {"value": replace(limit.value, amount=_more(limit.value.amount))}
    return {"value": _more(limit.value)}


_Number = Count | Percent | PerMille | Money


def _more(value: Any) -> Any:
    if isinstance(value, Duration):
        return Duration(value.amount + 1, value.unit)
    assert isinstance(value, _Number)
    return replace(value, value=value.value + 1)


def _differ(
    corpus: Corpus, asked: Pool, limits: Sequence[Limit]
) -> tuple[set[str], set[str], set[str]]:
    """What changes with some limits, what rests on them, and what asks how much they are."""
    changed = corpus
    for limit in limits:
        changed = with_changed(changed, limit.id, **_raised(limit))
    now = pool(changed, DAY, WORDS)
    names = {limit.id for limit in limits}
    before = {name: item.hash for name, item in asked.items.items()}
    after = {name: item.hash for name, item in now.items.items()}
    differ = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    depend = {
        name
        for some in (asked.items, now.items)
        for name, item in some.items()
        if names & item.rests
    }
    about = {
        name
        for name, item in asked.items.items()
        if item.clause.item in names and not name.startswith(_BY_OTHERS)
    }
    return differ, depend, about


def test_changing_a_limit_changes_what_depends_on_it(
    corpus: Corpus, asked: Pool, sample: Callable[[Sequence[Limit], int], list[Limit]]
) -> None:
    """One by one; `test_changing_any_limit_changes_the_questions_about_it` has them all."""
    for limit in sample(corpus.of(Limit)[::18], 2):
        differ, depend, about = _differ(corpus, asked, [limit])
        assert differ <= depend, limit.id
        assert about <= differ, limit.id


@pytest.mark.parametrize("batch", range(_BATCHES))
def test_changing_any_limit_changes_the_questions_about_it(
    corpus: Corpus, asked: Pool, batch: int
) -> None:
    """Every limit is changed in one of the runs, its neighbours in others."""
    differ, depend, about = _differ(corpus, asked, corpus.of(Limit)[batch::_BATCHES])
    assert differ <= depend
    assert about <= differ


_MOMENTS = [MODELS["clock-moment"]]


def test_moments_rest_on_what_puts_events_side_by_side(
    corpus: Corpus, sample: Callable[[Sequence[Limit], int], list[Limit]]
) -> None:
    """A limit that runs from another event makes others stand beside both; so does an event."""
    before = pool(corpus, DAY, WORDS, models=_MOMENTS).items
    limits = [one for one in corpus.of(Limit) if one.from_]
    other = next(one.from_ for one in reversed(limits) if one.from_)
    changes: list[tuple[str, dict[str, object]]] = [
        (limit.id, {"from_": other}) for limit in sample(limits[:-1:30], 2)
    ]
    changes.append((other, {"happens": "编号写进系统、客户收到短信的时刻。"}))
    for name, fields in changes:
        after = pool(with_changed(corpus, name, **fields), DAY, WORDS, models=_MOMENTS).items
        differ = {
            one
            for one in before.keys() | after.keys()
            if one not in before or one not in after or before[one].hash != after[one].hash
        }
        depend = {one for some in (before, after) for one in some if name in some[one].rests}
        assert differ
        assert differ <= depend, name


def test_shuffling_is_by_key(asked: Pool) -> None:
    item = next(one for one in asked.items.values() if len(one.options) == 4)
    orders = {shuffled(item.options, str(seed)) for seed in range(40)}
    assert len(orders) > 10
