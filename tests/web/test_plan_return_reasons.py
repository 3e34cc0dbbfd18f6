"""A plan comes back with a reason for a part, a priority or the whole; each beside what it is about."""

import pytest
from django.test import Client

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.plans.whole import TEXTS, Whole
from tests.web.division_town import browser
from tests.web.network_pages import Page, refused, text
from tests.web.test_plan_life import DECISION, at, deciding
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.operations import publish
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.labels.writing import SECTIONS
from wijkaanzet.plans.models import Edition, Plan, ReturnRemark
from wijkaanzet.plans.rules.plans import EditionStatus
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = pytest.mark.django_db
RETURNED = {**DECISION, "outcome": "returned"}
SAYS = "Zeg bij minstens één deel waarom het plan teruggaat."
READS = "Het netwerk leest bij zijn plan wat er anders moet."


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture(name="life")
def life_today() -> Life:
    return lay_life()


@pytest.mark.parametrize("written", ["", "   ", "\n"])
def test_without_a_reason_for_anything_it_is_asked_and_all_that_was_typed_stays(life: Life, written: str) -> None:
    edition = life.submitted()
    answer: Page = browser(life.clerk).post(deciding(edition), {**RETURNED, "remark-summary": written})
    assert refused(answer, "return_without_remark")
    (said,) = answer.context["form"].errors["remark-whole"]
    assert SAYS in said
    assert answer.context["page"].open
    assert {name: answer.context["form"][name].value() for name in RETURNED if "_on_" not in name} == {
        name: value for name, value in RETURNED.items() if "_on_" not in name
    }
    assert not Decision.objects.exists()
    assert Edition.objects.get().status == EditionStatus.SUBMITTED


def test_what_fits_no_part_is_about_the_whole_plan_and_stands_with_what_came_back(life: Life) -> None:
    edition = life.submitted()
    told = {**RETURNED, "remark-whole": "De kookgroep en de tuinploeg doen hetzelfde."}
    assert browser(life.clerk).post(deciding(edition), told).status_code == 302
    assert [(one.about, one.text) for one in ReturnRemark.objects.all()] == [("", told["remark-whole"])]
    assert told["remark-whole"] in text(browser(life.coordinator), at(edition.plan))


def test_each_part_and_priority_is_quoted_at_its_own_question(whole: Whole) -> None:
    plan = whole.written(whole.opened())
    edition = whole.submitted(whole.agreed(plan))
    page = browser(whole.clerk).get(deciding(edition).replace("proefstad", plan.network.body.municipality.slug))
    asked = {str(one.label): str(one.help_text) for one in page.context["page"].remarks}
    *_parts, whole_plan = asked
    assert whole_plan == "Over het hele plan"
    assert TEXTS[SectionKey.SUMMARY][:40] in asked[str(SECTIONS[SectionKey.SUMMARY])]
    for priority in plan.priorities.filter(dropped_on__isnull=True):
        assert asked[priority.title].startswith("“"), priority.title
    content = page.content.decode()
    for one in page.context["page"].remarks:
        assert f'id="{one.auto_id}_helptext"' in content
        assert f'aria-describedby="{one.auto_id}_helptext"' in content


def returned(life: Life, *, about: str = "summary") -> tuple[Plan, str]:
    """A plan of which everybody may know that it came back, and the page of that decision."""
    remarks = [plans.Remark(text="Zeg ook wie er begint.", about=about)]
    minutes = life.minutes(Outcome.RETURNED)
    plan = plans.decide(life.submitted(), minutes=minutes, remarks=remarks, actor=life.clerk, at=AT).plan
    decision = publish(Decision.objects.get(), actor=life.clerk, at=AT)
    return plan, f"/proefstad/besluiten/{decision.public_id}/"


def test_a_decision_that_returned_a_plan_leads_to_the_network_and_the_plan(life: Life) -> None:
    plan, page = returned(life)
    visitor = Client()
    read = visitor.get(page).content.decode()
    for href in (f"/proefstad/netwerken/{plan.network.body.key}/", at(plan, "")):
        assert f'href="{href}"' in read
        assert visitor.get(href).status_code == 200


@pytest.mark.parametrize("about", ["summary", ""])
def test_what_has_to_be_done_again_is_for_the_network_alone_and_it_says_so(life: Life, about: str) -> None:
    _plan, page = returned(life, about=about)
    read = text(Client(), page)
    assert READS in read
    assert "Zeg ook wie er begint." not in read


def test_an_adopted_plan_leads_to_what_was_decided_and_has_nothing_to_do_again(life: Life) -> None:
    edition = life.made_known(life.decided())
    decision = Decision.objects.get()
    read = Client().get(f"/proefstad/besluiten/{decision.public_id}/")
    assert f'href="/proefstad/netwerken/{edition.plan.network.body.key}/"' in read.content.decode()
    assert READS not in read.content.decode()
