"""A meeting over HTTP: planned, its agenda made, people invited, held, reported; and nothing typed is lost."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pypdf import PdfReader

from tests.conftest import AT
from tests.helpers.plain_dutch import findings
from tests.networks.table import EMAIL, MEETING_ON, NAME, PLANTED, Table
from tests.web.division_town import browser
from tests.web.network_pages import at, of, refused, send_agenda, text, with_agenda
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import OpenMove, OutboxMessage
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Agreement, Meeting
from wijkaanzet.networks.rules import AGREEMENT, MEMBER, NETWORK, PROCESS, AgreementStatus, MeetingStatus
from wijkaanzet.web.actions import places
from wijkaanzet.web.http import Request
from wijkaanzet.web.letters import NoAddress
from wijkaanzet.web.links import addresses
from wijkaanzet.web.outbox import letter

pytestmark = pytest.mark.django_db
WHEN = {
    "day_day": "23",
    "day_month": "10",
    "day_year": "2017",
    "time": "19.30",
    "place": "Buurthuis",
    "kind": "meeting",
    "welcome": "on",
}
STEPS = ["wijzigen/", "agenda/", "uitnodigen/", "gehouden/", "verslag/", "afzeggen/"]


class TestWay:
    @pytest.mark.done("6.network-light")
    def test_a_name_and_a_table_are_enough_to_meet_and_agree(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        assert coordinator.post(at(table, "bijeenkomst/nieuw/"), WHEN)["Location"] == at(table, "tafel/")
        meeting = Meeting.objects.get()
        send_agenda(coordinator, meeting, ("1", "De tuin", ""))
        assert coordinator.post(of(meeting, "uitnodigen/")).status_code == 302
        assert "De tuin" in text(Client(), at(table))
        monkeypatch.setattr(clock, "now", lambda: MEETING_ON + timedelta(days=1))
        assert coordinator.post(of(meeting, "gehouden/"), {"residents": "12"})["Location"] == of(meeting, "verslag/")
        item = meeting.items.get()
        told = {"minutes": "De tuin groeit.", f"outcome-{item.pk}": "Wij harken.", "text-1": "Lampen kopen."}
        assert coordinator.post(of(meeting, "verslag/"), told)["Location"] == of(meeting)
        page = text(Client(), of(meeting))
        assert all(word in page for word in ("De tuin groeit.", "Wij harken.", "Lampen kopen.", "12"))

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize(
        ("change", "status"),
        [
            ({"day_year": "1900"}, 422),
            ({"day_year": "2117"}, 422),
            ({"day_day": "31", "day_month": "2"}, 422),
            ({"time": "half acht"}, 422),
            ({"place": "x" * 100_000}, 409),
            ({"place": ""}, 422),
            ({"kind": ""}, 422),
            ({"kind": "party"}, 422),
        ],
    )
    def test_what_is_no_day_time_or_place_is_said_and_stays(
        self, table: Table, coordinator: Client, change: dict[str, str], status: int
    ):
        answer = coordinator.post(at(table, "bijeenkomst/nieuw/"), {**WHEN, **change})
        assert answer.status_code == status
        assert [len(answer.context["form"].errors), Meeting.objects.count()] == [1, 0]
        assert {**answer.context["form"].data.dict(), **change} == answer.context["form"].data.dict()

    def test_what_kind_of_meeting_it_is_is_asked_and_not_left_open(self, table: Table, coordinator: Client):
        told = {name: value for name, value in WHEN.items() if name != "kind"}
        answer = coordinator.post(at(table, "bijeenkomst/nieuw/"), told)
        assert (answer.status_code, answer.context["form"].errors) == (
            422,
            {"kind": [_("Choose what kind of meeting it is.")]},
        )
        field = coordinator.get(at(table, "bijeenkomst/nieuw/")).context["form"]["kind"]
        assert (field.field.required, field.value()) == (True, "meeting")

    def test_a_form_that_is_sent_twice_plans_one_meeting(self, table: Table, coordinator: Client):
        sent = [coordinator.post(at(table, "bijeenkomst/nieuw/"), WHEN).status_code for _time in range(2)]
        assert (sent, Meeting.objects.count()) == ([302, 302], 1)

    def test_a_wrong_hour_or_place_is_put_right_until_people_are_invited(self, table: Table, coordinator: Client):
        meeting, path = table.planned(), "wijzigen/"
        assert f'href="{of(meeting, path)}"' in coordinator.get(of(meeting)).content.decode()
        form = coordinator.get(of(meeting, path)).context["form"]
        assert [form["day"].value(), form["place"].value()] == [MEETING_ON.date(), "Buurthuis"]
        assert f'value="{localtime(MEETING_ON):%H:%M}"' in str(form["time"])
        assert coordinator.post(of(meeting, path), {**WHEN, "place": ""}).status_code == 422
        assert coordinator.post(of(meeting, path), {**WHEN, "place": "School"})["Location"] == of(meeting)
        assert "School" in text(coordinator, of(meeting))
        networks.invite(meeting, actor=table.coordinator, at=AT)
        assert of(meeting, path) not in coordinator.get(of(meeting)).content.decode()
        assert refused(coordinator.post(of(meeting, path), WHEN), "meeting_invited_already")

    def test_who_came_is_not_known_before_the_day(self, table: Table, coordinator: Client):
        meeting = table.invited()
        assert coordinator.post(of(meeting, "gehouden/"), {}).status_code == 409
        assert coordinator.post(of(meeting, "gehouden/"), {"residents": "-3"}).status_code == 422

    @pytest.mark.parametrize("told", ["-3", "999999999999999999999"])
    def test_a_number_that_cannot_be_says_what_can(self, table: Table, coordinator: Client, told: str):
        answer = coordinator.post(of(table.invited(), "gehouden/"), {"professionals": told})
        (mistake,) = answer.context["form"].errors["professionals"]
        assert (answer.status_code, "0 tot en met 5.000" in mistake) == (422, True)

    def test_somebody_of_another_network_was_not_there(
        self, table: Table, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        meeting, member = table.invited(), table.member()
        monkeypatch.setattr(clock, "now", lambda: MEETING_ON)
        assert coordinator.post(of(meeting, "gehouden/"), {"came": [str(member.pk + 99)]}).status_code == 422
        assert coordinator.post(of(meeting, "gehouden/"), {"came": [str(member.pk)]}).status_code == 302
        assert meeting.presences.get().member == member

    @pytest.mark.done("6.bad-input")
    def test_a_report_that_is_too_long_is_not_lost(self, table: Table, coordinator: Client):
        meeting, minutes = table.held(), "Wij praatten. " * 8_000
        answer = coordinator.post(of(meeting, "verslag/"), {"minutes": minutes, "text-3": "Lampen.", "by-3": "wij"})
        assert answer.status_code == 409
        assert answer.context["form"]["minutes"].value() == minutes
        assert answer.context["page"].open  # the third agreement is not hidden
        assert not Agreement.objects.exists()

    def test_an_empty_report_is_refused(self, table: Table, coordinator: Client):
        assert refused(coordinator.post(of(table.held(), "verslag/"), {}), "nothing_reported")

    def test_a_meeting_that_is_called_off_says_so_to_who_was_invited(self, table: Table, coordinator: Client):
        meeting = table.invited()
        assert coordinator.post(of(meeting, "afzeggen/")).status_code == 302
        assert _("This meeting does not go on.") in text(Client(), of(meeting))

    @pytest.mark.parametrize("step", STEPS)
    def test_a_step_that_is_over_leads_back(self, table: Table, coordinator: Client, step: str):
        meeting = table.brought_to(MeetingStatus.REPORTED)
        assert coordinator.get(of(meeting, step))["Location"] == of(meeting)

    @pytest.mark.parametrize("who", ["officer", "sits", "elsewhere"])
    @pytest.mark.parametrize("step", STEPS)
    def test_nobody_else_acts(self, table: Table, who: str, step: str):
        meeting = table.planned()
        client = browser(getattr(table, who))
        assert [client.get(of(meeting, step)).status_code, client.post(of(meeting, step)).status_code] == [404, 404]
        assert Meeting.objects.get().status == MeetingStatus.PLANNED


class TestReading:
    @pytest.mark.parametrize(
        ("who", "seen"),
        [(None, 404), ("officer", 404), ("elsewhere", 404), ("sits", 200), ("coordinator", 200), ("area_manager", 200)],
    )
    def test_a_plan_is_only_for_who_sits_at_the_table(self, table: Table, who: str | None, seen: int):
        client = browser(getattr(table, who) if who else None)
        meeting = table.planned()
        assert [client.get(of(meeting, step)).status_code for step in ("", "agenda.pdf")] == [seen, seen]

    def test_notes_are_for_who_keeps_the_table(self, table: Table, coordinator: Client):
        meeting = with_agenda(table, "De tuin")
        networks.invite(meeting, actor=table.coordinator, at=AT)
        assert "Notitie bij De tuin" in text(coordinator, of(meeting))
        assert "De tuin" in text(Client(), of(meeting))
        assert "Notitie" not in text(Client(), of(meeting))

    @pytest.mark.parametrize("who", [None, "coordinator"])
    def test_the_paper_lies_on_the_table_and_holds_no_note(self, table: Table, who: str | None):
        table.member(NAME, email=EMAIL)
        table.seat("huisarts")
        meeting = with_agenda(table, "De tuin", "Het pad")
        networks.invite(meeting, actor=table.coordinator, at=AT)
        answer = browser(getattr(table, who) if who else None).get(of(meeting, "agenda.pdf"))
        reader = PdfReader(BytesIO(answer.content))
        paper = " ".join(page.extract_text() for page in reader.pages)
        assert all(word in paper for word in ("De tuin", "Het pad", "Buurthuis", "huisarts", table.network.body.name))
        assert "Notitie" not in paper
        assert not [word for word in PLANTED if word in paper]
        assert "/StructTreeRoot" in reader.root_object  # tagged, so that it can be read aloud

    def test_how_many_came_is_read_from_ten_on(self, table: Table):
        few, many = (table.held(attended=networks.Attended(others_residents=count)) for count in (9, 10))
        short = networks.Reported(minutes="Kort.")
        for meeting in (few, many):
            networks.report(meeting, reported=short, actor=table.coordinator, at=MEETING_ON)
        assert [Client().get(of(meeting)).context["page"].came != "" for meeting in (few, many)] == [False, True]

    def test_how_many_came_is_read_also_without_minutes(self, table: Table):
        meeting = table.held(attended=networks.Attended(others_residents=12))
        assert "12" in text(Client(), of(meeting)).split("Agenda")[0]


class TestAgreements:
    def test_says_what_became_of_it(self, table: Table, coordinator: Client):
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.")])
        path = at(table, f"afspraak/{agreement.pk}/")
        assert coordinator.post(path, {"status": "done", "became": "Ze branden."}).status_code == 302
        agreement.refresh_from_db()
        assert agreement.status == AgreementStatus.DONE
        assert "Ze branden." in text(Client(), at(table))
        assert coordinator.get(path)["Location"] == at(table, "tafel/")
        assert refused(coordinator.post(path, {"status": "dropped"}), "agreement_settled")

    @pytest.mark.parametrize("who", [None, "officer", "sits", "elsewhere"])
    def test_nobody_else_says_so(self, table: Table, who: str | None):
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.")])
        client = browser(getattr(table, who) if who else None)
        path = at(table, f"afspraak/{agreement.pk}/")
        assert [client.get(path).status_code, client.post(path, {"status": "done"}).status_code] == [404, 404]


class TestMail:
    @pytest.mark.parametrize(("mails", "number"), [((), 0), ((EMAIL,), 1), ((EMAIL, EMAIL.upper(), "a@b.nl", ""), 2)])
    def test_says_beforehand_to_how_many_addresses_it_goes(
        self, table: Table, coordinator: Client, mails: tuple[str, ...], number: int
    ):
        for position, email in enumerate(mails):
            table.member(f"{NAME} {position}", email=email)
        one, more = "A mail goes to %(number)s e-mail address.", "A mail goes to %(number)s e-mail addresses."
        said = ngettext(one, more, number) % {"number": number}
        assert said in text(coordinator, of(table.planned(), "uitnodigen/"))

    def test_invites_with_the_day_the_place_and_the_way_to_the_agenda(self, table: Table):
        table.member(NAME, email=EMAIL)
        meeting = table.invited()
        made = letter(OutboxMessage.objects.get(kind=networks.INVITED))
        body = str(made.body)
        assert made.to == [EMAIL]
        assert all(word in body for word in (table.network.body.name, "23 oktober 2017", "Buurthuis", of(meeting)))
        assert "Proefstad" in made.subject
        assert ("\n" in made.subject, made.content_subtype, findings(body)) == (False, "plain", [])

    def test_who_left_gets_nothing(self, table: Table):
        member = table.member(NAME, email=EMAIL)
        table.invited()
        networks.end_membership(member, actor=table.coordinator, at=AT)
        with pytest.raises(NoAddress):
            letter(OutboxMessage.objects.get(kind=networks.INVITED))


class TestLinks:
    def test_every_move_leads_to_the_page_that_answers_it(self, table: Table):
        request = Request()
        request.address_prefix = "/proefstad"
        again = MEETING_ON.date() + timedelta(days=30)
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.", look_again_on=again)])
        meetings = [table.planned(starts_at=MEETING_ON + timedelta(weeks=1)), table.invited(), table.held()]
        moves = {move.subject_id: move.pk for move in OpenMove.objects.filter(subject_kind=PROCESS)}
        found = places(request, OpenMove.objects.all())
        steps = ("uitnodigen/", "gehouden/", "verslag/")
        assert [found[moves[one.pk]] for one in meetings] == [of(*pair) for pair in zip(meetings, steps, strict=True)]
        (look,) = (found[move.pk] for move in OpenMove.objects.filter(subject_kind=AGREEMENT))
        assert look == at(table, f"afspraak/{agreement.pk}/")

    def test_every_kind_has_a_page(self, table: Table):
        request = Request()
        request.address_prefix = "/proefstad"
        (agreement,) = table.agreed([networks.NewAgreement(text="Lampen.")])
        member = table.member()
        subjects = [
            Subject(NETWORK, table.network.pk),
            Subject(PROCESS, agreement.meeting_id),
            Subject(AGREEMENT, agreement.pk),
            Subject(MEMBER, member.pk),
        ]
        found = addresses(request, subjects)
        here = of(agreement.meeting)
        assert [found[one] for one in subjects] == [at(table), here, here, at(table, "deelnemers/")]
