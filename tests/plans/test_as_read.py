"""What stands in a plan is changed by who read it: nobody overwrites what came in meanwhile without a word."""

from dataclasses import replace

import pytest

from tests.conftest import AT
from tests.factories import OrganisationFactory
from tests.plans.life import Life
from tests.web.division_town import browser
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewPriority, NewReason, ReasonKind

pytestmark = pytest.mark.django_db
NEW = NewPriority(title="Samen eten")


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def plan(life: Life) -> Plan:
    return life.opened()


@pytest.fixture
def priority(life: Life, plan: Plan) -> Priority:
    return plans.add_priority(plan, new=NEW, actor=life.coordinator, at=AT)


def address(priority: Priority, page: str) -> str:
    return f"/proefstad/plannen/{priority.plan.public_id}/prioriteit/{priority.public_id}/{page}/"


def test_two_who_answer_first_informal_lose_no_sentence(life: Life, priority: Priority) -> None:
    one, other, url = browser(life.coordinator), browser(life.table.sits), address(priority, "eerst-informeel")
    seen = queries.mark_of_informal(priority)
    assert seen in one.get(url).content.decode()
    told = {"seen": seen, "informal": "do", "informal_says": "Wij koken elke week."}
    assert one.post(url, told).status_code == 302
    later = other.post(url, told | {"informal": "want", "informal_says": "Wij willen een moestuin."})
    assert later.status_code == 409
    page = later.content.decode()
    assert "Wij koken elke week." in page
    assert "Wij willen een moestuin." in page
    assert queries.mark_of_informal(Priority.objects.get()) in page, "so that it can be sent again"
    assert Priority.objects.get().informal_says == "Wij koken elke week."


def test_two_who_change_a_priority(life: Life, priority: Priority) -> None:
    one, url = browser(life.coordinator), address(priority, "wijzigen")
    seen = queries.mark_of_priority(priority)
    assert seen in one.get(url).content.decode()
    plans.change_priority(priority, new=replace(NEW, title="Samen koken"), seen=seen, actor=life.coordinator, at=AT)
    told = {"seen": seen, "title": "Samen eten en drinken", "place_kind": "area", "known_by": ""}
    later = one.post(url, told)
    assert later.status_code == 409
    assert "Samen koken" in later.content.decode()
    assert Priority.objects.get().title == "Samen koken"
    now = queries.mark_of_priority(Priority.objects.get())
    assert one.post(url, told | {"seen": now}).status_code == 302


def test_two_who_say_why(life: Life, priority: Priority) -> None:
    one, url = browser(life.coordinator), address(priority, "aanleiding")
    seen = queries.mark_of_reasons(priority)
    assert seen in one.get(url).content.decode()
    wish = NewReason(kind=ReasonKind.WISH, says="Wij willen elkaar kennen.")
    plans.set_reasons(priority, reasons=[wish], seen=seen, actor=life.coordinator, at=AT)
    later = one.post(url, {"seen": seen, "wish-0": "Wij willen een tuin.", "wish-7": "En een bank."})
    assert later.status_code == 409
    assert "Wij willen elkaar kennen." in later.content.decode()
    assert "En een bank." in later.content.decode(), "no row that was filled in gets lost"
    assert [one.says for one in priority.reasons.all()] == ["Wij willen elkaar kennen."]


def test_two_who_say_who_is_there_in_any_case(life: Life, plan: Plan) -> None:
    one, url = browser(life.coordinator), f"/proefstad/plannen/{plan.public_id}/basis/"
    welfare = OrganisationFactory.create(municipality=life.table.municipality, name="Stichting P")
    seen = queries.mark_of_base(queries.base_of(plan))
    assert seen in one.get(url).content.decode()
    line = NewBase(organisation_id=welfare.pk, what="een wijkverpleegkundige")
    plans.set_base(plan, base=[line], seen=seen, actor=life.coordinator, at=AT)
    told = {"seen": seen, "organisation-7": str(welfare.pk), "what-7": "een jongerenwerker"}
    later = one.post(url, told)
    assert later.status_code == 409
    page = later.content.decode()
    assert "een wijkverpleegkundige" in page
    assert "een jongerenwerker" in page
    assert [row.what for row in queries.base_of(plan)] == ["een wijkverpleegkundige"]


def test_who_sits_at_the_table_reads_who_is_there_and_does_not_change_it(life: Life, plan: Plan) -> None:
    welfare = OrganisationFactory.create(municipality=life.table.municipality, name="Stichting P")
    line = NewBase(organisation_id=welfare.pk, what="een wijkverpleegkundige", hours_a_week=24)
    plans.set_base(plan, base=[line], actor=life.coordinator, at=AT)
    member, url = browser(life.table.sits), f"/proefstad/plannen/{plan.public_id}/basis/"
    page = member.get(url).content.decode()
    assert "een wijkverpleegkundige" in page
    assert "24 uur per week" in page
    assert "organisation-0" not in page
    assert member.post(url, {}).status_code == 404
    assert [row.what for row in queries.base_of(plan)] == ["een wijkverpleegkundige"]


def test_what_is_the_same_as_it_was_read_may_be_sent(life: Life, priority: Priority) -> None:
    seen = queries.mark_of_informal(priority)
    kept = plans.answer_informally(
        priority, informal=InformalAnswer.DO, says="Wij koken.", seen=seen, actor=life.coordinator, at=AT
    )
    assert kept.informal_says == "Wij koken."
