"""Words of a meeting that become public: who wrote them looks at what may point at a person, and can correct them."""

from datetime import date, timedelta
from html import escape

import pytest
from django.test import Client

from tests.conftest import AT
from tests.networks.table import MEETING_ON, Table
from tests.web.division_town import browser
from tests.web.network_pages import Page, at, of, refused, text
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting
from wijkaanzet.networks.rules import AGREEMENT, MeetingStatus

pytestmark = pytest.mark.django_db
PERSON = "Fatima Jansen"
OTHER = "Pieter de Vries"


def asked(answer: Page, name: str) -> str:
    """The value of the box to tick, when the page says beside that answer what was found in it."""
    form = answer.context["form"]
    assert (answer.status_code, PERSON in " ".join(form.errors[name])) == (422, True)
    value = str(form.fields["looked"].widget.attrs["value"])
    assert f'value="{escape(value)}"' in answer.content.decode()
    return value


class TestLooking:
    @pytest.mark.parametrize("field", ["minutes", "outcome", "text-1", "by-1"])
    def test_a_report_that_may_point_at_a_person_is_looked_at_first(
        self, table: Table, coordinator: Client, field: str
    ):
        meeting = table.invited()
        (item,) = networks.set_agenda(
            meeting, lines=[networks.AgendaLine(title="De tuin")], actor=table.coordinator, at=AT
        )
        networks.hold(meeting, attended=networks.Attended(), actor=table.coordinator, at=MEETING_ON)
        name = f"outcome-{item.pk}" if field == "outcome" else field
        told = {"minutes": "Wij praatten.", "text-1": "Lampen kopen.", name: f"Dat doet {PERSON}"}
        looked = asked(coordinator.post(of(meeting, "verslag/"), told), name)
        assert Meeting.objects.get().status == MeetingStatus.HELD
        assert coordinator.post(of(meeting, "verslag/"), {**told, "looked": looked}).status_code == 302
        assert PERSON in text(Client(), of(meeting))

    @pytest.mark.parametrize(("path", "field"), [("over/", "purpose"), ("zetels/", "name")])
    def test_what_a_network_says_of_itself_is_looked_at_too(
        self, table: Table, coordinator: Client, path: str, field: str
    ):
        told = {field: f"Voor {PERSON}", "kind": "default"}
        looked = asked(coordinator.post(at(table, path), told), field)
        assert PERSON not in text(Client(), at(table))
        assert coordinator.post(at(table, path), {**told, "looked": looked}).status_code == 302
        assert PERSON in text(Client(), at(table))

    @pytest.mark.parametrize("there", [False, True])
    def test_a_home_where_people_would_meet_is_asked_about_first(self, table: Table, coordinator: Client, there: bool):
        url = of(table.planned(), "wijzigen/") if there else at(table, "bijeenkomst/nieuw/")
        home = f"bij {PERSON} thuis, Kerkstraat 3, 06-12345678"
        told = {**planned_on(MEETING_ON.date()), "place": home}
        answer = coordinator.post(url, told)
        asked(answer, "place")
        (said,) = answer.context["form"].errors["place"]
        assert all(word in said for word in ("Kerkstraat 3", "06-12345678"))
        assert not Meeting.objects.filter(place=home).exists()

    def test_a_public_building_with_its_number_is_asked_about_once(self, table: Table, coordinator: Client):
        told = {**planned_on(MEETING_ON.date()), "place": "Buurthuis, Kerkstraat 3"}
        answer = coordinator.post(at(table, "bijeenkomst/nieuw/"), told)
        looked = answer.context["form"].fields["looked"].widget.attrs["value"]
        assert coordinator.post(at(table, "bijeenkomst/nieuw/"), {**told, "looked": looked}).status_code == 302
        later = {**told, "time": "20.30"}
        assert coordinator.post(of(Meeting.objects.get(), "wijzigen/"), later).status_code == 302
        assert Meeting.objects.get().place == told["place"]

    def test_where_people_always_meet_is_looked_at_when_it_is_written_down(self, table: Table, coordinator: Client):
        told = {"meeting_place": f"bij {PERSON}"}
        looked = asked(coordinator.post(at(table, "over/"), told), "meeting_place")
        assert coordinator.post(at(table, "over/"), {**told, "looked": looked}).status_code == 302
        there = {**planned_on(MEETING_ON.date()), "place": told["meeting_place"]}
        assert coordinator.post(at(table, "bijeenkomst/nieuw/"), there).status_code == 302

    @pytest.mark.parametrize("word", ["J" + "an" * 50_000, "Jansen " * 15_000, "jan@voorbeeld.nl " * 9_000])
    def test_words_that_are_too_long_are_counted_and_not_repeated(self, table: Table, coordinator: Client, word: str):
        answer = coordinator.post(at(table, "over/"), {"purpose": word})
        said = str(answer.context["form"].errors)
        assert (answer.status_code, "tekens" in said, len(said) < 500) == (409, True, True)

    def test_a_long_word_is_cut_short_and_at_most_ten_are_listed(self, table: Table, coordinator: Client):
        people = " en ".join(f"Fatima Jansen{sign}" for sign in "bcdefghijklm")
        answer = coordinator.post(at(table, "over/"), {"purpose": f"Voor J{'an' * 60}"})
        assert "…" in answer.context["form"].errors["purpose"][0]
        answer = coordinator.post(of(table.held(), "verslag/"), {"minutes": f"Dat doen {people}"})
        (said,) = answer.context["form"].errors["minutes"]
        assert (said.count(PERSON), "2" in said) == (10, True)

    def test_a_first_word_that_is_no_name_is_asked_about(self, table: Table, coordinator: Client):
        answer = coordinator.post(at(table, "zetels/"), {"name": "Zwemles voor ouderen", "kind": "default"})
        (said,) = answer.context["form"].errors["name"]
        assert "Zwemles?" in said

    def test_a_tick_holds_for_what_was_shown_only(self, table: Table, coordinator: Client):
        meeting, told = table.held(), {"minutes": f"Dat doet {PERSON}."}
        looked = asked(coordinator.post(of(meeting, "verslag/"), told), "minutes")
        more = {"minutes": f"Dat doet {PERSON}, met {OTHER}.", "looked": looked}
        again = coordinator.post(of(meeting, "verslag/"), more)
        assert OTHER in asked(again, "minutes")
        assert "checked" not in str(again.context["form"]["looked"])

    def test_a_tick_stays_when_something_else_is_refused(self, table: Table, coordinator: Client):
        meeting, told = table.held(), {"minutes": f"Dat doet {PERSON}."}
        looked = asked(coordinator.post(of(meeting, "verslag/"), told), "minutes")
        half = {**told, "looked": looked, "by-1": "de werkgroep"}
        answer = coordinator.post(of(meeting, "verslag/"), half)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text-1"])
        assert "checked" in str(answer.context["page"].looked)
        assert coordinator.post(of(meeting, "verslag/"), {**half, "text-1": "Samen eten."}).status_code == 302

    def test_a_title_of_the_agenda_is_looked_at_when_it_is_new(self, table: Table, coordinator: Client):
        meeting = table.planned()
        told = {"seen": "", "number-0": "1", "title-0": f"De tuin van {PERSON}"}
        looked = asked(coordinator.post(of(meeting, "agenda/"), told), "title-0")
        assert not AgendaItem.objects.exists()
        assert coordinator.post(of(meeting, "agenda/"), {**told, "looked": looked}).status_code == 302
        seen = coordinator.get(of(meeting, "agenda/")).context["form"].now
        assert coordinator.post(of(meeting, "agenda/"), {**told, "seen": seen}).status_code == 302

    def test_what_is_ticked_for_the_agenda_is_looked_at_first(self, table: Table, coordinator: Client):
        again = MEETING_ON.date() + timedelta(days=1)
        (agreement,) = table.agreed([networks.NewAgreement(text=f"Lampen van {PERSON}", look_again_on=again)])
        meeting = table.planned(starts_at=MEETING_ON + timedelta(days=14))
        name = f"waits-{AGREEMENT}-{agreement.pk}"
        looked = asked(coordinator.post(of(meeting, "agenda/"), {"seen": "", name: "on"}), name)
        told = {"seen": "", name: "on", "looked": looked}
        assert coordinator.post(of(meeting, "agenda/"), told).status_code == 302

    def test_a_note_of_the_agenda_may_name_people(self, table: Table, coordinator: Client):
        meeting = table.planned()
        told = {"seen": "", "title-0": "De tuin", "note-0": f"Bel {PERSON}"}
        assert coordinator.post(of(meeting, "agenda/"), told).status_code == 302

    def test_what_became_of_an_agreement_is_looked_at_first(self, table: Table, coordinator: Client):
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.")])
        path, told = at(table, f"afspraak/{agreement.pk}/"), {"status": "done", "became": f"{PERSON} hing ze op."}
        looked = asked(coordinator.post(path, told), "became")
        assert coordinator.post(path, {**told, "looked": looked}).status_code == 302
        assert Agreement.objects.get().what_became == told["became"]

    def test_a_name_that_is_no_person_is_let_through(self, table: Table, coordinator: Client):
        organisation = table.municipality.organisations.get()
        told = {"text-1": "Lampen kopen.", "by-1": organisation.name}
        assert coordinator.post(of(table.held(), "verslag/"), told).status_code == 302


