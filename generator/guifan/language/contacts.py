"""The telephone numbers of posts, which stand beside the standards and are never published."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.language.model import Line, Part, field
from guifan.language.scalars import Phone


class Number(Part):
    """One number of a post."""

    name: Line = field("名称", "什么号码。", "值班电话")
    number: Phone = field("号码", "打得通的号码，分机写在「转」后面。", "021-5550-0100 转 801")

    @property
    def dial(self) -> str:
        """As a telephone dials it: the extension behind a pause."""
        return "".join(char for char in self.number.replace("转", ",") if char not in " -")


class Numbers(Part):
    """The numbers of one post, in the order in which they are tried."""

    numbers: tuple[Number, ...] = field("号码", "一行一个，按先打哪个排。")


Contacts = Mapping[str, tuple[Number, ...]]
"""Numbers by the id of the post."""

NO_CONTACTS: Contacts = MappingProxyType({})
