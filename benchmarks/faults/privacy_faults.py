"""Faults of personal data: why it is held, for how long, who tells it to whom (area P).

And who may see it (R10).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from business_faults import listed
from planting import Change, Edit, Item, Manual, plants, scalar, text, texts
from subjects import CARD, DATA, OURS, SUBJECTS, ours

from guifan.language.nodes import MappingNode, Scalar, SequenceNode


def data(name: str) -> Item:
    """One of our kinds of data."""
    return OURS.by_id[f"trial-{name}"]


KINDS = ("billing", "location", "taste", "child")


@plants("P01", "S06")
def collected_without_a_notice(manual: Manual) -> Iterator[Edit]:
    """Nobody tells the customer what is collected and why."""
    del manual
    for name in KINDS:
        yield ours(OURS.drop(DATA, data(name).node, "notice"))


@plants("P01", "S07", "S06")
def collected_for_nothing(manual: Manual) -> Iterator[Edit]:
    """It has no purpose, or nobody may see it."""
    del manual
    for name in KINDS:
        for key in ("purposes", "access"):
            value = data(name).node.get(key)
            assert value is not None
            yield ours(OURS.put(DATA, value, "[]"))


@plants("P01", "S06", held_out=True)
def collected_on_no_basis(manual: Manual) -> Iterator[Edit]:
    """No lawful basis is named."""
    del manual
    for name in KINDS:
        for key in ("basis", "kinds"):
            yield ours(OURS.drop(DATA, data(name).node, key))


@plants("P02")
def used_for_something_else(manual: Manual) -> Iterator[Edit]:
    """Collected to serve, used to sell."""
    del manual
    for part in ("uses", "shared_with"):
        for name in KINDS:
            for use in data(name).parts(part):
                other = "marketing" if text(use, "purpose") == "service" else "service"
                yield ours(OURS.put(DATA, scalar(use, "purpose"), other))


@plants("P02")
def shared_without_consent(manual: Manual) -> Iterator[Edit]:
    """Another company gets it for its own ends, and the customer never agreed."""
    del manual
    for name in KINDS:
        for share in data(name).parts("shared_with"):
            if share.get("consent"):
                yield ours(OURS.drop(DATA, share, "consent"))
                yield ours(OURS.put(DATA, scalar(share, "consent"), "否"))


@plants("P02", held_out=True)
def shared_without_a_contract(manual: Manual) -> Iterator[Edit]:
    """Somebody gets it, and nothing binds him."""
    del manual
    for name in KINDS:
        for share in data(name).parts("shared_with"):
            yield ours(OURS.drop(DATA, share, "contract"))


@plants("P03")
def kept_longer_than_needed(manual: Manual) -> Iterator[Edit]:
    """Its purpose is over, and it is still kept."""
    del manual
    for name in KINDS:
        for long in ("3 年", "50 年"):
            yield ours(OURS.put(DATA, scalar(data(name).node, "keep"), long))


@plants("P03", "F03")
def gone_before_the_law_lets_it(manual: Manual) -> Iterator[Edit]:
    """Billing data must be kept for five months."""
    del manual
    for short in ("4 个月", "90 日", "1 个月"):
        yield ours(OURS.put(DATA, scalar(data("billing").node, "keep"), short))


@plants("P03", held_out=True)
def needed_shorter_than_kept(manual: Manual) -> Iterator[Edit]:
    """The purpose needs it for a week, and it is kept for months."""
    del manual
    for name in ("location", "taste", "child"):
        yield ours(OURS.put(DATA, scalar(data(name).node, "needed"), "7 日"))


@plants("P04")
def sensitive_and_unguarded(manual: Manual) -> Iterator[Edit]:
    """A place or a child's name without consent, assessment, encryption or mask."""
    del manual
    for name in ("location", "child"):
        for key in ("separate_consent", "assessment", "encrypted", "masked"):
            yield ours(OURS.drop(DATA, data(name).node, key))


