"""Who answers an open question of a plan: which question it was stays with the answer, up to who answers back."""

from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.web import telling
from tests.web.importing import words
from tests.web.plans_world import decided, submitted
from tests.web.world import World
from tests.web.writing_world import a_reader
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.intake.rules.telling import Prepared
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan, Priority, Suggestion
from wijkaanzet.plans.rules.plans import PLAN, PlanStatus
from wijkaanzet.plans.rules.priorities import PRIORITY, InformalAnswer, NewPriority

pytestmark = pytest.mark.django_db
QUESTION = "Wie wandelt er mee?"
DRAFT = "Een nieuwe naam voor de vraag"
TOLD = "Wij lopen elke dinsdag met zes mensen."


@pytest.fixture(name="plan")
def plan_that_is_written(world: World) -> Plan:
    plans_here = Plan.objects.filter(network__body__key="wijknetwerk", status=PlanStatus.WRITING)
    return plans_here.select_related("network__body__municipality", "network__body__area").order_by("starts_on")[0]


@pytest.fixture(name="asked")
def open_question(plan: Plan) -> Priority:
    one = plans.add_priority(plan, new=NewPriority(title=QUESTION), actor=NOBODY, at=AT)
    return plans.answer_informally(one, informal=InformalAnswer.NOTHING_YET, says="", actor=NOBODY, at=AT)


@pytest.fixture(name="coordinator")
def browser_of_the_coordinator(world: World) -> Client:
    client = Client()
    client.force_login(world.here[Role.COORDINATOR])
    return client


def form(priority: Priority, *, named: str = "") -> str:
    return f"{telling.TELL}?over=plan-{priority.plan.public_id}&prioriteit={named or priority.public_id}"


def read(client: Client, href: str) -> str:
    answer = client.get(href)
    assert answer.status_code == 200
    return unescape(words(answer))


def told(priority: Priority) -> Entry:
    """What came in as an answer to the question."""
    return telling.entry_of(telling.code_in(Client().post(form(priority), telling.form(text=TOLD))))


def let_in(entry: Entry) -> Suggestion:
    """The same once two people have read it."""
    prepared = Prepared(kind=EntryKind.SUGGESTION, title="Wij wandelen", text=TOLD)
    entry = intake.prepare(entry, prepared=prepared, actor=a_reader("test-eerste-lezer"), at=AT)
    judged = intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)
    plans.let_in(entry, judged=judged, actor=a_reader("test-tweede-lezer"), at=AT)
    return Suggestion.objects.get(entry=entry)


def adopted(plan: Plan) -> Plan:
    """The plan is adopted, as everybody may know, and a change of it is being written."""
    return plans.amend(decided(submitted(plan)).plan, why="Er is meer te doen.", actor=NOBODY, at=AT)


@pytest.mark.done("6.suggestions-without-an-account")
def test_the_question_leads_to_a_form_that_names_it(plan: Plan, asked: Priority) -> None:
    page = Client().get(f"/tilburg/plannen/{plan.public_id}/").context["page"]
    (question,) = [one for one in page.questions if one.text == QUESTION]
    assert question.href == form(asked)
    assert f"U antwoordt op: {QUESTION}" in read(Client(), question.href)
    assert plan.network.body.name in read(Client(), question.href)


def test_the_answer_keeps_the_question_that_it_answers(asked: Priority) -> None:
    entry = told(asked)
    assert (entry.about_kind, entry.about_id) == (PRIORITY, asked.pk)


@pytest.mark.parametrize("named", ["", "nietbekend", "%00", "-", "a b"])
def test_an_address_that_names_no_question_is_a_form_for_the_plan(plan: Plan, asked: Priority, named: str) -> None:
    href = form(asked, named=quote(named) or "x" * 12)
    assert "U antwoordt op" not in read(Client(), href)
    entry = telling.entry_of(telling.code_in(Client().post(href, telling.form())))
    assert (entry.about_kind, entry.about_id) == (PLAN, plan.pk)


