"""Slots of messages that would hold somebody's personal data, by the names that they are given.

Aims at precision: a name that could mean an employee, an office or a place is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from guifan.corpus.graph import Corpus
from guifan.language.kinds.announcement import Announcement
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.norm import Norm
from guifan.language.nodes import Path
from guifan.language.texts import slots

_SECRET = re.compile(r"(?:.*(?:密码|验证码|身份证号码?|证件号码?|银行卡号|银行账号))")
_PERSON = "当事客户|当事人|客户|机主|用户|投诉人|申请人|举报人|来信人|来访人|家属|伤者|监护人"
_CUSTOMER = re.compile(
    rf"(?:{_PERSON})的?(?:姓名|姓氏?|名字|称呼|称谓|电话|手机号?码?|号码|住址|地址)"
    r"|手机号码?|(?:家庭)?住址|会员名|客户名单"
)


class Exposure(Enum):
    """Why a slot may not stand there."""

    SECRET = "secret"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class Exposed:
    """A slot of a text that staff say, send or post.

    Args:
        item: whose text it is.
        path: where in it.
        span: the slot in the text.
        name: what it is called.
        fault: what is wrong with it; None where nothing is.
        posted: what makes everybody read it; empty where that is no part of the fault.
    """

    item: Message | Announcement | Norm
    path: Path
    span: tuple[int, int]
    name: str
    fault: Exposure | None
    posted: Path = ()


def exposed(corpus: Corpus) -> Iterator[Exposed]:
    """Every slot of scripts, templates, announcements and of what norms say."""
    items: Iterator[Message | Announcement | Norm] = corpus.each(Message, Announcement, Norm)
    for item in items:
        for spot in corpus.entries[item.id].texts:
            for name, start, end in slots(spot.value):
                fault = _fault(item, spot.path, name)
                posted = _posted(item) if fault is Exposure.POSTED else ()
                yield Exposed(item, spot.path, (start, end), name, fault, posted)


def _fault(item: Message | Announcement | Norm, path: Path, name: str) -> Exposure | None:
    """What must not be said stands where it must not: it is told to staff as a warning."""
    if "phrase" in path or "slips" in path:
        return None
    if _SECRET.fullmatch(name):
        return Exposure.SECRET
    is_shown = path[0] not in ("never", "tips", "situation")
    return Exposure.POSTED if _posted(item) and is_shown and _CUSTOMER.fullmatch(name) else None


def _posted(item: Message | Announcement | Norm) -> Path:
    """What says that everybody may read what is filled in; empty where not everybody may."""
    if isinstance(item, Message):
        return ("posted",) if item.posted else ("to",) if item.to is Addressee.MEDIA else ()
    return ("id",) if isinstance(item, Announcement) else ()
