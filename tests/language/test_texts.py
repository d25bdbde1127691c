"""References and slots in texts: what is one, where it stands, and that nothing is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.texts import Blank, Mention, Plain, Segment, Unclosed, mentions, segments

PLAIN_TEXT = st.text(st.characters(exclude_characters="【】\\", codec="utf-8"))
ADDRESSES = st.from_regex(
    r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?(\.[a-z][a-z0-9_-]{0,4})?", fullmatch=True
)
SLOTS = st.sampled_from(["工号", "姓名", "受理 编号", "a-b"])
ORDINARY = st.sampled_from(["【注意】", "【】", "【?】", "【A-b】", "【a b】", "【-a】", "【a.】"])


def pieces() -> st.SearchStrategy[tuple[str, Segment]]:
    """What an editor writes, and the segment that it should be read as."""
    return st.one_of(
        PLAIN_TEXT.map(lambda text: (text, Plain(text))),
        ORDINARY.map(lambda text: (text, Plain(text))),
        st.just(("\\【", Plain("【"))),
        ADDRESSES.map(lambda address: (f"【{address}】", Mention(address, 0, 0))),
        SLOTS.map(lambda name: (f"【?{name}】", Blank(name))),
    )


def merged(parts: list[Segment]) -> list[Segment]:
    """Plain texts side by side as one, and mentions without their places."""
    found: list[Segment] = []
    for part in parts:
        if isinstance(part, Plain) and found and isinstance(found[-1], Plain):
            found[-1] = Plain(found[-1].text + part.text)
        elif isinstance(part, Mention):
            found.append(Mention(part.address, 0, 0))
        elif part != Plain(""):
            found.append(part)
    return found


@given(st.lists(pieces(), max_size=8))
def test_what_was_written_is_what_is_read(written: list[tuple[str, Segment]]) -> None:
    text = "".join(source for source, _ in written)
    assert merged(list(segments(text))) == merged([meant for _, meant in written])


@given(st.text(st.sampled_from("【】\\?？ab-.1 \n文"), max_size=40))
def test_any_text_is_read_without_a_loss(text: str) -> None:
    left = text
    for segment in segments(text):
        match segment:
            case Plain(text=words):
                assert words
                for char in words:
                    left = left[left.index(char) + 1 :]
            case Mention(address=address, start=start, end=end):
                assert text[start:end] == address
                left = text[text.index("】", end) + 1 :]
            case Blank(name=name):
                assert name == name.strip()
                left = left[left.index("】") + 1 :]
            case Unclosed(start=start, end=end):
                assert text[start] == "【"
                assert "】" not in text[start:end]
                left = text[end:]
    assert left == ""


@pytest.mark.parametrize(
    ("text", "address", "start"),
    [
        ("在【complaint-answer】内答复", "complaint-answer", 2),
        ("月度【 answer-rate.target 】", "answer-rate.target", 4),
        ("\\【【a】", "a", 3),
        ("【注意】见【a.b_c.d】", "a.b_c.d", 6),
    ],
)
def test_a_mention_knows_where_its_address_stands(text: str, address: str, start: int) -> None:
    assert list(mentions(text)) == [Mention(address, start, start + len(address))]


@pytest.mark.parametrize("text", ["", "没有引用", "【注意】", "\\【a】", "【?工号】"])
def test_other_brackets_are_no_mention(text: str) -> None:
    assert list(mentions(text)) == []


@pytest.mark.parametrize("slot", ["【?工号】", "【？工号】", "【 ? 工号 】"])
def test_a_slot_may_be_written_with_either_question_mark(slot: str) -> None:
    assert list(segments(slot)) == [Blank("工号")]


@pytest.mark.parametrize(
    ("text", "open_at", "end"),
    [
        ("在【complaint-answer内答复", 1, 18),
        ("请问【?工号", 2, 6),
        ("见【a\n下一行】", 1, 3),
        ("【a【b】", 0, 2),
    ],
)
def test_a_bracket_that_is_never_closed_is_told(text: str, open_at: int, end: int) -> None:
    assert Unclosed(open_at, end) in list(segments(text))


@pytest.mark.parametrize("text", ["【", "【注意", "【 ", "【1"])
def test_an_open_bracket_before_ordinary_words_is_ordinary(text: str) -> None:
    assert list(segments(text)) == [Plain(text)]
