"""A plan on paper and as a document to edit: every word is there, a screen reader can read it, nothing can be run."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from wijkaanzet.web.documents.plan_paper import plan_pdf
from wijkaanzet.web.documents.plan_parts import Block, Heading, Photo, PlanPaper, Points, Quoted, Table, Text
from wijkaanzet.web.documents.plan_word import plan_docx

AT = datetime(2027, 3, 12, 9, 30, tzinfo=UTC)
ADDRESS = "https://wijk.example/proefstad/plannen/abc/"
HOSTILE = "=1+1\x00\x0b\ufffe\ud800 <script>alert(1)</script> #import \U0001f333 {{ x }} السلام"


def photo(alt: str = "Mensen koken samen", *, size: tuple[int, int] = (60, 40)) -> Photo:
    drawn = BytesIO()
    Image.new("RGB", size, "green").save(drawn, "JPEG")
    return Photo(content=drawn.getvalue(), alt=alt, width=size[0], height=size[1])


BLOCKS: tuple[Block, ...] = (
    Heading(text="Wat is er te doen?"),
    Heading(text="Samen eten", level=3),
    Text(paragraphs=("Elke dinsdag koken bewoners.", "Iedereen eet mee.")),
    photo(),
    Points(items=("De kookgroep kookt.", "De kerk geeft de zaal.")),
    Quoted(text="Ik kwam voor de soep.", by="verhaal"),
    Table(
        caption="Het geld van een jaar",
        head=("Waarvoor", "Hoeveel"),
        rows=(("Pannen", "€ 1.200,00"), ("Een zaal", "€ 300,00")),
        amounts=frozenset({1}),
    ),
    Text(paragraphs=("Vastgesteld door het college.",), soft=True),
)
PAPER = PlanPaper(
    municipality="Proefstad",
    title="Wijkplan Noord, 2027 tot en met 2030",
    about=("Van het wijknetwerk Noord.",),
    summary=("Wij eten samen en helpen elkaar.",),
    blocks=BLOCKS,
    address=ADDRESS,
    fictional=True,
)
WORDS = (
    "Wijkplan Noord, 2027 tot en met 2030", "Van het wijknetwerk Noord.", "Wij eten samen en helpen elkaar.",
    "Wat is er te doen?", "Samen eten", "Elke dinsdag koken bewoners.", "Iedereen eet mee.", "De kookgroep kookt.",
    "Ik kwam voor de soep.", "verhaal", "Het geld van een jaar", "Pannen", "€ 1.200,00",
    "Vastgesteld door het college.", ADDRESS,
)  # fmt: skip


def pdf(paper=PAPER):
    return PdfReader(BytesIO(plan_pdf(paper, language="nl", made_at=AT)))


def word(paper=PAPER):
    return Document(BytesIO(plan_docx(paper, language="nl", made_at=AT)))


def everything_said(document: Word) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def tags(node):
    """The names of a tree of tags, in order of reading."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, DictionaryObject):
        yield str(node.get("/S"))
        yield from tags(node.get("/K"))
    elif isinstance(node, list):
        for child in node:
            yield from tags(child)


@pytest.mark.done("6.plan-on-paper")
class TestPaper:
    def test_says_every_word(self) -> None:
        said = " ".join(" ".join(page.extract_text() for page in pdf().pages).split())
        assert [one for one in WORDS if one.replace(" ", "") not in re.sub(r"[\s\u200b\u00a0]", "", said)] == []

    def test_says_its_title_and_language_and_that_a_screen_reader_can_read_it(self) -> None:
        reader = pdf()
        root = reader.root_object
        assert reader.metadata.title == PAPER.title
        assert root["/Lang"] == "nl"
        assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()

    def test_carries_headings_a_header_row_and_the_words_of_its_picture(self) -> None:
        reader = pdf()
        found = list(tags(reader.root_object["/StructTreeRoot"]))
        assert [one for one in found if re.fullmatch(r"/H\d", one)] == ["/H1", "/H2", "/H2", "/H3"]
        assert found.count("/TH") == 2
        assert found.count("/Figure") == 1
        objects = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
        alts = [str(one["/Alt"]) for one in objects if isinstance(one, DictionaryObject) and "/Alt" in one]
        assert "Mensen koken samen" in alts

    def test_says_that_it_is_made_up_only_when_it_is(self) -> None:
        said = pdf(replace(PAPER, fictional=False)).pages[0].extract_text()
        assert "made up" not in said
        assert "verzonnen" not in said

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "https://x\ud800", "op het bureau"])
    def test_links_to_no_address_that_cannot_be_followed(self, address: str) -> None:
        pages = pdf(replace(PAPER, address=address)).pages
        assert [page.get("/Annots", []) for page in pages] == [[] for _ in pages]

    def test_leads_to_an_address_that_is_written_in_a_text_and_keeps_the_sentence(self) -> None:
        written = "Zie https://school.example/plan, met https://naam@elders.example en javascript:alert(1)."
        reader = pdf(replace(PAPER, summary=(written,), blocks=(), address="op het bureau"))
        (page,) = reader.pages
        assert [one.get_object()["/A"]["/URI"] for one in page["/Annots"]] == ["https://school.example/plan"]
        assert "Zie https://school.example/plan, met" in " ".join(page.extract_text().replace("\u200b", "").split())

    def test_is_the_same_file_when_made_again(self) -> None:
        assert plan_pdf(PAPER, language="nl", made_at=AT) == plan_pdf(PAPER, language="nl", made_at=AT)

    def test_runs_on_over_as_many_pages_as_it_needs(self) -> None:
        long = replace(PAPER, blocks=(Text(paragraphs=("Een lang verhaal. " * 200,) * 20), *BLOCKS * 10))
        assert len(pdf(long).pages) > 10