@plants("P04")
def found_to_be_sensitive(manual: Manual) -> Iterator[Edit]:
    """It is sensitive, and nothing that the law asks for then is there."""
    del manual
    for name in ("billing", "taste"):
        yield ours(OURS.put(DATA, scalar(data(name).node, "sensitive"), "是"))


@plants("P04", held_out=True)
def sensitive_and_plain(manual: Manual) -> Iterator[Edit]:
    """Said to be stored in the clear, shown in full, never agreed to."""
    del manual
    for name in ("location", "child"):
        for key in ("separate_consent", "encrypted", "masked"):
            yield ours(OURS.put(DATA, scalar(data(name).node, key), "否"))


@plants("P05")
def child_without_a_guardian(manual: Manual) -> Iterator[Edit]:
    """Nobody's parents are asked."""
    del manual
    yield ours(OURS.drop(DATA, data("child").node, "guardian"))
    for name in ("billing", "location", "taste"):
        yield ours(OURS.add(DATA, data(name).node, "minors: 是"))


@plants("P05", "R01", held_out=True)
def guardian_step_struck(manual: Manual) -> Iterator[Edit]:
    """The step in which a guardian agrees is gone."""
    del manual
    steps = OURS.by_id["trial-child-card"].node.get("steps")
    yield ours(OURS.leave_out(CARD, steps, 1))  # type: ignore[arg-type]


@plants("P05", "P04")
def child_said_not_to_be_sensitive(manual: Manual) -> Iterator[Edit]:
    """All data of a child under fourteen is sensitive (PIPL 28)."""
    del manual
    yield ours(OURS.put(DATA, scalar(data("child").node, "sensitive"), "否"))


@plants("P06")
def consent_without_a_way_back(manual: Manual) -> Iterator[Edit]:
    """Customers agreed, and cannot take it back."""
    del manual
    for name in ("location", "taste", "child"):
        yield ours(OURS.drop(DATA, data(name).node, "withdrawal"))


@plants("P06")
def refused_for_taking_it_back(manual: Manual) -> Iterator[Edit]:
    """«撤回同意则停机» for a preference."""
    del manual
    for name in ("location", "taste", "child"):
        yield ours(OURS.put(DATA, scalar(data(name).node, "withdrawn"), "refuses"))


@plants("P06", held_out=True)
def contract_said_to_be_consent(manual: Manual) -> Iterator[Edit]:
    """Held on consent now, and there is no way to take it back."""
    del manual
    yield ours(OURS.put(DATA, scalar(data("billing").node, "basis"), "consent"))


def public_texts(manual: Manual) -> Iterator[tuple[Item, Scalar]]:
    """Texts that everybody can read: to the media, or posted."""
    for message in manual.of("message"):
        says = message.node.get("says")
        is_open = text(message.node, "to") == "media" or text(message.node, "posted") == "是"
        if is_open and isinstance(says, Scalar):
            yield message, says


@plants("P07")
def name_in_a_public_text(manual: Manual) -> Iterator[Edit]:
    """A text for everybody has a place for one customer's name."""
    for message, says in public_texts(manual):
        for slot in ("客户姓名", "身份证号", "客户手机号"):
            yield from manual.rewrite(message.file, says, "。", f"，涉及【?{slot}】。")


@plants("P07")
def status_post_with_a_number(manual: Manual) -> Iterator[Edit]:
    """A message that was for one person is posted, number and all."""
    for message in manual.of("message"):
        says = message.node.get("says")
        if isinstance(says, Scalar) and not message.node.get("posted"):
            personal = any(
                f"【?{one}】" in says.text for one in ("客户姓名", "客户称呼", "回电号码")
            )
            if personal and text(message.node, "to") == "customer":
                yield manual.add(message.file, message.node, "posted: 是")


@plants("P07", held_out=True)
def address_to_the_media(manual: Manual) -> Iterator[Edit]:
    """A statement has a place for where one customer lives."""
    for message, says in public_texts(manual):
        for slot in ("客户住址", "伤者姓名", "银行卡号"):
            yield from manual.rewrite(message.file, says, "。", f"（【?{slot}】）。")


