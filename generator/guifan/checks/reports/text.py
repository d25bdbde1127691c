"""The report for people: each finding with its line of source and what would mend it."""

from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from guifan.checks.reports.outcome import Outcome
from guifan.checks.wording import beside, message
from guifan.findings import Finding, Position, Severity
from guifan.language.catalogues import Translator, translator

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_NARROWEST = 40


def render(outcome: Outcome) -> str:
    """Findings in the order of the files, then a line that counts them."""
    _ = translator({"zh": "zh-Hans"}.get(outcome.language, outcome.language))
    paper = StringIO()
    console = Console(
        file=paper,
        force_terminal=outcome.colour,
        color_system="standard" if outcome.colour else None,
        width=outcome.width or 100,
        highlight=False,
        legacy_windows=False,
    )
    for finding in outcome.report.findings:
        for line in (*_finding(finding, outcome, _), Text()):
            console.print(line, soft_wrap=True)
    for line in _summary(outcome, _):
        console.print(line, soft_wrap=True)
    return paper.getvalue()


def _finding(finding: Finding, outcome: Outcome, _: Translator) -> Iterator[Text]:
    colour = _COLOURS[finding.severity]
    severity = _("错误") if finding.severity is Severity.ERROR else _("警告")
    yield Text.assemble(
        (f"{outcome.folder}{finding.position}", "bold"),
        " ",
        (f"{severity} {finding.code}", f"bold {colour}"),
        " ",
        message(finding, outcome.language),
    )
    yield from _excerpt(finding.position, outcome, colour)
    if finding.suggestion:
        yield Text.assemble(("  → ", "green"), _suggestion(finding, outcome, _))
    for related in finding.related:
        place = f"{outcome.folder}{related.position}"
        yield Text.assemble(
            ("  ↳ ", "blue"), (place, "bold"), " ", beside(finding, related, outcome.language)
        )


def _suggestion(finding: Finding, outcome: Outcome, _: Translator) -> str:
    suggestion = finding.suggestion
    if suggestion is None:
        return ""
    if not suggestion.safe:
        readings = _(" 或 ").join((suggestion.text, *suggestion.others))
        return _("也许应当写成：{text}").format(text=readings)
    if not suggestion.text:
        return _("删去标出的部分即可（可用 --fix 自动修改）")
    text = suggestion.text
    if not any(char.isalnum() for char in text):  # a lone sign says little: the line with it
        text = _mended(finding.position, text, outcome) or text
    return _("改成：{text}（可用 --fix 自动修改）").format(text=text)


def _mended(at: Position, text: str, outcome: Outcome) -> str:
    """The line of source with ``text`` in the place of the stretch."""
    source = outcome.sources.get(at.file)
    if source is None or at.line != at.end_line or at.line > len(source.lines):
        return ""
    line = source.lines[at.line - 1]
    return _printable(line[: at.column - 1] + text + line[at.end_column - 1 :]).strip()


def _excerpt(at: Position, outcome: Outcome, colour: str) -> Iterator[Text]:
    """The line of source and a row of carets below the stretch, as wide as it is printed."""
    source = outcome.sources.get(at.file)
    if source is None or at.line > len(source.lines):
        return
    line = _printable(source.lines[at.line - 1])
    start = at.column - 1
    end = at.end_column - 1 if at.end_line == at.line else len(line)
    number = f"{at.line:>5}"
    room = outcome.width and max(outcome.width - len(number) - 4, _NARROWEST)
    line, start, end = _window(line, start, max(end, start + 1), room)
    blank, marked = cell_len(line[:start]), max(cell_len(line[start:end]), 1)
    yield Text.assemble((f"{number} │ ", "dim"), line)
    yield Text.assemble(
        (" " * len(number) + " │ ", "dim"), " " * blank, ("^" * marked, f"bold {colour}")
    )


def _printable(line: str) -> str:
    """The line with one visible or blank character for each of its own: columns must not move."""
    return "".join(char if char.isprintable() or char == "\u3000" else " " for char in line)


def _window(line: str, start: int, end: int, room: int | None) -> tuple[str, int, int]:
    """The part of a long line that holds the stretch, and where the stretch lies in it."""
    if room is None or cell_len(line) <= room:
        return line, start, end
    begin = start
    while begin and cell_len(line[begin - 1 : start]) <= room // 3:
        begin -= 1
    lead = "…" if begin else ""
    last = begin
    used = len(lead) + 1
    while last < len(line) and used + cell_len(line[last]) <= room:
        used += cell_len(line[last])
        last += 1
    tail = "…" if last < len(line) else ""
    shift = begin - len(lead)
    return f"{lead}{line[begin:last]}{tail}", start - shift, min(end, last) - shift


def _summary(outcome: Outcome, _: Translator) -> Iterator[Text]:
    report = outcome.report
    if not report.findings:
        clean = _("没有发现问题：检查了 {items} 个条目、{rules} 项规则。")
        yield Text(clean.format(items=report.items, rules=len(report.examined)), "bold green")
    else:
        errors = _.ngettext("{count} 个错误", "{count} 个错误", report.errors)
        warnings = _.ngettext("{count} 个警告", "{count} 个警告", report.warnings)
        counts = _("{errors}，{warnings}；检查了 {items} 个条目。").format(
            errors=errors.format(count=report.errors),
            warnings=warnings.format(count=report.warnings),
            items=report.items,
        )
        yield Text(counts, f"bold {_COLOURS[report.findings[0].severity]}")
        codes = sorted({finding.code for finding in report.findings})
        yield Text(_("想知道为什么、怎样写才对：guifan explain {code}").format(code=codes[0]))
    if report.waived:
        waived = _.ngettext(
            "另有 {count} 个问题由注释说明理由后暂不处理。",
            "另有 {count} 个问题由注释说明理由后暂不处理。",
            len(report.waived),
        )
        yield Text(waived.format(count=len(report.waived)), "dim")