def test_no_priority_of_a_draft_is_named_that_is_no_open_question(plan: Plan) -> None:
    secret = plans.add_priority(plan, new=NewPriority(title="Nog niet bekend"), actor=NOBODY, at=AT)
    assert "Nog niet bekend" not in read(Client(), form(secret))
    plans.answer_informally(secret, informal=InformalAnswer.DO, says="Wij doen dit.", actor=NOBODY, at=AT)
    assert "Nog niet bekend" not in read(Client(), form(secret))


def test_no_priority_of_another_plan_is_named(plan: Plan, asked: Priority) -> None:
    other = Plan.objects.exclude(pk=plan.pk).filter(status=PlanStatus.AGREED)[0]
    assert QUESTION not in read(Client(), f"{telling.TELL}?over=plan-{other.public_id}&prioriteit={asked.public_id}")


class TestOfAnAdoptedPlan:
    @pytest.fixture(autouse=True)
    def _changed(self, plan: Plan, asked: Priority) -> None:
        changed = adopted(plan)
        asked.plan = changed
        plans.change_priority(asked, new=NewPriority(title=DRAFT), actor=NOBODY, at=AT)
        plans.answer_informally(asked, informal=InformalAnswer.DO, says="Wij lopen al.", actor=NOBODY, at=AT)

    def test_the_form_names_the_question_as_it_was_adopted(self, asked: Priority) -> None:
        page = read(Client(), form(asked))
        assert f"U antwoordt op: {QUESTION}" in page
        assert DRAFT not in page

    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AREA_MANAGER, Role.POLICY_OFFICER])
    def test_its_readers_read_the_question_too(self, world: World, asked: Priority, role: Role) -> None:
        entry, client = told(asked), Client()
        client.force_login(world.here[role])
        page = read(client, f"/tilburg/binnengekomen/{entry.public_id}/")
        assert QUESTION in page
        assert DRAFT not in page
        assert asked.plan.network.body.name in page


def test_its_first_reader_knows_that_the_network_answers(coordinator: Client, asked: Priority) -> None:
    page = read(coordinator, f"/tilburg/binnengekomen/{told(asked).public_id}/")
    assert "Het netwerk geeft daar antwoord" in page


@pytest.mark.done("6.suggestions-are-each-answered")
def test_who_answers_for_the_network_finds_it_with_its_priority(coordinator: Client, asked: Priority) -> None:
    one = let_in(told(asked))
    assert (one.plan_id, one.priority_id) == (asked.plan_id, asked.pk)
    here = f"/tilburg/plannen/{asked.plan.public_id}/voorstellen/"
    assert f"antwoord op de vraag: {QUESTION}" in read(coordinator, here)
    assert f"antwoord op de vraag: {QUESTION}" in read(coordinator, f"{here}{one.pk}/")
    chosen = f'<option value="{asked.pk}" selected>'
    assert chosen in coordinator.get(f"{here}{one.pk}/").content.decode()
    assert QUESTION not in read(Client(), here)


def test_a_question_that_was_let_go_is_not_chosen_and_the_answer_still_is_answered(
    coordinator: Client, asked: Priority
) -> None:
    one = let_in(told(asked))
    plans.drop_priority(asked, why="Het is er al.", actor=NOBODY, at=AT)
    here = f"/tilburg/plannen/{asked.plan.public_id}/voorstellen/{one.pk}/"
    assert f'value="{asked.pk}"' not in coordinator.get(here).content.decode()
    given = {"taken_over": "not", "answer": "Dank u wel.", "priority": ""}
    assert coordinator.post(here, given).status_code == 302


def test_what_is_told_for_the_plan_of_a_question_waits_for_nobody_once_that_is_over(asked: Priority) -> None:
    entry = told(asked)
    Plan.objects.filter(pk=asked.plan_id).update(status=PlanStatus.ENDED)
    prepared = Prepared(kind=EntryKind.SUGGESTION, title="Wij wandelen", text=TOLD)
    entry = intake.prepare(entry, prepared=prepared, actor=a_reader("test-eerste-lezer"), at=AT)
    judged = intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)
    plans.let_in(entry, judged=judged, actor=a_reader("test-tweede-lezer"), at=AT)
    assert not Suggestion.objects.filter(entry=entry).exists()
