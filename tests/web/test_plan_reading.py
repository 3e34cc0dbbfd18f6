"""Plans as everybody reads them: people first, and every part of an edition; nothing of a draft."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.plain_dutch import findings
from tests.helpers.queries import assert_same_queries
from tests.plans.life import Life
from tests.plans.whole import COOK, DISSENT, GUIDE, OWN, PAY, TEXTS, Whole
from tests.web.importing import words
from wijkaanzet.kernel import clock
from wijkaanzet.people.models import User
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, ContributionStatus, NewContribution, YesBy
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.priorities import InformalAnswer

pytestmark = pytest.mark.django_db
HERE = "/proefstad/plannen/"
BAND = NewContribution(
    bringer=Bringer.RESIDENTS, group="De fanfare", kind=ContributionKind.HOURS, what="Spelen op het plein"
)


@pytest.fixture
def plan(life: Life, whole: Whole) -> Plan:
    """A plan that everybody may read."""
    return whole.public(whole.written(whole.opened()))


def at(plan: Plan, step: str = "") -> str:
    return f"{HERE}{plan.public_id}/{step}"


def promise_to_cook(plan: Plan) -> Contribution:
    """What residents said yes to."""
    return Contribution.objects.get(priority__plan=plan, group=COOK.group)


def user_of(actor):
    return User.objects.get(pk=actor.user_id)


def page(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return answer.context["page"]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return unescape(words(answer)).replace("\u00a0", " ")


@pytest.mark.done("6.plan-to-read")
class TestPlan:
    def test_says_everything_that_stands_in_it(self, client: Client, plan: Plan) -> None:
        said = text(client, at(plan))
        lines = [line for one in (*TEXTS.values(), *OWN.values()) for line in one.splitlines()]
        others = [COOK.what, COOK.group, GUIDE.what, "Stichting Samen", PAY.what, DISSENT, "De ouders van de school"]
        more = ["Niemand hoeft alleen te eten.", "Mag de tafel buiten staan?", "Ja, in de zomer.", "Een sociaal werker"]
        assert [one for one in (*lines, *others, *more) if one not in said] == []

    def test_puts_people_before_money(self, client: Client, plan: Plan) -> None:
        html = client.get(at(plan)).content.decode()
        order = [html.index(f'id="{one}"') for one in ("to-do", "questions", "where", "priorities", "base", "agreed")]
        assert [*order, html.index('id="money"'), html.index('id="next"')] == sorted(
            [*order, html.index('id="money"'), html.index('id="next"')]
        )

    @pytest.mark.parametrize(("days", "said"), [(1, "Het netwerk kijkt terug op"), (0, "Het netwerk kijkt nu terug")])
    def test_calls_a_day_that_came_no_day_to_come(self, client: Client, plan: Plan, days: int, said: str) -> None:
        Plan.objects.update(look_again_on=clock.today() + timedelta(days=days))
        assert page(client, at(plan)).move.title.startswith(said)

    def test_lists_what_residents_do_first(self, client: Client, plan: Plan) -> None:
        shown = page(client, at(plan)).to_do
        assert [one.title for one in shown] == ["Samen eten", "Een groen plein", "Iemand om mee te wandelen"]
        assert shown[0].names == ("De kookgroep", "Stichting Samen")

    def test_puts_residents_first_among_who_bring_something(self, client: Client, plan: Plan) -> None:
        supper = page(client, at(plan)).priorities[0]
        assert [one.who for one in supper.brings] == ["De kookgroep", "Stichting Samen", "Gemeente Proefstad"]
        assert "12 uur per week" in supper.brings[0].facts

    def test_asks_everybody_what_nobody_knows_yet(self, client: Client, plan: Plan) -> None:
        (question,) = page(client, at(plan)).questions
        assert question.text == "Iemand om mee te wandelen"
        asked = plan.priorities.get(title=question.text)
        assert question.href == f"/proefstad/vertel/?over=plan-{plan.public_id}&prioriteit={asked.public_id}"

    def test_says_where_things_happen(self, client: Client, plan: Plan) -> None:
        places = page(client, at(plan)).places
        assert [(one.name, len(one.priorities)) for one in places] == [("In de hele wijk", 2), ("Het plein", 1)]

    def test_adds_up_what_it_asks(self, client: Client, plan: Plan) -> None:
        money = page(client, at(plan)).money
        assert money.table.totals == (PAY.cents, 0)
        assert "€ 1.200,00" in money.enough.replace("\u00a0", " ")

    def test_says_who_decided_and_when_the_network_looks_back(self, client: Client, plan: Plan) -> None:
        shown = page(client, at(plan))
        assert shown.decision.href.startswith("/proefstad/besluiten/")
        assert shown.move.title

    @pytest.mark.done("6.plan-in-plain-dutch")
    def test_is_written_in_plain_dutch(self, client: Client, plan: Plan, whole: Whole) -> None:
        whole.public(whole.amended(plan))
        for path in (at(plan), at(plan, "verschil/"), at(plan, "uitgave/1/"), HERE):
            assert findings(client.get(path).content.decode()) == []

    def test_names_no_person(self, client: Client, plan: Plan) -> None:
        assert "Kwikstaart" not in text(client, at(plan))

    def test_is_not_kept_in_a_browser(self, client: Client, plan: Plan) -> None:
        assert "no-store" in client.get(at(plan))["Cache-Control"]

    def test_costs_the_same_queries_with_forty_priorities(self, client: Client, life: Life, whole: Whole) -> None:
        plan = whole.public(whole.written(whole.opened()))

        def grow() -> None:
            whole.amended(plan)
            for number in range(40):
                one = whole.priority(plan, f"Wens {number}", InformalAnswer.WANT, "Wij willen dit graag.")
                whole.promised(one, COOK)
            whole.public(plan)

        assert_same_queries(client, at(plan), grow, at_most=30)
        assert len(page(client, at(plan)).priorities) == 44


class TestOwnYes:
    def test_who_takes_a_yes_back_stands_on_the_page_no_longer(self, client: Client, plan: Plan) -> None:
        cook = promise_to_cook(plan)
        plans.answer_contribution(cook, answer=ContributionStatus.WITHDRAWN, by=YesBy.CODE, actor=NOBODY, at=AT)
        assert COOK.what not in text(client, at(plan))

    def test_a_promise_that_the_network_takes_out_stays_until_the_change_is_adopted(
        self, client: Client, whole: Whole, plan: Plan
    ):
        whole.amended(plan)
        plans.withdraw_contribution(promise_to_cook(plan), actor=whole.keeper, at=AT)
        assert COOK.what in text(client, at(plan))
        whole.public(plan)
        assert COOK.what not in text(client, at(plan))

    def test_who_takes_back_what_the_network_took_out_is_not_shown_any_more(
        self, client: Client, whole: Whole, plan: Plan
    ):
        whole.amended(plan)
        cook = plans.withdraw_contribution(promise_to_cook(plan), actor=whole.keeper, at=AT)
        plans.answer_contribution(cook, answer=ContributionStatus.WITHDRAWN, by=YesBy.CODE, actor=NOBODY, at=AT)
        assert COOK.what not in text(client, at(plan))

    def test_residents_who_did_not_answer_are_not_written_down(self, client: Client, life: Life, whole: Whole) -> None:
        plan = whole.written(whole.opened())
        one = whole.priority(plan, "Muziek", InformalAnswer.COULD, "Wij kunnen spelen.")
        plans.ask_contribution(one, new=BAND, actor=whole.keeper, at=AT)
        whole.public(plan)
        said = text(client, at(plan))
        assert "Muziek" in said
        assert BAND.what not in said

    def test_a_picture_that_was_taken_away_is_gone_from_the_edition(self, client: Client, plan: Plan) -> None:
        for picture in plan.pictures.all():
            plans.remove_picture(picture, actor=NOBODY, at=AT)
        shown = page(client, at(plan))
        assert (shown.picture, shown.picture_keys) == (None, ())

    def test_only_who_writes_along_finds_the_way_to_the_writing(self, client: Client, plan: Plan, life: Life) -> None:
        assert page(client, at(plan)).write is None
        keeper = Client()
        keeper.force_login(user_of(life.coordinator))
        assert page(keeper, at(plan)).write.href == at(plan, "schrijven/")


class TestChange:
    def test_what_was_adopted_holds_while_a_change_is_written(self, client: Client, plan: Plan, whole: Whole) -> None:
        whole.amended(plan)
        shown = page(client, at(plan))
        assert shown.note is not None
        assert len(shown.priorities) == 3

    def test_says_what_changed_in_words(self, client: Client, plan: Plan, whole: Whole) -> None:
        whole.public(whole.amended(plan))
        html = client.get(at(plan, "verschil/")).content.decode()
        said = text(client, at(plan, "verschil/"))
        assert re.search(r"<ins>.*?toegevoegd.*?Ook zingen wij samen\..*?</ins>", html, re.DOTALL)
        assert "Samen zingen" in said
        assert "Er kwam een idee bij." in said

    def test_an_earlier_edition_stays_to_be_read_and_says_that_it_is(
        self, client: Client, plan: Plan, whole: Whole
    ) -> None:
        whole.public(whole.amended(plan))
        earlier = page(client, at(plan, "uitgave/1/"))
        assert earlier.note is not None
        assert (len(earlier.priorities), len(page(client, at(plan)).priorities)) == (3, 4)
        assert earlier.downloads == ()

    def test_all_editions_are_found_from_the_newest(self, client: Client, plan: Plan, whole: Whole) -> None:
        whole.public(whole.amended(plan))
        shown = page(client, at(plan))
        assert [one.href for one in shown.editions] == [at(plan, "uitgave/1/")]
        assert shown.difference_href == at(plan, "verschil/")


class TestList:
    def test_goes_by_name_of_the_neighbourhood(self, client: Client, plan: Plan) -> None:
        shown = page(client, HERE)
        assert [one.area for one in shown.areas] == [page(client, at(plan)).head.area]
        assert shown.areas[0].rows[0].words.startswith("In onze wijk")

    def test_says_of_a_plan_that_is_written_only_that_it_is(self, client: Client, life: Life, whole: Whole) -> None:
        whole.written(whole.opened())
        (row,) = page(client, HERE).areas[0].rows
        assert row.words == ""

    def test_is_empty_without_plans(self, client: Client, life: Life) -> None:
        assert page(client, HERE).areas == ()


class TestUnderway:
    @pytest.mark.parametrize("status", [one for one in PlanStatus if one is not PlanStatus.ADOPTED])
    def test_says_where_a_plan_stands_before_anything_was_adopted(
        self, client: Client, life: Life, status: PlanStatus
    ) -> None:
        plan = life.brought_to(status)
        shown = page(client, at(plan))
        assert shown.move.text
        assert shown.take_part.tell_href

    @pytest.mark.done("6.plan-in-plain-dutch")
    def test_is_written_in_plain_dutch(self, client: Client, whole: Whole) -> None:
        plan = whole.written(whole.opened())
        assert findings(client.get(at(plan)).content.decode()) == []

    def test_leads_who_writes_along_to_where_it_is_written(self, client: Client, life: Life) -> None:
        plan = life.written()
        client.force_login(user_of(life.coordinator))
        assert page(client, at(plan)).write.href == at(plan, "schrijven/")
        client.force_login(user_of(life.table.elsewhere))
        assert page(client, at(plan)).write is None


class TestExpect:
    def test_says_nothing_where_the_municipality_has_no_staircase(self, client: Client, plan: Plan) -> None:
        assert page(client, at(plan)).expect == ()
        assert 'id="expect"' not in client.get(at(plan)).content.decode()
