"""P07: a slot of a script or template that asks for more about a person than it may."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.labels import Label
from guifan.proof.personal import exposed


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every slot that staff fill in what they say, send or post."""
    for one in exposed(corpus):
        facts = {"title": one.item.title, "slot": one.name, "kind": Label(one.item.kind_name)}
        place = Place(one.item.id, one.path, one.span)
        related = (Place(one.item.id, one.posted),) if one.posted else ()
        yield Match(place, one.fault.value, facts, related) if one.fault else None


RULE = Rule(
    code="P07",
    name="personal-slot",
    severity=Severity.ERROR,
    finds=Wording(
        zh="对外发布的稿子里留了填客户姓名、号码、住址的空；或者任何话术里留了填密码、证件号码的空。",
        en=(
            "A published text with a slot for a customer's name, number or address; or any script "
            "with a slot for a password or an identity document number."
        ),
    ),
    why=Wording(
        zh=(
            "留了空，一线就会照着填。公告、公开评论和新闻稿人人看得到，一个称呼就能让人认出是谁；"
            "密码、验证码、证件号码不论说给谁、发给谁，都是泄露。"
        ),
        en=(
            "If there is a slot, staff will fill it in. Everybody can read a notice, a public "
            "reply or a press release, and a form of address may be enough to tell who is meant. "
            "Passwords, codes and document numbers are a leak whoever receives them."
        ),
    ),
    messages={
        "posted": Wording(
            zh=(
                "{kind}“{title}”人人看得到，里面的【?{slot}】会写出是哪一位客户。请改成“一位客户”"
                "一类的说法，或者删去。"
            ),
            en=(
                "Everybody can read “{title}” ({kind}), and 【?{slot}】 would say which customer "
                "it is about. Write “a customer” or the like, or delete the slot."
            ),
        ),
        "secret": Wording(
            zh=(
                "{kind}“{title}”里的【?{slot}】不该说出、写出，也不该发出去。请删去；要核对的，由"
                "客户自己输入，或者只用末四位。"
            ),
            en=(
                "【?{slot}】 in “{title}” ({kind}) must not be said, written or sent. Delete it; "
                "if something has to be checked, let the customer key it in, or use only the last "
                "four digits."
            ),
        ),
    },
    bad=Example("""\
kind: announcement
id: outage-apology
title: 致歉说明
brief: 服务已经恢复
says: 我们为此向【?客户姓名】道歉。
           ^^^^^^^
"""),
    mended=Example("""\
kind: announcement
id: outage-apology
title: 致歉说明
brief: 服务已经恢复
says: 我们为此向受影响的客户道歉，【?更新时刻】再说明进展。
"""),
    check=check,
    apart=always,
)
