"""Who keeps a plan looks at what fell away from it, on the page of the priority; nobody else reads of that."""

from dataclasses import dataclass

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.plain_dutch import findings
from tests.networks.table import later
from tests.plans.life import Life
from tests.plans.whole import COOK, Whole
from tests.web.division_town import browser
from tests.web.priority_pages import of, read
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, ContributionStatus, YesBy
from wijkaanzet.plans.rules.plans import PlanStatus

pytestmark = pytest.mark.django_db
YOUR_MOVE = "/proefstad/aan-zet/"
LOOK = "Kijk wat er uit het plan is weggevallen"
WITHOUT = "verder-zonder/"


@dataclass
class Gap:
    """A plan that everybody may read, from which the residents who cook took back their yes."""

    plan: Plan
    gone: Contribution
    keeper: Client

    @property
    def priority(self) -> str:
        return f"/proefstad/plannen/{self.plan.public_id}/prioriteit/{self.gone.priority.public_id}/"

    @property
    def waits(self) -> bool:
        return OpenMove.objects.filter(subject_kind=CONTRIBUTION, subject_id=self.gone.pk).exists()


@pytest.fixture
def gap(life: Life, whole: Whole, monkeypatch: pytest.MonkeyPatch) -> Gap:
    monkeypatch.setattr(clock, "now", lambda: AT)
    plan = whole.public(whole.written(whole.opened()))
    cook = Contribution.objects.get(group=COOK.group)
    back = ContributionStatus.WITHDRAWN
    gone = plans.answer_contribution(cook, answer=back, by=YesBy.CODE, actor=NOBODY, at=later(1))
    monkeypatch.setattr(clock, "now", lambda: later(2))
    return Gap(plan, gone, browser(life.coordinator))


def test_your_move_names_it_with_its_one_act(gap: Gap) -> None:
    rows = gap.keeper.get(YOUR_MOVE).context["page"].rows
    (row,) = [one for one in rows if one.title == LOOK]
    assert (row.href, row.over_term) == (f"{gap.priority}#bring", False)
    assert COOK.what in row.about


def test_the_page_of_the_priority_leads_to_going_on_without(gap: Gap) -> None:
    page = gap.keeper.get(gap.priority)
    assert of(gap.gone, WITHOUT) in page.content.decode()
    form = gap.keeper.get(of(gap.gone, WITHOUT))
    assert findings(form.content.decode()) == []
    assert "Niemand hoeft uit te leggen waarom." in read(gap.keeper, of(gap.gone, WITHOUT))
    ways = [one.href for one in form.context["page"].buttons.actions]
    assert f"/proefstad/plannen/{gap.plan.public_id}/wijzigen/" in ways


def test_going_on_without_ends_it_and_is_written_down(gap: Gap) -> None:
    sent = gap.keeper.post(of(gap.gone, WITHOUT), {"why": "Wij eten nu om de week."})
    assert (sent.status_code, sent["Location"], gap.waits) == (302, gap.priority, False)
    said = read(gap.keeper, gap.priority)
    assert "het netwerk gaat zonder verder sinds 4 oktober 2017: Wij eten nu om de week." in said
    assert of(gap.gone, WITHOUT) not in said
    again = gap.keeper.post(of(gap.gone, WITHOUT), {"why": "Nog eens."})
    assert again.status_code == 409
    assert "Nog eens." in again.content.decode()


def test_why_may_stay_empty(gap: Gap) -> None:
    assert gap.keeper.post(of(gap.gone, WITHOUT), {"why": ""}).status_code == 302
    assert "het netwerk gaat zonder verder sinds 4 oktober 2017" in read(gap.keeper, gap.priority)


def test_a_name_of_a_person_is_asked_about_first(gap: Gap) -> None:
    sent = gap.keeper.post(of(gap.gone, WITHOUT), {"why": "Mevrouw Roerdomp Kwikstaart is verhuisd."})
    assert (sent.status_code, gap.waits) == (422, True)


def test_changing_the_plan_ends_it_too(gap: Gap) -> None:
    gap.keeper.post(f"/proefstad/plannen/{gap.plan.public_id}/wijzigen/", {"why": "Er kookt niemand meer."})
    gap.plan.refresh_from_db()
    assert (gap.plan.status, gap.waits) == (PlanStatus.WRITING, False)


def test_only_who_keeps_the_plan_goes_on_without(gap: Gap, life: Life) -> None:
    for actor in (life.table.officer, life.table.elsewhere):
        answer = browser(actor).post(of(gap.gone, WITHOUT), {"why": ""})
        assert (answer.status_code, gap.waits) == (404, True)


def test_everybody_else_reads_nothing_of_it(gap: Gap, client: Client) -> None:
    gap.keeper.post(of(gap.gone, WITHOUT), {"why": "Wij eten nu om de week."})
    public = read(client, f"/proefstad/plannen/{gap.plan.public_id}/")
    assert COOK.what not in public
    assert "om de week" not in public
