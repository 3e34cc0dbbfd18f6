"""What people say after a plan was adopted: a later yes stands in it at once, like a later no."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from django.test import Client
from pypdf import PdfReader

from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.queries import assert_same_queries
from tests.networks.table import later
from tests.plans.life import Life
from tests.plans.whole import COOK, PAY, Whole
from tests.web.test_plan_reading import BAND, at, page, text
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan
from wijkaanzet.plans.queries.since_adopted import gone_on_without
from wijkaanzet.plans.rules.contributions import ContributionStatus, YesBy
from wijkaanzet.plans.rules.priorities import InformalAnswer

pytestmark = pytest.mark.django_db
WAITS, LATER, WITHOUT = "gevraagd, nog geen antwoord", "zei later ja", "gevraagd, het netwerk gaat verder zonder"
SAYS = "Dat doet de buurvrouw."


@pytest.fixture
def plan(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan that everybody may read; the municipality and a band have not answered yet."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    plan = whole.written(whole.opened())
    one = whole.priority(plan, "Muziek", InformalAnswer.COULD, "Wij kunnen spelen.")
    plans.ask_contribution(one, new=BAND, actor=whole.keeper, at=AT)
    return whole.public(plan)


def of_municipality() -> Contribution:
    return Contribution.objects.get(what=PAY.what)


def of_band() -> Contribution:
    return Contribution.objects.get(group=BAND.group)


def said(contribution: Contribution, life: Life, answer: ContributionStatus = ContributionStatus.CONFIRMED) -> None:
    """Who is asked answers: residents with the code of their letter."""
    by = YesBy.CODE if contribution.code_hash else YesBy.ACCOUNT
    actor = NOBODY if by is YesBy.CODE else life.table.officer
    plans.answer_contribution(contribution, answer=answer, by=by, says=SAYS, actor=actor, at=later(1))


def line(client: Client, plan: Plan, what: str) -> Any:
    found = [one for each in page(client, at(plan)).priorities for one in each.brings if one.what == what]
    return found[0] if found else None


def pdf(content: bytes) -> str:
    return " ".join(one.extract_text() for one in PdfReader(BytesIO(content)).pages)


def word(content: bytes) -> str:
    return " ".join(one.text for one in docx.Document(BytesIO(content)).paragraphs)


def closed_up(words: str) -> str:
    return "".join(words.split())


def test_a_later_yes_stands_in_the_plan_that_was_adopted(client: Client, plan: Plan, life: Life) -> None:
    assert WAITS in line(client, plan, PAY.what).facts
    said(of_municipality(), life)
    facts = line(client, plan, PAY.what).facts
    assert (WAITS in facts, LATER in facts) == (False, True)
    assert "Gemeente Proefstad" in page(client, at(plan)).to_do[0].names


def test_residents_who_say_yes_later_come_into_it_by_the_name_of_their_group(
    client: Client, plan: Plan, life: Life
) -> None:
    assert line(client, plan, BAND.what) is None
    said(of_band(), life)
    found = line(client, plan, BAND.what)
    assert (found.who, found.says, LATER in found.facts) == (BAND.group, "", True)
    assert SAYS not in text(client, at(plan))
    assert [one.names for one in page(client, at(plan)).to_do if one.title == "Muziek"] == [(BAND.group,)]


def test_a_later_yes_that_is_taken_back_is_gone_at_once(client: Client, plan: Plan, life: Life) -> None:
    said(of_band(), life)
    said(of_band(), life, ContributionStatus.WITHDRAWN)
    assert line(client, plan, BAND.what) is None


def test_a_later_yes_that_the_network_takes_out_stays_until_the_change_is_adopted(
    client: Client, plan: Plan, life: Life, whole: Whole
) -> None:
    said(of_municipality(), life)
    whole.amended(plan)
    plans.withdraw_contribution(of_municipality(), actor=whole.keeper, at=later(2))
    assert LATER in line(client, plan, PAY.what).facts


def test_where_the_network_goes_on_without_no_answer_is_awaited(client: Client, plan: Plan, whole: Whole) -> None:
    plans.lapse_contribution(of_municipality(), actor=whole.keeper, at=later(1))
    facts = line(client, plan, PAY.what).facts
    assert (WAITS in facts, LATER in facts, WITHOUT in facts) == (False, False, True)
    plans.lapse_contribution(of_band(), actor=whole.keeper, at=later(60))
    assert line(client, plan, BAND.what) is None


def test_what_the_network_goes_on_without_costs_nothing(client: Client, plan: Plan, whole: Whole) -> None:
    assert page(client, at(plan)).money.table.totals == (PAY.cents, 0)
    plans.lapse_contribution(of_municipality(), actor=whole.keeper, at=later(1))
    money = page(client, at(plan)).money
    assert (money.table, money.enough) == (None, "Dit plan vraagt geen geld van de wijk.")
    assert gone_on_without([plan.pk]) == {of_municipality().public_id}


def test_who_said_yes_before_it_was_handed_in_did_not_say_it_later(client: Client, plan: Plan) -> None:
    assert LATER not in line(client, plan, COOK.what).facts


def test_once_a_change_is_adopted_a_yes_is_a_yes(client: Client, plan: Plan, life: Life, whole: Whole) -> None:
    said(of_municipality(), life)
    whole.public(whole.amended(plan))
    facts = line(client, plan, PAY.what).facts
    assert (WAITS in facts, LATER in facts) == (False, False)


@pytest.mark.parametrize(("name", "read"), [("plan.pdf", pdf), ("plan.docx", word)])
def test_the_papers_say_the_same(
    client: Client, plan: Plan, life: Life, name: str, read: Callable[[bytes], str]
) -> None:
    said(of_municipality(), life)
    said(of_band(), life)
    found = closed_up(read(client.get(at(plan, name)).content))
    assert found.count(closed_up(LATER)) == 2
    assert closed_up(WAITS) not in found
    assert closed_up(SAYS) not in found


def test_it_costs_the_same_queries_however_many_answer_later(
    client: Client, plan: Plan, life: Life, whole: Whole
) -> None:
    asked = [of_municipality(), of_band()]

    def more() -> None:
        for one in asked:
            said(one, life)

    assert_same_queries(client, at(plan), more, at_most=30)