class TestCorrecting:
    def test_who_keeps_it_corrects_what_everybody_reads(self, table: Table, coordinator: Client):
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.", by_whom=PERSON)])
        meeting = agreement.meeting
        act, *_rest = coordinator.get(of(meeting)).context["page"].acts
        form = coordinator.get(act.href).context["form"]
        key = f"kept{agreement.pk}"
        assert [form[f"{part}-{key}"].value() for part in ("text", "by")] == ["Lampen.", PERSON]
        told = {"minutes": "Kort.", f"text-{key}": "Lampen.", f"by-{key}": "de werkgroep", "text-1": "Soep koken."}
        assert coordinator.post(act.href, told)["Location"] == of(meeting)
        page = text(Client(), of(meeting))
        assert all(word in page for word in ("Kort.", "Lampen.", "de werkgroep", "Soep koken."))
        assert PERSON not in page

    def test_a_correction_is_looked_at_too(self, table: Table, coordinator: Client):
        meeting = table.brought_to(MeetingStatus.REPORTED)
        told = {"minutes": f"Dat doet {PERSON}."}
        looked = asked(coordinator.post(of(meeting, "verslag/verbeteren/"), told), "minutes")
        assert coordinator.post(of(meeting, "verslag/verbeteren/"), {**told, "looked": looked}).status_code == 302

    @pytest.mark.parametrize("who", [None, "officer", "sits", "elsewhere"])
    def test_nobody_else_corrects(self, table: Table, who: str | None):
        meeting = table.brought_to(MeetingStatus.REPORTED)
        client, path = browser(getattr(table, who) if who else None), of(meeting, "verslag/verbeteren/")
        assert [client.get(path).status_code, client.post(path, {"minutes": "x"}).status_code] == [404, 404]
        assert [one.href for one in client.get(of(meeting)).context["page"].acts] == []

    def test_a_report_that_is_not_there_yet_is_not_corrected(self, table: Table, coordinator: Client):
        meeting = table.held()
        assert coordinator.get(of(meeting, "verslag/verbeteren/"))["Location"] == of(meeting)
        assert refused(coordinator.post(of(meeting, "verslag/verbeteren/"), {"minutes": "x"}), "wrong_state")