@pytest.mark.done("6.plan-to-edit")
class TestDocument:
    def test_says_every_word(self) -> None:
        said = everything_said(word())
        assert [one for one in WORDS if one not in said] == []

    def test_has_headings_in_order_and_a_title(self) -> None:
        document = word()
        styles = [paragraph.style.name for paragraph in document.paragraphs]
        assert [one for one in styles if one.startswith("Heading")] == [
            "Heading 1", "Heading 2", "Heading 2", "Heading 3",
        ]  # fmt: skip
        assert document.core_properties.title == PAPER.title
        assert document.core_properties.author == "Proefstad"

    def test_speaks_dutch(self) -> None:
        document = word()
        spoken = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
        assert [one.get(qn("w:val")) for one in spoken] == ["nl-NL"]
        assert document.core_properties.language == "nl-NL"

    def test_names_its_columns_in_a_row_that_comes_back_on_each_page(self) -> None:
        (table,) = word().tables
        headers = [row._tr.xpath("w:trPr/w:tblHeader") for row in table.rows]
        assert [len(one) for one in headers] == [1, 0, 0]

    def test_gives_its_picture_words(self) -> None:
        (shape,) = word().inline_shapes
        assert shape._inline.docPr.get("descr") == "Mensen koken samen"

    def test_keeps_tall_pictures_on_a_page(self) -> None:
        (shape,) = word(replace(PAPER, blocks=(photo(size=(10, 800)),))).inline_shapes
        assert shape.height.cm <= 10.6

    def test_holds_nothing_that_runs_and_fetches_nothing(self) -> None:
        with ZipFile(BytesIO(plan_docx(PAPER, language="nl", made_at=AT))) as packed:
            names = packed.namelist()
            related = " ".join(packed.read(name).decode() for name in names if name.endswith(".rels"))
        assert not [name for name in names if re.search(r"vba|macro|activeX|embeddings", name)]
        assert 'TargetMode="External"' not in related


def hostile(text: str) -> PlanPaper:
    return PlanPaper(
        municipality=text[:80],
        title=text,
        about=(text,),
        summary=(text, text),
        blocks=(
            Heading(text=text),
            Heading(text=text, level=3),
            Text(paragraphs=(text,)),
            Points(items=(text,)),
            Quoted(text=text, by=text),
            Table(caption=text, head=("Wat", "Wie"), rows=((text, text),)),
            photo(text),
        ),
        address=text,
        fictional=False,
    )


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "", " \n ", "W" * 3_000, "woord " * 4_000, "\u0301\u200d\ufe0f", "#panic() $x$ @ref <label> \\ * _ `"],
    ids=["hostile", "nothing", "blank", "one endless word", "endless", "only marks", "markup of typst"],
)
def test_whatever_people_wrote_makes_a_file_that_can_be_read(text: str) -> None:
    paper = hostile(text)
    assert pdf(paper).pages
    assert word(paper).paragraphs


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_no_sign_breaks_the_document(text: str) -> None:
    assert word(hostile(text)).paragraphs


def test_what_looks_like_markup_stays_text() -> None:
    text = "<b>vet</b> #strong[x] =SOM(A1)"
    paper = replace(PAPER, blocks=(Text(paragraphs=(text,)),))
    assert text in everything_said(word(paper))
    assert "#strong[x]" in pdf(paper).pages[0].extract_text()
