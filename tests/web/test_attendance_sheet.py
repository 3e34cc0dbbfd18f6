"""The sheet to tick who came: names of who takes part, for who keeps the network and nobody else."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils.translation import gettext as _
from pypdf import PdfReader

from tests.conftest import AT
from tests.factories import OrganisationFactory
from tests.networks.table import EMAIL, MEETING_ON, NAME, PHONE, Table
from tests.web.division_town import browser
from tests.web.network_pages import at, of, text
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules import MeetingStatus, SeatKind

pytestmark = pytest.mark.django_db
SHEET = "aanwezig.pdf"


def sheet(client: Client, meeting: Meeting) -> PdfReader:
    """The sheet as somebody prints it."""
    answer = client.get(of(meeting, SHEET))
    assert answer.status_code == 200
    return PdfReader(BytesIO(answer.content))


def said(reader: PdfReader) -> str:
    """What stands on it, on one line and without the places where a line may break."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\u200b", "").split())


@pytest.mark.done("6.coordinators-hour")
class TestSheet:
    def test_names_who_takes_part_with_the_seat_and_no_address(self, table: Table, coordinator: Client):
        table.member(NAME, email=EMAIL, seat=table.seat("bewoner"))
        welfare = OrganisationFactory.create(municipality=table.municipality, name="Stichting Samen")
        table.member("Aalscholver", organisation=welfare)
        table.seat("huisarts")
        table.seat("kom erbij", kind=SeatKind.OPEN)
        printed = said(sheet(coordinator, table.invited()))
        parts = ("Aalscholver", "Stichting Samen", NAME, "Bewoner", "Huisarts", "23 oktober 2017", "Buurthuis")
        assert [one for one in parts if one not in printed] == []
        assert printed.index("Aalscholver") < printed.index(NAME)  # by name
        assert [one for one in (EMAIL, PHONE, "Kom erbij", "gespreksleider") if one in printed] == []

    def test_says_beside_the_name_who_leads_the_talk_and_of_no_term(self, table: Table, coordinator: Client):
        joining = networks.Joining(
            named=networks.Named(name=NAME), seat=table.seat("huisarts"), seat_until=AT.date() + timedelta(days=9)
        )
        leads = networks.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)
        networks.let_lead(table.network, member=leads, actor=table.coordinator, at=AT)
        printed = said(sheet(coordinator, table.invited()))
        assert f"{NAME} Huisarts · voor het werk · gespreksleider" in printed
        assert "11 oktober 2017" not in printed

    def test_is_read_aloud_and_has_room_for_others(self, table: Table, coordinator: Client):
        reader = sheet(coordinator, table.invited())
        assert "/StructTreeRoot" in reader.root_object
        assert str(reader.root_object["/Lang"]) == "nl"
        assert reader.metadata is not None
        assert "maandag 23 oktober 2017" in str(reader.metadata.title)
        assert _("Others who came") in said(reader)

    @pytest.mark.parametrize(
        ("who", "seen"),
        [(None, 404), ("sits", 404), ("officer", 404), ("elsewhere", 404), ("coordinator", 200), ("area_manager", 200)],
    )
    def test_is_for_who_keeps_the_network_only(self, table: Table, who: str | None, seen: int):
        table.member(NAME, email=EMAIL)
        answer = browser(getattr(table, who) if who else None).get(of(table.invited(), SHEET))
        assert answer.status_code == seen
        assert answer["Content-Type"].startswith("application/pdf" if seen == 200 else "text/html")
        assert NAME not in answer.content.decode(errors="replace")

    def test_stays_behind_nowhere(self, table: Table, coordinator: Client):
        answer = coordinator.get(of(table.invited(), SHEET))
        assert "no-store" in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]
        assert NAME not in answer["Content-Disposition"]

    def test_of_a_meeting_that_was_called_off_there_is_none(self, table: Table, coordinator: Client):
        assert coordinator.get(of(table.brought_to(MeetingStatus.CANCELLED), SHEET)).status_code == 404

    @pytest.mark.parametrize("name", ["#panic() $x$ <b>", "a" * 80, "Zoë 🍲", "مريم"])
    def test_prints_whatever_somebody_is_called_as_text(self, table: Table, coordinator: Client, name: str):
        table.member(name)
        assert len(sheet(coordinator, table.invited()).pages) >= 1


@pytest.mark.done("6.coordinators-hour")
class TestLinks:
    @pytest.mark.parametrize("where", ["table", "meeting", "hold"])
    def test_lead_to_it_from_where_it_is_asked_who_came(self, table: Table, coordinator: Client, where: str):
        meeting = table.invited(starts_at=MEETING_ON)
        page = {"table": at(table, "tafel/"), "meeting": of(meeting), "hold": of(meeting, "gehouden/")}[where]
        assert of(meeting, SHEET) in coordinator.get(page).content.decode()

    @pytest.mark.parametrize("who", [None, "sits", "elsewhere"])
    def test_are_shown_to_nobody_else(self, table: Table, who: str | None):
        meeting = table.invited()
        client = browser(getattr(table, who) if who else None)
        assert SHEET not in client.get(of(meeting)).content.decode()

    def test_print_everything_from_the_table(self, table: Table, coordinator: Client):
        networks.report(
            table.held(), reported=networks.Reported(minutes="Kort."), actor=table.coordinator, at=MEETING_ON
        )
        last, coming = Meeting.objects.get(), table.invited()
        page = coordinator.get(at(table, "tafel/")).content.decode()
        papers = [of(coming, one) for one in ("agenda.pdf", "brief.pdf", "affiche.pdf", SHEET)]
        assert [one for one in (*papers, of(last, "agenda.pdf")) if one not in page] == []
        assert "Kort." not in text(coordinator, at(table, "tafel/"))
