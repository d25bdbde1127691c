"""What can be wrong with files of results, gathered so that a million bad rows are a few lines."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guifan.findings import Wording


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with rows of a file.

    Args:
        key: of what is wrong.
        file: its name.
        row: the first such row; 0 for the file as a whole.
        about: what it concerns: an id, a column.
        count: how many rows.
    """

    key: str
    file: str
    row: int = 0
    about: str = ""
    count: int = 1

    def say(self, language: str) -> str:
        """The fault in words."""
        return FAULTS[self.key].say(language, {"about": self.about, "count": self.count})


class Faults:
    """Faults as they are met; alike ones become one that counts."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], tuple[int, int]] = {}
        self._alike: Counter[tuple[str, str]] = Counter()

    def add(self, key: str, file: str, row: int = 0, about: str = "", count: int = 1) -> None:
        """Note a fault."""
        about = about if len(about) <= _LONGEST else f"{about[: _LONGEST - 1]}…"
        name = (key, file, about)
        if name not in self._found:
            if self._alike[key, file] >= _MOST:
                name = (key, file, _OTHERS)
            self._alike[key, file] += name not in self._found
        first, before = self._found.get(name, (row, 0))
        self._found[name] = (min(first, row), before + count)

    def __iter__(self) -> Iterator[Fault]:
        for (key, file, about), (row, count) in self._found.items():
            yield Fault(key, file, row, about, count)


_LONGEST = 60
"""How many characters of what a file says a fault repeats."""

_MOST = 20
"""How many faults that differ only in what they are about are told apart."""

_OTHERS = "…"

FAULTS: Mapping[str, Wording] = MappingProxyType(
    {
        "unreadable": Wording(zh="读不了：{about}。", en="It cannot be read: {about}."),
        "unknown-format": Wording(
            zh="认不出是什么文件。能读的是 CSV、XLSX 和 xAPI 的 JSON、JSONL。",
            en="This is no file of results: CSV, XLSX and xAPI as JSON or JSONL are read.",
        ),
        "too-large": Wording(
            zh="文件太大（{about}），没有读。请分成几个文件。",
            en="The file is too large ({about}) and was not read. Split it into several.",
        ),
        "bomb": Wording(
            zh="解开以后太大（{about}），不像成绩，没有读。",
            en="Unpacked it would be too large ({about}) for results; it was not read.",
        ),
        "wrong-columns": Wording(
            zh="缺少这一列：{about}。没有读这个文件。",
            en="This column is missing: {about}. The file was not read.",
        ),
        "encoding": Wording(
            zh="有 {count} 处不是完整的文字（既不是 UTF-8 也不是 GB 18030），那几行没有算。",
            en="{count} {count:stretch is|stretches are} broken text, neither UTF-8 nor GB 18030; "
            "those rows were not counted.",
        ),
        "bad-row": Wording(
            zh="有 {count} 行读不出来（引号不成对，或者列数不对），没有算。",
            en="{count} {count:row|rows} could not be read (an open quotation mark, or a wrong "
            "number of fields) and {count:was|were} not counted.",
        ),
        "bad-json": Wording(
            zh="有 {count} 处不是 JSON，没有算。",
            en="{count} {count:stretch is|stretches are} no JSON and not counted.",
        ),
        "no-learner": Wording(
            zh="有 {count} 行没有写是谁答的，没有算。",
            en="{count} {count:row does|rows do} not say who answered and "
            "{count:was|were} not counted.",
        ),
        "no-verdict": Wording(
            zh="有 {count} 行看不出对错（没有对错、没有作答，或者只有得分没有满分），没有算。",
            en="{count} {count:row tells|rows tell} neither right nor wrong (no verdict, no "
            "answer, or a score without the full marks) and {count:was|were} not counted.",
        ),
        "unknown-item": Wording(
            zh="没有编号为“{about}”的题目，{count} 个作答没有算。",
            en="There is no question “{about}”; {count} {count:answer was|answers were} not "
            "counted.",
        ),
        "voided": Wording(
            zh="有 {count} 个作答已经被平台作废，没有算。",
            en="{count} {count:answer was|answers were} voided by the platform and not counted.",
        ),
        "other-edition": Wording(
            zh="“{about}”改过以后内容不同了，照旧题作答的 {count} 个没有算。",
            en="“{about}” has changed since; {count} {count:answer|answers} to the old "
            "question {count:was|were} not counted.",
        ),
        "formula": Wording(
            zh="有 {count} 行的格子里是公式，没有算：{about}",
            en="{count} {count:row has|rows have} a formula in a cell and "
            "{count:was|were} not counted: {about}",
        ),
        "unknown-answer": Wording(
            zh="“{about}”有 {count} 个作答认不出选的是哪一项，对错照算，选项不算。",
            en="In “{about}” it cannot be told which answer {count} {count:person|people} "
            "chose; right and wrong are counted, the answers are not.",
        ),
        "marked-otherwise": Wording(
            zh="“{about}”有 {count} 个作答，文件里的对错和现在的答案不一致，照文件的算。"
            "可能是照旧版判的。",
            en="In “{about}” the file marks {count} {count:answer|answers} otherwise than "
            "today's key; the file's marks are counted. It may have been marked by an older one.",
        ),
        "duplicate": Wording(
            zh="有 {count} 行是重复的，只算一次。",
            en="{count} {count:row repeats|rows repeat} another and {count:is|are} counted once.",
        ),
        "repeated": Wording(
            zh="有 {count} 个作答是同一个人再答同一题，难度和区分度只算第一次。",
            en="{count} {count:answer is|answers are} by somebody who had answered the question "
            "before; only first answers are counted.",
        ),
    }
)
"""Every fault by its key."""
