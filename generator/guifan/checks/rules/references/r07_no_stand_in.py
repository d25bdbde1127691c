"""R07: an emergency post that nobody can stand in for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.role import Role
from guifan.language.model import Item
from guifan.proof.people.superiors import is_unsound, superiors


@dataclass(frozen=True, slots=True)
class _Stranger:
    """Who is called instead of a post, and is neither its deputy nor above it."""

    playbook: Playbook
    place: Place
    backup: Role


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the deputies of whoever answers for something, and at who is called instead.

    Where the deputies of a post are wrong, or several playbooks call somebody else, the fault is
    in the post.
    """
    answering: dict[str, list[Place]] = {}
    strangers: dict[str, list[_Stranger]] = {}
    for playbook in corpus.of(Playbook):
        for place, name in _answering(playbook):
            answering.setdefault(name, []).append(place)
        yield from _backups(corpus, playbook, strangers)
        yield from _command(corpus, playbook)
    for name, places in answering.items():
        if (role := corpus.one(Role, name)) is not None:
            match = _deputies(role, tuple(places))
            if match is not None:
                called = tuple(one.place for one in strangers.pop(role.id, ()))
                match = replace(match, related=(*match.related, *called))
            yield match
    for name, each in strangers.items():
        yield _called(corpus.entries[name].item, each)


def _answering(playbook: Playbook) -> Iterator[tuple[Place, str]]:
    """The posts that answer for an action."""
    for name, actions in (("first_hour", playbook.first_hour), ("later", playbook.later)):
        for at, action in enumerate(actions):
            yield Place(playbook.id, (name, at, "accountable")), action.accountable


def _deputies(role: Role, places: tuple[Place, ...]) -> Match | None:
    """A post filled by the rota is never without somebody in it."""
    facts = {"post": role.title, "actions": len(places)}
    if role.id in role.deputies:
        at = role.deputies.index(role.id)
        return Match(Place(role.id, ("deputies", at)), "itself", facts)
    if role.duty or role.deputies:
        return None
    return Match(Place(role.id, ("id",)), "nobody", facts, places)


def _backups(
    corpus: Corpus, playbook: Playbook, strangers: dict[str, list[_Stranger]]
) -> Iterator[Match | None]:
    """Backups that are the post itself; others that may not stand in for it are kept for later."""
    for at, contact in enumerate(playbook.contacts):
        role, backup = corpus.one(Role, contact.role), corpus.one(Role, contact.backup)
        if role is None or backup is None:
            continue
        place = Place(playbook.id, ("contacts", at, "backup"))
        stands_in = backup.id in role.deputies or backup in superiors(corpus, role)
        if role is backup:
            yield Match(place, "same", {"title": playbook.title, "post": role.title})
        elif stands_in or is_unsound(corpus, role):  # T12 says that its superiors are wrong
            yield None
        else:
            strangers.setdefault(role.id, []).append(_Stranger(playbook, place, backup))


def _called(role: Item, each: list[_Stranger]) -> Match:
    first, deputies = each[0], Place(role.id, ("deputies",))
    facts = {"post": role.title, "backup": first.backup.title}
    if len(each) == 1:
        facts["title"] = first.playbook.title
        return Match(first.place, "stranger", facts, (deputies,))
    backups = dict.fromkeys(one.backup.title for one in each)
    many = {"post": role.title, "count": len(each), "backups": listed(backups)}
    return Match(deputies, "strangers", many, tuple(one.place for one in each))


