"""W05: 相关部门 where a unit should be named."""

import re
from collections.abc import Iterator

from guifan.checks.rules.wording.binding import Binding, binding
from guifan.checks.rules.wording.clauses import Stretch, is_only_quoted
from guifan.checks.rules.wording.names import is_in_a_name
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Unit
from guifan.language.texts import mentions

_UNITS = ("部门", "单位", "科室", "处室", "机构")
_UNNAMED = re.compile(
    # Authorities are named by the law; «公安、消防等有关部门» names two.
    "(?<!国家)(?<!政府)(?<!国务院)(?<!地方)(?<!等)(?<![没无])"
    "(?P<which>相关|有关|相应)(?:职能|业务|责任|主管|专业|上级|内部)?"
    f"(?P<who>{'|'.join(_UNITS)}|人员|岗位|领导|负责人|责任人)"
)
_WHICH = re.compile("相关|有关|相应")
_LISTED = re.compile(r"\s*[（(：:](?P<list>[^）)。；\n]*)")


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for units and people that are not named, in every text that binds.

    Of people it only warns: whoever does a thing is often clear from the sentence.
    """
    for text in binding(corpus):
        found = list(_found(corpus, text)) if _WHICH.search(text.spot.value) else []
        yield from found
        if not found:
            yield None


def _found(corpus: Corpus, text: Binding) -> Iterator[Match]:
    words = text.spot.value
    for match in _UNNAMED.finditer(words):
        at = Stretch(*match.span())
        is_name = is_in_a_name(corpus, words, at, match["which"])
        if is_name or _lists_them(corpus, words, at.end) or is_only_quoted(corpus, words, at):
            continue
        facts = {"words": match[0], "title": text.item.title}
        is_unit = match["who"] in _UNITS
        key = "unit" if is_unit else "person"
        yield Match(Place(text.item.id, text.path, match.span()), key, facts, warns=not is_unit)


def _lists_them(corpus: Corpus, words: str, at: int) -> bool:
    """Whether what follows, in brackets or after a colon, names a unit or post."""
    listed = _LISTED.match(words, at)
    if listed is None:
        return False
    targets = (corpus.resolve(one.address) for one in mentions(listed["list"]))
    if any(one and isinstance(one.item, (Unit, Role)) for one in targets):
        return True
    return any(one.title in listed["list"] for one in (*corpus.of(Unit), *corpus.of(Role)))


RULE = Rule(
    code="W05",
    name="unnamed-unit",
    severity=Severity.ERROR,
    finds=Wording(
        zh="写着“相关部门”“有关单位”，没有说是哪个部门。写“相关人员”的只提醒。",
        en=(
            "“The departments concerned” (相关部门, 有关单位) written where a department should "
            "be named. For “the staff concerned” (相关人员) it is only a warning."
        ),
    ),
    why=Wording(
        zh="“转相关部门处理”，转到谁那里要靠猜；出了事，每个部门都可以说不是自己。",
        en=(
            "Whoever passes a case “to the department concerned” has to guess which one; and when "
            "something goes wrong, every department can say it was not meant."
        ),
    ),
    messages={
        "unit": Wording(
            zh=(
                "“{title}”写着“{words}”，没有说是哪个部门。请引用部门或岗位的编号，"
                "例如“【编号】”；有好几个的，逐个写出来。"
            ),
            en=(
                "“{title}” says “{words}” but not which department. Refer to the department or "
                "post by its id, as in 【id】; if there are several, name each one."
            ),
        ),
        "person": Wording(
            zh="“{title}”写着“{words}”，没有说是哪个岗位。请引用岗位的编号，例如“【编号】”。",
            en=(
                "“{title}” says “{words}” but not which post. Refer to the post by its id, as in "
                "【id】."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户要求处理的，都按本流程办
steps:
  - id: dispatch
    title: 派单
    do: 把工单转相关部门处理
            ^^^^
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户要求处理的，都按本流程办
steps:
  - id: dispatch
    title: 派单
    do: 把工单转【service-department】处理
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""),
    check=check,
    apart=always,
)
