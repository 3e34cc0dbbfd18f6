"""The printed neighbourhood scan: one readable page per neighbourhood, whatever people wrote."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from wijkaanzet.web.documents.printable import CUT
from wijkaanzet.web.documents.scan_paper import (
    MOST_SECTIONS,
    PaperFigure,
    PaperSection,
    PaperVoice,
    ScanPaper,
    paper_words,
    scan_pdf,
)

AT = datetime(2027, 3, 12, 9, 30, tzinfo=UTC)
TITLES = ("Wat is hier sterk", "Zorgen", "Wie komt er niet?", "Wat willen mensen?", "Wie wordt buitengesloten?")
ADDRESS = "https://wijk.example/proefstad/wijken/noord/wijkscan/2027/"
STORY = "Elke dinsdag koken we met twintig mensen. Wie niet kan betalen, eet mee. "
FIGURE = PaperFigure(
    name="mensen die zich eenzaam voelen",
    value="12 %",
    period="2024",
    source="CBS en RIVM",
    sure="redelijk zeker",
    meaning="Veel mensen zeggen het niet hardop.",
)
VOICE = PaperVoice(title="Samen koken", text=STORY, kind="verhaal", where="Buurthuis")
SECTION = PaperSection(title="Zorgen", words="Mensen kennen elkaar.", sure="vrij zeker", figures=(), voices=())
PAPER = ScanPaper(
    municipality="Proefstad",
    area="Noord",
    year=2027,
    published_on="12 maart 2027",
    made_by="het wijknetwerk",
    sections=(),
    changed=(),
    address=ADDRESS,
    fictional=False,
)


def paper(text: str = STORY, *, words: str = "Mensen kennen elkaar.", many: int = 2, titles=TITLES) -> ScanPaper:
    """A scan in which every section has `many` figures and voices, with this text in each place."""
    figure = replace(FIGURE, meaning=text)
    voice = replace(VOICE, text=text)
    part = replace(SECTION, words=words, figures=(figure,) * many, voices=(voice,) * many)
    return replace(PAPER, sections=tuple(replace(part, title=title) for title in titles), changed=(text,) * many)


def read(*papers: ScanPaper, language: str = "nl") -> PdfReader:
    return PdfReader(BytesIO(scan_pdf(papers, language=language, made_at=AT)))


def text_of(*papers: ScanPaper, language: str = "nl") -> str:
    """What can be read, one space between words."""
    return " ".join(" ".join(page.extract_text() for page in read(*papers, language=language).pages).split())


def everything_in(reader: PdfReader) -> str:
    """The text on the pages and every stream and name in the file, unpacked."""
    objects = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    streams = [thing.get_data().decode("latin-1") for thing in objects if isinstance(thing, StreamObject)]
    return "\n".join([*(page.extract_text() for page in reader.pages), *map(repr, objects), *streams])


def closed_up(text: str) -> str:
    """A text without the places where a line may end."""
    return re.sub(r"[\s\u200b]", "", text)


def holds(found: str, text: str) -> bool:
    return closed_up(text) in closed_up(found)


INPUTS = {
    "nothing": PAPER,
    "titles only": paper("", words="", many=0),
    "one section": paper(titles=TITLES[:1]),
    "two sections": paper(titles=TITLES[:2]),
    "a usual scan": paper(many=3),
    "as much as may be": paper("Zij zei: het is goed hier. " * 74, words="Wij zien veel. " * 100, many=12),
    "more than may be": paper("Nog een zin. " * 2000, words="Wij zien veel. " * 1000, many=40),
    "one endless word": paper("W" * 2000, words="W" * 1500, many=12),
    "one endless sentence": paper("woord " * 333, words="woord " * 250, many=12),
    "paragraphs": paper("Een.\n\nTwee.\n" * 100, words="Een.\r\nTwee.\n" * 100, many=12),
    "wide titles": replace(paper(many=12, titles=["M" * 120] * MOST_SECTIONS), area="W" * 80, municipality="W" * 80),
    "long lines": replace(paper(many=12), made_by="iemand, " * 100, published_on="dag " * 90),
    "emoji": paper("Fijn 😀👩🏽‍🦽 hier! " * 30, words="Mooi 🌳🌳 park", many=6),
    "from right to left": paper("السلام عليكم، أنا أحب هذا الحي. שלום לכולם. " * 20, words="مرحبا", many=6),
    "marks on marks": paper("z\u0351\u036b\u0343\u036a\u0302algo \u064b \u0301 ب\u0301 🌳\u0301" * 40, many=3),
    "controls": paper("\x00\x07\u202emooi\u202c \ufeff\u2066x\ud800y\u2028z", many=2),
    "script": paper("<script>alert(1)</script> <b>&amp;</b>", words="<script>x</script>", many=2),
    "markup": paper('#panic() #read("look.typ") $x$ `raw` *b* _i_ = H @ref <label> \\ // /* ', words="#panic()"),
}
SLOW = {"more than may be", "one endless word"}


@pytest.mark.parametrize(
    "given_paper",
    [pytest.param(given, id=name, marks=[pytest.mark.full] if name in SLOW else []) for name, given in INPUTS.items()],
)
@pytest.mark.done("5.paper")
def test_every_neighbourhood_has_exactly_one_page_with_its_name_titles_and_address(given_paper):
    reader = read(given_paper, replace(PAPER, area="Zuid"))
    assert len(reader.pages) == 2
    first = reader.pages[0].extract_text()
    for text in (given_paper.area, given_paper.address, *(part.title for part in given_paper.sections)):
        assert holds(first, text), text
    assert holds(reader.pages[1].extract_text(), "Zuid")


def _repeated(longest: int) -> st.SearchStrategy[str]:
    """Any signs, said again and again: long texts that are made quickly."""
    return st.builds(lambda piece, times: (piece * times)[:longest], st.text(max_size=12), st.integers(0, 300))


def _many(what: st.SearchStrategy) -> st.SearchStrategy[tuple]:
    return st.builds(lambda some, times: tuple(some * times)[:12], st.lists(what, max_size=2), st.integers(1, 6))


LINES = _repeated(160)
FIGURES = st.builds(PaperFigure, name=LINES, value=LINES, period=LINES, source=LINES, sure=LINES, meaning=LINES)
VOICES = st.builds(PaperVoice, title=LINES, text=_repeated(2000), kind=LINES, where=LINES)
SECTIONS = st.builds(
    PaperSection, title=LINES, words=_repeated(1500), sure=LINES, figures=_many(FIGURES), voices=_many(VOICES)
)
PAPERS = st.builds(
    ScanPaper,
    municipality=LINES,
    area=LINES,
    year=st.integers(1, 9999),
    published_on=LINES,
    made_by=LINES,
    sections=st.lists(SECTIONS, max_size=MOST_SECTIONS).map(tuple),
    changed=_many(LINES),
    address=LINES | st.just(ADDRESS),
    fictional=st.booleans(),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(PAPERS, min_size=1, max_size=2))
@pytest.mark.done("5.paper")
def test_there_are_as_many_pages_as_scans_whatever_is_in_them(papers):
    assert len(read(*papers).pages) == len(papers)


@pytest.mark.done("5.paper")
def test_all_neighbourhoods_come_in_one_file_in_the_order_given():
    names = ["Zuid", "Centrum", "Noord", "West"]
    pages = read(*(replace(paper(), area=name) for name in names)).pages
    assert [name for page, name in zip(pages, names, strict=True) if holds(page.extract_text(), name)] == names


def test_typed_text_is_printed_as_it_was_typed():
    typed = '#read("look.typ") #panic() <script>alert(1)</script> *nee* $x^2$ \\u{41} // klaar'
    assert holds(text_of(paper(typed, many=1, titles=TITLES[:1])), typed)


def test_a_figure_never_stands_without_its_period_source_and_certainty():
    found = text_of(paper(many=1, titles=TITLES[:1]))
    for text in (FIGURE.value, FIGURE.name, f"{FIGURE.period} · {FIGURE.source} · {FIGURE.sure}"):
        assert text in found


@pytest.mark.done("5.withdrawn")
def test_a_withdrawn_story_is_printed_as_withdrawn_and_stands_nowhere_in_the_file():
    told = replace(SECTION, title=TITLES[0], voices=(VOICE,))
    gone = replace(told, voices=(replace(VOICE, title="Een verhaal", text="Ingetrokken door de verteller."),))
    made = [scan_pdf([replace(PAPER, sections=(part,))], language="nl", made_at=AT) for part in (told, gone)]
    before, after = (everything_in(PdfReader(BytesIO(file))) for file in made)
    assert holds(before, STORY)
    assert not holds(after, "twintig mensen")
    assert not holds(after, VOICE.title)
    assert holds(after, "Ingetrokken door de verteller.")


@pytest.mark.parametrize("many", [2, 5, 12])
@pytest.mark.done("5.paper")
def test_what_is_left_out_is_counted(many):
    full = paper("Dit is een lang verhaal over onze buurt. " * 40, words="Wij zien veel. " * 100, many=many)
    found = text_of(replace(full, changed=()), language="en")
    left_out = sum(int(number) for number in re.findall(r"and (\d+) more on the site", found))
    assert found.count(VOICE.title) + found.count(FIGURE.name) + left_out == len(TITLES) * 2 * many


def test_a_page_that_holds_everything_neither_cuts_nor_counts():
    found = text_of(paper(many=1), language="en")
    assert CUT not in found
    assert "more on the site" not in found
    assert found.count(VOICE.title) == 5


def test_a_page_says_what_its_marks_mean_only_when_they_are_there():
    with override("en"):
        words = paper_words(most=1)
    cut = text_of(paper("Dit is een lang verhaal over onze buurt. " * 40, many=12), language="en")
    boxed = text_of(paper("Fijn 😀", many=1), language="en")
    assert (holds(cut, words.cut), holds(cut, words.boxed)) == (True, False)
    assert (holds(boxed, words.cut), holds(boxed, words.boxed)) == (False, True)


def test_strengths_come_first_and_keep_the_most():
    found = text_of(paper("Dit is een lang verhaal over onze buurt. " * 40, many=12))
    parts = [found.index(title) for title in TITLES]
    assert parts == sorted(parts)
    shown = [found[start:end].count(VOICE.title) for start, end in zip(parts, [*parts[1:], len(found)], strict=True)]
    assert shown[0] > max(shown[1:])


@pytest.mark.done("5.paper")
def test_no_letter_is_smaller_than_eight_and_a_half_points():
    sizes: set[float] = set()

    def note(text, _cm, matrix, _font, size):
        if text.strip():
            sizes.add(size * abs(matrix[3]))

    read(paper("Dit is een lang verhaal. " * 80, many=12)).pages[0].extract_text(visitor_text=note)
    assert min(sizes) == pytest.approx(8.5)


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Noord"), ("en", "Neighbourhood scan 2027: Noord")], ids=["Dutch", "English"]
)
@pytest.mark.done("5.paper")
def test_the_file_says_its_title_language_and_that_a_screen_reader_can_read_it(language, title):
    reader = read(paper(), language=language)
    root = reader.root_object
    assert title in about(reader).title
    assert about(reader).creation_date == AT
    assert root["/Lang"] == language
    assert inside(root, "/MarkInfo")["/Marked"]
    assert inside(root, "/ViewerPreferences")["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in inside(root, "/Metadata").get_data().decode()


def test_many_scans_carry_the_name_of_the_municipality_as_title():
    reader = read(PAPER, replace(PAPER, area="Zuid"), language="en")
    assert about(reader).title == "Neighbourhood scans 2027: Proefstad"


def test_headings_go_from_the_neighbourhood_to_its_sections():
    reader = read(replace(paper(), changed=("Er is iets veranderd.",)))
    tags = [tag for tag in tags_of(inside(reader.root_object, "/StructTreeRoot")) if re.fullmatch(r"/H\d", tag)]
    assert tags == ["/H1", *["/H2"] * (len(TITLES) + 1)]


def about(reader):
    """What the file says about itself."""
    return reader.metadata


def inside(thing, name):
    """The part of this name, wherever it stands in the file."""
    return thing[name].get_object()


def tags_of(node: object) -> Iterator[str]:
    """The names of a tree of tags, in order of reading."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, DictionaryObject):
        yield str(node.get("/S"))
        yield from tags_of(node.get("/K"))
    elif isinstance(node, list):
        for child in node:
            yield from tags_of(child)


