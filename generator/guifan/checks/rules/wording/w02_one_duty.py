"""W02: a norm that is not one duty: nobody is named, no word of duty, two of them."""

import re
from collections.abc import Iterator

from guifan.checks.rules.wording.clauses import Stretch, clause
from guifan.checks.rules.wording.modals import Said, said
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Modal, Norm

_ATTITUDE = re.compile(
    r"(?P<how>热情|礼貌|耐心|细心|诚恳|友好|亲切|周到|文明|真诚|和气)(?:地|、\w{2})*(?:，?(?:并且|而且|并|且))"
)


_MEASURE = re.compile(
    r"(?:至少|不少于|不得少于)[^，。；：【】]{0,8}【(?P<least>[^】]*)】"
    r"|【(?P<within>[^】]*)】(?:以?内|之?前|以前)"
)
"""How much or how soon something has to be done, by a limit; what bounds an act is no duty more."""

_REPEATED = re.compile("每|[一两单]次")
"""How a clause begins that says of a repeated act how often, or how long between."""

_BY = re.compile(r"由(?:我们|\w{2,8}?(?:员|岗|席|长|理|主管|代表|专员))\w")
"""Who else has to do something."""

_BOUNDS = re.compile("[不只没未]|都算|才")
"""What draws the line of a duty instead of adding another."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Judge every rule by its words of duty."""
    for norm in corpus.each(Norm):
        found = list(_found(corpus, norm))
        yield from found
        if not found:
            yield None


def _found(corpus: Corpus, norm: Norm) -> Iterator[Match]:
    words = tuple(said(norm.rule))
    if not words:
        yield _match(norm, "no-modal", Stretch(0, len(norm.rule)), {})
        return
    if not re.search(r"\w", norm.rule[: words[0].at.start]):
        yield _match(norm, "nobody", words[0].at, {"word": words[0].word})
    second = _second(norm, words)
    if second is not None:
        yield _match(norm, "two-duties", second.at, {"word": second.word})
    else:
        joined = _measured_apart(corpus, norm.rule) or _joined(norm.rule)
        if joined is not None:
            yield _match(norm, "joined", joined, {"words": norm.rule[slice(*joined)]})
    attitude = _ATTITUDE.search(norm.rule)
    if attitude is not None:
        yield _match(norm, "attitude", Stretch(*attitude.span("how")), {"how": attitude["how"]})


def _second(norm: Norm, words: tuple[Said, ...]) -> Said | None:
    """A second 应当 in another clause.

    A clause that ends in 的 is a condition; what is 不得 beside a duty bounds it.
    """
    duties = [
        one
        for one in words
        if one.modals == {Modal.MUST}
        and not norm.rule[slice(*clause(norm.rule, one.at.start))].endswith("的")
    ]
    clauses = {clause(norm.rule, one.at.start): one for one in reversed(duties)}
    return clauses[sorted(clauses)[1]] if len(clauses) > 1 else None


def _measured_apart(corpus: Corpus, rule: str) -> Stretch | None:
    """A clause that sets a second limit on another act than the first that has one."""
    first: tuple[Stretch, str] | None = None
    for one in _MEASURE.finditer(rule):
        limit = corpus.one(Limit, one["least"] or one["within"])
        at = clause(rule, one.start())
        if limit is None:
            continue
        if first is None:
            first = at, limit.id
        elif at != first[0] and limit.id != first[1] and not _REPEATED.match(rule, at.start):
            return at
    return None


def _joined(rule: str) -> Stretch | None:
    """A half after a semicolon that gives somebody something else to do, in every case."""
    for begin in (one.end() for one in re.finditer("[；;]", rule)):
        half = rule[begin:].split("；", maxsplit=1)[0].rstrip("。")
        *before, _ = re.split("[，,]", half)
        is_a_case = any(one.endswith(("的", "时", "后", "前")) for one in before)
        if _BY.search(half) and not is_a_case and not _BOUNDS.search(half):
            return Stretch(begin, begin + len(half))
    return None


def _match(norm: Norm, key: str, at: Stretch, facts: dict[str, object]) -> Match:
    place = Place(norm.id, ("rule",), (at.start, at.end))
    return Match(place, key, {"title": norm.title, **facts})


RULE = Rule(
    code="W02",
    name="not-one-duty",
    severity=Severity.WARNING,
    finds=Wording(
        zh="一条条款不是一条义务：没有说是谁，没有“应当、不得、可以”，或者一条里写了两件事。",
        en=(
            "A norm that is not exactly one duty: it names nobody, has no word of obligation, or "
            "puts two duties together."
        ),
    ),
    why=Wording(
        zh=(
            "一条里有两件事，做到一件算不算做到，质检没法给分，改一件时另一件也跟着换版本；"
            "没有写谁，出了事人人都说不是自己。"
        ),
        en=(
            "If a norm holds two duties and staff keep one, nobody can say whether the norm was "
            "kept or score it, and changing one gives the other a new version too; if nobody is "
            "named, everybody can say it was somebody else's job."
        ),
    ),
    messages={
        "no-modal": Wording(
            zh="“{title}”没有写“应当”“不得”或“可以”，看不出有没有约束力。请补上一个。",
            en=(
                "“{title}” contains none of 应当 (shall), 不得 (must not) and 可以 (may), so "
                "nobody can tell whether it is binding. Add one."
            ),
        ),
        "nobody": Wording(
            zh="“{title}”一开头就是“{word}”，没有说是谁。请先写岗位，再写要求。",
            en=(
                "“{title}” begins with “{word}” and does not say who. Name the post first, then "
                "the requirement."
            ),
        ),
        "two-duties": Wording(
            zh=(
                "“{title}”里又有一个“{word}”，一条写了两件事。请拆成两条；同一件事在别的情形下怎"
                "么做的，写到“例外”（exceptions）或者“做法”（steps）里。"
            ),
            en=(
                "“{title}” contains another “{word}”: two duties in one norm. Split it in two; if "
                "it is the same duty in another case, put it under “exceptions” or “steps”."
            ),
        ),
        "joined": Wording(
            zh=(
                "“{title}”里的“{words}”是另一件要做的事，一条写了两件事。请拆成两条，各有各的时限"
                "和检查。"
            ),
            en=(
                "“{words}” in “{title}” is something else to do: two duties in one norm. Split it "
                "in two, each with its own limit and check."
            ),
        ),
        "attitude": Wording(
            zh=(
                "“{title}”把“{how}”和另一件事并成一条。态度看不见，没法照着查。请写成看得见、听得"
                "到的做法，各成一条。"
            ),
            en=(
                "“{title}” joins “{how}” to another duty. An attitude cannot be inspected: write "
                "what can be seen or heard instead, each as a norm of its own."
            ),
        ),
    },
    bad=Example("""\
kind: norm
id: record
title: 热情记录
rule: 员工应热情并记录客户的诉求
         ^^
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: responsiveness
check: [抽听录音]
"""),
    mended=Example("""\
kind: norm
id: record
title: 按原话记录
rule: 员工应当按客户的原话记下诉求
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: responsiveness
check: [抽听录音]
"""),
    check=check,
    apart=always,
)
