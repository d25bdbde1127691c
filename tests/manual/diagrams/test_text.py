import pytest

from guifan.manual.diagrams.text import clip, measure, wrap


def test_a_chinese_character_is_an_em_and_a_latin_one_about_half() -> None:
    assert measure("投诉", 12) == 24
    assert measure("ab", 20) == pytest.approx(22)


def test_lines_keep_within_the_room_and_lose_nothing() -> None:
    text = "详细记录投诉内容，告知处理流程和答复时限，并复述确认无误"
    lines = wrap(text, 13, 118, 9)
    assert "".join(lines) == text
    assert all(measure(line, 13) <= 118 for line in lines)


def test_a_comma_never_begins_a_line() -> None:
    assert wrap("一二三四，五六", 10, 40, 9) == ("一二三", "四，五六")


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert wrap("一二三（四）五", 10, 40, 9) == ("一二三", "（四）五")


def test_a_word_is_kept_whole_and_the_space_at_the_break_dropped() -> None:
    assert wrap("重启 modem 后", 10, 45, 9) == ("重启", "modem 后")


def test_a_word_wider_than_the_room_is_cut() -> None:
    assert wrap("x" * 10, 10, 33, 9) == ("xxxxxx", "xxxx")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrap("一二三四五六七八九", 10, 40, 2) == ("一二三四", "五六七…")
    assert clip("一二三四五", 10, 40) == "一二三…"


def test_line_breaks_and_blanks_in_the_text_are_one_space() -> None:
    assert wrap("a\n\n  b", 10, 100, 3) == ("a b",)


@pytest.mark.parametrize("text", ["", "   "])
def test_no_text_is_no_line(text: str) -> None:
    assert wrap(text, 10, 40, 3) == ()
