"""Who decides sees what changed: since an edition came back and since what holds; nobody else hears that it did."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests.conftest import AT
from tests.factories import somebody
from tests.plans.whole import SECRET, TEXTS, Whole
from tests.web.division_town import browser
from tests.web.network_pages import text
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import access
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.plans import EditionStatus
from wijkaanzet.plans.rules.sections import SectionKey

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.what-changed-for-who-decides")]
BACK = "Zeg ook wie dit doet."
OF_SUPPER = "Hoeveel mensen eten er mee?"
OF_SUMMARY = "Dit is te kort."


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@dataclass(frozen=True)
class Again:
    """A change of an adopted plan that came back with reasons, and was handed in again."""

    whole: Whole
    plan: Plan

    def at(self, step: str = "") -> str:
        return f"/proefstad/plannen/{self.plan.public_id}/{step}"

    def differs(self, number: int, before: int) -> str:
        return self.at(f"ingediend/{number}/verschil/{before}/")


@pytest.fixture
def again(whole: Whole) -> Again:
    plan = whole.amended(whole.public(whole.written(whole.opened())))
    supper = plan.priorities.get(title="Samen eten")
    remarks = [
        plans.Remark(text=OF_SUMMARY, about=SectionKey.SUMMARY.value),
        plans.Remark(text=OF_SUPPER, about=supper.public_id),
    ]
    minutes = Minutes(
        body=whole.college,
        step=Step.PLAN,
        kind=Kind.LEGAL_ACT,
        meeting_on=AT.date(),
        outcome=Outcome.RETURNED,
        reasons=BACK,
    )
    plans.decide(whole.submitted(whole.agreed(plan)), minutes=minutes, remarks=remarks, actor=whole.clerk, at=AT)
    plan.refresh_from_db()
    summary = plan.sections.get(key=SectionKey.SUMMARY)
    whole.say([summary], {SectionKey.SUMMARY: f"{TEXTS[SectionKey.SUMMARY]} Er komt een {SECRET}."})
    whole.submitted(whole.agreed(plan))
    plan.refresh_from_db()
    return Again(whole=whole, plan=plan)


def those(again: Again) -> dict[str, Actor]:
    """Somebody in each role, by name."""
    municipality, area = again.whole.network.body.municipality, again.whole.network.body.area
    return {
        "clerk": again.whole.clerk,
        "executive": somebody(Role.EXECUTIVE_MEMBER, municipality, scope=again.whole.college),
        "officer": somebody(Role.POLICY_OFFICER, municipality),
        "keeper": again.whole.keeper,
        "council": somebody(Role.COUNCIL_MEMBER, municipality, scope=municipality.bodies.get(kind="council")),
        "resident": somebody(Role.RESIDENT, municipality, scope=area),
    }


SEES = ("clerk", "executive", "officer", "keeper")
SEES_NOT = ("council", "resident")


class TestDifference:
    @pytest.mark.parametrize("who", SEES)
    def test_who_may_see_both_reads_why_it_came_back_and_what_became_of_it(self, again: Again, who: str) -> None:
        client = browser(those(again)[who])
        said, page = text(client, again.differs(3, 2)), client.get(again.differs(3, 2)).context["page"]
        assert all(words in said for words in (BACK, OF_SUMMARY, OF_SUPPER, SECRET))
        assert [(one.remarks, one.state.label) for one in page.back.parts] == [
            ((OF_SUMMARY,), _("changed")),
            ((OF_SUPPER,), _("not changed")),
        ]
        assert [one.title for one in page.parts] == [_("The plan as a whole")]

    def test_beside_what_holds_it_tells_the_change_and_not_that_it_came_back(self, again: Again) -> None:
        page = browser(again.whole.clerk).get(again.differs(3, 1)).context["page"]
        assert page.back is None
        assert [one.title for one in page.parts][:1] == ["Samen zingen"]

    @pytest.mark.parametrize("who", SEES_NOT)
    def test_for_who_may_not_see_both_it_is_not_there(self, again: Again, who: str) -> None:
        client = browser(those(again)[who])
        assert {client.get(again.differs(*pair)).status_code for pair in ((3, 2), (3, 1), (2, 1))} == {404}

    def test_for_a_visitor_it_is_not_there(self, again: Again) -> None:
        assert {Client().get(again.differs(*pair)).status_code for pair in ((3, 2), (3, 1), (2, 1))} == {404}

    @pytest.mark.parametrize(("number", "before"), [(2, 3), (3, 3), (3, 9), (9, 3)])
    def test_only_an_earlier_edition_stands_beside_one(self, again: Again, number: int, before: int) -> None:
        assert browser(again.whole.clerk).get(again.differs(number, before)).status_code == 404

    def test_nobody_else_hears_that_it_came_back(self, again: Again) -> None:
        for step in ("", "verschil/", "uitgave/1/"):
            answer = Client().get(again.at(step)).content.decode()
            assert not [word for word in (BACK, OF_SUMMARY, OF_SUPPER, SECRET, "/verschil/2/") if word in answer]


class TestWays:
    @pytest.mark.parametrize("step", ["ingediend/3/", "uitgave/3/besluit/"])
    def test_both_differences_are_one_click_away(self, again: Again, step: str) -> None:
        page = browser(again.whole.clerk).get(again.at(step)).context["page"]
        assert [one.href for one in page.since] == [again.differs(3, 2), again.differs(3, 1)]

    def test_a_first_edition_has_nothing_beside_it(self, whole: Whole) -> None:
        edition = whole.submitted(whole.agreed(whole.written(whole.opened())))
        at = f"/proefstad/plannen/{edition.plan.public_id}/ingediend/1/"
        assert browser(whole.clerk).get(at).context["page"].since == ()

    def test_what_everybody_reads_leads_nowhere_else(self, again: Again) -> None:
        assert browser(again.whole.clerk).get(again.at()).context["page"].since == ()


class TestReturned:
    def seen(self, again: Again) -> list[int]:
        municipality = again.whole.network.body.municipality
        found = access.seen_editions(again.whole.clerk, municipality, on=AT.date())
        return sorted(found.values_list("number", flat=True))

    def test_who_decides_sees_what_came_back_as_long_as_it_lies_there_again(self, again: Again) -> None:
        assert self.seen(again) == [1, 2, 3]
        last = Edition.objects.get(plan=again.plan, number=3)
        Edition.objects.filter(pk=last.pk).update(status=EditionStatus.RETURNED, decided_on=AT.date())
        assert self.seen(again) == [1]
