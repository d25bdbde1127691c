"""Chinese read aloud, word by word, beside pypinyin reading all of it at once."""

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from guifan.language.aloud import alone, syllables, toned

WORDS = ("银行", "行人", "长途", "成长", "重复", "重要", "还款", "还有", "携转", "宽带", "乐", "了")
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@given(st.lists(st.sampled_from(WORDS) | st.text(HAN, min_size=1, max_size=4), max_size=6))
def test_a_text_is_read_as_pypinyin_reads_it(words: list[str]) -> None:
    text = "".join(words)
    assert syllables(text) == lazy_pinyin(text)


def test_a_character_is_read_as_in_its_word() -> None:
    assert syllables("银行长途") == ["yin", "hang", "chang", "tu"]
    assert syllables("行") == ["xing"]
    assert alone("还") == "hai"


def test_titles_keep_their_tones_and_latin_letters() -> None:
    assert toned("eSIM卡的") == ["eSIM", "ka3", "de5"]
