"""Faults of the text itself: its syntax, fields, types, quantities and slips (area S)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planting import (
    Change,
    Edit,
    Item,
    Manual,
    amount,
    mappings,
    new_file,
    plants,
    scalar,
    text,
    within,
)

from guifan.language.nodes import Scalar, SequenceNode

SENTENCE = 10
"""Characters from which on a text is taken for a sentence."""

LONG_KEY = 6
"""Letters from which on a key may lose one and still be known as what it was."""

REQUIRED = {
    "limit": ("title", "place", "origin"),
    "norm": ("rule", "modal", "aspect", "result", "dimension", "check"),
    "procedure": ("about", "steps"),
    "role": ("unit", "rank", "mission", "duties"),
    "rota": ("regime", "shifts", "staff", "overlap"),
    "event": ("happens", "evidence"),
    "metric": ("formula", "unit", "direction", "target", "window", "every"),
    "playbook": ("event_class", "contacts", "first_hour", "reopen"),
    "channel": ("medium", "reach", "hours", "identity"),
    "regulation": ("short", "issuer", "articles"),
    "message": ("situation",),
    "term": ("means",),
}
"""Fields that an item cannot do without, by its kind; those that a file shares are left out."""

TIMES = ("within", "after", "add", "cap", "wait", "handover")


def flow_lists(manual: Manual) -> Iterator[tuple[Item, SequenceNode]]:
    """Lists in square brackets on one line with two values or more."""
    for item in manual.items:
        for mapping in within(item.node):
            for _, value in mapping.entries:
                if isinstance(value, SequenceNode) and value.flow and len(value.values) > 1:
                    yield item, value


def sentences(manual: Manual) -> Iterator[tuple[Item, Scalar]]:
    """Plain one-line sentences of block lists."""
    for item in manual.items:
        for mapping in within(item.node):
            for _, value in mapping.entries:
                if isinstance(value, SequenceNode) and not value.flow:
                    yield from (
                        (item, one)
                        for one in value.values
                        if isinstance(one, Scalar)
                        and not one.style
                        and len(one.text) > SENTENCE
                        and one.mark.line == one.mark.end_line
                    )


def first_items(manual: Manual) -> Iterator[Item]:
    """One item of each file."""
    seen: set[str] = set()
    for item in manual.items:
        if item.file not in seen:
            seen.add(item.file)
            yield item


@plants("S01", "S21")
def unclosed_list(manual: Manual) -> Iterator[Edit]:
    """A list whose bracket is never closed is no YAML."""
    for item, listed in flow_lists(manual):
        last = listed.values[-1].mark
        at = manual.offset(item.file, last.end_line, last.end_column)
        yield Edit(item.file, (Change(at, at + 1, ""),), (last.end_line, last.end_line + 1))


@plants("S01", "S21")
def colon_lost(manual: Manual) -> Iterator[Edit]:
    """A key without its colon is no entry of a mapping."""
    for item in manual.items:
        for mapping in within(item.node):
            for key, value in mapping.entries[1:-1]:
                if isinstance(value, Scalar) and not value.style and not mapping.flow:
                    at = manual.offset(item.file, key.mark.end_line, key.mark.end_column)
                    line = key.mark.line
                    if manual.sources[item.file].text[at] == ":":
                        yield Edit(item.file, (Change(at, at + 1, ""),), (line - 1, line + 1))


@plants("S01", "S21", held_out=True)
def quote_left_open(manual: Manual) -> Iterator[Edit]:
    """A quotation mark that is opened and never closed swallows the rest of the file."""
    for spot in manual.spots("title"):
        yield manual.put(spot.item.file, spot.value, f'"{spot.value.text}')


@plants("S02")
def other_encoding(manual: Manual) -> Iterator[Edit]:
    """A file saved in the old Chinese encoding is not UTF-8."""
    for source in manual.sources.values():
        whole = source.text.encode("gb18030")
        yield Edit(source.file, (), (0, len(source.lines)), data=whole)


@plants("S02")
def invisible_character(manual: Manual) -> Iterator[Edit]:
    """A zero-width space in an id makes another id that looks the same."""
    for spot in manual.spots("owner", "metric", "by", "answers_to"):
        name = spot.value.text
        yield manual.put(spot.item.file, spot.value, f"{name[:3]}\u200b{name[3:]}")


@plants("S02", held_out=True)
def sixteen_bits(manual: Manual) -> Iterator[Edit]:
    """A file saved as UTF-16 is not UTF-8."""
    for source in manual.sources.values():
        yield Edit(source.file, (), (0, len(source.lines)), data=source.text.encode("utf-16"))


@plants("S03")
def key_twice(manual: Manual) -> Iterator[Edit]:
    """Of two values of one field nobody knows which holds."""
    for spot in manual.spots("within", "title", "by", "value", "to", "metric"):
        at = manual.line_end(spot.item.file, spot.value.mark.end_line)
        key = spot.parent.key(spot.key)
        assert key is not None
        line = f"{' ' * key.mark.column}{spot.key}: {spot.value.text}\n"
        yield Edit(spot.item.file, (Change(at, at, line),))


@plants("S03")
def key_in_both_languages(manual: Manual) -> Iterator[Edit]:
    """时限 is within: both in one mapping are one field twice."""
    for spot in manual.spots("within", kinds=("limit", "procedure")):
        at = manual.line_end(spot.item.file, spot.value.mark.end_line)
        key = spot.parent.key(spot.key)
        assert key is not None
        name = "时限" if spot.item.kind == "limit" else "用时上限"
        line = f"{' ' * key.mark.column}{name}: {spot.value.text}\n"
        yield Edit(spot.item.file, (Change(at, at, line),))


@plants("S04", "S06")
def letter_dropped_from_key(manual: Manual) -> Iterator[Edit]:
    """A misspelt key is no field."""
    for item in manual.items:
        for mapping in within(item.node):
            for key, _ in mapping.entries:
                if len(key.text) >= LONG_KEY and not mapping.flow:
                    yield manual.put(item.file, key, key.text[:2] + key.text[3:])


@plants("S04")
def invented_field(manual: Manual) -> Iterator[Edit]:
    """A field that the kind does not have says nothing to anybody."""
    for item in manual.items:
        yield manual.add(item.file, item.node, "remark: 待补")


@plants("S05")
def kind_misspelt(manual: Manual) -> Iterator[Edit]:
    """There is no kind of that name."""
    for item in first_items(manual):
        kind = scalar(item.root, "kind")
        yield manual.put(item.file, kind, kind.text[:-1])


@plants("S05", held_out=True)
def kind_of_another_tool(manual: Manual) -> Iterator[Edit]:
    """A kind that the language does not have."""
    for item in first_items(manual):
        yield manual.put(item.file, scalar(item.root, "kind"), "policy-document")


@plants("S06")
def required_field_deleted(manual: Manual) -> Iterator[Edit]:
    """The field is needed, and neither the item nor its file gives it."""
    for item in manual.items:
        for key in REQUIRED.get(item.kind, ()):
            at = item.node.index.get(key)
            if at and not (item.root is not item.node and item.root.get(key)):
                yield manual.drop(item.file, item.node, key)


@plants("S06")
def required_value_emptied(manual: Manual) -> Iterator[Edit]:
    """A needed field with nothing behind its colon is missing."""
    for item in manual.items:
        for key in REQUIRED.get(item.kind, ()):
            value = item.node.get(key)
            if isinstance(value, Scalar) and not value.style and key != "origin":
                yield manual.put(item.file, value, "")


@plants("S06", "T01")
def calendar_deleted(manual: Manual) -> Iterator[Edit]:
    """Working days are counted by a calendar; without one the limit cannot be counted."""
    for item in manual.of("limit"):
        if "工作" in text(item.node, "within") and item.node.get("calendar"):
            yield manual.drop(item.file, item.node, "calendar")


@plants("S07")
def unknown_choice(manual: Manual) -> Iterator[Edit]:
    """The field has a closed list of values, and this is none of them."""
    for spot in manual.spots("population", "modal", "aspect", "lane", "regime", "direction"):
        if spot.item.kind != "service":
            yield manual.put(spot.item.file, spot.value, "sometimes")


@plants("S07")
def day_that_is_none(manual: Manual) -> Iterator[Edit]:
    """There is no 30 February."""
    for spot in manual.spots("effective", "review_by", "last_review", "drilled"):
        yield manual.put(spot.item.file, spot.value, "2026-02-30")


@plants("S07", held_out=True)
def text_where_a_number_belongs(manual: Manual) -> Iterator[Edit]:
    """Ranks and versions are whole numbers."""
    for spot in manual.spots("rank", "version", "number", kinds=("role", "manual", "limit")):
        yield manual.put(spot.item.file, spot.value, "最高")


@plants("S07")
def list_where_a_text_belongs(manual: Manual) -> Iterator[Edit]:
    """One value is asked for, and a list is given."""
    for spot in manual.spots("accountable", "answers_to", "title"):
        yield manual.put(spot.item.file, spot.value, f"[{spot.value.text}, {spot.value.text}]")


@plants("S08")
def unit_lost(manual: Manual) -> Iterator[Edit]:
    """A number without a unit is no quantity."""
    for spot in manual.spots(*TIMES, kinds=("limit", "procedure", "escalation")):
        parts = amount(spot.value.text)
        if parts:
            yield manual.put(spot.item.file, spot.value, f"{parts[0]:g}")


@plants("S08")
def invented_unit(manual: Manual) -> Iterator[Edit]:
    """The unit is none that the language knows."""
    for spot in manual.spots(*TIMES, kinds=("limit", "procedure", "escalation")):
        parts = amount(spot.value.text)
        if parts:
            yield manual.put(spot.item.file, spot.value, f"{parts[0]:g} 工时")


@plants("S08", held_out=True)
def words_for_a_quantity(manual: Manual) -> Iterator[Edit]:
    """«尽快» is no time."""
    for spot in manual.spots(*TIMES, kinds=("limit", "procedure", "escalation")):
        yield manual.put(spot.item.file, spot.value, "尽快")


@plants("S09")
def working_days_made_bare(manual: Manual) -> Iterator[Edit]:
    """A bare 天 is a working day to one reader and a calendar day to the next."""
    for spot in manual.spots(*TIMES, kinds=("limit", "procedure", "escalation")):
        if "个工作日" in spot.value.text:
            yield manual.put(spot.item.file, spot.value, spot.value.text.replace("个工作日", "天"))


@plants("S09")
def days_made_bare(manual: Manual) -> Iterator[Edit]:
    """A bare 天 does not say which days are meant."""
    for spot in manual.spots(
        "value", "within", "after", kinds=("limit", "escalation", "regulation")
    ):
        if re.fullmatch(r"\d+ 日", spot.value.text):
            yield manual.put(spot.item.file, spot.value, spot.value.text.replace("日", "天"))


@plants("S10", "R01")
def id_in_capitals(manual: Manual) -> Iterator[Edit]:
    """Ids are kebab-case; this one is written as programmers name classes."""
    for item in manual.items:
        name = scalar(item.node, "id")
        yield manual.put(item.file, name, name.text.title().replace("-", "_"))


@plants("S10")
def part_twice(manual: Manual) -> Iterator[Edit]:
    """Two parts of one id cannot be told apart by their address."""
    for item in manual.items:
        for key in ("steps", "rungs", "shifts", "members", "articles", "floors", "intake"):
            parts = item.parts(key)
            for one, two in pairwise(parts):
                if one.get("id") and two.get("id") and not two.flow:
                    yield manual.put(item.file, scalar(two, "id"), text(one, "id"))


@plants("S10", held_out=True)
def part_named_as_a_field(manual: Manual) -> Iterator[Edit]:
    """A part that is called as a field makes its address mean two things."""
    for item in manual.of("procedure"):
        for step in item.parts("fail_points"):
            yield manual.put(item.file, scalar(step, "id"), "title")


@plants("S11")
def anchor_and_alias(manual: Manual) -> Iterator[Edit]:
    """Anchors and aliases hide values from who reads the file."""
    for item in manual.items:
        one, two = item.node.get("owner"), item.node.get("approver")
        if isinstance(one, Scalar) and isinstance(two, Scalar):
            first = manual.stretch(item.file, one, f"&body {one.text}")
            yield Edit(item.file, (first, manual.stretch(item.file, two, "*body")))


@plants("S11")
def tag(manual: Manual) -> Iterator[Edit]:
    """Tags make a value what a program wants."""
    for spot in manual.spots("title", "within", "version"):
        yield manual.put(spot.item.file, spot.value, f"!!str {spot.value.text}")


@plants("S11", held_out=True)
def merge_key(manual: Manual) -> Iterator[Edit]:
    """Merge keys hide where a value comes from; inheritance is written at the top of the file."""
    for item in manual.of("limit"):
        yield manual.add(item.file, item.node, "<<: {population: every}")


@plants("S12")
def file_too_big(manual: Manual) -> Iterator[Edit]:
    """A file over the limit is no file that a person writes."""
    for source in manual.sources.values():
        more = "# 充数\n" * 120_000
        yield Edit(source.file, (Change(len(source.text), len(source.text), more),), (0, 9_999_999))


@plants("S12")
def nested_too_deep(manual: Manual) -> Iterator[Edit]:
    """Lists in lists, forty deep, are a trap."""
    for spot in manual.spots("title"):
        yield manual.put(spot.item.file, spot.value, "[" * 40 + "深" + "]" * 40)


@plants("S13")
def link_out_of_the_tree(manual: Manual) -> Iterator[Edit]:
    """A link brings in what is not the manual's."""
    del manual
    for name in ("standards/complaints/linked.yaml", "standards/linked.yaml"):
        yield Edit(name, (), (0, 0), link="/etc/hostname")


@plants("S13", held_out=True)
def linked_folder(manual: Manual) -> Iterator[Edit]:
    """A linked folder brings in whole trees."""
    del manual
    yield Edit("standards/elsewhere", (), (0, 0), link="/usr/share")


@plants("S14", "S04")
def item_and_list(manual: Manual) -> Iterator[Edit]:
    """A file holds one item or a list of them; this one holds both."""
    for item in manual.items:
        if item.root is not item.node and item.id == text(
            mappings(item.root.get("items"))[0], "id"
        ):
            at = manual.line_end(item.file, item.root.entries[0][1].mark.line)
            yield Edit(item.file, (Change(at, at, "id: whole-file\ntitle: 整个文件\n"),))


@plants("S14", "S04")
def list_beside_an_item(manual: Manual) -> Iterator[Edit]:
    """A file holds one item or a list of them; a list was put under this one."""
    for item in manual.items:
        if item.root is item.node:
            more = "items:\n  - id: second-item\n    title: 第二项\n"
            yield manual.append(item.file, more)


@plants("S15", "R01")
def former_id_of_a_living_item(manual: Manual) -> Iterator[Edit]:
    """An old id that still names another item leads to two places."""
    names = list(manual.by_id)
    for at, item in enumerate(manual.items):
        if not item.node.get("was"):
            yield manual.add(item.file, item.node, f"was: [{names[(at * 7 + 1) % len(names)]}]")


