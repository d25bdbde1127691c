"""Texts laid aside come back as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guifan.publish.aside import Aside


@given(texts=st.lists(st.text(st.characters(exclude_categories=()))), data=st.data())
def test_texts_come_back_in_any_order(texts: list[str], data: st.DataObject) -> None:
    """Whatever they hold, half a character too."""
    aside = Aside()
    places = [aside.put(text) for text in texts]
    for at in data.draw(st.permutations(range(len(texts)))):
        assert aside.get(places[at]) == texts[at]
    assert aside.get(aside.put("最后")) == "最后"
