"""A division is brought further over HTTP: kept, taken up, advised on, proposed; what is refused says why."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from tests.budget.ledger_town import AT, LINES, Town, open_town
from tests.factories import somebody
from tests.web.division_town import (
    advised,
    advised_town,
    adviser,
    browser,
    day_after,
    in_state,
    offered,
    place,
    refusals,
    request_to,
    words,
)
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import AdviceRequest, Decision
from wijkaanzet.decisions.rules import AdviceStatus, Outcome, Step
from wijkaanzet.kernel import clock, open_moves
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
ACTS = ("bewaren", "oppakken", "voorleggen", "zonder-advies")
NOT_NEXT = "Deze stap is nu niet aan de beurt"


def clock_at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    clock_at(monkeypatch, AT)


@pytest.fixture(name="town")
def small_town() -> Town:
    return advised_town()


def status_of(run: AllocationRun) -> str:
    return AllocationRun.objects.get(pk=run.pk).status


class TestActs:
    @pytest.mark.parametrize(
        ("before", "act", "after", "says"),
        [
            (RunStatus.DRAFT, "bewaren", RunStatus.KEPT, "Deze verdeling is bewaard als variant."),
            (RunStatus.KEPT, "oppakken", RunStatus.DRAFT, "U gaat verder met deze variant."),
            (
                RunStatus.ADVISED,
                "voorleggen",
                RunStatus.PROPOSED,
                "De verdeling is voorgelegd. Nu beslist het college, uiterlijk op 30 oktober 2017.",
            ),
        ],
    )
    def test_bring_it_further_and_say_so(
        self, town: Town, before: RunStatus, act: str, after: RunStatus, says: str
    ) -> None:
        run = in_state(town, before)
        answer = browser(town.officer).post(place(run, f"{act}/"), follow=True)
        assert answer.redirect_chain == [(place(run), 302)]
        assert says in words(answer)
        assert status_of(run) == after
        entry = AuditEntry.objects.filter(subject_id=run.pk, action__endswith=after).order_by("-id")[0]
        assert (entry.actor_id, entry.channel, entry.result) == (town.officer.user_id, "web", "done")
        assert not list(open_moves.differences())

    def test_go_on_without_advice_once_the_invitations_lapsed(
        self, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run = in_state(town, RunStatus.ADVICE_ASKED)
        client = browser(town.officer)
        early = client.post(place(run, "zonder-advies/"))
        assert early.status_code == 409
        assert "mag nog adviseren tot en met 13 november 2017" in words(early)
        clock_at(monkeypatch, day_after(request_to("jongerenraad")))
        answer = client.post(place(run, "zonder-advies/"), follow=True)
        assert "De verlopen uitnodigingen zijn gesloten." in words(answer)
        assert status_of(run) == RunStatus.ADVISED
        assert set(AdviceRequest.objects.values_list("status", flat=True)) == {AdviceStatus.LAPSED}

    @pytest.mark.parametrize(
        ("status", "act"),
        [
            (RunStatus.KEPT, "bewaren"),
            (RunStatus.PROPOSED, "bewaren"),
            (RunStatus.DRAFT, "oppakken"),
            (RunStatus.PROPOSED, "voorleggen"),
            (RunStatus.DECIDED, "voorleggen"),
            (RunStatus.DRAFT, "zonder-advies"),
        ],
    )
    def test_that_do_not_come_next_are_refused_on_the_same_page(self, town: Town, status: RunStatus, act: str) -> None:
        run = in_state(town, status)
        answer = browser(town.officer).post(place(run, f"{act}/"))
        assert answer.status_code == 409
        assert NOT_NEXT in words(answer)
        assert "€ 15.000.000,00" in words(answer)
        assert status_of(run) == status
        assert [reason for _action, reason in refusals()] == ["wrong_state"]

    @pytest.mark.parametrize("act", ACTS)
    def test_are_there_for_the_policy_officer_of_this_municipality_only(self, town: Town, act: str) -> None:
        other = open_town(code="GM0307", slug="amersfoort")
        run = in_state(town, RunStatus.RETURNED)
        controller = somebody(Role.CONTROLLER, town.municipality)
        for actor in (None, adviser(town), town.college_clerk, controller, other.officer):
            assert browser(actor).post(place(run, f"{act}/")).status_code == 404
        assert browser(town.officer).post(place(run, f"{act}/").replace("tilburg", "amersfoort")).status_code == 404
        assert browser(town.officer).get(place(run, f"{act}/")).status_code == 405
        assert status_of(run) == RunStatus.RETURNED

    def test_propose_refuses_what_does_not_fit_the_frame(self, town: Town) -> None:
        run = advised(town)
        town.decided_frame(LINES | {"jeugd": 100_000_000})
        answer = browser(town.officer).post(place(run, "voorleggen/"))
        assert answer.status_code == 409
        assert "Het kader geeft € 1.000.000,00." in words(answer)
        assert refusals() == [("budget.allocation_run.proposed", "above_frame")]
        assert status_of(run) == RunStatus.ADVISED

    def test_propose_refuses_while_advice_must_come_first(self, town: Town) -> None:
        run = town.drafted_run()
        answer = browser(town.officer).post(place(run, "voorleggen/"))
        assert answer.status_code == 409
        assert "Jongerenraad, Stedelijk strategisch overleg sociale basis" in words(answer)
        assert refusals() == [("budget.allocation_run.proposed", "advice_first")]

    def test_propose_refuses_a_second_one_of_the_year(self, town: Town) -> None:
        town.decided_frame()
        run = in_state(town, RunStatus.ADVISED)
        AllocationRun.objects.filter(pk=run.pk).update(status=RunStatus.RETURNED)
        in_state(town, RunStatus.PROPOSED)
        answer = browser(town.officer).post(place(run, "voorleggen/"))
        assert answer.status_code == 409
        assert [reason for _action, reason in refusals()] == ["other_on_its_way"]

    def test_a_returned_division_goes_round_again(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        client = browser(town.officer)
        again = client.post(place(run, "voorleggen/"), follow=True)
        assert "Nu beslist het college" in words(again)
        returned = town.decide(AllocationRun.objects.get(pk=run.pk), Outcome.RETURNED)
        assert "advies" in offered(client.get(place(returned)), returned)
        client.post(place(run, "advies/"), {"question": "En nu?"})
        assert status_of(run) == RunStatus.ADVICE_ASKED
        assert request_to("jongerenraad").question == "En nu?"
        assert not list(open_moves.differences())

    def test_a_returned_division_says_why_and_calculates_on_first(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        decision = Decision.objects.get(outcome=Outcome.RETURNED)
        page = browser(town.officer).get(place(run))
        told, shown = words(page), page.context["page"]
        assert "Teruggegeven door het college op 2 oktober 2017." in told
        assert "Reken hiermee verder. Of leg het beter uit en leg het opnieuw voor." in told
        assert decision.reasons in told
        events = [one.href for one in shown.timeline.events if one.title.startswith("Teruggegeven")]
        assert [shown.returned.href, *events] == [f"/tilburg/besluiten/{decision.public_id}/"] * 2
        assert (shown.variant.kind, shown.ask.kind, [one.is_first for one in shown.acts]) == (
            "primary",
            "secondary",
            [False, False],
        )
        assert "De gemeente maakt het opnieuw." in words(browser(town.college_clerk).get(place(run)))

    def test_the_reasons_of_the_last_time_are_read_and_each_time_is_linked(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        budget.propose(run, actor=town.officer, at=AT)
        minutes = replace(town.minutes(Step.CITY_AREA, Outcome.RETURNED), reasons="Nu te weinig voor jeugd.")
        budget.decide_allocation(run, minutes=minutes, actor=town.college_clerk, at=AT)
        page = browser(town.officer).get(place(run))
        assert page.context["page"].returned.reasons == "Nu te weinig voor jeugd."
        ids = Decision.objects.filter(outcome=Outcome.RETURNED).order_by("id").values_list("public_id", flat=True)
        events = [one.href for one in page.context["page"].timeline.events if one.title.startswith("Teruggegeven")]
        assert events == [f"/tilburg/besluiten/{one}/" for one in ids]

    def test_who_advises_reads_the_reasons_once_they_are_public(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        decision, reader = Decision.objects.get(outcome=Outcome.RETURNED), browser(adviser(town))
        assert decision.reasons not in words(reader.get(place(run)))
        decisions.publish(decision, actor=town.college_clerk, at=AT)
        assert decision.reasons in words(reader.get(place(run)))

    def test_a_returned_division_that_goes_on_says_no_more_of_it(self, town: Town) -> None:
        run = budget.propose(in_state(town, RunStatus.RETURNED), actor=town.officer, at=AT)
        assert browser(town.officer).get(place(run)).context["page"].returned is None


class TestAsking:
    def test_says_who_is_asked_and_until_when(self, town: Town) -> None:
        run = town.drafted_run()
        answer = browser(town.officer).get(place(run, "advies/"))
        assert answer.status_code == 200
        assert (
            "U vraagt Jongerenraad en Stedelijk strategisch overleg sociale basis. "
            "De uitnodiging loopt tot en met 13 november 2017."
        ) in words(answer)
        assert not AdviceRequest.objects.exists()

    def test_asks_every_body_the_same_question(self, town: Town) -> None:
        run = town.drafted_run()
        answer = browser(town.officer).post(
            place(run, "advies/"), {"question": "Is dit eerlijk?\r\nEn waarom?"}, follow=True
        )
        assert answer.redirect_chain == [(place(run), 302)]
        assert "U hebt advies gevraagd aan Jongerenraad en Stedelijk" in words(answer)
        assert set(AdviceRequest.objects.values_list("question", flat=True)) == {"Is dit eerlijk?\nEn waarom?"}
        assert AdviceRequest.objects.count() == 2

    @pytest.mark.parametrize(
        ("question", "says"), [(" ", "Schrijf op waarover u advies wilt."), ("x" * 4001, "hooguit 4.000 tekens")]
    )
    def test_says_what_is_not_filled_in_right(self, town: Town, question: str, says: str) -> None:
        run = town.drafted_run()
        answer = browser(town.officer).post(place(run, "advies/"), {"question": question})
        assert answer.status_code == 422
        assert says in words(answer)
        assert question.strip() in answer.content.decode()
        assert status_of(run) == RunStatus.DRAFT

    def test_counts_a_new_line_once(self, town: Town) -> None:
        run = town.drafted_run()
        answer = browser(town.officer).post(place(run, "advies/"), {"question": "x\r\n" * 1999 + "xx"})
        assert answer.status_code == 302

    @pytest.mark.parametrize("status", [RunStatus.KEPT, RunStatus.PROPOSED, RunStatus.DECIDED])
    def test_says_that_it_cannot_be_asked_now_and_keeps_the_text(self, town: Town, status: RunStatus) -> None:
        run = in_state(town, status)
        before = AdviceRequest.objects.count()
        client = browser(town.officer)
        shut = client.get(place(run, "advies/"))
        assert shut.status_code == 409
        assert NOT_NEXT in words(shut)
        assert "<textarea" not in shut.content.decode()
        late = client.post(place(run, "advies/"), {"question": "Nog één vraag?"})
        assert late.status_code == 409
        assert re.search(r"<textarea[^>]*>\s*Nog één vraag\?</textarea>", late.content.decode())
        assert AdviceRequest.objects.count() == before

    def test_says_that_nobody_advises_here(self) -> None:
        town = open_town()
        run = town.drafted_run()
        client = browser(town.officer)
        assert client.get(place(run, "advies/")).status_code == 409
        answer = client.post(place(run, "advies/"), {"question": "Eerlijk?"})
        assert answer.status_code == 409
        assert refusals() == [("budget.allocation_run.advice_asked", "nobody_advises")]

    def test_is_not_there_for_anybody_else(self, town: Town) -> None:
        run = in_state(town, RunStatus.RETURNED)
        for actor in (None, adviser(town), town.college_clerk, somebody(Role.CONTROLLER, town.municipality)):
            client = browser(actor)
            sent = client.post(place(run, "advies/"), {"question": "Eerlijk?"})
            assert client.get(place(run, "advies/")).status_code == sent.status_code == 404
