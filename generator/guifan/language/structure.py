"""The words of a file that are no field of any kind: what it holds, its items, their future."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a file's structure: its key, its Chinese name and help for the editor."""

    key: str
    label: str
    help: str


KIND = Word("kind", "种类", "这个文件里写的是什么，写在第一行。")
ITEMS = Word("items", "条目", "文件里有几个条目时，一个个写在这里；共用的字段写在文件开头。")
NEXT = Word("next", "将来", "已经决定、还没有生效的变化：从哪一天起、哪些字段改成什么。")
NOTE = Word("note", "变更说明", "改了什么、为什么改。")