def _command(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """Commanders for whom nobody is left among those who take over the command; each once."""
    told: set[str] = set()
    for at, response in enumerate(playbook.responses):
        commander = corpus.one(Role, response.commander)
        if commander is None or not playbook.deputies or commander.id in told:
            continue
        if any(corpus.get(name) is not commander for name in playbook.deputies):
            yield None
            continue
        told.add(commander.id)
        facts = {"title": playbook.title, "post": commander.title}
        there = (Place(playbook.id, ("responses", at, "commander")),)
        yield Match(Place(playbook.id, ("deputies",)), "commander", facts, there)


RULE = Rule(
    code="R07",
    name="no-stand-in",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "应急动作的责任岗没有替补，指挥的替补只写了指挥自己，或者预案里找的替补既不是它的替补岗位，"
            "也不是它的上级。"
        ),
        en=(
            "The accountable post of an emergency action has no deputy, a commander is the only "
            "deputy of the command, or the playbook calls a backup that is neither a deputy of the "
            "post nor above it."
        ),
    ),
    why=Wording(
        zh="半夜找不到人时，接替的人要有权做这件事；找来一个没有授权的人，等于没有找到。",
        en=(
            "If somebody cannot be reached at night, whoever takes over must have the authority to "
            "act; finding a person without it is as good as finding nobody."
        ),
    ),
    messages={
        "nobody": Wording(
            zh=(
                "{post}在专项预案里对 {actions} 个动作负责，而它没有替补，也不是排班表上当班的岗"
                "位。请写上“替补”（deputies）。"
            ),
            en=(
                "{post} is accountable for {actions} playbook {actions:action|actions}, but has no "
                "deputy and is not filled by a rota. Name one under “deputies”."
            ),
        ),
        "itself": Wording(
            zh="{post}的替补写的是它自己。请换一个岗位。",
            en="{post} is listed as its own deputy. Name another post.",
        ),
        "same": Wording(
            zh="“{title}”里找不到{post}时，写的还是找{backup}。请换一个岗位。",
            en="When {post} cannot be reached, “{title}” calls {backup} again. Name another post.",
        ),
        "commander": Wording(
            zh=(
                "“{title}”由{post}指挥，而指挥替补里除了{post}没有别的岗位，{post}不在时没有人接替。"
                "请写上别的岗位。"
            ),
            en=(
                "“{title}” is commanded by {post}, but its deputies include no other post, so "
                "nobody takes over when {post} is away. Name another post."
            ),
        ),
        "strangers": Wording(
            zh=(
                "有 {count} 份预案在“{post}”叫不到时找{backups}，而那既不是“{post}”的替补岗位，也"
                "不是它的上级。请把接得上手的写进“{post}”的替补岗位（deputies），或者改预案。"
            ),
            en=(
                "{count} playbooks call {backups} instead of “{post}”, although neither its "
                "deputies nor the posts above it include {backups:that post|those posts}. Add "
                "whoever can stand in to the deputies of “{post}”, or change the playbooks."
            ),
        ),
        "stranger": Wording(
            zh=(
                "“{title}”里找不到{post}时找{backup}，而{backup}既不是{post}的替补，也不是它的上级。"
                "请改用它的替补或上级，或者把{backup}写进{post}的替补。"
            ),
            en=(
                "When {post} cannot be reached, “{title}” calls {backup}, which is neither a "
                "deputy of {post} nor above it. Call one of those, or add {backup} to the deputies "
                "of {post}."
            ),
        ),
    },
    bad=Example("""\
--- standards/leader.yaml
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
reports_to: duty-manager
mission: 让当班顺畅
duties: [指导当班客服代表]
--- standards/manager.yaml
kind: role
id: duty-manager
title: 值班经理
unit: service-department
rank: 3
duty: 是
mission: 让全天顺畅
duties: [处理当班上报的事]
--- standards/fire.yaml
kind: playbook
id: site-fire
title: 场所火灾
event_class: accident
about: 看见烟，闻到焦味
contacts:
  - id: leader
    role: shift-leader
    backup: hotline-agent
            ^^^^^^^^^^^^^
    wait: 5 分钟
    tells: 报烧的是什么、里面还有没有人
signs:
  - {id: smoke, sees: 看见烟, grade: ordinary}
  - {id: flames, sees: 看见明火, grade: major}
responses:
  - grade: major
    level: level-1
    declared_by: shift-leader
    commander: shift-leader
    gathers: 在集合点点名
  - grade: ordinary
    level: level-2
    declared_by: shift-leader
    commander: shift-leader
    gathers: 在集合点点名
deputies: [duty-manager]
first_hour:
  - {id: shout, do: 喊撤离, accountable: duty-manager}
comfort: [一句话说清往哪走]
messages: []
stand_down: [消防宣布火已扑灭]
reopen: 复燃
after_action: 【after-action-due】内由班长组织
last_review: 2026-05-01
drilled: 2026-05-01
"""),
    mended=Example("""\
--- standards/fire.yaml
kind: playbook
id: site-fire
title: 场所火灾
event_class: accident
about: 看见烟，闻到焦味
contacts:
  - id: leader
    role: shift-leader
    backup: duty-manager
    wait: 5 分钟
    tells: 报烧的是什么、里面还有没有人
signs:
  - {id: smoke, sees: 看见烟, grade: ordinary}
  - {id: flames, sees: 看见明火, grade: major}
responses:
  - grade: major
    level: level-1
    declared_by: shift-leader
    commander: shift-leader
    gathers: 在集合点点名
  - grade: ordinary
    level: level-2
    declared_by: shift-leader
    commander: shift-leader
    gathers: 在集合点点名
deputies: [duty-manager]
first_hour:
  - {id: shout, do: 喊撤离, accountable: duty-manager}
comfort: [一句话说清往哪走]
messages: []
stand_down: [消防宣布火已扑灭]
reopen: 复燃
after_action: 【after-action-due】内由班长组织
last_review: 2026-05-01
drilled: 2026-05-01
"""),
    check=check,
    absences=frozenset({"stranger", "strangers"}),
)
