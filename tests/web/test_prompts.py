"""The questions that invite people to tell, over HTTP: who puts one where, what goes on a poster, and ending one."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.stories.town import Town, build_town, later
from tests.web.told_town import HERE, LIST, PROMPTS, client_of, words
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.stories.models import Prompt
from wijkaanzet.web.told.prompt_forms import EVERYWHERE

pytestmark = pytest.mark.django_db
QUESTION = "Waar komt u mensen tegen?"
Moment = Callable[[datetime], None]


@pytest.fixture
def town() -> Town:
    return build_town()


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> Moment:
    def move(to: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: to)

    move(AT)
    return move


def put(client: Client, where: object, *, question: str = QUESTION, last_on: date | None = None) -> Any:
    """Ask a question as the form does."""
    parts = (last_on.day, last_on.month, last_on.year) if last_on else ("", "", "")
    last = {f"last_on_{name}": str(part) for name, part in zip(("day", "month", "year"), parts, strict=True)}
    return client.post(PROMPTS, {"question": question, "where": str(where), **last})


def end(client: Client, prompt: Prompt) -> Any:
    return client.post(f"{PROMPTS}{prompt.public_id}/beeindigen/")


@pytest.mark.parametrize("who", ["coordinator", "area_manager", "officer"])
def test_who_may_ask_in_an_area_puts_and_ends_a_question(town: Town, who: str, now: Moment) -> None:
    reader = client_of(getattr(town, who))
    assert put(reader, town.area.pk).status_code == 302
    prompt = Prompt.objects.get()
    assert (prompt.area, prompt.starts_on, prompt.ends_before) == (town.area, AT.date(), None)
    page = reader.get(PROMPTS)
    (row,) = page.context["page"].running
    assert row.link == f"http://testserver{HERE}/vertel/?vraag={prompt.public_id}"
    assert row.link in words(page)
    assert end(reader, prompt).status_code == 302
    prompt.refresh_from_db()
    assert prompt.ends_before == later(1).date()
    (row,) = reader.get(PROMPTS).context["page"].running
    assert row.end_href == ""
    now(later(1))
    page = reader.get(PROMPTS).context["page"]
    assert (page.running, [one.question for one in page.ended]) == ((), [QUESTION])
    assert AuditEntry.objects.filter(action__startswith="stories.prompt.").count() == 2


@pytest.mark.parametrize("who", ["coordinator", "area_manager", "elsewhere"])
def test_another_area_and_the_whole_municipality_cannot_be_chosen(town: Town, who: str) -> None:
    reader = client_of(getattr(town, who))
    other = town.area if who == "elsewhere" else town.other_area
    assert {put(reader, where).status_code for where in (other.pk, EVERYWHERE, "", "x")} == {422}
    assert not Prompt.objects.exists()


def test_a_policy_officer_asks_in_the_whole_municipality(town: Town) -> None:
    officer = client_of(town.officer)
    assert put(officer, EVERYWHERE, last_on=date(2017, 12, 31)).status_code == 302
    prompt = Prompt.objects.get()
    assert (prompt.area, prompt.ends_before) == (None, date(2018, 1, 1))
    assert "tot en met 31 december 2017" in words(officer.get(PROMPTS))
    assert end(client_of(town.coordinator), prompt).status_code == 404


def test_a_question_of_another_area_is_not_theirs(town: Town) -> None:
    put(client_of(town.coordinator), town.area.pk)
    elsewhere = client_of(town.elsewhere)
    assert QUESTION not in words(elsewhere.get(PROMPTS))
    assert end(elsewhere, Prompt.objects.get()).status_code == 404
    assert Prompt.objects.get().ends_before is None


@pytest.mark.parametrize("who", ["member", "professional", None])
def test_others_do_not_learn_that_there_is_such_a_page(town: Town, who: str | None) -> None:
    put(client_of(town.coordinator), town.area.pk)
    reader = client_of(getattr(town, who)) if who else Client()
    assert (reader.get(PROMPTS).status_code, put(reader, town.area.pk).status_code) == (404, 404)
    assert end(reader, Prompt.objects.get()).status_code == 404
    assert Prompt.objects.count() == 1


@pytest.mark.parametrize(
    ("question", "last_on", "status"),
    [
        ("", None, 422),
        ("   ", None, 422),
        ("v" * 201, None, 422),
        ("Waar\u2028dan?", None, 409),
        (QUESTION, AT.date() - timedelta(days=1), 409),
        (QUESTION, date.min, 409),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_nothing_is_lost(
    town: Town, question: str, last_on: date | None, status: int
) -> None:
    answer = put(client_of(town.coordinator), town.area.pk, question=question, last_on=last_on)
    assert answer.status_code == status
    assert [len(errors) for errors in answer.context["form"].errors.values()] == [1]
    assert answer.context["form"]["question"].value() == question
    assert not Prompt.objects.exists()


@pytest.mark.parametrize("last_on", [AT.date(), date.max])
def test_it_may_be_asked_for_one_day_and_for_as_long_as_there_are_days(town: Town, last_on: date) -> None:
    assert put(client_of(town.coordinator), town.area.pk, last_on=last_on).status_code == 302
    assert client_of(town.coordinator).get(PROMPTS).status_code == 200


def test_ending_it_twice_is_refused_with_a_sentence(town: Town) -> None:
    reader = client_of(town.coordinator)
    put(reader, town.area.pk)
    assert end(reader, Prompt.objects.get()).status_code == 302
    answer = end(reader, Prompt.objects.get())
    assert answer.status_code == 409
    assert len(answer.context["form"].non_field_errors()) == 1


@pytest.mark.parametrize(("who", "sees"), [("coordinator", True), ("officer", True), ("member", False), (None, False)])
def test_the_list_of_voices_leads_there_for_who_may_ask(town: Town, who: str | None, sees: bool) -> None:
    reader = client_of(getattr(town, who)) if who else Client()
    assert (f'href="{PROMPTS}"' in reader.get(LIST).content.decode()) == sees


def test_a_visit_ends_nothing(town: Town) -> None:
    reader = client_of(town.coordinator)
    put(reader, town.area.pk)
    assert reader.get(f"{PROMPTS}{Prompt.objects.get().public_id}/beeindigen/").status_code == 405


def test_many_questions_come_fifty_to_a_page_at_the_same_cost(town: Town) -> None:
    officer = client_of(town.officer)
    put(officer, town.area.pk)

    def grow() -> None:
        Prompt.objects.bulk_create(
            Prompt(municipality=town.municipality, area=town.area, question=f"Vraag {n}", starts_on=AT.date())
            for n in range(100)
        )

    assert_same_queries(officer, PROMPTS, grow, at_most=12)
    page = officer.get(f"{PROMPTS}?pagina=3").context["page"]
    assert (len(page.running), page.pagination.pages) == (1, 3)
