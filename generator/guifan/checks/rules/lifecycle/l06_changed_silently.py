"""L06: a figure that is not what it was in the last edition, and nobody was told."""

from collections.abc import Iterator, Sequence

from guifan.corpus.figures import Difference, Figured, differences
from guifan.corpus.graph import Corpus
from guifan.corpus.renames import former
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always, listed
from guifan.language.labels import Label
from guifan.language.model import Item


def check(corpus: Corpus, baseline: Corpus | None) -> Iterator[Match | None]:
    """Compare the figures of every item with those that it had in the last edition."""
    if baseline is None:
        return
    for item in corpus:
        before = former(item, baseline)
        if before is not None:
            changed = differences(before, item)
            yield _match(before, item, changed) if changed else None


def _match(before: Item, item: Item, changed: Sequence[Difference]) -> Match | None:
    missing: list[Wording] = []
    if item.version <= before.version:
        missing.append(_VERSION)
    if not item.changed or item.changed == before.changed:
        missing.append(_NOTE)
    if not item.signed_by:
        missing.append(_SIGNED)
    if not missing:
        return None
    was, now = changed[0]
    one = now or was
    assert one is not None
    facts: dict[str, object] = {"id": item.id, "title": item.title, "field": Label(one.label)}
    facts |= {"old": _amount(was), "new": _amount(now)}
    facts |= {"missing": listed(missing), "more": len(changed) - 1}
    place = Place(item.id, now.path if now else ("version",))
    related = tuple(Place(item.id, other.path) for _, other in changed[1:] if other)
    key = "changed" if len(changed) == 1 else "changed-several"
    return Match(place, key, facts, related)


_VERSION = Wording(zh="没有提高版本（version）", en="its version was not raised")
_NOTE = Wording(zh="没有写改动说明（changed）", en="no note says why (changed)")
_SIGNED = Wording(
    zh="没有写由哪些岗位签阅（signed_by）", en="nobody is named to sign it (signed_by)"
)
_NONE = Wording(zh="（没有）", en="none")


def _amount(one: Figured | None) -> Wording:
    if one is None:
        return _NONE
    return Wording(zh=one.say("zh-Hans"), en=one.say("en"))


RULE = Rule(
    code="L06",
    name="changed-silently",
    severity=Severity.ERROR,
    finds=Wording(
        zh="和上一版相比，数值改了，却没有提高版本、没有说明为什么改，或者没有写请哪些岗位签阅。",
        en=(
            "A figure that has changed since the last edition without a higher version number, a "
            "note saying why, or a list of the posts that must sign for it."
        ),
    ),
    why=Wording(
        zh=(
            "数值悄悄改了，一线还按记得的旧数答，客户就听到两个说法。改了什么、为什么改、谁看过，"
            "三样写在一起，事后才说得清。"
        ),
        en=(
            "If a figure changes silently, staff go on giving the one they remember and customers "
            "hear two different answers. What changed, why, and who has read it belong together."
        ),
    ),
    messages={
        "changed": Wording(
            zh=(
                "“{title}”的“{field}”上一版是 {old}，现在是 {new}，{missing}。"
                "请运行 guifan bump {id} --why 原因。"
            ),
            en=(
                "“{field}” of “{title}” was {old} in the last edition and is now {new}: {missing}. "
                "Run guifan bump {id} --why REASON."
            ),
        ),
        "changed-several": Wording(
            zh=(
                "“{title}”的“{field}”上一版是 {old}，现在是 {new}（另有 {more} 处数值也改了），"
                "{missing}。请运行 guifan bump {id} --why 原因。"
            ),
            en=(
                "“{field}” of “{title}” was {old} in the last edition and is now {new} ({more} "
                "other {more:figure|figures} changed too): {missing}. Run "
                "guifan bump {id} --why REASON."
            ),
        ),
    },
    bad=Example("""\
--- before/limits.yaml
kind: limit
id: answer
title: 投诉答复
within: 5 个工作日
from: complaint-received
to: complaint-answered
calendar: office
--- standards/limits.yaml
kind: limit
id: answer
title: 投诉答复
within: 3 个工作日
        ^^^^^^
from: complaint-received
to: complaint-answered
calendar: office
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: answer
title: 投诉答复
version: 2
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
changed: 答复由五个工作日改为三个工作日，客户等得太久
signed_by: [hotline-agent, shift-leader]
"""),
    check=check,
    apart=always,
)
