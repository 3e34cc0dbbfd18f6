"""Advice over HTTP: given in points by who is asked, answered point by point by who asked, read by who may."""

import re

import pytest

from tests.budget.ledger_town import AT, Town, open_town
from tests.factories import NOBODY, somebody
from tests.web.division_town import (
    POINTS,
    Answer,
    advised,
    advised_town,
    adviser,
    asked,
    browser,
    day_after,
    given,
    in_state,
    place,
    refusals,
    request_to,
    words,
)
from wijkaanzet.budget import operations as budget
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.access import advice_requests
from wijkaanzet.decisions.models import AdvicePoint, AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.kernel import clock, open_moves, subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db
NOT_NEXT = "Deze stap is nu niet aan de beurt"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture(name="town")
def small_town() -> Town:
    return advised_town()


def page_of(request: AdviceRequest) -> str:
    return f"/tilburg/advies/{request.public_id}/"


def points(*texts: str) -> dict[str, str]:
    return {"act": "give"} | {f"point-{number}": text for number, text in enumerate(texts, start=1)}


def answers(*given_to: tuple[str, str]) -> dict[str, str]:
    sent = {"act": "answer"}
    for number, (follow, text) in enumerate(given_to, start=1):
        sent |= {f"follow-{number}": follow, f"answer-{number}": text}
    return sent


def boxes(answer: Answer) -> list[str]:
    """What stands in the places for a text."""
    return [
        text.strip("\r\n") for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", answer.content.decode(), re.S)
    ]