@plants("S15", "R01")
def one_former_id_twice(manual: Manual) -> Iterator[Edit]:
    """An old id that two items claim leads to two places."""
    for item in manual.items:
        if not item.node.get("was"):
            yield manual.add(item.file, item.node, "was: [keys-to-agent-mean]")


@plants("S16")
def bracket_left_open(manual: Manual) -> Iterator[Edit]:
    """A reference that is begun and not closed prints as rubbish."""
    for item, one in sentences(manual):
        found = re.search(r"【[a-z][a-z0-9.-]*(】)", one.text)
        if found and one.text.count("【") == 1:
            cut = one.text[: found.start(1)] + one.text[found.end(1) :]
            yield manual.put(item.file, one, cut)


@plants("S16", held_out=True)
def slot_left_open(manual: Manual) -> Iterator[Edit]:
    """A slot that is not closed cannot be filled."""
    for item, one in sentences(manual):
        if item.kind == "norm" and "【" not in one.text:
            yield manual.put(item.file, one, one.text[:4] + "【?姓名" + one.text[4:])


@plants("S17")
def newer_language(manual: Manual) -> Iterator[Edit]:
    """The package reads language 1."""
    item = manual.by_id["manual"]
    for number in ("2", "3"):
        yield manual.put(item.file, scalar(item.node, "language"), number)


@plants("S17", "S07", held_out=True)
def language_nought(manual: Manual) -> Iterator[Edit]:
    """There never was a language 0."""
    item = manual.by_id["manual"]
    yield manual.put(item.file, scalar(item.node, "language"), "0")


@plants("S20")
def nothing_written(manual: Manual) -> Iterator[Edit]:
    """A file that holds nothing was forgotten."""
    del manual
    for name in ("complaints", "channels", "staff"):
        yield new_file(f"standards/{name}/forgotten.yaml", "\n")


@plants("S20")
def only_a_comment(manual: Manual) -> Iterator[Edit]:
    """A file of comments holds no standard."""
    del manual
    for name in ("complaints", "channels", "staff"):
        yield new_file(f"standards/{name}/later.yaml", "# 待写\n")


@plants("S21", "S01", "S07", "S04")
def full_width_comma(manual: Manual) -> Iterator[Edit]:
    """A full-width comma does not part the values of a list."""
    for item, listed in flow_lists(manual):
        one, two = listed.values[0].mark, listed.values[1].mark
        if one.line == two.line:
            start = manual.offset(item.file, one.end_line, one.end_column)
            end = manual.offset(item.file, two.line, two.column)
            yield Edit(item.file, (Change(start, end, "，"),))


@plants("S21", "S01", "S07")
def half_width_colon(manual: Manual) -> Iterator[Edit]:
    """A half-width colon with a space makes a mapping of a sentence."""
    for item, one in sentences(manual):
        if "：" in one.text and '"' not in one.text:
            yield manual.put(item.file, one, one.text.replace("：", ": ", 1))


