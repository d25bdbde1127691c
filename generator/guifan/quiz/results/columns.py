"""Which column of a table tells what, by the heads that platforms and people write."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

HEADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "learner": (
            "姓名或工号", "nameorstaffnumber", "工号", "学号", "员工编号", "账号", "用户名", "姓名",
            "学员", "用户", "staffnumber",
            "learner", "learnerid", "student", "studentid", "user", "userid", "username", "actor",
            "employee", "employeeid", "email", "name",
        ),
        "item": (
            "题目编号", "题号", "试题编号", "itemid", "questionid", "interactionid", "objectid",
            "item", "interaction", "question",
        ),
        "answer": (
            "作答", "回答", "学员答案", "考生答案", "response", "answer", "studentresponse",
            "learnerresponse",
        ),
        "right": ("对错", "是否正确", "结果", "判定", "result", "correct", "iscorrect", "success"),
        "score": ("得分", "score", "points", "scaled", "mark"),
        "full": ("满分", "分值", "max", "maxscore", "fullmarks", "weighting"),
        "at": ("时间", "作答时间", "提交时间", "time", "timestamp", "at", "date", "submitted"),
        "version": ("条款版本", "version", "clauseversion"),
        "hash": ("指纹", "hash", "fingerprint"),
        "role": ("岗位", "role", "roles"),
        "record": ("记录编号", "id", "recordid", "statementid", "uuid"),
    }
)  # fmt: skip
"""The heads of each field, those that tell most exactly first, written as ``plain`` makes them."""

WIDEST = 2_000
"""How many columns of a table are looked at."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table tells what.

    Args:
        fields: by field, the place of its column.
        items: in a sheet with a row for each person, the questions by the places of their columns.
        missing: fields without which nothing can be counted, as their heads are written.
    """

    fields: Mapping[str, int]
    items: Mapping[int, str]
    missing: tuple[str, ...] = ()


def place(field: str, places: Mapping[str, int]) -> int | None:
    """Where the column of a field stands, by the places of all heads as ``plain`` makes them."""
    return next((places[name] for name in HEADS[field] if name in places), None)


def columns(heads: Sequence[str], known: Collection[str]) -> Columns:
    """Find the columns of a table.

    Args:
        heads: its first row.
        known: the ids of all questions.
    """
    heads = heads[:WIDEST]
    places: dict[str, int] = {}
    for at, head in enumerate(heads):
        places.setdefault(plain(head), at)
    found = ((field, place(field, places)) for field in HEADS)
    fields = {field: at for field, at in found if at is not None}
    asked = {at: head.strip() for at, head in enumerate(heads) if head.strip() in known}
    if asked and "item" not in fields:
        # What else such a sheet tells, such as a sum, is of no one question.
        told = {field: at for field, at in fields.items() if field in ("learner", "role")}
        return Columns(told, asked, _lacking(told, ("learner",)))
    missing = _lacking(fields, ("learner", "item"))
    if not fields.keys() & {"answer", "right", "score"}:
        missing += (" / ".join(HEADS[one][0] for one in ("answer", "right", "score")),)
    return Columns(fields, {}, missing)


def _lacking(fields: Collection[str], wanted: Sequence[str]) -> tuple[str, ...]:
    return tuple(HEADS[one][0] for one in wanted if one not in fields)


def plain(head: str) -> str:
    """A head without what people write differently: width, case, spaces, dashes, units."""
    text = unicodedata.normalize("NFKC", head).casefold()
    return _NOISE.sub("", text)


_NOISE = re.compile(r"\([^)]*\)|[\s_\-.:*'\"\ufeff]+")
