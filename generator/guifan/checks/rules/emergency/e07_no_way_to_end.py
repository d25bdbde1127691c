"""E07: an emergency that has no end: no conditions, nobody entitled to end it, no day of review."""

from collections.abc import Iterator

from guifan.checks.rules.emergency.sample import PLAYBOOK
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.role import Role
from guifan.language.written import is_stub
from guifan.proof.emergencies import GRADES, responses


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at how every playbook ends, by whose word, and by when it is reviewed."""
    for playbook in corpus:
        if not isinstance(playbook, Playbook):
            continue
        yield _ending(playbook)
        yield _reopened(playbook)
        yield from _enders(corpus, playbook)
        yield _review(corpus, playbook)


def _ending(playbook: Playbook) -> Match | None:
    """Some condition is met when it is over."""
    if not all(map(is_stub, playbook.stand_down)):
        return None
    return Match(Place(playbook.id, ("stand_down",)), "endless", {"title": playbook.title})


def _reopened(playbook: Playbook) -> Match | None:
    """What brings it back is said."""
    if not is_stub(playbook.reopen):
        return None
    facts = {"title": playbook.title, "said": playbook.reopen}
    return Match(Place(playbook.id, ("reopen",)), "never-again", facts)


def _enders(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """Who ends a response does not stand below who commands it."""
    for at, response in responses(playbook, corpus):
        commander = corpus.one(Role, response.commander)
        ender = corpus.one(Role, response.ended_by)
        if commander is None or ender is None:
            continue
        if ender.rank >= commander.rank:
            yield None
            continue
        facts = {
            "title": playbook.title,
            "grade": corpus.members(GRADES)[response.grade].title,
            "ender": ender.title,
            "commander": commander.title,
        }
        related = (Place(playbook.id, ("responses", at, "commander")),)
        yield Match(Place(playbook.id, ("responses", at, "ended_by")), "below", facts, related)


def _review(corpus: Corpus, playbook: Playbook) -> Match | None:
    """The review names the limit by which it is done."""
    path = ("after_action",)
    links = [one for one in corpus.outgoing.get(playbook.id, ()) if one.path == path]
    items = [one.target.item for one in links if one.target]
    limits = [one for one in items if isinstance(one, Limit)]
    if any(one.within is not None and one.bound is Bound.AT_MOST for one in limits):
        return None
    if any(one.target is None for one in links):
        return None  # R01 says that there is no such item; it may have been the limit
    facts: dict[str, object] = {"title": playbook.title}
    if not limits:
        return Match(Place(playbook.id, path), "unbounded", facts)
    facts |= {"limit": limits[0].title}
    return Match(Place(playbook.id, path), "no-time", facts, (Place(limits[0].id, ("id",)),))


RULE = Rule(
    code="E07",
    name="no-way-to-end",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "专项预案没有终止条件或者重新启动的条件，宣布终止的岗位比指挥低，"
            "或者复盘没有写按哪一条时限。"
        ),
        en=(
            "A playbook with no conditions for standing down or for starting again, whose end is "
            "declared by a post below the commander, or whose after-action review has no limit."
        ),
    ),
    why=Wording(
        zh="没有写怎样算结束，不是散得太早，就是一直拖着；复盘没有期限，同样的事会再来一次。",
        en=(
            "If nothing says when it is over, people leave too early or it drags on; if the review "
            "has no deadline, the same thing happens again."
        ),
    ),
    messages={
        "endless": Wording(
            zh="“{title}”没有写终止条件，响应启动了就停不下来。请写明满足什么才结束。",
            en=(
                "“{title}” has no conditions for standing down: once started, the response never "
                "ends. Say what must be met for it to end."
            ),
        ),
        "never-again": Wording(
            zh=(
                "“{title}”的“重新启动”只写了“{said}”：结束以后又出事，没有人知道该不该重新启动。"
                "请写明出现什么情况重新启动。"
            ),
            en=(
                "“{title}” says just “{said}” under “reopen”: if it happens again after the end, "
                "nobody knows whether to start the response again. Say what starts it again."
            ),
        ),
        "below": Wording(
            zh=(
                "“{title}”的{grade}事件由{commander}指挥，却由级别更低的{ender}宣布终止。"
                "请改由指挥或者比指挥高的岗位宣布。"
            ),
            en=(
                "In “{title}”, {commander} commands a {grade} event, but {ender}, who ranks lower, "
                "declares it over. Let the commander or a higher post declare it."
            ),
        ),
        "unbounded": Wording(
            zh="“{title}”的复盘没有写多久之内完成。请用【编号】引用复盘的时限。",
            en=(
                "“{title}” does not say by when the after-action review is finished. Refer to its "
                "limit as 【id】."
            ),
        ),
        "no-time": Wording(
            zh=(
                "“{title}”的复盘引用了“{limit}”，它不是从一个事件到另一个事件的时限。请引用复盘的"
                "时限。"
            ),
            en=(
                "The after-action review of “{title}” refers to “{limit}”, which is not a maximum "
                "time between two events. Refer to the limit of the review."
            ),
        ),
    },
    bad=Example(
        PLAYBOOK.replace(
            "after_action: 【after-action-due】内由指挥主持\n",
            "after_action: 由指挥主持\n              ^^^^^\n",
        )
    ),
    mended=Example(PLAYBOOK),
    check=check,
    apart=always,
)
