"""Two people keep one network: the second reads what the first wrote, loses nothing, and can keep both."""

from datetime import date

import pytest
from django.test import Client
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tests.networks.table import MEETING_ON, Table
from tests.web.division_town import browser
from tests.web.network_pages import Page, at, of, refused
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Agreement, Meeting, Network
from wijkaanzet.networks.rules import MeetingStatus

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.bad-input")]


@pytest.fixture
def other(table: Table) -> Client:
    """The area manager keeps the network too."""
    return browser(table.area_manager)


def opened(client: Client, url: str) -> dict[str, str]:
    """What a browser sends when nobody changes anything on the page."""
    form = client.get(url).context["form"]
    sent: dict[str, str] = {}
    for name, field in form.fields.items():
        value = form[name].value()
        if isinstance(value, date):
            sent |= {f"{name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}
        elif value not in (None, False):
            sent[name] = f"{value:%H:%M}" if hasattr(value, "hour") else str(value)
        if name == "seen":
            sent[name] = field.widget.format_value(None)
    return sent


def says_now(answer: Page, name: str, words: str) -> bool:
    """Whether the page says beside that answer what is there now."""
    said: list[str] = answer.context["form"].errors[name]
    return said == [_("It says now: %(says)s") % {"says": words}]


class TestReport:
    def test_minutes_and_agreements_of_a_colleague_stay(self, table: Table, coordinator: Client, other: Client):
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.")])
        url, kept = of(agreement.meeting, "verslag/verbeteren/"), f"text-kept{agreement.pk}"
        one, two = opened(coordinator, url), opened(other, url)
        day = {"again-1_day": "4", "again-1_month": "12", "again-1_year": "2017"}
        new = {"text-1": "Soep koken.", "by-1": "de school", **day}
        first = one | new | {"minutes": "Wij praatten.", kept: "Lampen kopen."}
        assert coordinator.post(url, first).status_code == 302
        answer = other.post(url, two | {"minutes": "Het regende.", "text-1": "Samen eten."})
        assert refused(answer, "changed_meanwhile")
        assert says_now(answer, "minutes", "Wij praatten.")
        assert says_now(answer, kept, "Lampen kopen.")
        form, soup = answer.context["form"], Agreement.objects.get(text="Soep koken.")
        assert (form["minutes"].value(), form["text-1"].value()) == ("Het regende.", "Samen eten.")
        assert [form[f"{part}-kept{soup.pk}"].value() for part in ("text", "by")] == ["Soep koken.", "de school"]
        assert set(Agreement.objects.values_list("text", flat=True)) == {"Lampen kopen.", "Soep koken."}
        again = {name: form.data[name] for name in form.data} | {"seen": form.fields["seen"].widget.format_value("")}
        told = again | {"minutes": "Wij praatten. Het regende.", kept: "Lampen kopen."}
        assert other.post(url, told).status_code == 302
        agreed = Agreement.objects.order_by("id").values_list("text", "by_whom", "look_again_on")
        soup_now = ("Soep koken.", "de school", date(2017, 12, 4))
        assert list(agreed) == [("Lampen kopen.", "", None), soup_now, ("Samen eten.", "", None)]
        assert Meeting.objects.get().minutes == "Wij praatten. Het regende."

    def test_the_same_lines_sent_by_a_browser_are_the_same(self, table: Table, coordinator: Client):
        meeting, url = table.brought_to(MeetingStatus.REPORTED), "verslag/verbeteren/"
        told = opened(coordinator, of(meeting, url))
        assert coordinator.post(of(meeting, url), told | {"minutes": "Kort.\r\nEn goed."}).status_code == 302
        answer = coordinator.post(of(meeting, url), told | {"minutes": "Kort.\r\nEn  goed.", "seen": "old"})
        assert (answer.status_code, list(answer.context["form"].errors)) == (409, ["__all__"])


class TestMeeting:
    def test_a_day_of_a_colleague_stays(self, table: Table, coordinator: Client, other: Client):
        url = of(table.planned(), "wijzigen/")
        one, two = opened(coordinator, url), opened(other, url)
        assert coordinator.post(url, one | {"day_day": "24", "welcome": "", "kind": "summit"}).status_code == 302
        answer = other.post(url, two | {"place": "School", "time": "21:15"})
        assert refused(answer, "changed_meanwhile")
        assert says_now(answer, "day", "24 oktober 2017")
        assert says_now(answer, "welcome", _("no"))
        assert says_now(answer, "kind", _("citizens' summit"))
        assert says_now(answer, "time", f"{localtime(MEETING_ON):%H:%M}")
        assert (answer.context["form"]["place"].value(), Meeting.objects.get().starts_at.day) == ("School", 24)
        seen = answer.context["form"].fields["seen"].widget.format_value("")
        assert seen in answer.content.decode()
        assert other.post(url, two | {"place": "School", "day_day": "24", "seen": seen}).status_code == 302
        kept = Meeting.objects.get()
        assert (kept.place, kept.starts_at.date()) == ("School", date(2017, 10, 24))


class TestNetwork:
    def test_a_purpose_of_a_colleague_stays(self, table: Table, coordinator: Client, other: Client):
        url = at(table, "over/")
        one, two = opened(coordinator, url), opened(other, url)
        assert coordinator.post(url, one | {"purpose": "Samen eten."}).status_code == 302
        answer = other.post(url, two | {"own_rule": "Wij praten."})
        assert refused(answer, "changed_meanwhile")
        assert says_now(answer, "purpose", "Samen eten.")
        assert says_now(answer, "own_rule", "–")
        assert Network.objects.get(pk=table.network.pk).purpose == "Samen eten."
        seen = answer.context["form"].fields["seen"].widget.format_value("")
        both = {"purpose": "Samen eten.", "own_rule": "Wij praten.", "seen": seen}
        assert other.post(url, two | both).status_code == 302


class TestHeld:
    def test_a_number_of_a_colleague_stays(self, table: Table, coordinator: Client, other: Client):
        meeting = table.held(attended=networks.Attended(others_residents=90))
        url = of(meeting, "gehouden/verbeteren/")
        one, two = opened(coordinator, url), opened(other, url)
        assert coordinator.post(url, one | {"residents": "9"})["Location"] == of(meeting)
        answer = other.post(url, two | {"residents": "19"})
        assert refused(answer, "changed_meanwhile")
        assert says_now(answer, "residents", "9")
        assert Meeting.objects.get().others_residents == 9


def test_a_slip_elsewhere_on_the_page_lets_nothing_be_overwritten(
    table: Table, coordinator: Client, other: Client
) -> None:
    url = at(table, "over/")
    sent, theirs = opened(coordinator, url), opened(other, url)
    assert other.post(url, {**theirs, "purpose": "Elkaar leren kennen."}).status_code == 302
    asked = coordinator.post(url, {**sent, "meeting_place": "Kerkstraat 3"})
    assert asked.status_code == 422
    assert f'name="seen" value="{sent["seen"]}"' in asked.content.decode()
    looked = {**sent, "meeting_place": "Kerkstraat 3", "looked": "Kerkstraat 3"}
    told = coordinator.post(url, looked)
    assert told.status_code == 409
    assert Network.objects.get(pk=table.network.pk).purpose == "Elkaar leren kennen."
    now = told.context["form"].fields["seen"].widget.format_value(sent["seen"])
    assert coordinator.post(url, {**looked, "purpose": "Elkaar leren kennen.", "seen": now}).status_code == 302
