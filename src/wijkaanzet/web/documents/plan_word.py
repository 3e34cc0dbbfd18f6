"""The plan of a neighbourhood as a document that people can edit (Office Open XML).

Headings, lists, tables with a header row and words at pictures, so that a screen reader finds its way; nothing in it
is fetched from elsewhere, and nothing of it can be run.
"""

import re
from datetime import UTC, datetime
from functools import singledispatch
from io import BytesIO
from typing import Final

from django.utils.translation import gettext, override
from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Row

from wijkaanzet.web.documents.plan_parts import Block, Heading, Photo, PlanPaper, Points, Quoted, Table, Text

LOCALES: Final = {"nl": "nl-NL", "en": "en-GB"}
PETROL: Final = RGBColor(0x0F, 0x5A, 0x55)
SOFT: Final = RGBColor(0x46, 0x52, 0x4F)
FONT: Final = "Calibri"
ABOUT, SUMMARY = "About", "Summary"
UNNAMED: Final = "–"  # a title and the words of a picture are never empty
WIDEST, TALLEST = 15.0, 10.5  # cm, of a picture
LONGEST_PROPERTY: Final = 255  # characters, of the format
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that a document may not hold. Source: XML 1.0, production 2."""


def plan_docx(paper: PlanPaper, *, language: str, made_at: datetime) -> bytes:
    """The plan as a document for a word processor. `language` is that of the words in it ("nl", "en")."""
    with override(language):
        summary, whole = gettext("In short"), gettext("This plan stands on the site:")
        fictional = gettext("This plan is made up, to practise with.")
    word = Document()
    _style(word, LOCALES.get(language, language))
    _properties(word, paper, language=language, made_at=made_at)
    word.add_heading(_line(paper.title) or UNNAMED, level=1)
    _paragraphs(word, (*paper.about, *((fictional,) if paper.fictional else ())), style=ABOUT)
    if paper.summary:
        word.add_heading(summary, level=2)
        _paragraphs(word, paper.summary, style=SUMMARY)
    for block in paper.blocks:
        _add(block, word)
    _paragraphs(word, (f"{whole} {paper.address}",), style=ABOUT)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _style(word: Word, locale: str) -> None:
    """Letters, colours and the language of everything."""
    normal = _letters(word, "Normal", 12)
    for level, size in ((1, 24), (2, 18), (3, 14), (4, 12)):
        heading = _letters(word, f"Heading {level}", size)
        heading.font.color.rgb = PETROL
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            for fonts in heading.element.xpath("w:rPr/w:rFonts"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme would win of the letters
    for own in (ABOUT, SUMMARY):
        word.styles.add_style(own, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    _letters(word, SUMMARY, 13)
    _letters(word, ABOUT, 10.5).font.color.rgb = SOFT
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), locale)
    for default in word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        for old in default.findall(qn("w:lang")):
            default.remove(old)
        default.append(spoken)


def _letters(word: Word, name: str, size: float) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs")
    style.font.name, style.font.size = FONT, Pt(size)
    return style


def _properties(word: Word, paper: PlanPaper, *, language: str, made_at: datetime) -> None:
    about = word.core_properties
    about.title = _line(paper.title)[:LONGEST_PROPERTY]
    about.author = about.last_modified_by = _line(paper.municipality)[:LONGEST_PROPERTY]
    about.subject = about.comments = about.keywords = ""
    about.language = LOCALES.get(language, language)
    about.created = about.modified = made_at.astimezone(UTC).replace(tzinfo=None)


@singledispatch
def _add(block: Block, word: Word) -> None:
    """Put a block at the end of the document."""
    raise TypeError(f"no such block: {block!r}")


@_add.register
def _heading(block: Heading, word: Word) -> None:
    word.add_heading(_line(block.text) or UNNAMED, level=block.level)


@_add.register
def _text(block: Text, word: Word) -> None:
    _paragraphs(word, block.paragraphs, style=ABOUT if block.soft else "Normal")


@_add.register
def _points(block: Points, word: Word) -> None:
    _paragraphs(word, block.items, style="List Bullet")


@_add.register
def _quoted(block: Quoted, word: Word) -> None:
    _paragraphs(word, (block.text,), style="Quote")
    _paragraphs(word, (block.by,), style=ABOUT)


@_add.register
def _table(block: Table, word: Word) -> None:
    caption = word.add_paragraph(style="Caption")
    caption.add_run(_line(block.caption))
    caption.paragraph_format.keep_with_next = True
    table = word.add_table(rows=0, cols=len(block.head), style="Table Grid")
    for at, cells in enumerate((block.head, *block.rows)):
        row = table.add_row()
        for column, (cell, said) in enumerate(zip(row.cells, cells, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(_line(said)).bold = at == 0 or None
            if column in block.amounts:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if at == 0:
            _repeat(row)
    word.add_paragraph()


def _repeat(row: _Row) -> None:
    """Say that a row names the columns: a screen reader reads it with each cell, and it comes back on each page."""
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(header)


@_add.register
def _photo(block: Photo, word: Word) -> None:
    scale = min(WIDEST / max(block.width, 1), TALLEST / max(block.height, 1))
    shape = word.add_picture(BytesIO(block.content), width=Cm(block.width * scale), height=Cm(block.height * scale))
    about = shape._inline.docPr
    about.set("descr", _line(block.alt) or UNNAMED)


def _paragraphs(word: Word, texts: tuple[str, ...], *, style: str) -> None:
    """Each line its own paragraph; empty ones are left out."""
    lines = (_line(line) for text in texts for line in text.splitlines())
    for line in filter(None, lines):
        word.add_paragraph(line, style=style)


def _line(text: str) -> str:
    """The text on one line, without signs that would break the document."""
    return " ".join(_NOT_IN_XML.sub("", text).split())
