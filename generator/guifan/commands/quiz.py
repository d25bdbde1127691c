"""``guifan quiz``: questions computed from the standard, their proofs, and what they cover."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import click

from guifan.commands._carrying import EXPORT
from guifan.commands._command import LOCALES, CannotRunError, Command, Group, _
from guifan.commands._delta import DELTA
from guifan.commands._papers import PAPER
from guifan.commands._questions import (
    chosen,
    chosen_by,
    is_wanted,
    pool_by,
    shared,
    taken_by,
    those,
)
from guifan.commands._results import ANALYSE, SHEET
from guifan.language.catalogues import translator
from guifan.language.faults import nearest
from guifan.quiz.coverage import Covered, coverage
from guifan.quiz.item import Form, Item, Refused
from guifan.quiz.lint import LINTS
from guifan.quiz.reasons import REASONS
from guifan.quiz.record import LETTERS, record, right_column
from guifan.quiz.sets import Questions, Remark, remarks
from guifan.quiz.told import told
from guifan.quiz.written import WRITTEN

_FAULTY = frozenset({"key-false", "distractor-true"})
"""The reasons for which a model, not the standard, is wrong."""


@click.group(
    "quiz",
    cls=Group,
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
    short_help=_("从标准算出来的题目，每一题都有证明"),
    help=_(
        "从标准算出题目：正确答案和每一个干扰项都按标准逐条判过，判不出的不出题。"
        "标准改了，题目和答案跟着改。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz items --role hotline-agent --limit 20\n"
        "  guifan quiz why due-date.complaint-answer.holiday\n"
        "  guifan quiz coverage --role shop-clerk"
    ),
)
def COMMAND() -> None:  # noqa: N802  # found by this name
    """Hold the commands about questions."""


COMMAND.add_command(EXPORT)
COMMAND.add_command(DELTA)
COMMAND.add_command(ANALYSE)
COMMAND.add_command(SHEET)
COMMAND.add_command(PAPER)


@COMMAND.command(
    "items",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("列出题目"),
    help=_(
        "列出题目，连同答案、条款和每个干扰项错在哪里。写了 --role 的，按比例配好："
        "应用题不少于四成，纯记忆不超过三成，一类题不超过一成二。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz items --role shop-clerk --limit 20\n"
        "  guifan quiz items --chapter complaints --level apply\n"
        "  guifan quiz items --format json"
    ),
)
@chosen_by
@taken_by
@shared
def items(**options: Any) -> None:
    """List questions."""
    some = chosen(pool_by(options), options)
    if options["form"] == "json":
        _print_json({"items": [record(one) for one in some]})
        return
    lines = [line for at, one in enumerate(some, start=1) for line in _shown(one, at)]
    click.echo("\n".join([*lines, _("共 {count} 题。").format(count=len(some))]).encode())


@COMMAND.command(
    "check",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("检查题目：没有通过的和要留意的"),
    help=_(
        "出一遍所有的题，列出证明没有通过的和为什么，再列出通过了但要留意的。"
        "写了 --limit 的，当作一份卷子来看：有没有问同一件事的、互相透露答案的，时间够不够。"
    ),
    epilog=_(
        "例子：\n"
        "  guifan quiz check\n"
        "  guifan quiz check --role shop-clerk --limit 50 --minutes 40\n"
        "  guifan quiz check --chapter complaints --format json"
    ),
)
@chosen_by
@taken_by
@click.option("--minutes", type=click.IntRange(1), metavar="N", help=_("这些题一共给几分钟"))
@shared
def check(**options: Any) -> None:
    """List what the proof refused and what the lint remarks."""
    found = pool_by(options)
    is_paper = options["limit"] is not None
    kept = chosen(found, options) if is_paper else tuple(those(found, options))
    refused = [one for one in found.refused if is_wanted(one, options)]
    seconds = options["minutes"] and options["minutes"] * 60
    together = tuple(remarks(Questions(kept, is_paper, seconds)))
    if options["form"] == "json":
        _print_json(_check_record(kept, refused, together, options["lang"]))
    else:
        click.echo("\n".join(_check_lines(kept, refused, together, options["lang"])).encode())
    if any(one.reason in _FAULTY for one in refused):
        raise SystemExit(1)


@COMMAND.command(
    "why",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("一道题的证明"),
    help=_(
        "一道题为什么是这个答案：每个答案的判定、依据的条款和版本，题目依靠的条目。"
        "ID 是题目的编号。"
    ),
    epilog=_("例子：\n  guifan quiz why due-date.complaint-answer.holiday"),
)
@click.argument("name", metavar="ID")
@shared
def why(name: str, **options: Any) -> None:
    """Show the proof of a question."""
    found = pool_by(options, WRITTEN.values())
    item = found.items.get(name)
    refused = next((one for one in found.refused if one.id == name), None)
    if item is None and refused is not None:
        text = _("{id} 没有通过：{reason}{about}")
        about = "、".join(refused.about)
        reason = REASONS[refused.reason].say(options["lang"])
        raise CannotRunError(text.format(id=name, reason=reason, about=about))
    if item is None:
        near = nearest(name, found.items)
        text = _("没有编号为“{name}”的题目。").format(name=name)
        raise CannotRunError(text + (_("是不是 {near}？").format(near=near) if near else ""))
    if options["form"] == "json":
        _print_json(record(item) | {"rests": sorted(item.rests)})
        return
    click.echo("\n".join([*_shown(item, 1), *_proof_lines(item)]).encode())


@COMMAND.command(
    "coverage",
    cls=Command,
    options_metavar=_("[选项]"),
    short_help=_("哪些条款有题、哪些没有、为什么"),
    help=_("每一条要人会的条款有几道题、考到哪一层；没有题的，说明为什么。"),
    epilog=_(
        "例子：\n  guifan quiz coverage --role hotline-agent\n  guifan quiz coverage --format json"
    ),
)
@click.option("--chapter", metavar="ID", help=_("只要这一章"))
@click.option("--role", metavar="ID", help=_("只要这个岗位要会的"))
@shared
def covered(**options: Any) -> None:
    """Show what is asked about and what is not."""
    found = pool_by(options)
    rows = [
        row
        for row in coverage(told(found))
        if (not options["role"] or options["role"] in row.roles)
        and options["chapter"] in (None, row.clause.place.partition(".")[0])
    ]
    if options["form"] == "json":
        _print_json({"clauses": [_row_record(row) for row in rows]})
        return
    click.echo("\n".join(_coverage_lines(rows, options["lang"])).encode())


def _print_json(record: object) -> None:
    click.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())


def _shown(item: Item, number: int) -> Iterator[str]:
    """A question for a terminal."""
    yield f"{number}. {item.stem.text}"
    match item.model.form:
        case Form.NUMERIC | Form.FILL_IN:
            key = item.options[0].text.text
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            key = "；".join(one.text.bare for one in item.options)
        case Form.MATCHING:
            column = right_column(item)
            for at, option in enumerate(item.options, start=1):
                yield f"   {at} {option.of}"
            for letter, option in zip(LETTERS, column, strict=False):
                yield f"   {letter} {option.text}"
            pairs = enumerate(item.options, start=1)
            key = " ".join(f"{at}{LETTERS[column.index(one)]}" for at, one in pairs)
        case _:
            for letter, option in zip(LETTERS, item.options, strict=False):
                yield f"   {letter}. {option.text}"
            key = "".join(LETTERS[at] for at in item.key)
    text = _("   答案 {key} · {clause} 第 {version} 版 · {id}")
    yield text.format(key=key, clause=item.clause.address, version=item.clause.version, id=item.id)
    yield ""


def _proof_lines(item: Item) -> Iterator[str]:
    says = {True: _("对"), False: _("错"), None: _("判不出")}
    for option, verdict in zip(item.options, item.verdicts, strict=True):
        yield f"   [{says[verdict.truth]}] {option.text}"
        yield f"        {verdict.because}（{verdict.clause.address if verdict.clause else ''}）"
        if option.why.text != verdict.because.text:
            yield f"        {option.why}"
    yield _("   依靠的条目：{items}").format(items="、".join(sorted(item.rests)))
    yield _("   摘要 {hash}").format(hash=item.hash)


def _check_record(
    kept: Iterable[Item], refused: list[Refused], together: Iterable[Remark], lang: str
) -> dict[str, object]:
    return {
        "refused": [
            {
                "id": one.id,
                "model": one.model.name,
                "clause": one.fact.clause.address,
                "reason": one.reason,
                "message": REASONS[one.reason].say(lang),
                "about": list(one.about),
            }
            for one in refused
        ],
        "warnings": [
            {"id": one.id, "name": name, "message": LINTS[name].says.say(lang)}
            for one in kept
            for name in one.remarks
        ],
        "together": [
            {
                "name": one.rule.name,
                "message": one.rule.says.say(lang),
                "items": [item.id for item in one.about],
            }
            for one in together
        ],
    }


def _check_lines(
    kept: tuple[Item, ...], refused: list[Refused], together: Iterable[Remark], lang: str
) -> Iterator[str]:
    for one in refused:
        about = "；".join(one.about)
        reason = REASONS[one.reason].say(lang)
        yield _("没有通过 {id}：{reason}{about}").format(id=one.id, reason=reason, about=about)
    counted = Counter(name for one in kept for name in one.remarks)
    for name, count in counted.most_common():
        text = _("留意 {name} · {count} 题：{says}")
        yield text.format(name=name, count=count, says=LINTS[name].says.say(lang))
    for remark in together:
        text = _("合在一起看 {name}：{says}{items}")
        items = "、".join(item.id for item in remark.about[:_SHOWN_TOGETHER])
        items += "…" if len(remark.about) > _SHOWN_TOGETHER else ""
        yield text.format(name=remark.rule.name, says=remark.rule.says.say(lang), items=items)
    text = _("出了 {kept} 题，没有通过 {refused} 题。")
    yield text.format(kept=len(kept), refused=len(refused))


_SHOWN_TOGETHER = 5
"""How many questions a remark about several of them names."""


def _row_record(row: Covered) -> dict[str, object]:
    return {
        "clause": row.clause.id,
        "kind": row.clause.kind,
        "title": row.clause.title,
        "place": row.clause.place,
        "roles": list(row.roles),
        "levels": {level.value: count for level, count in row.levels.items()},
        "items": list(row.items),
        "reasons": list(row.reasons),
    }


def _coverage_lines(rows: list[Covered], lang: str) -> Iterator[str]:
    kinds: dict[str, list[Covered]] = {}
    for row in rows:
        kinds.setdefault(row.clause.kind_name, []).append(row)
    for kind, some in kinds.items():
        asked = [row for row in some if row.items]
        text = _("{kind}：{asked}/{all} 条有题")
        yield text.format(kind=translator(LOCALES[lang])(kind), asked=len(asked), all=len(some))
        for row in some:
            if not row.items:
                why = "".join(REASONS[reason].say(lang) for reason in row.reasons)
                yield f"   {row.clause.title}（{row.clause.id}）：{why}"
