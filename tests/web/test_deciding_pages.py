"""Frames and decisions on their pages: recorded once, by the right clerk, with nothing lost, public when made known."""

from dataclasses import dataclass

import pytest
from django.test import Client

from tests.budget.ledger_town import AT, LINES, YEAR, Town, ledger_is_right, open_town
from tests.factories import body_of, somebody
from tests.web.division_town import browser, refusals, words
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun, BudgetFrame, FrameLine
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.money import format_euros
from wijkaanzet.people.rules import Role
from wijkaanzet.web.decisions.owners import OWNERS

pytestmark = pytest.mark.django_db
FRAME = f"/tilburg/kader/{YEAR}/"
DAY = {"meeting_on_day": str(AT.day), "meeting_on_month": str(AT.month), "meeting_on_year": str(AT.year)}
ADOPTED = {**DAY, "outcome": "adopted", "kind": "legal_act", "reasons": "Zoals voorgesteld."}


@dataclass(frozen=True)
class Office:
    """A small municipality, with a browser of each who works there."""

    town: Town
    officer: Client
    council: Client
    college: Client
    visitor: Client

    def member(self) -> Client:
        """Somebody on the council."""
        actor = somebody(Role.COUNCIL_MEMBER, self.town.municipality, scope=body_of(self.town.municipality, "raad"))
        return browser(actor)

    def record(self, run: AllocationRun, **changes: str):
        """The clerk of the executive sends the form."""
        return self.college.post(f"/tilburg/verdeling/{run.public_id}/besluit/", ADOPTED | changes)