def test_nobody_reads_where_a_meeting_that_was_called_off_would_have_been(table: Table, coordinator: Client):
    meeting = table.invited()
    pages = [of(meeting), at(table, "bijeenkomsten.ics")]
    assert all("Buurthuis" in Client().get(page).content.decode() for page in pages)
    assert coordinator.post(of(meeting, "afzeggen/")).status_code == 302
    for reader in (Client(), coordinator):
        assert not ["" for page in pages if "Buurthuis" in reader.get(page).content.decode()]


def planned_on(day: date) -> dict[str, object]:
    """A meeting on a day as its form is filled in."""
    asked = {"day_day": day.day, "day_month": day.month, "day_year": day.year}
    return {**asked, "time": "19.30", "place": "Hier", "kind": "meeting"}


class TestDays:
    @pytest.mark.parametrize(("years", "days"), [(-1, 0), (3, 0), (0, -61)])
    def test_what_is_wrong_with_a_day_stands_beside_it(self, table: Table, coordinator: Client, years: int, days: int):
        day = AT.replace(year=AT.year + years) + timedelta(days=days)
        told = planned_on(day)
        answer = coordinator.post(at(table, "bijeenkomst/nieuw/"), told)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["day"])

    def test_a_day_to_look_again_that_is_over_is_said_beside_it(self, table: Table, coordinator: Client):
        day = MEETING_ON.date()
        told = {"text-1": "Lampen.", "again-1_day": day.day, "again-1_month": day.month, "again-1_year": day.year}
        answer = coordinator.post(of(table.held(), "verslag/"), told)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["again-1"])

    def test_a_meeting_that_nobody_planned_is_written_down_afterwards(self, table: Table, coordinator: Client):
        day = AT - timedelta(days=10)
        told = planned_on(day)
        answer = coordinator.post(at(table, "bijeenkomst/nieuw/"), told)
        meeting = Meeting.objects.get()
        assert answer["Location"] == of(meeting, "gehouden/")
        (action,) = coordinator.get(at(table, "tafel/")).context["page"].card.actions
        assert action.href == of(meeting, "gehouden/")
        steps = [one.href for one in coordinator.get(of(meeting)).context["page"].acts]
        assert (steps[0], of(meeting, "uitnodigen/") in steps) == (of(meeting, "gehouden/"), False)
        assert coordinator.post(of(meeting, "gehouden/"), {"residents": "4"}).status_code == 302
        assert Client().get(of(meeting)).status_code == 200
