"""What residents suggest for a plan comes by the one public form, passes two readers, and is answered in public."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.core import mail
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.web import telling
from tests.web.world import World
from tests.web.writing_world import SUGGESTED, a_reader, suggest
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock, outbox
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan, Suggestion
from wijkaanzet.plans.rules.plans import PLAN, PlanStatus
from wijkaanzet.plans.rules.priorities import NewPriority
from wijkaanzet.plans.rules.sections import SUGGESTION, SuggestionStatus, TakenOver
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.outbox import send

pytestmark = pytest.mark.django_db
ANSWER = "Dank u wel. Het bankje komt er in mei."


@pytest.fixture(name="plan")
def plan_that_is_written(world: World) -> Plan:
    plans_here = Plan.objects.filter(network__body__key="wijknetwerk", status=PlanStatus.WRITING)
    return plans_here.select_related("network__body__municipality", "network__body__area").order_by("starts_on")[0]


@pytest.fixture(name="coordinator")
def browser_of_the_coordinator(world: World) -> Client:
    client = Client()
    client.force_login(world.here[Role.COORDINATOR])
    return client


def at(plan: Plan, page: str = "") -> str:
    return f"/tilburg/plannen/{plan.public_id}/voorstellen/{page}"


def read(client: Client, href: str) -> str:
    answer = client.get(href)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def answered(client: Client, one: Suggestion, **told: str):
    return client.post(at(one.plan, f"{one.pk}/"), {"taken_over": "not", "answer": ANSWER, **told})


@pytest.mark.done("6.suggestions-without-an-account")
def test_the_public_form_says_for_which_plan_it_is_and_keeps_it(plan: Plan):
    form = f"{telling.TELL}?over=plan-{plan.public_id}"
    page = read(Client(), form)
    assert plan.network.body.name in page
    assert f'<option value="{area_of(plan.network).slug}" selected>' in page
    code = telling.code_in(Client().post(form, telling.form(text=SUGGESTED)))
    entry = telling.entry_of(code)
    assert (entry.about_kind, entry.about_id) == (PLAN, plan.pk)


@pytest.mark.parametrize("over", ["plan-", "plan-nietbekend", "meeting-1", "plan-%00", "plan-a-b"])
def test_the_form_stays_a_form_when_the_address_names_no_plan(world: World, over: str):
    code = telling.code_in(Client().post(f"{telling.TELL}?over={over}", telling.form()))
    assert telling.entry_of(code).about_id is None


def test_what_passed_the_gate_waits_for_the_coordinator(plan: Plan, coordinator: Client):
    one, _code = suggest(plan, text="Meer bomen.")
    move = OpenMove.objects.get(subject_kind=SUGGESTION, subject_id=one.pk)
    assert (move.role, move.action) == ("coordinator", "plans.answer_suggestion")
    assert "Meer bomen." in read(coordinator, at(plan))
    assert "Meer bomen." not in read(Client(), at(plan))
    assert at(plan, f"{one.pk}/") in read(coordinator, at(plan))


def states(code: str) -> list[str]:
    page = Client().get(f"/tilburg/antwoord/{code}/").context["page"]
    return [event.state for event in page.timeline.events]


@pytest.mark.done("6.suggestions-are-each-answered")
def test_who_suggested_it_and_everybody_read_the_answer_also_when_it_is_no(plan: Plan, coordinator: Client):
    one, code = suggest(plan, text="Meer bomen.", email="bomen@voorbeeld.nl")
    assert ANSWER not in read(Client(), f"/tilburg/antwoord/{code}/")
    assert states(code) == ["done", "done", "now", "next"], "the network still has to answer"
    assert answered(coordinator, one).status_code == 302
    one.refresh_from_db()
    assert (one.status, one.taken_over) == (SuggestionStatus.ANSWERED, TakenOver.NOT)
    assert states(code) == ["done", "done"]
    assert not OpenMove.objects.filter(subject_kind=SUGGESTION, subject_id=one.pk).exists()
    for page in (read(Client(), at(plan)), read(Client(), f"/tilburg/antwoord/{code}/")):
        assert ANSWER in page
    assert "Meer bomen." in read(Client(), at(plan))
    outbox.send_waiting(send, at=AT)
    assert [message.to for message in mail.outbox] == [["bomen@voorbeeld.nl"]] * 2
    assert coordinator.get(at(plan, f"{one.pk}/"))["Location"] == at(plan)
    assert answered(coordinator, one).status_code == 409


class TestByTelephone:
    """Who left only a number is called with the answer of the readers, and again with that of the network."""

    PHONE = "013 555 01 23"

    @pytest.fixture(name="one")
    def suggested_by_telephone(self, plan: Plan) -> Suggestion:
        one, _code = suggest(plan, text="Meer bomen.", phone=self.PHONE)
        return one

    def of_entry(self, one: Suggestion, step: str = "") -> str:
        return f"/tilburg/binnengekomen/{one.entry.public_id}/{step}"

    def status(self, one: Suggestion) -> str:
        return Entry.objects.get(pk=one.entry_id).status

    def said(self, client: Client, one: Suggestion):
        """Who calls opens the page, and says that it was told."""
        (form,) = [act.form for act in client.get(self.of_entry(one)).context["page"].acts if act.uid == "act-tell"]
        return client.post(self.of_entry(one, "verteld/"), {"more_to_come": form["more_to_come"].value()})

    def test_is_called_again_with_what_the_network_says(
        self, world: World, one: Suggestion, coordinator: Client, monkeypatch: pytest.MonkeyPatch
    ):
        assert self.said(coordinator, one).status_code == 302
        later = AT + timedelta(days=60)
        monkeypatch.setattr(clock, "now", lambda: later)
        intake.clean(actor=NOBODY, at=later)
        answered(coordinator, one)
        move = OpenMove.objects.get(subject_kind="intake.entry", subject_id=one.entry_id)
        assert (move.role, move.action, move.due_on) == ("coordinator", "intake.tell_answer", date(2017, 12, 15))
        assert self.of_entry(one) in read(coordinator, "/tilburg/binnengekomen/")
        (note,) = coordinator.get(self.of_entry(one)).context["page"].notes
        assert note.text, "who calls knows that only the answer of the network is new"
        page = read(coordinator, self.of_entry(one))
        assert self.PHONE in page
        assert ANSWER in page
        assert self.said(coordinator, one).status_code == 302
        assert (self.status(one), Entry.objects.get(pk=one.entry_id).contact) == ("answered", None)
        told = AuditEntry.objects.filter(action="intake.entry.told", subject_id=one.entry_id)
        assert [row.actor_id for row in told] == [world.here[Role.COORDINATOR].pk] * 2

    def test_is_called_a_second_time_on_one_day_with_what_is_new(self, one: Suggestion, coordinator: Client):
        self.said(coordinator, one)
        answered(coordinator, one)
        (note,) = coordinator.get(self.of_entry(one)).context["page"].notes
        assert note.text

    def test_hears_both_in_one_call_when_the_network_was_first(self, one: Suggestion, coordinator: Client):
        answered(coordinator, one)
        assert self.status(one) == "to_tell"
        assert coordinator.get(self.of_entry(one)).context["page"].notes == ()
        assert self.said(coordinator, one).status_code == 302
        assert (self.status(one), Entry.objects.get(pk=one.entry_id).contact) == ("answered", None)

    def test_is_called_again_when_the_network_answered_during_the_call(self, one: Suggestion, coordinator: Client):
        answered(coordinator, one)
        assert coordinator.post(self.of_entry(one, "verteld/"), {"more_to_come": "1"}).status_code == 409
        assert self.status(one) == "to_tell"

    def test_is_not_called_by_who_has_a_mail_or_left_nothing(self, plan: Plan, coordinator: Client):
        for email in ("bomen@voorbeeld.nl", ""):
            one, _code = suggest(plan, text=f"Meer bomen, {email}.", email=email)
            answered(coordinator, one)
            assert self.status(one) == "answered"


def test_no_answer_names_a_priority_that_was_let_go(plan: Plan):
    one, _code = suggest(plan, text="Meer bomen.")
    priority = plans.add_priority(plan, new=NewPriority(title="Groen"), actor=NOBODY, at=AT)
    plans.drop_priority(priority, why="Het is er al.", actor=NOBODY, at=AT)
    answer = plans.Answer(taken_over=TakenOver.NOT, answer=ANSWER, priority=priority)
    with pytest.raises(Refused, match="priority_dropped"):
        plans.answer_suggestion(one, answer=answer, actor=NOBODY, at=AT)


def test_nothing_of_it_stays_behind_in_a_browser(plan: Plan):
    assert "no-store" in Client().get(at(plan))["Cache-Control"]


def test_words_for_who_work_there_only_are_not_read_by_others(plan: Plan, coordinator: Client):
    one, _code = suggest(plan, text="Mijn buren helpen.", may_share=False)
    assert answered(coordinator, one, taken_over="partly").status_code == 302
    assert "Mijn buren helpen." in read(coordinator, at(plan))
    page = read(Client(), at(plan))
    assert "Mijn buren helpen." not in page
    assert ANSWER in page


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"answer": ""}, 422),
        ({"taken_over": ""}, 422),
        ({"answer": "x" * 100_000}, 409),
        ({"answer": "Vraag het aan Fatima Jansen."}, 422),
        ({"priority": "999999"}, 422),
    ],
)
def test_an_answer_that_does_not_fit_still_stands_in_the_form(plan: Plan, coordinator: Client, told, status):
    one, _code = suggest(plan, text="Meer bomen.")
    refused = answered(coordinator, one, **told)
    assert refused.status_code == status
    assert told.get("answer", ANSWER) in unescape(refused.content.decode())
    one.refresh_from_db()
    assert one.status == SuggestionStatus.WAITING


def test_an_answer_says_for_which_priority_it_is_to_who_write(plan: Plan, coordinator: Client):
    one, _code = suggest(plan, text="Tafels op straat.")
    priority = plan.priorities.order_by("pk")[0]
    assert answered(coordinator, one, taken_over="fully", priority=str(priority.pk)).status_code == 302
    assert priority.title in read(coordinator, at(plan))
    assert priority.title not in read(Client(), at(plan))


@pytest.mark.parametrize("first_answered", [True, False])
def test_what_is_taken_back_goes_with_its_answer(plan: Plan, coordinator: Client, first_answered: bool):
    one, code = suggest(plan, text="Meer bomen.")
    if first_answered:
        answered(coordinator, one)
    assert Client().post(f"/tilburg/antwoord/{code}/intrekken/").status_code == 302
    assert not Suggestion.objects.filter(pk=one.pk).exists()
    assert not OpenMove.objects.filter(subject_kind=SUGGESTION, subject_id=one.pk).exists()
    assert ANSWER not in read(Client(), at(plan))


def test_what_is_told_for_a_plan_that_is_over_has_its_place_and_waits_for_nobody(plan: Plan):
    Plan.objects.filter(pk=plan.pk).update(status=PlanStatus.ENDED)
    entry = Entry.objects.get(pk=_received(plan))
    plans.let_in(entry, judged=telling.JUDGED, actor=a_reader("test-tweede-lezer"), at=AT)
    assert not Suggestion.objects.filter(entry=entry).exists()


def _received(plan: Plan) -> int:
    """The id of something for a plan that one person has read."""
    sending = intake.Sending(
        token="the-form-of-a-plan-that-is-over",
        told=intake.Telling(text="Te laat"),
        may_share=True,
        area=plan.network.body.area,
        about=Subject(PLAN, plan.pk),
    )
    municipality = plan.network.body.municipality
    entry = intake.receive(municipality, sending=sending, actor=NOBODY, at=AT).entry
    prepared = intake.Prepared(kind=EntryKind.SUGGESTION, title="Te laat", text="Te laat")
    return int(intake.prepare(entry, prepared=prepared, actor=a_reader("test-eerste-lezer"), at=AT).pk)
