"""Before a network agrees with its plan and hands it in: what it reads, and what it is asked to look at."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from tests.conftest import AT
from tests.plans.life import Life, lay_life
from tests.plans.test_deciding import allot, asks_money
from tests.web.division_town import browser
from tests.web.network_pages import Page, refused
from tests.web.test_plan_life import at, status_of
from wijkaanzet.kernel import clock
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting, Network
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.rules.content import MoneyThere
from wijkaanzet.plans.rules.money import mark_of_money
from wijkaanzet.plans.rules.plans import PlanStatus

pytestmark = pytest.mark.django_db


@pytest.fixture(name="life")
def life_today(monkeypatch: pytest.MonkeyPatch) -> Life:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_life()


@pytest.fixture
def coordinator(life: Life) -> Client:
    return browser(life.coordinator)


def there(cents: int | None) -> MoneyThere:
    """What there is in the first year of the plan."""
    return MoneyThere(year=2018, cents=cents)


def seen_on(answer: Page) -> str:
    """The mark of the amounts that a page shows."""
    (mark,) = re.findall(r'name="money_seen" value="([^"]*)"', answer.content.decode())
    return str(mark)


@pytest.mark.parametrize(("agreed", "step"), [(False, "instemmen/"), (True, "indienen/")])
def test_points_out_names_before_the_plan_goes_out(life: Life, coordinator: Client, *, agreed: bool, step: str) -> None:
    plan = life.written("Bel Fatima Jansen.")
    page = coordinator.get(at(life.agreed(plan) if agreed else plan, step)).context["page"]
    assert page.names == ("Fatima Jansen",)


def read_on(page: Page) -> str:
    """The mark of the plan as it was read, which the page sends along."""
    (mark,) = re.findall(r'name="seen" value="([^"]*)"', page.content.decode())
    return str(mark)


def test_agrees_only_with_what_was_read_also_after_a_slip_of_the_pen(life: Life, coordinator: Client) -> None:
    plan = life.written()
    told = {"way": "consent", "seen": read_on(coordinator.get(at(plan, "instemmen/")))}
    section = plan.sections.get(key="summary")
    plans.write(section, hand_in=plans.HandIn(base=1, text="Anders."), actor=life.coordinator, at=AT)
    slip = coordinator.post(at(plan, "instemmen/"), {**told, "in_favour": "veel"})
    assert (slip.status_code, read_on(slip)) == (422, told["seen"])
    refused = coordinator.post(at(plan, "instemmen/"), {**told, "seen": read_on(slip)})
    assert (refused.status_code, status_of(plan)) == (409, PlanStatus.WRITING)


def test_agrees_only_with_what_was_read(life: Life, coordinator: Client) -> None:
    plan = life.written()
    told = {"way": "consent", "seen": read_on(coordinator.get(at(plan, "instemmen/")))}
    section = plan.sections.get(key="summary")
    plans.write(section, hand_in=plans.HandIn(base=1, text="Anders."), actor=life.coordinator, at=AT)
    refused = coordinator.post(at(plan, "instemmen/"), told)
    assert (refused.status_code, status_of(plan)) == (409, PlanStatus.WRITING)
    again = {**told, "seen": read_on(refused)}
    assert coordinator.post(at(plan, "instemmen/"), again).status_code == 302
    assert status_of(plan) is PlanStatus.AGREED


def test_proposes_the_rule_of_the_network_itself(life: Life, coordinator: Client) -> None:
    plan = life.written()
    Network.objects.filter(pk=plan.network_id).update(own_rule="Niemand is tegen.")
    assert "Niemand is tegen." in coordinator.get(at(plan, "instemmen/")).content.decode()


def held(life: Life, days_ago: int) -> Meeting:
    """A meeting that was held that many days ago."""
    planned = life.table.planned(starts_at=AT - timedelta(days=days_ago))
    return networks.hold(planned, attended=networks.Attended(), actor=life.coordinator, at=AT)


class TestMeetings:
    @pytest.mark.parametrize(
        ("days_ago", "offered", "told", "plan_one"),
        [((), 0, False, False), ((0,), 1, False, False), ((0, 7), 1, True, False), ((1, 7), 0, True, True)],
        ids=["none was held", "on that day", "one is of before", "all are of before"],
    )
    def test_offers_only_those_that_had_the_words_of_now(
        self, life: Life, coordinator: Client, *, days_ago: tuple[int, ...], offered: int, told: bool, plan_one: bool
    ) -> None:
        for one in days_ago:
            held(life, one)
        answer = coordinator.get(at(life.written(), "instemmen/"))
        form, page = answer.context["form"], answer.context["page"]
        assert len(form.meetings) == offered
        assert (bool(page.before_change), page.plan_meeting is not None) == (told, plan_one)
        assert (f"{life.table.network.body.key}/bijeenkomst/nieuw/" in answer.content.decode()) == plan_one

    def test_one_that_was_chosen_before_a_word_changed_stays_with_why(self, life: Life, coordinator: Client) -> None:
        plan, meeting = life.written(), held(life, 1)
        answer = coordinator.post(at(plan, "instemmen/"), {"way": "consent", "meeting": meeting.pk, "rule": "Niemand."})
        assert (answer.status_code, status_of(plan)) == (409, PlanStatus.WRITING)
        assert refused(answer, "meeting_before_change", day=AT.date())
        assert answer.context["form"]["meeting"].value() == str(meeting.pk)


class TestMoney:
    @pytest.mark.parametrize(
        ("shown", "since", "says"),
        [
            (40_000, 10_000, "Uit het fonds."),
            (90_000, -50_000, ""),
            (0, 40_000, ""),
            (40_000, 60_000, "Uit het fonds."),
        ],
        ids=["less is short", "it is short now", "it is decided now", "it is enough now"],
    )
    def test_amounts_that_changed_are_shown_before_the_plan_goes(
        self, life: Life, coordinator: Client, monkeypatch: pytest.MonkeyPatch, *, shown: int, since: int, says: str
    ) -> None:
        monkeypatch.setattr(queries, "money_there", lambda _plan, on: there(shown or None))
        path = at(life.agreed(asks_money(life, 80_000)), "indienen/")
        told = {"shortfall_from": says, "money_seen": seen_on(coordinator.get(path))}
        monkeypatch.setattr(queries, "money_there", lambda _plan, on: there(shown + since))
        again = coordinator.post(path, told)
        assert refused(again, "plan_money_changed")
        assert not Edition.objects.exists()
        assert coordinator.get(path).context["page"].alert == again.context["page"].alert
        assert seen_on(again) == mark_of_money({"": 80_000}, there(shown + since))
        short = "shortfall_from" in again.context["form"].fields
        assert short == (shown + since < 80_000)
        told = {"money_seen": seen_on(again), "shortfall_from": "Uit het andere fonds." if short else ""}
        assert coordinator.post(path, told).status_code == 302
        edition = Edition.objects.get()
        assert (edition.available_cents, edition.shortfall_from) == (shown + since, told["shortfall_from"])

    def test_where_the_rest_should_come_from_is_still_there_when_less_is_there(
        self, life: Life, coordinator: Client
    ) -> None:
        allot(life, 50_000)
        path = at(life.agreed(asks_money(life, 80_000)), "indienen/")
        told = {"shortfall_from": "Uit het fonds.", "money_seen": seen_on(coordinator.get(path))}
        allot(life, 10_000)
        again = coordinator.post(path, told)
        assert again.context["form"]["shortfall_from"].value() == "Uit het fonds."
        assert coordinator.post(path, {**told, "money_seen": seen_on(again)}).status_code == 302

    @pytest.mark.parametrize("seen", ["x" * 100_000, "<script>", "1:2:3", "é"])
    def test_a_mark_that_no_page_gave_is_refused(self, life: Life, coordinator: Client, seen: str) -> None:
        answer = coordinator.post(at(life.agreed(), "indienen/"), {"money_seen": seen})
        assert refused(answer, "plan_money_changed")
