"""E01: a class and grade of emergency that no playbook answers, and nobody says why."""

from collections.abc import Iterator

from guifan.checks.rules.emergency.sample import PLAYBOOK
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.language.written import is_stub
from guifan.proof.emergencies import CLASSES, GRADES, begins, blanks, responses


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every cell of classes and grades; a manual without playbooks has none yet."""
    classes = corpus.one(Taxonomy, CLASSES)
    playbooks = corpus.of(Playbook)
    for playbook in playbooks:
        yield from _twice(corpus, playbook)
    if classes is None:
        return
    blank = blanks(corpus)
    for at, member in enumerate(classes.members):
        own = tuple(one for one in playbooks if one.event_class == member.id)
        if member.id in blank:
            place = Place(classes.id, ("members", at))
            yield from _row(corpus, place, member, own, blank[member.id])


def _row(
    corpus: Corpus,
    place: Place,
    member: TaxonomyMember,
    own: tuple[Playbook, ...],
    blank: tuple[str, ...],
) -> Iterator[Match | None]:
    """The cells of one class.

    Args:
        corpus: where the grades stand.
        place: of the class.
        member: the class.
        own: its playbooks.
        blank: the grades that none of them answers.
    """
    answered = {
        response.grade: Place(playbook.id, ("responses", at, "grade"))
        for playbook in own
        for at, response in responses(playbook, corpus)
    }
    excluded = {one.grade: at for at, one in enumerate(member.excludes)}
    titles = {name: one.title for name, one in corpus.members(GRADES).items()}
    for name, grade in corpus.members(GRADES).items():
        facts = {"class": member.title, "grade": grade.title}
        if name in answered and name in excluded:
            where = Place(place.item, (*place.path, "excludes", excluded[name], "grade"))
            yield Match(where, "both", facts, (answered[name],))
        elif name in excluded and is_stub(why := member.excludes[excluded[name]].why):
            where = Place(place.item, (*place.path, "excludes", excluded[name], "why"))
            yield Match(where, "no-reason", {**facts, "said": why})
        elif name not in blank:
            yield None
    if blank:
        said = listed(titles[one] for one in blank)
        grades: dict[str, object] = {"class": member.title, "grades": said}
        named = Place(place.item, (*place.path, "id"))
        if own:
            first = Place(own[0].id, ("responses",), key=True)
            more = tuple(Place(one.id, ("responses",), key=True) for one in own[1:])
            begun = tuple(
                Place(one.id, path) for one in own for path, grade in begins(one) if grade in blank
            )
            titled = {**grades, "title": own[0].title}
            yield Match(first, "blank", titled, (*more, *begun, named))
        else:
            yield Match(named, "none", grades)


def _twice(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """Two responses to one grade of one event: two levels, perhaps two commanders."""
    before: dict[str, int] = {}
    for at, response in responses(playbook, corpus):
        first = before.setdefault(response.grade, at)
        if first == at:
            continue
        facts = {"title": playbook.title, "grade": corpus.members(GRADES)[response.grade].title}
        related = (Place(playbook.id, ("responses", first, "grade")),)
        yield Match(Place(playbook.id, ("responses", at, "grade")), "twice", facts, related)


_CLASSES = """\
--- standards/classes.yaml
kind: taxonomy
id: event-class
title: 突发事件分类
members:
  - id: accident
    title: 事故灾难
  - id: personnel
{carets}    title: 人事变动
{more}"""

RULE = Rule(
    code="E01",
    name="cell-without-playbook",
    severity=Severity.ERROR,
    finds=Wording(
        zh="某一类、某一级的突发事件没有专项预案可用，也没有写明为什么不会有；或者一级有两套响应。",
        en=(
            "A class and grade of emergency with no playbook and no reason why it cannot occur, or "
            "a grade with two responses."
        ),
    ),
    why=Wording(
        zh="真出了事，值班经理按分类和分级找预案；那一格是空的，头一个小时就用来商量该谁管。",
        en=(
            "When it happens, the duty manager looks up the playbook by class and grade; if that "
            "cell is blank, the first hour goes on working out who is in charge."
        ),
    ),
    messages={
        "none": Wording(
            zh=(
                "“{class}”这一类突发事件没有专项预案，{grades}都无案可依。请写一份预案，或者在这"
                "一类的“不会有的级别”（excludes）里逐级写明为什么不会有。"
            ),
            en=(
                "The class “{class}” has no playbook for {grades:the grade|any of the grades} "
                "{grades}. Write one, or say under its “excludes”, grade by grade, why such an "
                "event cannot occur."
            ),
        ),
        "blank": Wording(
            zh=(
                "“{class}”的{grades}事件没有哪份预案写了怎样响应。请在“{title}”的“响应”（"
                "responses）里补上，或者在“{class}”的“不会有的级别”（excludes）里写明为什么不会有。"
            ),
            en=(
                "No playbook says how to respond to an event of the class “{class}” and "
                "{grades:the grade|the grades} {grades}. Add {grades:it|them} to “responses” of "
                "“{title}”, or say under “excludes” of “{class}” why there cannot be one."
            ),
        ),
        "both": Wording(
            zh="“{class}”写着不会有{grade}事件，预案却写了{grade}怎样响应。请去掉一处。",
            en=(
                "“{class}” says that there is no event of the grade {grade}, but a playbook says "
                "how to respond to one. Delete one of the two."
            ),
        ),
        "no-reason": Wording(
            zh="“{class}”写着不会有{grade}事件，理由只写了“{said}”，等于没有写。请写明为什么不会有。",
            en=(
                "“{class}” says that there is no event of the grade {grade}, but gives just "
                "“{said}” as the reason. Say why it cannot occur."
            ),
        ),
        "twice": Wording(
            zh="“{title}”给{grade}事件写了两套响应：谁指挥、到几级，现场不知道听哪一套。请只留一套。",
            en=(
                "“{title}” has two responses to the grade {grade}: nobody on site knows which "
                "commander and which level apply. Keep one."
            ),
        ),
    },
    bad=Example(_CLASSES.format(carets="        ^^^^^^^^^\n", more="") + PLAYBOOK),
    mended=Example(
        _CLASSES.format(
            carets="",
            more="""\
    excludes:
      - {grade: major, why: 一个岗位缺人影响不到外市}
      - {grade: ordinary, why: 缺一两个人由排班补上}
""",
        )
        + PLAYBOOK
    ),
    check=check,
    absences=frozenset({"none", "blank"}),
)
