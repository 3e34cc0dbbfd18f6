"""Who came: asked from the day itself on, and put right afterwards; and each form about a meeting has a way out."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.networks.table import MEETING_ON, Table
from tests.web.division_town import browser
from tests.web.network_pages import at, of, refused, text
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules import CardGroup, MeetingStatus
from wijkaanzet.web.refusals import sentence

pytestmark = pytest.mark.django_db
CORRECT = "gehouden/verbeteren/"


class TestNotYet:
    @pytest.mark.done("6.bad-input")
    def test_says_beforehand_on_which_day_it_is_asked(self, table: Table, coordinator: Client):
        meeting = table.invited()
        answer = coordinator.get(of(meeting, "gehouden/"))
        said = sentence(Refused("meeting_to_come", day=MEETING_ON.date()))
        page = answer.content.decode().split("<main")[1]
        assert [said in page, f'href="{of(meeting)}"' in page, "<form" in page] == [True, True, False]

    def test_asks_on_the_day_itself(self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch):
        meeting = table.invited()
        monkeypatch.setattr(clock, "now", lambda: MEETING_ON - timedelta(hours=5))
        assert "residents" in coordinator.get(of(meeting, "gehouden/")).context["form"].fields


class TestCorrecting:
    @pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.REPORTED])
    def test_a_nought_too_many_is_read_by_nobody_any_more(
        self, table: Table, coordinator: Client, status: MeetingStatus
    ):
        meeting = table.held(attended=networks.Attended(others_residents=90))
        if status is MeetingStatus.REPORTED:
            networks.report(
                meeting, reported=networks.Reported(minutes="Kort."), actor=table.coordinator, at=MEETING_ON
            )
        assert "90" in text(Client(), of(meeting))
        act = next(one for one in coordinator.get(of(meeting)).context["page"].acts if one.href.endswith(CORRECT))
        form = coordinator.get(act.href).context["form"]
        assert [form[name].value() for name in ("residents", "professionals", "place")] == [90, 0, "Buurthuis"]
        told = {"residents": "12", "professionals": "", "place": "School"}
        assert coordinator.post(act.href, told)["Location"] == of(meeting)
        page = text(Client(), of(meeting))
        assert [word in page for word in ("90", "12", "School")] == [False, True, True]

    def test_more_cards_than_people_cannot_be(self, table: Table, coordinator: Client):
        meeting = table.held(attended=networks.Attended(others_residents=90))
        networks.count_cards(meeting, cards={CardGroup.FROM_65: 10}, actor=table.coordinator, at=MEETING_ON)
        answer = coordinator.post(of(meeting, CORRECT), {"residents": "9", "place": "Buurthuis"})
        assert refused(answer, "cards_too_many", came=9)
        assert list(answer.context["form"].errors) == ["residents"]

    def test_a_home_is_asked_about_first(self, table: Table, coordinator: Client):
        told = {"residents": "9", "place": "bij Fatima Jansen thuis"}
        answer = coordinator.post(of(table.held(), CORRECT), told)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place"])

    @pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.CANCELLED])
    def test_what_was_not_held_leads_back(self, table: Table, coordinator: Client, status: MeetingStatus):
        meeting = table.brought_to(status)
        assert coordinator.get(of(meeting, CORRECT))["Location"] == of(meeting)
        assert refused(coordinator.post(of(meeting, CORRECT), {"place": "School"}), "wrong_state")

    @pytest.mark.parametrize("who", [None, "officer", "sits", "elsewhere"])
    def test_nobody_else_corrects(self, table: Table, who: str | None):
        client, path = browser(getattr(table, who) if who else None), of(table.held(), CORRECT)
        assert [client.get(path).status_code, client.post(path, {"place": "x"}).status_code] == [404, 404]
        assert Meeting.objects.get().place == "Buurthuis"


class TestWayOut:
    @pytest.mark.parametrize(
        ("status", "step"),
        [
            (MeetingStatus.PLANNED, "agenda/"),
            (MeetingStatus.PLANNED, "wijzigen/"),
            (MeetingStatus.PLANNED, "gehouden/"),
            (MeetingStatus.HELD, "verslag/"),
            (MeetingStatus.HELD, CORRECT),
            (MeetingStatus.REPORTED, "verslag/verbeteren/"),
        ],
    )
    def test_a_form_about_a_meeting_leads_back_to_it(
        self, table: Table, coordinator: Client, status: MeetingStatus, step: str
    ):
        meeting = table.brought_to(status)
        assert (secondary(coordinator, of(meeting, step))) == [of(meeting)]

    def test_a_form_about_a_network_leads_back_to_its_table(self, table: Table, coordinator: Client):
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.")])
        pages = [f"afspraak/{agreement.pk}/", "deelnemers/", "over/", "bijeenkomst/nieuw/"]
        assert [secondary(coordinator, at(table, page)) for page in pages] == [[at(table, "tafel/")]] * len(pages)

    @pytest.mark.parametrize("page", ["trap/", "kringen/", "woorden/"])
    def test_a_sheet_that_somebody_only_reads_leads_back_too(self, table: Table, page: str):
        assert at(table) in secondary(browser(table.sits), at(table, page))


def secondary(client: Client, path: str) -> list[str]:
    """Where the buttons under a form lead that do not send it."""
    page = client.get(path).content.decode().split("<main")[1]
    links = (piece.split(">")[0] for piece in page.split("<a ")[1:])
    return [link.split('href="')[1].split('"')[0] for link in links if "wz-button-secondary" in link]
