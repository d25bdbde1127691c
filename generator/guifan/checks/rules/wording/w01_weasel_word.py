"""W01: a word that sounds like a duty and says neither how soon nor how much."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guifan.checks.rules.wording.binding import Binding, binding
from guifan.checks.rules.wording.clauses import (
    Stretch,
    clause,
    is_only_quoted,
    says_how_much,
    says_when,
)
from guifan.checks.rules.wording.names import is_in_a_name
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording, always
from guifan.language.kinds.limit import Bound, Limit

_NOUNS = (
    r"人员|岗|单|件|流程|程序|办法|方式|方法|规[定则程]|标准|事项|意见|[时期]限|要求|权限|率|量|表"
)


class _Weasel(NamedTuple):
    """A weasel word.

    Args:
        word: the word.
        lacks: what it leaves unsaid: the message's key.
        pattern: where it stands as a word of its own; the characters beside it may make it
            part of another word or of a name.
    """

    word: str
    lacks: str
    pattern: str


_WEASELS = (
    _Weasel(
        "及时",
        "how-soon",
        # 来不及时, 涉及时限, 以及时间; 可以及时答复 is one.
        r"(?<![来等赶]不)(?<!来得)(?<![涉提触论谈波危顾普累殃])及时"
        r"(?!率|性|雨|间(?!隔|接|断)|刻|段|长(?!期)|效|候|机(?!关)|序|区|差(?![异额错评])|限(?![制期])"
        r"|点(?![评击名检开到「“]))",
    ),
    _Weasel("尽快", "how-soon", "尽快"),
    _Weasel("迅速", "how-soon", "迅速(?!度)"),
    _Weasel(
        "快速",
        "how-soon",
        "快速(?!度|通道|窗口|路|键|充电|入口|检索|列车|(?:响应|反应)(?:小组|队|机制))",
    ),
    _Weasel("立即", "how-soon", "(?<![独设成建])立即"),  # 独立即可
    _Weasel(
        "定期",
        "how-often",
        # 规定期限, 绑定期; 不定期 is another word.
        "(?<![绑锁鉴不假])定期(?!限|间(?!隔|接)|内(?![容部控])|满(?![足意])|末|存款|合同|保险)",
    ),
    _Weasel("适当", "how-much", "(?<![合舒不])适当(?!性)"),  # 合适当日, 不适当, 适当性
    _Weasel(
        "必要",
        "which-case",
        # 务必要, 不必要求, and the principles of data protection by their names.
        "(?<![务何未势非])(?<!最小)(?<!充分)(?<!正当、)必要(?!性|条件|求|紧|是|个人信息)",
    ),
    _Weasel(
        "一般",
        "which-case",
        # An adverb; before a noun it is a grade or kind: 一般事件, 一般纳税人.
        "(?<![第统同唯万])一般"
        "(?=应|须|不|由|都|均|情况|情形|来说|来讲|而言|地|为|是|从|于|以|需|只|先|就|能|当"
        "|要(?!求|素)|在(?!职|网|线|岗|校)|可(?!疑|燃|见)|会(?!员|议|话|计)|按(?!键|钮)"
        f"|(?:答复|回复|处理|办理|办结|安排|受理|联系|通知|告知|完成|恢复|上门)(?!{_NOUNS}))",
    ),
    _Weasel("原则上", "which-case", "(?<![这那该此条项个的一])原则上"),  # 在这条原则上
    _Weasel("较强", "how-much", "(?<!计)较强(?!制|行|调|台风|降雨|降水|冷空气|震|余震)"),
    _Weasel("一定的", "how-much", "(?<![不统唯同单说那])一定的"),  # 不一定的, 统一定的
)
_BY_WORD = {one.word: one for one in _WEASELS}
_BEGIN = "".join(sorted({one.word[0] for one in _WEASELS}))
_ANY = re.compile(f"(?=[{_BEGIN}])(?:{'|'.join(f'(?:{one.pattern})' for one in _WEASELS)})")


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for weasel words in every text that binds; one finding for a clause that lacks a thing.

    A unit that is not named is W05's.
    """
    for text in binding(corpus):
        found = list(_found(corpus, text)) if _ANY.search(text.spot.value) else []
        yield from found
        if not found:
            yield None


