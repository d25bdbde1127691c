"""E11: two statements for one moment, or more than one post that speaks to the media."""

from collections import Counter
from collections.abc import Iterator

from guifan.checks.rules.emergency.sample import (
    FIRST_HOUR,
    FOR_MEDIA,
    LISTED,
    MESSAGES,
    PLAYBOOK,
    TELLING,
    TEMPLATES,
)
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.role import Role
from guifan.language.texts import Blank, segments
from guifan.proof.emergencies import AWAITING, ENGLISH, STAGES, sent

_ONE_VOICE = (Addressee.FRONTLINE, Addressee.MEDIA)
"""Who is given one text at a time: customers are told the same in several forms."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at what every playbook says at each stage, then at who speaks to the media."""
    for playbook in corpus.of(Playbook):
        yield from _twice(corpus, playbook)
        yield from _unlisted(corpus, playbook)
    yield from _speakers(corpus)
    yield from _marked(corpus)


def _twice(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """One statement for a stage and an audience."""
    stages = corpus.members(STAGES)
    before: dict[tuple[str, Addressee], tuple[int, Message]] = {}
    for at, name in enumerate(playbook.messages):
        message = corpus.one(Message, name)
        if message is None or message.stage is None or message.to not in _ONE_VOICE:
            continue
        if message.stage not in stages:
            continue
        step, first = before.setdefault((message.stage, message.to), (at, message))
        if step == at:
            yield None
            continue
        if first is message:
            continue  # the same one, written twice
        facts = {
            "title": playbook.title,
            "stage": stages[message.stage].title,
            "audience": Wording(zh=message.to.label, en=ENGLISH[message.to]),
            "one": first.title,
            "other": message.title,
        }
        related = (Place(playbook.id, ("messages", step)),)
        yield Match(Place(playbook.id, ("messages", at)), "two-statements", facts, related)


def _unlisted(corpus: Corpus, playbook: Playbook) -> Iterator[Match | None]:
    """An action sends the statement that the playbook holds, and no other."""
    stages = corpus.members(STAGES)
    listed = {
        (message.stage, message.to): (at, message)
        for at, name in enumerate(playbook.messages)
        if (message := corpus.one(Message, name)) is not None
    }
    names = {each.id for each in corpus.some(Message, playbook.messages)}
    for one in sent(corpus, playbook):
        going = one.message
        other = listed.get((going.stage, going.to))
        if going.stage not in stages or other is None or going.id in names:
            yield None
            continue
        facts = {
            "title": playbook.title,
            "action": one.action.do,
            "one": going.title,
            "other": other[1].title,
        }
        related = (Place(playbook.id, ("messages", other[0])),)
        yield Match(Place(playbook.id, (*one.path, "message")), "other-statement", facts, related)


def _speakers(corpus: Corpus) -> Iterator[Match | None]:
    """One post speaks to the media in all playbooks."""
    speaking = [
        (Place(playbook.id, (*one.path, "accountable")), one.action.accountable)
        for playbook in corpus.of(Playbook)
        for one in sent(corpus, playbook)
        if one.message.to is Addressee.MEDIA
    ]
    if not speaking:
        return
    usual = Counter(name for _, name in speaking).most_common(1)[0][0]
    first = next(place for place, name in speaking if name == usual)
    for place, name in speaking:
        one, other = corpus.one(Role, name), corpus.one(Role, usual)
        if name == usual or one is None or other is None:
            yield None
            continue
        facts = {"post": one.title, "usual": other.title}
        yield Match(place, "two-speakers", facts, (first,))


def _marked(corpus: Corpus) -> Iterator[Match | None]:
    """Whoever reads a statement before the service is back sees which one, by the same blanks."""
    names = dict.fromkeys(name for one in corpus.of(Playbook) for name in one.messages)
    statements = [
        one
        for one in corpus.some(Message, tuple(names))
        if one.to is Addressee.FRONTLINE and one.stage in AWAITING and one.says is not None
    ]
    marked = [one for one in statements if one.marks]
    usual = Counter(one.marks for one in marked).most_common(1)
    for statement in statements:
        said = {one.name for one in segments(statement.says or "") if isinstance(one, Blank)}
        absent = [name for name in statement.marks if name not in said]
        facts = {"title": statement.title, "blanks": listed(f"“{name}”" for name in absent)}
        if not statement.marks:
            yield Match(Place(statement.id, ("says",)), "unmarked", facts)
        elif absent:
            place = Place(statement.id, ("marks", statement.marks.index(absent[0])))
            yield Match(place, "no-blank", facts, (Place(statement.id, ("says",)),))
        elif not set(statement.marks) >= set(usual[0][0]):
            lacks = [name for name in usual[0][0] if name not in statement.marks]
            other = next(one for one in marked if one.marks == usual[0][0])
            facts |= {"blanks": listed(f"“{name}”" for name in lacks), "other": other.title}
            related = (Place(other.id, ("marks",)),)
            yield Match(Place(statement.id, ("marks",)), "fewer-marks", facts, related)
        else:
            yield None


_OTHER = """\
  - id: outage-desk
    title: 断网口径（旧）
    form: template
    to: frontline
    stage: first
    next_update: 更新时刻
    marks: [版次]
    situation: 发给在岗的一线
    says: 第【?版次】版：【?地区】断网，等【?更新时刻】的通知。
"""


def _example(listed: str) -> Example:
    text = PLAYBOOK.replace(FIRST_HOUR, FIRST_HOUR + TELLING).replace(MESSAGES, listed)
    return Example(TEMPLATES.replace(FOR_MEDIA, _OTHER + FOR_MEDIA) + text)


RULE = Rule(
    code="E11",
    name="two-voices",
    severity=Severity.WARNING,
    finds=Wording(
        zh="同一份预案在同一阶段给同一对象备了两份口径，动作发的不是预案里的那一份，一线的口径认不出版次，或者对媒体说话的不止一个岗位。",
        en=(
            "A playbook with two statements for one stage and audience, an action that sends a "
            "different one, a statement whose version staff cannot tell, or more than one post "
            "speaking to the media."
        ),
    ),
    why=Wording(
        zh="营业厅照旧版说，热线照新版说，客户录下来一对比，就成了我们自相矛盾。",
        en=(
            "If the shops go by the old statement and the hotline by the new one, a customer who "
            "records both will hear us contradict ourselves."
        ),
    ),
    messages={
        "two-statements": Wording(
            zh=(
                "“{title}”的{stage}阶段给{audience}备了两份：“{one}”和“{other}”。"
                "只能有一个口径，请留一份。"
            ),
            en=(
                "“{title}” holds two statements for {audience} at the stage {stage}: “{one}” and "
                "“{other}”. There can only be one: keep one."
            ),
        ),
        "other-statement": Wording(
            zh="“{title}”的“{action}”发的是“{one}”，预案备的却是“{other}”。请换成同一份。",
            en=(
                "“{action}” of “{title}” sends “{one}”, but the playbook holds “{other}”. Use the "
                "same one in both."
            ),
        ),
        "unmarked": Wording(
            zh=(
                "“{title}”发给一线，没有写靠哪几个空认出是哪一版，旧版撤了也看不出来。请留出口径"
                "编号、版次的空，并在“口径标识”（marks）里写明。"
            ),
            en=(
                "“{title}” goes to the front line but does not say which slots show its version, "
                "so nobody can tell that an old one was withdrawn. Leave slots for its number and "
                "version, and name them under “marks”."
            ),
        ),
        "no-blank": Wording(
            zh="“{title}”写着靠{blanks}认出是哪一版，内容里却没有这个空。请补上。",
            en=(
                "“{title}” is to be recognised by {blanks}, but its text has no such "
                "{blanks:slot|slots}. Add {blanks:it|them}."
            ),
        ),
        "fewer-marks": Wording(
            zh="“{title}”没有写{blanks}，别的口径（例如“{other}”）都写了。请补上，一线才对得上。",
            en=(
                "“{title}” lacks {blanks}, which other statements, such as “{other}”, all have. "
                "Add {blanks:it|them} so that staff can match them."
            ),
        ),
        "two-speakers": Wording(
            zh="这里由{post}对媒体说话，别处由{usual}。对外只有一个发言人，请改成一致。",
            en=(
                "Here {post} speaks to the media, elsewhere {usual}. There is only one "
                "spokesperson: make them agree."
            ),
        ),
    },
    bad=_example(
        "messages:\n"
        "  - outage-customers\n"
        "  - outage-staff\n"
        "  - outage-desk\n"
        "    ^^^^^^^^^^^\n"
        "  - outage-authority\n"
        "  - outage-media\n"
    ),
    mended=Example(
        TEMPLATES + PLAYBOOK.replace(FIRST_HOUR, FIRST_HOUR + TELLING).replace(MESSAGES, LISTED)
    ),
    check=check,
)