class TestGiving:
    def test_shows_the_question_the_division_and_room_for_three_points(self, town: Town) -> None:
        run = asked(town)
        answer = browser(adviser(town)).get(page_of(request_to("jongerenraad")))
        assert answer.status_code == 200
        assert "Is dit eerlijk?" in words(answer)
        assert f'href="{place(run)}"' in answer.content.decode()
        assert "De uitnodiging loopt tot en met 13 november 2017." in words(answer)
        assert "te laat" not in words(answer)
        assert boxes(answer) == ["", "", ""]

    def test_writes_the_points_that_are_filled_in(self, town: Town) -> None:
        asked(town)
        request = request_to("jongerenraad")
        answer = browser(adviser(town)).post(page_of(request), points("Eén.", " ", "Twee."), follow=True)
        assert answer.redirect_chain == [(page_of(request), 302)]
        assert "Dank u wel. Uw advies is gegeven." in words(answer)
        assert list(request.points.order_by("position").values_list("position", "text")) == [(1, "Eén."), (2, "Twee.")]
        assert not list(open_moves.differences())

    def test_makes_room_for_one_more_point_and_writes_nothing(self, town: Town) -> None:
        asked(town)
        request = request_to("jongerenraad")
        client = browser(adviser(town))
        answer = client.post(page_of(request), points("Eén.", "", "Drie.") | {"more": "1"})
        assert answer.status_code == 200
        assert boxes(answer) == ["Eén.", "", "Drie.", ""]
        assert 'formaction="#id_point-5"' in answer.content.decode()
        assert not AdvicePoint.objects.exists()

    def test_offers_no_more_room_than_an_advice_may_have(self, town: Town) -> None:
        asked(town)
        answer = browser(adviser(town)).post(page_of(request_to("jongerenraad")), points(*["x"] * 20) | {"more": "1"})
        assert boxes(answer) == ["x"] * 20
        assert 'name="more"' not in answer.content.decode()

    def test_refuses_more_than_twenty_points_and_loses_none(self, town: Town) -> None:
        asked(town)
        request = request_to("jongerenraad")
        texts = [f"Punt {number}." for number in range(1, 23)]
        answer = browser(adviser(town)).post(page_of(request), points(*texts))
        assert answer.status_code == 409
        assert "hoogstens 20 punten" in words(answer)
        assert boxes(answer) == texts
        assert refusals() == [("decisions.advice.given", "too_many_points")]

    def test_takes_no_point_beyond_a_gap(self, town: Town) -> None:
        asked(town)
        request = request_to("jongerenraad")
        forged = points("Eén.") | {"point-9": "Forged.", "point--1": "Forged.", "point-1000000": "Forged."}
        assert browser(adviser(town)).post(page_of(request), forged).status_code == 302
        assert list(request.points.values_list("text", flat=True)) == ["Eén."]

    def test_asks_for_at_least_one_point(self, town: Town) -> None:
        asked(town)
        answer = browser(adviser(town)).post(page_of(request_to("jongerenraad")), points("", " ", ""))
        assert answer.status_code == 409
        assert refusals() == [("decisions.advice.given", "no_points")]

    def test_says_which_point_is_too_long_and_keeps_the_others(self, town: Town) -> None:
        asked(town)
        answer = browser(adviser(town)).post(page_of(request_to("jongerenraad")), points("Kort.", "x" * 4001))
        assert answer.status_code == 422
        assert 'href="#id_point-2"' in answer.content.decode()
        assert boxes(answer)[:2] == ["Kort.", "x" * 4001]

    def test_keeps_the_text_when_it_was_given_already(self, town: Town) -> None:
        asked(town)
        actor = adviser(town)
        request = given(town)
        answer = browser(actor).post(page_of(request), points("Te laat bedacht."))
        assert answer.status_code == 409
        assert NOT_NEXT in words(answer)
        assert "Te laat bedacht." in boxes(answer)
        assert list(request.points.order_by("position").values_list("text", flat=True)) == POINTS

    def test_is_over_once_the_municipality_went_on(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        run = asked(town)
        request, actor = request_to("jongerenraad"), adviser(town)
        later = day_after(request)
        monkeypatch.setattr(clock, "now", lambda: later)
        budget.go_on_without(run, actor=town.officer, at=later)
        client = browser(actor)
        shown = client.get(page_of(request))
        assert "Er kwam geen advies. Dat mag" in words(shown)
        assert boxes(shown) == []
        assert client.post(page_of(request), points("Toch nog.")).status_code == 409


class TestAnswering:
    def test_shows_every_point_with_a_choice_and_a_reason(self, town: Town) -> None:
        asked(town)
        answer = browser(town.officer).get(page_of(given(town)))
        assert answer.status_code == 200
        assert all(point in words(answer) for point in POINTS)
        assert boxes(answer) == ["", ""]
        assert answer.content.decode().count('type="radio"') == 6

    def test_writes_an_answer_to_every_point_and_leads_back_to_the_division(self, town: Town) -> None:
        run = asked(town)
        request = given(town)
        answer = browser(town.officer).post(
            page_of(request), answers(("fully", "Doen we."), ("not", "Geen geld.")), follow=True
        )
        assert answer.redirect_chain == [(place(run), 302)]
        assert "Elk punt van Jongerenraad heeft een antwoord." in words(answer)
        told = list(request.points.order_by("position").values_list("follow", "answer"))
        assert told == [("fully", "Doen we."), ("not", "Geen geld.")]

    def test_of_the_last_advice_lets_the_division_be_proposed(self, town: Town) -> None:
        run = asked(town)
        client = browser(town.officer)
        for key in ("jongerenraad", "stedelijk-overleg"):
            client.post(page_of(given(town, key)), answers(("fully", "Ja."), ("partly", "Deels.")))
        assert AllocationRun.objects.get(pk=run.pk).status == RunStatus.ADVISED
        assert not list(open_moves.differences())

    @pytest.mark.parametrize(
        "sent",
        [
            answers(("fully", "Doen we.")),
            answers(("fully", "Doen we."), ("not", " ")),
            answers(("fully", "Doen we."), ("maybe", "Misschien.")),
            {"act": "answer", "follow-3": "fully", "answer-3": "Forged.", "answer-1": "Doen we."},
        ],
    )
    def test_says_what_is_missing_and_keeps_the_rest(self, town: Town, sent: dict[str, str]) -> None:
        asked(town)
        request = given(town)
        answer = browser(town.officer).post(page_of(request), sent)
        assert answer.status_code == 422
        assert boxes(answer)[0] == "Doen we."
        assert set(request.points.values_list("answer", flat=True)) == {""}
        assert "Forged." not in answer.content.decode()

    def test_takes_no_answer_to_a_point_that_is_not_there(self, town: Town) -> None:
        asked(town)
        request = given(town)
        forged = answers(("fully", "Ja."), ("fully", "Ja."), ("fully", "Forged."))
        assert browser(town.officer).post(page_of(request), forged).status_code == 302
        assert list(request.points.values_list("answer", flat=True)) == ["Ja.", "Ja."]

    def test_keeps_the_text_when_it_was_answered_already(self, town: Town) -> None:
        advised(town)
        request = request_to("jongerenraad")
        answer = browser(town.officer).post(page_of(request), answers(("fully", "Anders."), ("fully", "Ook anders.")))
        assert answer.status_code == 409
        assert NOT_NEXT in words(answer)
        assert boxes(answer) == ["Anders.", "Ook anders."]
        assert set(request.points.values_list("answer", flat=True)) == {"Dat past voor een deel."}

    def test_waits_until_the_advice_is_given(self, town: Town) -> None:
        asked(town)
        request = request_to("jongerenraad")
        client = browser(town.officer)
        assert boxes(client.get(page_of(request))) == []
        assert client.post(page_of(request), {"act": "answer"}).status_code == 409


class TestWhoSees:
    @pytest.mark.parametrize("status", AdviceStatus)
    def test_it_before_the_decision_is_public(self, town: Town, status: AdviceStatus) -> None:
        other = open_town(code="GM0307", slug="amersfoort")
        asked(town)
        AdviceRequest.objects.update(status=status, given_on=AT.date())
        request = request_to("jongerenraad")

        def sees(actor: Actor) -> bool:
            return request in advice_requests(actor, town.municipality, on=AT.date())

        assert all(map(sees, (town.officer, adviser(town), town.college_clerk)))
        controller = somebody(Role.CONTROLLER, town.municipality)
        assert sees(controller)
        strangers = (NOBODY, adviser(town, "stedelijk-overleg"), town.council_clerk, other.officer)
        assert not any(map(sees, strangers))
        assert browser(adviser(town, "stedelijk-overleg")).get(page_of(request)).status_code == 404
        assert browser(other.officer).get(page_of(request)).status_code == 404
        assert browser(town.officer).get(page_of(request).replace("tilburg", "amersfoort")).status_code == 404

    def test_it_once_the_decision_is_published(self, town: Town) -> None:
        run = in_state(town, RunStatus.DECIDED)
        request = request_to("jongerenraad")
        assert browser(None).get(page_of(request)).status_code == 404
        assert run.decision is not None
        decisions.publish(run.decision, actor=town.college_clerk, at=AT)
        answer = browser(None).get(page_of(request))
        assert answer.status_code == 200
        assert all(point in words(answer) for point in POINTS)
        assert "Dat past voor een deel." in words(answer)
        assert f'href="{page_of(request)}"' in browser(None).get(place(run)).content.decode()

    def test_only_who_advises_and_who_asked_may_send_something(self, town: Town) -> None:
        asked(town)
        request = request_to("jongerenraad")
        for actor in (
            None,
            town.college_clerk,
            somebody(Role.CONTROLLER, town.municipality),
            adviser(town, "stedelijk-overleg"),
        ):
            for sent in (points("Eén."), answers(("fully", "Ja."))):
                assert browser(actor).post(page_of(request), sent).status_code == 404
        assert not AdvicePoint.objects.exists()

    def test_a_name_in_a_list_of_moves_follows_the_same_rule(self, town: Town) -> None:
        asked(town)
        subject = Subject("decisions.advice", request_to("jongerenraad").pk)
        told = {subject: "De verdeling van het geld van 2018 (Jongerenraad, 2 oktober 2017)"}
        assert subjects.labels([subject], town.officer) == subjects.labels([subject], adviser(town)) == told
        assert subjects.labels([subject], NOBODY) == {}
        assert subjects.labels([subject], adviser(town, "stedelijk-overleg")) == {}