def test_the_address_is_a_link_when_it_can_be_followed():
    links = [
        [note["/A"]["/URI"] for note in map(resolved, page.get("/Annots", []))]
        for page in read(
            PAPER,
            replace(PAPER, address="javascript:alert(1)"),
            replace(PAPER, address="https://x\ud800"),
            replace(PAPER, address="op het bureau"),
        ).pages
    ]
    assert links == [[ADDRESS], [], [], []]


def resolved(thing):
    return thing.get_object()


def test_the_same_scan_and_moment_give_the_same_bytes_from_many_threads_at_once():
    scans = [replace(paper(many=1 + at % 3), area=f"Wijk {at % 3}") for at in range(12)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda scan: scan_pdf([scan], language="nl", made_at=AT), scans))
    assert together == [scan_pdf([scan], language="nl", made_at=AT) for scan in scans]


@pytest.mark.parametrize(
    ("scans", "at"),
    [([], AT), ([PAPER], datetime(2027, 3, 12))],  # noqa: DTZ001
    ids=["nothing to print", "no time zone"],
)
def test_a_paper_that_cannot_be_made_is_refused(scans, at):
    with pytest.raises(ValueError, match=r"scan|time zone"):
        scan_pdf(scans, language="nl", made_at=at)


def test_a_scan_with_more_sections_than_a_page_has_room_for_is_refused():
    with pytest.raises(ValueError, match="room"):
        paper(titles=["Nog een"] * (MOST_SECTIONS + 1))
