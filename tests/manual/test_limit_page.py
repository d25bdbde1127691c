"""Limits at their worst on the pages: answers of the design, worked out apart from the package."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import rendering

from guifan.corpus.editions import edition
from guifan.language.catalogues import translator
from guifan.language.kinds.limit import Extension, Limit, Pause
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.outlook import room, spare, told
from guifan.manual.timelines import pictures
from guifan.manual.views.numbers import view as numbers
from guifan.publish.folder import open_folder
from guifan.temporal.duration import Duration, Unit

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus
    from guifan.manual.book import Book
    from guifan.manual.render import Renderer

_ = translator("zh-Hans")
DAY = 86_400


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


@pytest.fixture(scope="module")
def book(corpus: Corpus) -> Book:
    return arrange(corpus, Audience.INTERNAL, _, rendering.DAY)


@pytest.fixture(scope="module")
def public(corpus: Corpus) -> Book:
    return arrange(edition(corpus, Audience.PUBLIC), Audience.PUBLIC, _, rendering.DAY)


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> Renderer:
    return rendering.renderer(corpus)


def limit(book: Book, name: str) -> Limit:
    found = book.corpus.one(Limit, name)
    assert found
    return found


def test_the_answer_to_a_complaint_tells_its_worst_case(book: Book) -> None:
    found = told(book, limit(book, "complaint-answer"), _)
    assert found
    assert found.worst == "2026 年 2 月 14 日受理，2 月 26 日到期，历时 12 个自然日"
    assert found.slack == "距法定底线余量 3 天"
    assert found.extended == "用足延期后 14 个自然日，余量 1 天"
    assert found.expected.startswith("2027 年的放假安排公布之前")


def test_the_page_says_it_with_two_pictures(made: Renderer) -> None:
    html = made.render(made.book.pages["limits/complaint-answer"]).html
    assert "历时 12 个自然日；距法定底线余量 3 天；用足延期后 14 个自然日，余量 1 天。" in html
    assert html.count('class="gf-diagram gf-timeline"') == 2
    assert "余量 3 天<small>用足延期后余量 1 天</small>" in html


def test_the_pictures_tell_their_days_in_words(book: Book) -> None:
    plain, extended = pictures(book, limit(book, "complaint-answer"), _)
    assert "2026 年 2 月 14 日受理。" in plain.drawing
    assert "休息：2 月 15 日至 2 月 23 日、3 月 1 日。" in plain.drawing
    assert "补班：2 月 14 日、2 月 28 日。" in plain.drawing
    assert "3 个工作日，到 2 月 26 日 17:30。" in plain.drawing
    assert "法定底线：3 月 1 日 24:00，余量 3 天。" in plain.drawing
    assert "延期 1 个工作日，到 10 月 8 日 17:30。" in extended.drawing
    assert "法定底线：10 月 9 日 17:30，余量 1 天。" in extended.drawing


@pytest.mark.parametrize(
    ("working_days", "calendar_days"),
    [(1, 10), (2, 11), (3, 12), (4, 14), (5, 15), (6, 16), (7, 18), (10, 21), (15, 28)],
)
def test_the_longest_stretches_of_2026(
    corpus: Corpus, working_days: int, calendar_days: int
) -> None:
    made = arrange(corpus, Audience.INTERNAL, _, rendering.DAY)
    changed = limit(made, "complaint-answer").model_copy(
        update={"within": Duration(working_days, Unit.WORKING_DAY), "extension": None}
    )
    found = told(made, changed, _)
    assert found
    assert found.worst.endswith(f"历时 {calendar_days} 个自然日")


def test_what_breaks_the_law_says_so(corpus: Corpus) -> None:
    made = arrange(corpus, Audience.INTERNAL, _, rendering.DAY)
    six = limit(made, "complaint-answer").model_copy(
        update={"within": Duration(6, Unit.WORKING_DAY), "extension": None}
    )
    found, left = told(made, six, _), room(made, six, _)
    assert found
    assert left
    assert (found.slack, left.says) == ("超出法定底线", "超出法定底线")


def test_five_working_days_touch_the_law(corpus: Corpus) -> None:
    made = arrange(corpus, Audience.INTERNAL, _, rendering.DAY)
    five = limit(made, "complaint-answer").model_copy(
        update={"within": Duration(5, Unit.WORKING_DAY), "extension": None}
    )
    found, left = told(made, five, _), room(made, five, _)
    assert found
    assert left
    assert (found.slack, left.says) == ("正好到法定底线", "没有余量")


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        (15, ("法规未写比例", "", "uncompared")),
        (10, ("余量 5 秒", "法规未写比例", "uncompared")),
        (20, ("超出法定底线", "", "looser")),
    ],
)
def test_a_share_that_the_law_does_not_name(
    book: Book, seconds: int, says: tuple[str, str, str]
) -> None:
    within = Duration(seconds, Unit.SECOND)
    left = room(book, limit(book, "hotline-answer").model_copy(update={"within": within}), _)
    assert left
    assert (left.says, left.least, left.standing) == says


def test_minutes_and_amounts_say_nothing_of_worst_cases(book: Book) -> None:
    for one in book.corpus.of(Limit):
        if one.within is None or one.within.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
            assert told(book, one, _) is None
            assert pictures(book, one, _) == ()


def test_days_that_no_holiday_changes_say_only_what_is_left(book: Book) -> None:
    found = told(book, limit(book, "external-reply"), _)
    assert found
    assert found.worst == "无论哪一天外部来件到达，都在 7 个自然日后到期"
    assert (found.slack, found.extended, found.expected) == ("距法定底线余量 3 天", "", "")
    assert told(book, limit(book, "induction-complete"), _) is None


def test_customers_are_told_nothing_of_pauses(book: Book, public: Book) -> None:
    paused = [one for one in public.corpus.of(Limit) if limit(book, one.id).pauses]
    told_of = [(one, told(book, limit(book, one.id), _)) for one in paused]
    assert any(inside for _one, inside in told_of)
    for one, inside in told_of:
        outside = told(public, one, _)
        if inside is None:  # it only runs by the clock on the wall
            assert outside is None
            continue
        assert outside
        assert "暂停" in inside.extended
        assert "暂停" not in outside.extended + outside.expected
        assert all("暂停" not in picture.drawing for picture in pictures(public, one, _))


def test_customers_are_told_of_the_extension(book: Book, public: Book) -> None:
    """Who grants it is not theirs to know, how far it goes is."""
    name = "complaint-answer"
    inside, outside = (told(one, limit(one, name), _) for one in (book, public))
    assert inside == outside
    assert len(pictures(public, limit(public, name), _)) == 2


def test_a_manual_without_arranged_holidays_only_expects(corpus: Corpus) -> None:
    later = arrange(corpus, Audience.INTERNAL, _, date(2027, 3, 1))
    found = told(later, limit(later, "complaint-answer"), _)
    assert found
    assert (found.worst, found.slack) == ("", "")
    assert found.expected
    assert pictures(later, limit(later, "complaint-answer"), _) == ()


def test_pages_do_not_depend_on_the_day_within_a_year(corpus: Corpus) -> None:
    days = (date(2026, 1, 1), date(2026, 12, 31))
    one, other = (arrange(corpus, Audience.INTERNAL, _, day) for day in days)
    for each in one.corpus.of(Limit):
        assert told(one, each, _) == told(other, each, _)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3 * DAY + 100, "3 天"),
        (DAY, "1 天"),
        (DAY - 1, "23 小时"),
        (3600, "1 小时"),
        (1, "不足 1 小时"),
    ],
)
def test_what_is_left_is_never_rounded_up(seconds: int, words: str) -> None:
    assert spare(seconds, _) == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 day"), (3, "3 days")])
def test_english_counts(count: int, words: str) -> None:
    assert spare(count * DAY, translator("en")) == words


def test_a_pause_and_an_extension_are_named_together(corpus: Corpus) -> None:
    made = arrange(corpus, Audience.INTERNAL, _, rendering.DAY)
    answer = limit(made, "complaint-answer")
    cap = Duration(1, Unit.WORKING_DAY)
    pause = Pause.model_construct(id="waiting", cap=cap, reason="等", granted_by="x", told=True)
    assert isinstance(answer.extension, Extension)
    found = told(made, answer.model_copy(update={"pauses": (pause,)}), _)
    assert found
    assert found.extended.startswith("延期和暂停都用足后 15 个自然日")


def test_the_number_index_sorts_by_what_is_left(book: Book) -> None:
    shown = numbers(book, book.pages["numbers/index"], _)
    tight, floors = shown["tight"], shown["floors"]
    assert isinstance(tight, dict)
    assert isinstance(floors, dict)
    bound = {name for name, floor in floors.items() if floor}
    assert {name for name, place in tight.items() if place < len(bound)} == bound
    assert tight["hotline-answer"] < tight["complaint-answer"] < tight["external-reply"]


def test_the_number_index_shows_the_floor_with_its_article(made: Renderer) -> None:
    html = made.render(made.book.pages["numbers/index"]).html
    row = html.split('href="../limits/complaint-answer/"')[1].split("</tr>")[0]
    assert "15 日" in row
    assert "《电信用户申诉处理办法》第八条" in row
    assert "余量 3 天" in row
    assert "二手来源" in row