def _found(corpus: Corpus, text: Binding) -> Iterator[Match]:
    words = text.spot.value
    told: set[tuple[int, str]] = set()
    for match in _ANY.finditer(words):
        at, weasel = Stretch(*match.span()), _BY_WORD[match[0]]
        around = clause(words, at.start)
        if (around.start, weasel.lacks) in told or is_in_a_name(corpus, words, at, weasel.word):
            continue
        says = says_when if weasel.lacks == "how-soon" else says_how_much
        if says(corpus, words[slice(*around)]) or is_only_quoted(corpus, words, at):
            continue
        told.add((around.start, weasel.lacks))
        yield Match(
            Place(text.item.id, text.path, (at.start, at.end)),
            weasel.lacks,
            {"word": weasel.word, "title": text.item.title},
            suggestion=_suggestion(corpus, text) if weasel.lacks == "how-soon" else None,
            warns=not text.is_owed,
        )


def _suggestion(corpus: Corpus, text: Binding) -> Suggestion | None:
    """To name the one limit in time that the norm or the step itself goes by."""
    holder: object = text.item
    if text.item.kind == "procedure" and text.spot.path[0] == "steps":
        holder = getattr(text.item, "steps", ())[int(text.spot.path[1])]
    ids = (getattr(holder, "limit", None), *getattr(holder, "limits", ()))
    limits = [
        one
        for one in corpus.some(Limit, tuple(name for name in ids if name))
        if one.within is not None and one.bound is Bound.AT_MOST
    ]
    return Suggestion(f"在【{limits[0].id}】内") if len(limits) == 1 else None


RULE = Rule(
    code="W01",
    name="weasel-word",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "及时、尽快、迅速、快速、立即、定期、适当、必要、一般、原则上、较强、一定的："
            "同一分句里没有数值，也没有引用时限。"
        ),
        en=(
            "A weasel word (及时, 尽快, 迅速, 快速, 立即, 定期, 适当, 必要, 一般, 原则上, 较强, "
            "一定的) with neither a number nor a reference to a limit in the same clause."
        ),
    ),
    why=Wording(
        zh=(
            "“及时答复”谁都能说做到了，也谁都能说没做到：员工不知道做到什么程度算合格，客户不知道"
            "能等到什么，质检没法判分。在时限、对外承诺和流程步骤里是错误，在别处只提醒。"
        ),
        en=(
            "Anybody can claim that “a timely answer” was given, or that it was not: staff do not "
            "know what is good enough, customers do not know how long to wait, and inspectors "
            "cannot score it. It is an error in limits, promises to customers and procedure steps; "
            "elsewhere it is only a warning."
        ),
    ),
    messages={
        "how-soon": Wording(
            zh=(
                "“{title}”写着“{word}”，没有说多久之内。请引用一个时限，例如“在【编号】内”；"
                "时限已经在别处写明的，删去这个词。"
            ),
            en=(
                "“{title}” says “{word}” but not how soon. Refer to a limit, as in “在【id】内”; "
                "if the time is already set elsewhere, delete the word."
            ),
        ),
        "how-often": Wording(
            zh="“{title}”写着“{word}”，没有说多久一次。请写明“每周”“每月”，或者引用时限。",
            en=(
                "“{title}” says “{word}” but not how often. Write “every week” or “every month”, "
                "or refer to a limit."
            ),
        ),
        "how-much": Wording(
            zh="“{title}”写着“{word}”，没有说到什么程度。请写成数值，引用时限与限额的编号。",
            en=(
                "“{title}” says “{word}” but not how much. Give the figure by referring to its "
                "limit."
            ),
        ),
        "which-case": Wording(
            zh=(
                "“{title}”写着“{word}”，没有说什么情况下这样、什么情况下不这样。请写明情形，"
                "或者删去这个词。"
            ),
            en=(
                "“{title}” says “{word}” but not in which cases it applies and in which it does "
                "not. Name the cases, or delete the word."
            ),
        ),
    },
    bad=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
explains: 查清以后及时答复客户
              ^^
missed: 由班长定期向客户说明
           ^^
"""),
    mended=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
explains: 查清以后在【complaint-answer】内及时答复客户；一般投诉、重大投诉都一样
missed: 由班长每日向客户说明
"""),
    check=check,
    apart=always,
)
