"""Sheets as DOCX, to be edited before they are printed; the same members for the same sheet."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from guifan.quiz.carriers import MARK
from guifan.quiz.papers.sheets import (
    AnswerPart,
    AnswerSheet,
    Asked,
    PaperSheet,
    Seal,
    Sheet,
    Slot,
    Table,
    TableSheet,
)

_TEXT, _HEAD, _LATIN = "宋体", "黑体", "Times New Roman"
_A4, _A3 = (Mm(210), Mm(297)), (Mm(420), Mm(297))
_SEALED, _PLAIN, _RIGHT, _EDGE, _GUTTER = Mm(32), Mm(20), Mm(18), Mm(18), Mm(14)
_INDENT = Mm(8)
_DIM = RGBColor(0x59, 0x59, 0x59)
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def docx(sheet: Sheet, size: str, page: str) -> Mapping[str, bytes]:
    """A sheet as a document of Word.

    Args:
        sheet: what stands on it.
        size: ``a4`` or ``a3``, the latter on its side in two columns.
        page: how pages are numbered, with ``{page}`` and ``{pages}``.

    Returns:
        The members of the archive.
    """
    seal = None if isinstance(sheet, TableSheet) else sheet.seal
    writer = _Writer(size, page, seal, sheet.head.file)
    writer.title(sheet)
    match sheet:
        case PaperSheet():
            writer.paper(sheet)
        case AnswerSheet():
            writer.answers(sheet)
        case TableSheet():
            writer.tables(sheet)
    return writer.members()


class _Writer:
    """A document in the making."""

    def __init__(self, size: str, page: str, seal: Seal | None, file: str) -> None:
        self.word: Word = Document()
        self._properties(file)
        self._styles()
        self.width = self._pages(size, _SEALED if seal else _PLAIN)
        section = self.word.sections[0]
        self.word.settings.odd_and_even_pages_header_footer = True
        for footer in (section.footer, section.even_page_footer):
            _numbered(footer.paragraphs[0], page)
        if seal:
            section.header.paragraphs[0]._p.append(_sealed(seal))

    def _properties(self, file: str) -> None:
        told = self.word.core_properties
        told.title, told.author, told.last_modified_by = file, "", ""
        told.comments, told.keywords = "", MARK
        told.created = told.modified = _FIRST_DAY
        told.revision = 1

    def _styles(self) -> None:
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = _LATIN, Pt(10.5)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), _TEXT)
        for told in self.word.styles.element.iter(qn("w:lang")):
            told.set(qn("w:eastAsia"), "zh-CN")
        laid = normal.paragraph_format
        laid.space_after, laid.space_before, laid.line_spacing = Pt(0), Pt(0), 1.2

    def _pages(self, size: str, left: Length) -> Length:
        """Lay out the page, and return how wide a column of text is."""
        section = self.word.sections[0]
        width, height = _A3 if size == "a3" else _A4
        section.page_width, section.page_height = width, height
        section.left_margin, section.right_margin = left, _RIGHT
        section.top_margin = section.bottom_margin = _EDGE
        section.header_distance = section.footer_distance = Mm(9)
        if size != "a3":
            return Length(width - left - _RIGHT)
        section.orientation = WD_ORIENT.LANDSCAPE
        for columns in section._sectPr.iter(qn("w:cols")):
            columns.set(qn("w:num"), "2")
            columns.set(qn("w:space"), str(_GUTTER.twips))
        return Length((width - left - _RIGHT - _GUTTER) // 2)

    def line(self, text: str = "", **how: Any) -> Paragraph:
        """Add a paragraph; see ``_run`` for how its text looks."""
        paragraph = self.word.add_paragraph()
        if text:
            _run(paragraph, text, **how)
        return paragraph

    def title(self, sheet: Sheet) -> None:
        """The top of the sheet."""
        head = sheet.head
        for text, how in (
            (head.over, {}),
            (head.title, {"size": 17, "font": _HEAD, "bold": True}),
            ("　　".join(head.facts), {}),
        ):
            if text:
                paragraph = self.line(text, **how)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.paragraph_format.space_after = Pt(3)

    def paper(self, sheet: PaperSheet) -> None:
        """The score box, the notes and the questions."""
        rows = [sheet.scores, *((one, *[""] * (len(sheet.scores) - 1)) for one in sheet.score_rows)]
        self._table(rows, [1] * len(sheet.scores), range(len(sheet.scores)), head=False)
        if sheet.notes:
            self._spaced(self.line(sheet.notes_title, font=_HEAD, bold=True, size=9.5), 6)
            for at, one in enumerate(sheet.notes, start=1):
                self.line(f"{at}. {one}", size=9.5)
        for part in sheet.parts:
            self._heading(part.head, 12)
            told = self.line(part.rule, size=9.5, colour=_DIM)
            told.paragraph_format.keep_with_next = True
            for question in part.questions:
                self._question(question)

    def _heading(self, text: str, before: float) -> None:
        paragraph = self._spaced(self.line(text, font=_HEAD, bold=True, size=11), before)
        paragraph.paragraph_format.keep_with_next = True

    def _spaced(self, paragraph: Paragraph, before: float) -> Paragraph:
        paragraph.paragraph_format.space_before = Pt(before)
        return paragraph

    def _question(self, one: Asked) -> None:
        lines = [f"{one.number}.\t{one.stem[0]}", *one.stem[1:]]
        # A bracket to fill in is not broken at the end of a line.
        lines[-1] += one.blank.replace("\u3000", "\u00a0" * 3)
        paragraphs = []
        for at, text in enumerate(lines):
            paragraph = self._spaced(self.line(text), 0 if at else 6)
            laid = paragraph.paragraph_format
            laid.left_indent = _INDENT
            if at == 0:
                laid.first_line_indent = Length(-_INDENT)
                laid.tab_stops.add_tab_stop(_INDENT)
            paragraphs.append(paragraph)
        if one.left:
            for paragraph in paragraphs:
                paragraph.paragraph_format.keep_with_next = True
            self._matching(one)
            return
        paragraphs += self._options(one.options, one.columns)
        paragraphs += self._lines(one.room)
        for paragraph in paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_together = True

    def _options(self, options: Sequence[tuple[str, str]], columns: int) -> Iterator[Paragraph]:
        wide = Length((self.width - _INDENT) // columns)
        for at in range(0, len(options), columns):
            row = options[at : at + columns]
            paragraph = self.line("\t".join(f"{letter}. {text}" for letter, text in row))
            laid = paragraph.paragraph_format
            laid.left_indent = _INDENT if columns > 1 else Length(_INDENT + Mm(5))
            if columns == 1:
                laid.first_line_indent = Length(-Mm(5))
            for tab in range(1, columns):
                laid.tab_stops.add_tab_stop(Length(_INDENT + wide * tab))
            yield paragraph

    def _lines(self, count: int) -> Iterator[Paragraph]:
        """Lines to write on."""
        for _at in range(count):
            paragraph = self._spaced(self.line("\t"), 10)
            laid = paragraph.paragraph_format
            laid.left_indent = _INDENT
            laid.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            yield paragraph

    def _matching(self, one: Asked) -> None:
        rows = [
            (f"{number} {text}", "（　　）", f"{letter}. {right}")
            for (number, text), (letter, right) in zip(one.left, one.options, strict=True)
        ]
        table = self._table(rows, (9, 3, 12), (1,), head=False, ruled=False)
        table.alignment = WD_TABLE_ALIGNMENT.RIGHT

    def answers(self, sheet: AnswerSheet) -> None:
        """The grid for the candidate's number, how to fill in, and the slots."""
        digits = range(sheet.digits)
        grid = [(sheet.number, *[""] * sheet.digits)]
        grid += [("", *(_bubble(str(n)) for _ in digits)) for n in range(10)]
        widths = [2, *[1] * sheet.digits]
        table = self._table(grid, widths, range(sheet.digits + 1), head=False, size=9)
        table.cell(0, 0).merge(table.cell(len(grid) - 1, 0)).text = sheet.number
        for at, one in enumerate(sheet.notes, start=1):
            self._spaced(self.line(f"{at}. {one}", size=9.5), 4 if at == 1 else 0)
        for part in sheet.parts:
            self._heading(part.head, 10)
            self._slots(part)

    def _slots(self, part: AnswerPart) -> None:
        if part.columns == 1:
            for one in part.slots:
                number = self._spaced(self.line(f"{one.number}."), 6)
                for paragraph in (number, *self._lines(one.room))[:-1]:
                    paragraph.paragraph_format.keep_with_next = True
            return
        cells = [_slot(one) for one in part.slots]
        cells += [""] * (-len(cells) % part.columns)
        rows = [cells[at : at + part.columns] for at in range(0, len(cells), part.columns)]
        self._table(rows, [1] * part.columns, (), head=False, ruled=False, size=9.5)

    def tables(self, sheet: TableSheet) -> None:
        """Tables, each under its title."""
        told = "　　".join(f"{one}：__________" if sheet.apart else one for one in sheet.fields)
        for at, one in enumerate(sheet.tables):
            if sheet.apart or at == 0:
                paragraph = self.line(told, size=9.5)
                paragraph.paragraph_format.page_break_before = sheet.apart and at > 0
            self._listed(one)

    def _listed(self, one: Table) -> None:
        self._heading(one.title, 10)
        self._table([one.heads, *one.rows], one.widths, one.centred, head=True, size=9.5)
        for note in one.notes:
            self._spaced(self.line(note, size=9.5), 4)

    def _table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        centred: Iterable[int],
        *,
        head: bool,
        ruled: bool = True,
        size: float = 10.5,
    ) -> Any:
        table = self.word.add_table(len(rows), len(widths), "Table Grid" if ruled else None)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        middle = frozenset(centred)
        room = self.width if ruled else self.width - _INDENT
        wide = [Length(int(room * one // sum(widths))) for one in widths]
        for column, width in zip(table.columns, wide, strict=True):
            column.width = width
        for row, texts in zip(table.rows, rows, strict=True):
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {_NAMESPACES}/>"))
            for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = wide[at]
                _fill(cell, text, size, centred=at in middle)
        if head:
            for run in (one for cell in table.rows[0].cells for one in cell.paragraphs[0].runs):
                run.bold = True
            properties = table.rows[0]._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:tblHeader {_NAMESPACES}/>"))
        return table

    def members(self) -> Mapping[str, bytes]:
        """The members of the archive; no thumbnail of somebody's template among them."""
        memory = io.BytesIO()
        self.word.save(memory)
        with zipfile.ZipFile(memory) as written:
            return {name: written.read(name) for name in written.namelist()}


def _run(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    font: str = "",
    bold: bool = False,
    colour: RGBColor | None = None,
) -> None:
    """Add a text.

    Args:
        paragraph: where to.
        text: the text.
        size: in points; the style's unless given.
        font: for its Chinese characters; the style's unless given.
        bold: in bold type.
        colour: its colour; black unless given.
    """
    run = paragraph.add_run(text)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if font:
        run.font.name = _LATIN
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if colour:
        run.font.color.rgb = colour


def _fill(cell: _Cell, text: str, size: float, *, centred: bool) -> None:
    paragraph = cell.paragraphs[0]
    _run(paragraph, text, size=size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _bubble(letter: str) -> str:
    return f"[{letter}]"


def _slot(one: Slot) -> str:
    if not one.bubbles:
        return f"{one.number}. {'_' * 24}"
    letters = " ".join(map(_bubble, one.bubbles))
    rows = [f"{name} {letters}".strip() for name in one.rows]
    return f"{one.number}. " + "\n     ".join(rows)


def _numbered(paragraph: Paragraph, page: str) -> None:
    """The number of the page, by fields that Word fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in page.replace("{page}", "\0PAGE\0").replace("{pages}", "\0NUMPAGES\0").split("\0"):
        if piece in ("PAGE", "NUMPAGES"):
            shown = "<w:r><w:t>1</w:t></w:r>"
            field = f'<w:fldSimple {_NAMESPACES} w:instr="{piece}">{shown}</w:fldSimple>'
            paragraph._p.append(parse_xml(field))
        elif piece:
            _run(paragraph, piece, size=9, colour=_DIM)


_NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }.items()
)


def _sealed(seal: Seal) -> Any:
    """The sealed margin: a box beside the text whose lines run upward, anchored in the header."""
    fields = "　".join(f"{one}____________________" for one in seal.fields)
    dots = "…" * 18
    line = dots + dots.join(seal.line) + dots
    paragraphs = "".join(
        '<w:p><w:pPr><w:jc w:val="center"/><w:spacing w:after="40"/></w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:eastAsia="{_TEXT}"/><w:sz w:val="{size}"/></w:rPr>'
        f"<w:t>{text}</w:t></w:r></w:p>"
        for text, size in ((fields, 20), (line, 18), (seal.note, 16))
    )
    wide, high = Mm(24), Mm(258)
    return parse_xml(
        f'<w:r {_NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>'
        f"{Mm(6)}</wp:posOffset></wp:positionH>"
        '<wp:positionV relativeFrom="page"><wp:posOffset>'
        f"{Mm(20)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:wrapNone/><wp:docPr id="1" name="seal"/>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/'
        'office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx>'
        f"<w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert270" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )
