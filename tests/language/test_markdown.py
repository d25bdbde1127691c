"""Markdown cut into what is code, what stays plain and the rest."""

from guifan.language.markdown import Manner, stretches


def test_the_stretches_are_the_text() -> None:
    text = "---\na: b\n---\n# 一 `x`\n\n[二](三 \"四\") `五` <b c='六'>七\n\n八\n---\n\n"
    text += "~~~\n九\n~~~\n十"
    found = list(stretches(text))
    assert "".join(one.text for one in found) == text
    assert all(text.startswith(one.text, one.start) for one in found)
    code = [one.text for one in found if one.manner is Manner.CODE]
    assert code == ["---\na: b\n---", "`x`", "`五`", "~~~\n九\n~~~"]
    assert [one.text for one in found if one.manner is Manner.FLAT] == [
        '[二](三 "四")',
        "<b c='六'>",
    ]
