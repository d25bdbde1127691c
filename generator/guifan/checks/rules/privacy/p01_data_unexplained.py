"""P01: personal data that are held without saying why, or without telling the customer."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.message import Addressee, Message
from guifan.language.labels import Label

_LISTS = ("purposes", "kinds", "access")
"""Fields that the model asks for, and that an empty list leaves unsaid."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for what each kind of data does not say."""
    for data in corpus.of(DataItem):
        for key in _LISTS:
            facts = {"title": data.title, "field": Label(data.label(key)), "key": key}
            empty = Match(Place(data.id, (key,), key=True), "empty", facts)
            yield None if getattr(data, key) else empty
        untold = Match(Place(data.id, ("id",)), "untold", {"title": data.title})
        yield _told(corpus, data) if data.notice else untold


def _told(corpus: Corpus, data: DataItem) -> Match | None:
    """The text is one for customers: said to them, or posted where everybody reads it."""
    notice = corpus.one(Message, data.notice)
    if notice is None or notice.to is Addressee.CUSTOMER or notice.posted:
        return None
    facts = {"title": data.title, "notice": notice.title, "to": Label(notice.to.label)}
    return Match(Place(data.id, ("notice",)), "to-others", facts, (Place(notice.id, ("to",)),))


RULE = Rule(
    code="P01",
    name="data-unexplained",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "一类客户资料没有写明收集的目的、内容或可查看岗位，没有告知客户的文本，或者那份文本不是"
            "给客户的。"
        ),
        en=(
            "A kind of personal data with no purpose, no content or nobody allowed to see it, with "
            "no text that tells the customer, or with one that is not meant for customers."
        ),
    ),
    why=Wording(
        zh=(
            "收集以前，要用客户看得懂的话告诉他为什么收、收什么、存多久、怎样行使权利（个人信息"
            "保护法第十七条）。说不出为什么收的，就不该收。"
        ),
        en=(
            "Before data are collected, the customer must be told in plain words why, what, for "
            "how long and how to exercise their rights (art. 17 PIPL). If nobody can say why it is "
            "collected, it should not be."
        ),
    ),
    messages={
        "empty": Wording(
            zh="“{title}”的“{field}”（{key}）没有内容。请写明；说不出来的，请不要收集。",
            en=(
                "“{field}” ({key}) of “{title}” has nothing in it. Fill it in; if nobody can, do "
                "not collect the data."
            ),
        ),
        "untold": Wording(
            zh="“{title}”没有写用哪份文本告知客户。请在“告知文本”（notice）里写上文本的编号。",
            en="“{title}” does not say which text tells the customer. Name it under “notice”.",
        ),
        "to-others": Wording(
            zh=("“{title}”的告知文本“{notice}”是给{to}的，客户看不到。请换成给客户的文本。"),
            en=(
                "The text “{notice}” that is to tell customers of “{title}” is addressed to "
                "others ({to}), so customers never see it. Name one for customers."
            ),
        ),
    },
    bad=Example("""\
--- standards/data.yaml
kind: data-item
id: contact-number
    ^^^^^^^^^^^^^^
title: 联系电话
purposes: [service]
basis: contract
kinds: [联系电话]
sensitive: 否
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
--- standards/agent.yaml
kind: role
id: hotline-agent
title: 热线客服代表
unit: service-department
rank: 1
reports_to: shift-leader
mission: 接好每一个来电
duties: [接听来电]
data: [contact-number]
"""),
    mended=Example("""\
--- standards/data.yaml
kind: data-item
id: contact-number
title: 联系电话
purposes: [service]
basis: contract
kinds: [联系电话]
sensitive: 否
keep: 2 年
keep_from: 服务终止
access: [hotline-agent]
notice: privacy-notice
--- standards/notice.yaml
kind: message
id: privacy-notice
title: 资料收集告知
form: script
to: customer
situation: 收集客户资料以前
says: 我们收集您的资料，只用于为您服务。
"""),
    check=check,
)
