"""E03: a trigger that nobody can read, or that does not tell the grades apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from guifan.checks.rules.emergency.sample import PLAYBOOK, SIGNS
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.playbook import Playbook, Threshold
from guifan.proof.emergencies import GRADES, begins, blanks, order, responses
from guifan.proof.told import how_much
from guifan.temporal.measure import Measure, comparable


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every trigger of every playbook, then at the grades that it leads to."""
    for playbook in corpus.of(Playbook):
        for at in range(len(playbook.triggers)):
            yield _unread(playbook, at)
            yield from _divided(corpus, playbook, at)
        yield from _answered(corpus, playbook)


def _unread(playbook: Playbook, at: int) -> Match | None:
    """A number is watched in a system, or somebody tells it."""
    trigger = playbook.triggers[at]
    if trigger.source or trigger.told_by:
        return None
    facts = {"title": playbook.title, "observes": trigger.observes}
    return Match(Place(playbook.id, ("triggers", at, "observes")), "unread", facts)


def _divided(corpus: Corpus, playbook: Playbook, at: int) -> Iterator[Match | None]:
    """Each grade begins once, and a graver one at more."""
    ranks, members = order(corpus, GRADES), corpus.members(GRADES)
    known = [
        (step, one)
        for step, one in enumerate(playbook.triggers[at].thresholds)
        if one.grade in ranks
    ]
    ordered = sorted(known, key=lambda pair: -ranks[pair[1].grade])
    # What cannot be compared with the one that most can is told once, and has no place in order.
    usual = max(ordered, key=lambda pair: _peers(pair, ordered), default=None)
    alike = [pair for pair in ordered if pair is usual or _peers(pair, [usual or pair])]
    odd = [(usual, pair) for pair in ordered if usual and pair not in alike]
    for (first, lighter), (second, graver) in (*pairwise(alike), *odd):
        key = _wrong(lighter, graver)
        if key is None:
            yield None
            continue
        facts = {
            "title": playbook.title,
            "observes": playbook.triggers[at].observes,
            "grade": members[graver.grade].title,
            "value": how_much(graver.reaches),
            "lighter": members[lighter.grade].title,
            "from": how_much(lighter.reaches),
        }
        path = ("triggers", at, "thresholds")
        related = (Place(playbook.id, (*path, first, "reaches")),)
        field = "grade" if key == "twice" else "reaches"
        yield Match(Place(playbook.id, (*path, second, field)), key, facts, related)


def _peers(pair: tuple[int, Threshold], others: Sequence[tuple[int, Threshold]]) -> int:
    """With how many of them a starting value can be compared."""
    value = pair[1].reaches
    measures = [one.reaches for _, one in others if isinstance(one.reaches, Measure)]
    return sum(comparable(value, one) for one in measures) if isinstance(value, Measure) else 0


def _wrong(lighter: Threshold, graver: Threshold) -> str | None:
    if lighter.grade == graver.grade:
        return "twice"
    low, high = lighter.reaches, graver.reaches
    if not (isinstance(low, Measure) and isinstance(high, Measure) and comparable(low, high)):
        return "units"
    return None if low < high else "overlap"


