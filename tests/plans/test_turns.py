"""What happens beside the straight road: two plans of one area, a new year, another body, two at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.conftest import AT
from tests.factories import ARRANGEMENT, NOBODY, at_once
from tests.networks.table import later
from tests.plans.life import ENDS_BEFORE, STARTS_ON, Life, lay_life, move_of_edition
from tests.plans.sheets import HOPE, ROLE
from tests.plans.test_deciding import allot, asks_money
from tests.web.division_town import browser
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations as networks
from wijkaanzet.people import operations as people
from wijkaanzet.plans import access, queries
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan, Section, ToolSheet
from wijkaanzet.plans.operations.tools import SheetHandIn, fill_in
from wijkaanzet.plans.queries.tools import notes_of
from wijkaanzet.plans.rules.contributions import ContributionStatus, YesBy
from wijkaanzet.plans.rules.priorities import KnownBy, NewPriority
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.plans.rules.tools import ToolKind

pytestmark = pytest.mark.django_db


def of_another_network(life: Life) -> Plan:
    other = networks.open_network(
        life.table.area, new=networks.Described(name="Tafel van de markt"), actor=NOBODY, at=AT
    )
    return plans.open_plan(other, starts_on=STARTS_ON, ends_before=ENDS_BEFORE, actor=NOBODY, at=AT)


class TestMoneyOfTheArea:
    def test_what_lies_with_who_decides_is_not_there_for_another_plan(self, life: Life) -> None:
        allot(life, 50_000)
        life.submitted(life.agreed(asks_money(life, 40_000)))
        assert queries.money_there(of_another_network(life), on=AT.date()).cents == 10_000

    def test_what_was_refused_since_is_there_again(self, life: Life) -> None:
        allot(life, 50_000)
        edition = life.made_known(life.decided(life.submitted(life.agreed(asks_money(life, 40_000)))))
        plans.answer_contribution(
            Contribution.objects.get(),
            answer=ContributionStatus.DECLINED,
            by=YesBy.ACCOUNT,
            actor=life.table.officer,
            at=AT,
        )
        assert queries.money_there(of_another_network(life), on=AT.date()).cents == 50_000
        page = browser(life.coordinator).get(f"/proefstad/plannen/{edition.plan.public_id}/").context["page"]
        assert page.money.table is None
        assert page.money.enough == "Dit plan vraagt geen geld van de wijk."


class TestPlaces:
    def test_a_new_priority_comes_last_also_when_others_were_let_go(self, life: Life) -> None:
        plan, actor = life.opened(), life.coordinator
        added = [plans.add_priority(plan, new=NewPriority(title=one), actor=actor, at=AT) for one in "ABCD"]
        for one in added[:2]:
            plans.drop_priority(one, why="Het is klaar.", actor=actor, at=AT)
        plans.add_priority(plan, new=NewPriority(title="E"), actor=actor, at=AT)
        assert [one.title for one in queries.standing_priorities(plan)] == ["C", "D", "E"]

    def test_a_word_is_put_right_after_the_day_of_looking_back(self, life: Life) -> None:
        new = NewPriority(title="Samen eten", known_by=KnownBy.LOOK_BACK, look_back_on=AT.date() + timedelta(days=10))
        priority = plans.add_priority(life.opened(), new=new, actor=life.coordinator, at=AT)
        changed = plans.change_priority(
            priority, new=replace(new, title="Samen eten!"), actor=life.coordinator, at=later(20)
        )
        assert (changed.title, changed.look_back_on) == ("Samen eten!", new.look_back_on)


def test_who_had_the_move_when_another_body_began_to_decide_still_records(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = life.submitted()
    raad = '[levels.plan]\nproposes = "coordinator"\ndecides = "raad"\n'
    text = ARRANGEMENT.replace("2016-01-01", "2017-11-01") + raad
    people.install_arrangement(text, file_name="p.toml", actor=NOBODY, at=AT)
    monkeypatch.setattr(clock, "now", lambda: later(35))
    move = move_of_edition(edition)
    assert move is not None
    assert move.role == "college_clerk"
    page = f"/proefstad/plannen/{edition.plan.public_id}/uitgave/1/besluit/"
    assert browser(life.clerk).get(page).status_code == 200


def test_a_sheet_of_last_year_is_not_written_on_that_of_this_year(life: Life) -> None:
    def filled(notes: dict[object, str], version: int, at: datetime) -> None:
        hand_in = SheetHandIn(version=version, notes=notes)  # type: ignore[arg-type]
        fill_in(life.table.network, kind=ToolKind.SPHERES, plan=None, hand_in=hand_in, actor=life.coordinator, at=at)

    filled({HOPE: "oud", ROLE: ""}, 0, datetime(2017, 12, 31, 20, tzinfo=UTC))
    with pytest.raises(Refused) as caught:
        filled({HOPE: "oud", ROLE: "nieuw idee"}, 1, datetime(2018, 1, 1, 9, tzinfo=UTC))
    assert caught.value.key == "sheet_changed"
    assert [(one.year, notes_of(one).get(HOPE)) for one in ToolSheet.objects.order_by("year")] == [(2017, "oud")]


def test_a_neighbourhood_leads_to_what_can_be_read_until_the_next_plan_is_made_known(life: Life) -> None:
    autumn = later(4 * 365)
    life.made_known(life.decided())
    network, starts_on, ends_before = life.table.network, date(2022, 1, 1), date(2026, 1, 1)
    coming = plans.open_plan(network, starts_on=starts_on, ends_before=ends_before, actor=life.coordinator, at=autumn)
    summary = Section.objects.get(plan=coming, key=SectionKey.SUMMARY)
    plans.write(summary, hand_in=plans.HandIn(base=0, text="Nieuw."), actor=life.coordinator, at=autumn)
    edition = life.submitted(life.agreed(coming, at=autumn), at=autumn)
    plans.decide(edition, minutes=life.minutes(on=autumn.date()), actor=life.clerk, at=autumn)
    editions = access.public_editions(life.table.municipality)
    areas = queries.with_plan(Area.objects.all(), editions=editions, on=autumn.date())
    slug = life.table.area.slug
    area = queries.with_plan_held(areas, editions=editions, slug=slug).get(slug=slug)
    assert queries.content_to_read(area) is not None
    assert queries.plan_of(area) != coming.public_id


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_plans_of_some_of_the_same_years_that_begin_at_once() -> None:
    life = lay_life()
    answers = at_once(life.opened, lambda: life.opened(starts_on=date(2019, 1, 1), ends_before=date(2023, 1, 1)))
    assert sorted(type(one).__name__ for one in answers) == ["Plan", "Refused"]
    assert Plan.objects.count() == 1
