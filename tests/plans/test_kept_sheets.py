"""An edition keeps the sheets as they were read: what is said on them later is of the next one."""

from datetime import timedelta

import pytest

from tests.conftest import AT
from tests.factories import ARRANGEMENT, install
from tests.networks.table import later, refused_key
from tests.plans.life import TODAY, Life, lay_life
from tests.plans.sheets import HOME, HOPE, STAIRCASE, WALK_IN, WORDS, staircase, together
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Edition, Plan, PlanAgreement
from wijkaanzet.plans.rules.content import ExpectedKept, WordKept
from wijkaanzet.plans.rules.handing_in import mark_of
from wijkaanzet.plans.rules.plans import AgreementWay, PlanStatus
from wijkaanzet.plans.rules.tools import Cell, ToolKind

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.own-words")]
SAYS = "Wij eten samen in het buurthuis."
OLD, NEW = "De oude school.", "De nieuwe school."
STANDS = WordKept(
    term="buurthuis",
    meaning="Een huis waar iedereen welkom is.",
    agreed_with=("de buurtraad",),
    agreed_on=TODAY.replace(month=3, day=1),
    source="Wijknota 2017",
    here=OLD,
)


@pytest.fixture(name="life")
def town_that_explains_words_and_has_a_staircase(db: None) -> Life:
    life = lay_life()
    install(ARRANGEMENT.replace("2016-01-01", "2017-07-01") + STAIRCASE + WORDS)
    return life


def agreed_on_words(life: Life) -> Plan:
    """A plan with which the network agrees, with what it means by one of its words."""
    plan = life.written(SAYS)
    say(life, plan, OLD)
    return life.agreed(plan)


def say(life: Life, plan: Plan, text: str, *, version: int = 0, days: int = 0) -> None:
    together(life, ToolKind.WORDS, {HOME: text}, plan=plan, version=version, days=days)


def held(edition: Edition):
    return queries.held_by(Edition.objects.get(pk=edition.pk))


class TestEdition:
    def test_keeps_the_words_that_stand_in_it_and_what_may_be_expected(self, life: Life):
        plan = life.written(SAYS)
        together(life, ToolKind.WORDS, {HOME: OLD, WALK_IN: "Elke dag."}, plan=plan)
        together(life, ToolKind.SPHERES, {HOPE: "Koffie."}, plan=plan)
        kept = held(life.submitted(life.agreed(plan)))
        assert kept.words == (STANDS,)
        assert kept.expected == (ExpectedKept("Groen in de straat", ("U doet het zelf.",)),)

    def test_says_what_it_said_also_when_network_and_municipality_say_something_else(self, life: Life):
        edition = life.decided(life.submitted(agreed_on_words(life)))
        before = held(edition)
        say(life, edition.plan, NEW, version=1)
        staircase(life, Cell("groen", "zorgen"), plan=edition.plan)
        install(ARRANGEMENT.replace("2016-01-01", "2017-12-01"), at=later(60))
        assert held(edition) == before

    def test_that_comes_next_says_what_was_said_since(self, life: Life):
        first = life.decided(life.submitted(agreed_on_words(life)))
        say(life, first.plan, NEW, version=1)
        staircase(life, Cell("zorg", "zorgen"), plan=first.plan)
        plan = plans.amend(first.plan, why="Er kwam een huis bij.", actor=life.coordinator, at=AT)
        kept = held(life.submitted(life.agreed(plan)))
        assert kept.words is not None
        assert [one.here for one in kept.words] == [NEW]
        assert kept.expected == (ExpectedKept("Zorg", ("De gemeente doet het.",)),)

    def test_of_which_the_plan_was_handed_in_stays_there_when_a_word_changes(self, life: Life):
        edition = life.submitted(agreed_on_words(life))
        say(life, edition.plan, NEW, version=1)
        edition.plan.refresh_from_db()
        assert edition.plan.status == PlanStatus.SUBMITTED


class TestAgreement:
    def test_is_over_when_a_word_of_the_plan_means_something_else(self, life: Life):
        plan = agreed_on_words(life)
        say(life, plan, NEW, version=1, days=3)
        plan.refresh_from_db()
        assert (plan.status, plan.changed_on) == (PlanStatus.WRITING, TODAY + timedelta(days=3))
        assert PlanAgreement.objects.get(plan=plan).over_on == TODAY + timedelta(days=3)

    def test_stands_when_the_same_is_said_once_more(self, life: Life):
        plan = agreed_on_words(life)
        say(life, plan, OLD, version=1)
        plan.refresh_from_db()
        assert plan.status == PlanStatus.AGREED

    @pytest.mark.parametrize(
        ("kind", "notes"), [(ToolKind.WORDS, {WALK_IN: "Elke dag."}), (ToolKind.SPHERES, {HOPE: "Koffie."})]
    )
    def test_stands_when_nothing_changes_of_what_everybody_reads_with_the_plan(self, life: Life, kind, notes):
        plan = agreed_on_words(life)
        together(life, kind, notes, plan=plan, version=1 if kind is ToolKind.WORDS else 0)
        plan.refresh_from_db()
        assert plan.status == PlanStatus.AGREED

    def test_stands_when_the_municipality_says_where_it_stands(self, life: Life):
        plan = agreed_on_words(life)
        staircase(life, Cell("groen", "zorgen"), plan=plan)
        plan.refresh_from_db()
        assert plan.status == PlanStatus.AGREED

    def test_is_refused_with_words_that_mean_something_else_than_was_read(self, life: Life):
        plan = life.written(SAYS)
        say(life, plan, OLD)
        seen = mark_of(queries.content_of(plan, on=TODAY))
        say(life, plan, NEW, version=1)
        with pytest.raises(Refused) as caught:
            life.agreed(plan, agreed=plans.Agreed(way=AgreementWay.CONSENT, seen=seen))
        assert refused_key(caught.value) == ("plan_changed", {})