def identifying(manual: Manual) -> Iterator[tuple[Item, MappingNode]]:
    """Steps that find out who the customer is, in procedures that tell account data later."""
    for item in manual.of("procedure"):
        steps = item.parts("steps")
        names = [one for one in steps if one.get("identifies")]
        tells = [one for one in steps if one.get("discloses")]
        if len(names) == 1 and tells and not item.node.get("identified"):
            yield item, names[0]


@plants("P08")
def told_to_anybody(manual: Manual) -> Iterator[Edit]:
    """Account data is told, and no step before asks who it is told to."""
    for item, step in identifying(manual):
        yield manual.drop(item.file, step, "identifies")


@plants("P08")
def told_on_weaker_proof(manual: Manual) -> Iterator[Edit]:
    """The data needs more proof than anybody has given."""
    for item, step in identifying(manual):
        for one in item.parts("steps"):
            weaker = {"password": "document", "document": "document-and-face"}
            asked = text(one, "discloses") if one.get("discloses") else None
            if asked in weaker and asked == text(step, "identifies"):
                yield manual.put(item.file, scalar(one, "discloses"), weaker[asked])


@plants("P08", held_out=True)
def told_before_the_check(manual: Manual) -> Iterator[Edit]:
    """A step before the check tells account data already."""
    for item, step in identifying(manual):
        before = item.parts("steps")[0]
        if before is not step and not before.get("discloses"):
            value = text(step, "identifies")
            yield manual.add(item.file, before, f"discloses: {value}")


@plants("P08", "E10")
def check_dropped_in_an_emergency(manual: Manual) -> Iterator[Edit]:
    """The playbook lets agents read out bills without asking who is there."""
    for norm in manual.of("norm"):
        surge = norm.node.get("surge")
        if isinstance(surge, MappingNode) and "identify-before-disclosure" in texts(
            surge.get("upholds")
        ):
            key = next(one for one, _ in surge.entries if one.text == "upholds")
            start = manual.offset(norm.file, key.mark.line, key.mark.column)
            value = listed(surge, "upholds")
            end = manual.stretch(norm.file, value, "").end
            identity = manual.stretch(norm.file, scalar(norm.node, "identity"), "none")
            replaced = Change(start, end, "replaces: [identify-before-disclosure]")
            yield Edit(norm.file, (identity, replaced))


def readers(manual: Manual) -> Iterator[tuple[Manual, Item, Item]]:
    """Kinds of data and the posts that read them; ours where the manual has none.

    Yields:
        the manual that both are of, the kind of data, the post.
    """
    whole = manual if manual.of("data-item") else OURS
    for item in whole.of("data-item"):
        for role in whole.of("role"):
            if item.id in role.names("data"):
                yield whole, item, role


def beside(whole: Manual, edit: Edit) -> Edit:
    """The edit, with our sound items beside it where it is of one of them."""
    return ours(edit) if whole is OURS else edit


@plants("R10")
def reads_without_permission(manual: Manual) -> Iterator[Edit]:
    """The post reads what is not open to it."""
    for whole, item, reader in readers(manual):
        for role in manual.of("role")[::7]:
            value = role.node.get("data")
            if role.id in item.names("access") or role.id == reader.id:
                continue
            names = ", ".join((*role.names("data"), item.id))
            if value is None:
                edit = manual.add(role.file, role.node, f"data: [{names}]")
            elif isinstance(value, SequenceNode) and value.flow:
                edit = manual.put(role.file, value, f"[{names}]")
            else:
                continue
            yield replace(edit, beside=SUBJECTS) if whole is OURS else edit


@plants("R10", held_out=True)
def access_withdrawn(manual: Manual) -> Iterator[Edit]:
    """The data names who may see it, and a post that works with it is not among them."""
    for whole, item, role in readers(manual):
        value, names = item.node.get("access"), item.names("access")
        kept = [name for name in names if name != role.id]
        if not kept and whole is OURS:
            kept = ["shop-clerk"]
        if kept and role.id in names and isinstance(value, SequenceNode) and value.flow:
            yield beside(whole, whole.put(item.file, value, f"[{', '.join(kept)}]"))