@pytest.fixture(name="office")
def small_office(monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(clock, "now", lambda: AT)
    town = open_town()
    return Office(town, browser(town.officer), browser(town.council_clerk), browser(town.college_clerk), Client())


class TestTheFrame:
    def test_is_filled_in_as_people_write_amounts(self, office: Office) -> None:
        answer = office.officer.post(FRAME, {"amount-jeugd": "6.000.000", "amount-volwassenen": "9.000.000,50"})
        assert answer["Location"] == FRAME
        assert dict(FrameLine.objects.values_list("earmark", "amount_cents")) == {
            "jeugd": 600_000_000,
            "volwassenen": 900_000_050,
        }
        assert OpenMove.objects.get(subject_kind="budget.frame").role == Role.COUNCIL_CLERK

    def test_can_be_mended_until_the_council_decided(self, office: Office) -> None:
        office.officer.post(FRAME, {"amount-jeugd": "6.000.000"})
        office.officer.post(FRAME, {"amount-jeugd": "7.000.000"})
        assert list(FrameLine.objects.values_list("amount_cents", flat=True)) == [700_000_000]
        budget.decide_frame(
            BudgetFrame.objects.get(), minutes=office.town.minutes(Step.FRAME), actor=office.town.council_clerk, at=AT
        )
        answer = office.officer.post(FRAME, {"amount-jeugd": "8.000.000"})
        assert answer.status_code == 409
        assert list(FrameLine.objects.values_list("amount_cents", flat=True)) == [700_000_000]

    @pytest.mark.parametrize(("amount", "status"), [("zes", 422), ("-5", 422), ("", 409)])
    def test_keeps_what_was_filled_in_when_an_amount_is_wrong(self, office: Office, amount: str, status: int) -> None:
        other = {"amount-volwassenen": "9.000.000"} if amount else {}
        answer = office.officer.post(FRAME, {"amount-jeugd": amount, **other})
        assert answer.status_code == status
        assert not BudgetFrame.objects.exists()
        if amount:
            assert f'value="{amount}"' in answer.content.decode()
            assert 'value="9.000.000"' in answer.content.decode()

    def test_has_no_room_for_a_forged_earmark(self, office: Office) -> None:
        office.officer.post(FRAME, {"amount-jeugd": "6.000.000", "amount-zorg": "1.000.000"})
        assert set(FrameLine.objects.values_list("earmark", flat=True)) == {"jeugd"}

    def test_that_came_back_says_why_and_is_prepared_again(self, office: Office) -> None:
        office.town.drafted_frame()
        recorded = office.council.post(
            f"{FRAME}besluit/", ADOPTED | {"outcome": "returned", "reasons": "Te weinig jeugd."}
        )
        for client in (office.officer, office.council):
            page = client.get(FRAME)
            assert "teruggegeven met redenen" in words(page)
            assert "Teruggegeven door de raad op 2 oktober 2017." in words(page)
            assert "Te weinig jeugd." in words(page)
            assert f'href="{recorded["Location"]}"' in page.content.decode()
            assert "De raad moet hierover nog beslissen" not in words(page)
        assert "Pas hieronder de bedragen aan" in words(office.officer.get(FRAME))
        assert "De gemeente maakt het opnieuw." in words(office.council.get(FRAME))
        assert office.visitor.get(FRAME).status_code == 404
        home = office.officer.get("/tilburg/aan-zet/")
        assert "Maak het kader opnieuw en leg het voor aan de raad" in words(home)
        assert f'href="{FRAME}"' in home.content.decode()
        assert "besluit/" not in office.council.get("/tilburg/raad/").content.decode()
        assert office.council.get(f"{FRAME}besluit/").status_code == 409
        office.officer.post(FRAME, {"amount-jeugd": "7.000.000"})
        assert "Teruggegeven door" not in words(office.officer.get(FRAME))
        assert f"{FRAME}besluit/" in office.council.get("/tilburg/raad/").content.decode()

    def test_is_public_once_it_is_decided(self, office: Office) -> None:
        office.town.drafted_frame()
        assert office.visitor.get(FRAME).status_code == 404
        answer = office.council.post(f"{FRAME}besluit/", {**ADOPTED, "kind": "agreement"})
        decision = Decision.objects.get()
        assert answer["Location"] == f"/tilburg/besluiten/{decision.public_id}/"
        assert decision.kind == Kind.AGREEMENT
        assert office.visitor.get(FRAME).status_code == 200
        assert office.council.get(f"{FRAME}besluit/").status_code == 409
        assert ledger_is_right()

    @pytest.mark.parametrize(
        ("kind", "badge", "read"),
        [
            ("agreement", "raadsbesluit", "De raad zet hiermee geld opzij. U kunt daar geen bezwaar tegen maken."),
            ("legal_act", "besluit", "een brief met bezwaar sturen naar de raad"),
        ],
    )
    def test_can_be_objected_to_when_its_clerk_says_so(self, office: Office, kind: str, badge: str, read: str) -> None:
        office.town.drafted_frame()
        asked = office.council.get(f"{FRAME}besluit/")
        assert asked.context["form"]["kind"].value() == "agreement"
        assert "Kan iemand hiertegen bezwaar maken?" in words(asked)
        page = office.council.post(f"{FRAME}besluit/", ADOPTED | {"kind": kind})["Location"]
        office.council.post(f"{page}bekendmaken/")
        shown = office.visitor.get(page)
        assert shown.context["page"].kind == badge
        assert read in words(shown)
        assert ("brief met bezwaar" in words(shown)) == (kind == "legal_act")

    @pytest.mark.parametrize("who", ["officer", "college", "visitor"])
    def test_is_recorded_by_the_clerk_of_the_council_only(self, office: Office, who: str) -> None:
        office.town.drafted_frame()
        client: Client = getattr(office, who)
        assert client.get(f"{FRAME}besluit/").status_code == 404
        assert client.post(f"{FRAME}besluit/", ADOPTED).status_code == 404
        assert not Decision.objects.exists()


class TestTheDivision:
    @pytest.mark.done("3.decisions")
    def test_of_two_clerks_the_second_hears_it_and_loses_nothing(self, office: Office) -> None:
        office.town.decided_frame()
        run = office.town.proposed_run()
        assert office.record(run).status_code == 302
        second = office.record(run, reasons="Mijn eigen woorden.")
        assert second.status_code == 409
        assert "misschien was iemand u voor" in words(second)
        assert "Mijn eigen woorden." in second.content.decode()
        assert Decision.objects.filter(subject_kind="budget.allocation_run").count() == 1
        assert refusals() == [("budget.allocation_run.decide", "wrong_state")]
        assert ledger_is_right()

    @pytest.mark.parametrize(
        ("changes", "status", "said"),
        [
            ({"reasons": " "}, 422, "Schrijf op waarom."),
            ({"outcome": "maybe"}, 422, "maybe"),
            ({"meeting_on_day": "31", "meeting_on_month": "2"}, 422, "Deze dag bestaat niet"),
            ({"meeting_on_year": "2031"}, 409, "nog niet geweest"),
            ({"meeting_on_year": "2016"}, 409, "2016"),
        ],
    )
    def test_is_not_recorded_half(self, office: Office, changes: dict[str, str], status: int, said: str) -> None:
        office.town.decided_frame()
        run = office.town.proposed_run()
        answer = office.record(run, **({"reasons": "Bewaar deze tekst."} | changes))
        assert answer.status_code == status
        assert said in words(answer)
        assert "reasons" in changes or "Bewaar deze tekst." in answer.content.decode()
        run.refresh_from_db()
        assert run.status == RunStatus.PROPOSED
        assert not Decision.objects.filter(subject_kind="budget.allocation_run").exists()

    def test_goes_to_the_body_of_the_arrangement_whatever_is_forged(self, office: Office) -> None:
        office.town.decided_frame()
        run = office.town.proposed_run()
        office.record(run, body="raad", step="frame", year="2030", status="published", decision="1")
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        assert (decision.body.key, decision.step, decision.status) == ("college", "city-area", "recorded")

    def test_that_is_returned_waits_for_who_proposed_it(self, office: Office) -> None:
        run = office.town.proposed_run()
        office.record(run, outcome="returned", reasons="Kijk nog eens naar jeugd.")
        run.refresh_from_db()
        assert run.status == RunStatus.RETURNED
        assert Decision.objects.get().outcome == Outcome.RETURNED
        assert OpenMove.objects.get(subject_kind="budget.allocation_run").role == Role.POLICY_OFFICER

    def test_without_a_frame_is_refused_and_nothing_moves(self, office: Office) -> None:
        run = office.town.proposed_run()
        assert office.record(run).status_code == 409
        assert refusals() == [("budget.allocation_run.decide", "not_enough_money")]
        assert not Decision.objects.exists()


class TestMakingItKnown:
    def test_of_what_was_returned_leads_nobody_to_a_page_that_is_not_there(self, office: Office) -> None:
        run = office.town.proposed_run()
        office.record(run, outcome="returned")
        decision = Decision.objects.get()
        page = f"/tilburg/besluiten/{decision.public_id}/"
        office.college.post(f"{page}bekendmaken/")
        hidden = f"/tilburg/verdeling/{run.public_id}/"
        assert hidden not in office.visitor.get(page).content.decode()
        assert hidden in office.officer.get(page).content.decode()

    def test_is_for_its_own_clerk_and_once(self, office: Office) -> None:
        office.town.decided_frame(LINES)
        office.record(office.town.proposed_run())
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        page = f"/tilburg/besluiten/{decision.public_id}/"
        assert office.visitor.get(page).status_code == 404
        assert "nog niet bekendgemaakt" in words(office.college.get(page))
        assert office.council.post(f"{page}bekendmaken/").status_code == 404
        assert office.college.post(f"{page}bekendmaken/").status_code == 302
        assert office.college.post(f"{page}bekendmaken/").status_code == 409
        assert "een brief met bezwaar sturen naar het college" in words(office.visitor.get(page))  # Awb 3:45

    def test_of_what_was_returned_offers_no_objection(self, office: Office) -> None:
        office.town.decided_frame()
        office.record(office.town.proposed_run(), outcome="returned")
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        page = f"/tilburg/besluiten/{decision.public_id}/"
        assert "bezwaar maken zodra" not in words(office.college.get(page))
        office.college.post(f"{page}bekendmaken/")
        read = words(office.visitor.get(page))
        assert "Er is nog niets besloten" in read
        assert "brief met bezwaar" not in read

    def test_of_what_was_returned_is_called_by_its_step_and_year(self, office: Office) -> None:
        office.town.decided_frame()
        office.record(office.town.proposed_run(), outcome="returned")
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        page = f"/tilburg/besluiten/{decision.public_id}/"
        office.college.post(f"{page}bekendmaken/")
        read = office.visitor.get(page)
        assert read.context["page"].title == "De verdeling van het geld van 2018"
        (row,) = office.visitor.get("/tilburg/besluiten/").context["page"].rows
        assert (row.title, row.kind) == ("De verdeling van het geld van 2018", "")
        assert "Teruggegeven met redenen door het college op 2 oktober 2017" in words(read)
        assert "wz-badge" not in read.content.decode()
        office.council.post(f"{page}gemeld/raad/")
        (told,) = office.member().get("/tilburg/raad/").context["page"].sent
        assert (told.title, told.money) == ("De verdeling van het geld van 2018", "")

    def test_adds_up_to_the_frame_with_what_stays_with_the_city(self, office: Office) -> None:
        office.town.decided_frame()
        run = office.town.proposed_run()
        office.record(run)
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        page = f"/tilburg/besluiten/{decision.public_id}/"
        office.college.post(f"{page}bekendmaken/")
        money = office.visitor.get(page).context["page"].money
        city = sum(run.city_lines.values_list("amount_cents", flat=True))
        assert city > 0
        assert money.totals == (sum(LINES.values()),)
        assert sum(row.cents[0] for row in money.rows if row.label.startswith("Blijft voor de hele stad: ")) == city
        office.council.post(f"{page}gemeld/raad/")
        told = words(office.member().get("/tilburg/raad/"))
        assert f"Met dit besluit is {format_euros(sum(LINES.values()) - city)} verdeeld." in told
        assert f"{format_euros(city)} blijft voor de hele stad." in told

    def test_of_an_agreement_offers_no_objection(self, office: Office) -> None:
        office.town.decided_frame()
        office.record(office.town.proposed_run(), kind="agreement")
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        page = f"/tilburg/besluiten/{decision.public_id}/"
        office.college.post(f"{page}bekendmaken/")
        assert "Dit is een afspraak" in words(office.visitor.get(page))
        assert "brief met bezwaar" not in words(office.visitor.get(page))

    def test_the_council_is_told_by_its_clerk_and_reads_it(self, office: Office) -> None:
        office.town.decided_frame()
        office.record(office.town.proposed_run())
        decision = Decision.objects.get(subject_kind="budget.allocation_run")
        page = f"/tilburg/besluiten/{decision.public_id}/"
        office.college.post(f"{page}bekendmaken/")
        member = office.member()
        assert page not in member.get("/tilburg/raad/").content.decode()
        assert office.college.post(f"{page}gemeld/raad/").status_code == 404
        assert office.council.post(f"{page}gemeld/raad/").status_code == 302
        assert office.council.post(f"{page}gemeld/raad/").status_code == 409
        read = member.get("/tilburg/raad/")
        assert page in read.content.decode()
        assert "verdeeld." in words(read)
        for client in (office.visitor, office.officer, office.college):
            assert client.get("/tilburg/raad/").status_code == 404

    def test_the_council_is_led_to_its_room_from_every_page(self, office: Office) -> None:
        way = 'href="/tilburg/raad/"'
        for client in (office.member(), office.council):
            assert way in client.get("/tilburg/aan-zet/").content.decode()
        for client in (office.visitor, office.officer, office.college):
            assert way not in client.get("/tilburg/aan-zet/").content.decode()


def test_everything_that_is_decided_has_an_owner(office: Office) -> None:
    office.town.decided_frame()
    office.record(office.town.proposed_run())
    assert set(Decision.objects.values_list("subject_kind", flat=True)) == set(OWNERS)


def test_a_clerk_of_next_door_finds_nothing(office: Office) -> None:
    run = office.town.proposed_run()
    other = open_town(code="GM0307", slug="amersfoort")
    next_door: Actor = other.college_clerk
    assert browser(next_door).get(f"/tilburg/verdeling/{run.public_id}/besluit/").status_code == 404
    assert browser(next_door).get(f"/amersfoort/verdeling/{run.public_id}/besluit/").status_code == 404