def _answered(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """What begins a grade leads to a response, and every response is begun by something."""
    members = corpus.members(GRADES)
    begun = {grade: path for path, grade in reversed(tuple(begins(playbook)))}
    answered = {one.grade for _, one in responses(playbook, corpus)}
    if not begun:
        yield Match(Place(playbook.id, ("id",)), "unseen", {"title": playbook.title})
        return
    if not members.keys() >= {*begun, *(one.grade for one in playbook.responses)}:
        return  # R01 says that there is no such grade; it may have been any
    if len(answered) < len(playbook.responses):
        return  # E01 says that a grade is answered twice; one of the two may be of another
    blank = blanks(corpus).get(playbook.event_class, ())  # E01 says that nothing answers them
    for grade, path in reversed(begun.items()):
        if grade in members and grade not in answered and grade not in blank:
            facts = {"title": playbook.title, "grade": members[grade].title}
            related = (Place(playbook.id, ("responses",), key=True),)
            yield Match(Place(playbook.id, path), "unanswered", facts, related)
    for at, response in responses(playbook, corpus):
        if response.grade in begun:
            yield None
            continue
        facts = {"title": playbook.title, "grade": members[response.grade].title}
        yield Match(Place(playbook.id, ("responses", at, "grade")), "unbegun", facts)


_TRIGGER = """\
triggers:
  - id: users
    observes: 断网的用户数
    told_by: 网络值班工程师
    thresholds:
      - grade: ordinary
        reaches: 1000 户
      - grade: major
        reaches: {value}
{carets}"""

RULE = Rule(
    code="E03",
    name="grades-not-apart",
    severity=Severity.ERROR,
    finds=Wording(
        zh="触发条件没有写在哪里看，或者各级起点不是一级高过一级；有的级别没有起点或没有响应。",
        en=(
            "A trigger that does not say where to read it, whose starting values do not rise with "
            "the grades, or a grade with no starting value or no response."
        ),
    ),
    why=Wording(
        zh="起点交叉，同一个数可以算两级，值班经理只好请示；看不到的数，等于没有触发条件。",
        en=(
            "If starting values cross, one number belongs to two grades and the duty manager has "
            "to ask; a number nobody can see triggers nothing."
        ),
    ),
    messages={
        "unread": Wording(
            zh=(
                "“{title}”的触发条件“{observes}”没有写“在哪里看”（source），也没有写“由谁告诉”（"
                "told_by）。请写上一样。"
            ),
            en=(
                "The trigger “{observes}” of “{title}” says neither in which system to read it "
                "(“source”) nor who reports it (“told_by”). Add one of them."
            ),
        ),
        "overlap": Wording(
            zh=(
                "“{title}”的“{observes}”：{grade}从 {value}起，更轻的{lighter}却从 {from}起，"
                "同一个数可以算两级。请让更重的一级起点更高。"
            ),
            en=(
                "“{observes}” of “{title}”: {grade} starts at {value}, but the less serious "
                "{lighter} starts at {from}, so one number can belong to two grades. Let the "
                "graver one start at a higher value."
            ),
        ),
        "twice": Wording(
            zh="“{title}”的“{observes}”给{grade}写了两个起点：{from}和 {value}。请只留一个。",
            en=(
                "“{observes}” of “{title}” gives {grade} two starting values: {from} and {value}. "
                "Keep one."
            ),
        ),
        "units": Wording(
            zh=(
                "“{title}”的“{observes}”：{lighter}从 {from}起，{grade}从 {value}起，"
                "两个数比不出大小。请用同一个单位写。"
            ),
            en=(
                "“{observes}” of “{title}”: {lighter} starts at {from} and {grade} at {value}, "
                "which cannot be compared. Write both in the same unit."
            ),
        ),
        "unseen": Wording(
            zh="“{title}”没有触发条件，也没有触发现象，不知道什么时候启动。请至少写一样。",
            en=(
                "“{title}” has neither a trigger nor a sign, so nobody knows when to start it. Add "
                "at least one."
            ),
        ),
        "unanswered": Wording(
            zh=(
                "“{title}”写了什么情形算{grade}，却没有写{grade}怎样响应。请在“响应”（responses）"
                "里补上。"
            ),
            en=(
                "“{title}” says what counts as {grade}, but not how to respond to {grade}. Add it "
                "to “responses”."
            ),
        ),
        "unbegun": Wording(
            zh="“{title}”写了{grade}怎样响应，却没有一个起点或现象能算到{grade}。请补上触发条件。",
            en=(
                "“{title}” says how to respond to {grade}, but no trigger or sign can lead to "
                "{grade}. Add one that does."
            ),
        ),
    },
    bad=Example(
        PLAYBOOK.replace(SIGNS, _TRIGGER.format(value="800 户", carets="                 ^^^^^\n"))
    ),
    mended=Example(PLAYBOOK.replace(SIGNS, _TRIGGER.format(value="8000 户", carets=""))),
    check=check,
)
