"""The one door to libyaml: PyYAML's pure parser reads some texts differently and is never used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.language.source import CannotRead

if TYPE_CHECKING:
    from yaml._yaml import CParser


def reader(text: str) -> CParser:
    """A fresh parser over ``text``.

    Raises:
        CannotRead: PyYAML was built without libyaml.
    """
    try:
        from yaml._yaml import CParser  # noqa: PLC0415 - its absence must end a command, not an import
    except ImportError as error:
        raise CannotRead(
            "PyYAML", "缺少 libyaml，请重新安装 PyYAML 的官方安装包 (needs libyaml)"
        ) from error
    return CParser(text)
