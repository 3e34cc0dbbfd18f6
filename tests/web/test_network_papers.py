"""Invitations on paper, read back: a letter and a poster of a meeting, and the letter with a code."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage
from qrcode.main import QRCode

from tests.conftest import AT
from tests.networks.table import Table
from tests.web.division_town import browser
from tests.web.network_pages import of
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks import queries
from wijkaanzet.networks.operations import AgendaLine, Asked, ForWhom
from wijkaanzet.web.documents.inviting_paper import InvitingPaper, letter_pdf, poster_pdf
from wijkaanzet.web.documents.qr import QUIET, qr_svg

LINK = "https://wijkaanzet.nl/proefstad/meedoen/abcd-efgh-jkmn-pqrs/"
PAPER = InvitingPaper(
    municipality="Proefstad",
    network="Tafel van Zuid",
    title="Komt u ook?",
    text=("Iedereen is welkom.",),
    when=("Donderdag 12 oktober 2017, om 19:30 uur", "De Kersentuin"),
    points=("Samen eten", "Het speelveld"),
    scan="Lees meer met uw telefoon:",
    link=LINK,
    typed=LINK,
    contact=("Buurtbalie: 013 123 45 67",),
    fictional=True,
)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def said(reader: PdfReader) -> str:
    """What stands in a paper, on one line and without the places where a line may break."""
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace("\u200b", "").split())


def squares(svg: bytes) -> set[tuple[int, int]]:
    """The dark squares of a picture of a code, counted from its corner."""
    found = re.findall(rb"M(\d+),(\d+)H", svg)
    return {(int(x) - QUIET, int(y) - QUIET) for x, y in found}


@pytest.mark.parametrize("address", [LINK, "https://x.nl/", "http://testserver/" + "a" * 400])
def test_the_squares_are_those_of_the_address(address: str):
    code: QRCode[SvgPathImage] = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    matrix = code.get_matrix()
    dark = {(x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    assert squares(qr_svg(address)) == dark


@pytest.mark.parametrize("make", [letter_pdf, poster_pdf])
def test_a_paper_says_when_and_where_and_is_read_aloud(make):
    reader = read(make(PAPER, language="nl", made_at=AT))
    text = said(reader)
    assert len(reader.pages) == 1
    assert all(
        one in text for one in ("Komt u ook?", "12 oktober 2017", "De Kersentuin", "Samen eten", "013 123 45 67")
    )
    assert str(reader.root_object["/Lang"]) == "nl"
    assert "/StructTreeRoot" in reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == "Komt u ook?"
    assert LINK.encode() in b"".join(str(one).encode() for one in links(reader))


def links(reader: PdfReader) -> list[object]:
    return [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", []) or []]


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize("make", [letter_pdf, poster_pdf])
@pytest.mark.parametrize(
    "change",
    [
        {"title": "#panic() $x$ <script>alert(1)</script>"},
        {"title": "Samen 🍲 eten"},
        {"title": "a" * 120, "text": ("b" * 300, "c " * 150)},
        {"when": (), "points": (), "contact": (), "text": ()},
        {"title": ""},
    ],
)
def test_whatever_people_type_is_printed_as_text(make, change: dict):
    reader = read(make(replace(PAPER, **change), language="nl", made_at=AT))
    assert len(reader.pages) == 1
    if "script" in change.get("title", ""):
        assert "<script>alert(1)</script>" in said(reader).replace("> ", ">")


def test_a_poster_of_a_long_evening_stays_on_one_page():
    points = tuple(f"{number} " + "een lang punt van de agenda " * 5 for number in range(8))
    reader = read(poster_pdf(replace(PAPER, title="t" * 160, points=points), language="nl", made_at=AT))
    assert len(reader.pages) == 1
    assert "Lees meer met uw telefoon" in said(reader)


class TestPages:
    def test_everybody_prints_the_invitation_to_a_meeting(self, table: Table):
        meeting = table.invited()
        networks.set_agenda(
            meeting, lines=[AgendaLine(title="Samen eten", note="geheim")], actor=table.coordinator, at=AT
        )
        for step in ("brief.pdf", "affiche.pdf"):
            answer = Client().get(of(meeting, step))
            text = said(read(answer.content))
            assert answer["Content-Type"] == "application/pdf"
            assert all(one in text for one in ("Buurthuis", "Samen eten", "23 oktober 2017"))
            assert "geheim" not in text

    def test_a_meeting_to_which_nobody_was_invited_is_printed_by_who_keeps_it_only(self, table: Table):
        meeting = table.planned()
        for step in ("brief.pdf", "affiche.pdf"):
            assert Client().get(of(meeting, step)).status_code == 404
            assert browser(table.coordinator).get(of(meeting, step)).status_code == 200

    def test_the_letter_has_the_code_and_says_that_one_may_say_no(self, table: Table):
        asked = Asked(for_whom=ForWhom(words="Mevrouw Roerdomp"))
        made = networks.invite_to_join(table.network, asked=asked, actor=table.coordinator, at=AT)
        code = spelled(queries.invitation_words(made).code)
        path = f"/proefstad/netwerken/{table.network.body.key}/uitnodigingen/{made.public_id}/brief.pdf"
        answer = browser(table.coordinator).get(path)
        reader = read(answer.content)
        assert code in said(reader)
        assert "Roerdomp" not in said(reader)  # who hands it over knows for whom it is
        assert "no-store" in answer["Cache-Control"]
        assert links(reader) == [f"http://testserver/proefstad/meedoen/{code}/"]
