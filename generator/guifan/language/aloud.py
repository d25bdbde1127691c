"""How Chinese is read aloud, by pypinyin.

Its tables take as long to load as all of guifan: they are when something is read first.
"""

from functools import cache


def syllables(text: str) -> list[str]:
    """The syllable of each character of a text, as read in it, without tones.

    Args:
        text: Han characters and nothing else.
    """
    from pypinyin.seg import mmseg  # noqa: PLC0415  # its tables

    return [one for word in mmseg.seg.cut(text) for one in _word(word)]


@cache
def _word(word: str) -> tuple[str, ...]:
    """How a word is read; the same few thousand make all names."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # its tables

    return tuple(lazy_pinyin(word))


def toned(text: str) -> list[str]:
    """The same with the number of its tone, 1 to 5, behind each."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # its tables

    return list(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True))


def alone(sign: str) -> str:
    """The syllable of a Han character that stands by itself, as it is read oftenest."""
    from pypinyin import Style, pinyin  # noqa: PLC0415  # its tables

    return str(pinyin(sign, style=Style.NORMAL)[0][0])