@plants("S21")
def hash_in_a_sentence(manual: Manual) -> Iterator[Edit]:
    """Behind a space and a number sign the rest of a sentence is a comment and is lost."""
    for item, one in sentences(manual):
        if "，" in one.text:
            yield manual.put(item.file, one, one.text.replace("，", "， #", 1))


@plants("S21", "S01", held_out=True)
def full_width_colon_behind_key(manual: Manual) -> Iterator[Edit]:
    """A full-width colon parts no key from its value."""
    for spot in manual.spots("title", "within", "metric"):
        key = spot.parent.key(spot.key)
        assert key is not None
        start = manual.offset(spot.item.file, key.mark.end_line, key.mark.end_column)
        end = manual.offset(spot.item.file, spot.value.mark.line, spot.value.mark.column)
        if end - start == len(": "):
            yield Edit(spot.item.file, (Change(start, end, "："),))


@plants("S21", "S07")
def braces(manual: Manual) -> Iterator[Edit]:
    """A sentence in braces is a mapping to YAML."""
    for item, one in sentences(manual):
        if not re.search("[,，:：{}]", one.text):
            yield manual.put(item.file, one, f"{{{one.text}}}")


@plants("S22")
def reference_made_a_literal(manual: Manual) -> Iterator[Edit]:
    """A number written out beside its limit will contradict it one day."""
    for item in manual.of("norm"):
        rule = item.node.get("rule")
        if isinstance(rule, Scalar) and not rule.style:
            for found in re.finditer(r"【([a-z][a-z0-9-]*)】", rule.text):
                cited = manual.by_id.get(found[1])
                value = cited and (cited.text("within") or cited.text("value"))
                if value and re.search("时|分钟|日|月|元|%|秒", value):
                    new = rule.text.replace(found[0], value, 1)
                    yield manual.put(item.file, rule, new)


@plants("S22")
def literal_put_into_a_step(manual: Manual) -> Iterator[Edit]:
    """A time written into a step's text is a second source beside its field."""
    for item in manual.of("procedure"):
        for step in item.parts("steps"):
            do = step.get("do")
            if isinstance(do, Scalar) and not do.style:
                new = do.text.rstrip("。") + "，24 小时内做完。"
                yield manual.put(item.file, do, new)


@plants("S22", held_out=True)
def literal_in_digits_of_han(manual: Manual) -> Iterator[Edit]:
    """«三个工作日» in Chinese numerals is as literal as in figures."""
    for item in manual.of("norm"):
        rule = item.node.get("rule")
        if isinstance(rule, Scalar) and not rule.style:
            new = rule.text.rstrip("。") + "，三个工作日内做完。"
            yield manual.put(item.file, rule, new)
