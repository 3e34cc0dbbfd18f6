"""What others did with the priorities of a plan since somebody looked; and agreeing with all that was read."""

from datetime import datetime, timedelta

import pytest

from tests.conftest import AT
from tests.factories import NOBODY
from tests.plans.wishes import COOK, PAY, Wishes, lay_wishes
from tests.web.division_town import browser
from wijkaanzet.kernel import clock
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans import queries
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.contributions import ContributionStatus, YesBy
from wijkaanzet.plans.rules.handing_in import mark_of
from wijkaanzet.plans.rules.priorities import InformalAnswer, KnownBy, NewPriority, NewReason, ReasonKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def wishes() -> Wishes:
    return lay_wishes()


def later(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def says_yes(asked: plans.Asked, *, at: datetime) -> None:
    """With the code of the letter."""
    plans.answer_contribution(
        asked.contribution, answer=ContributionStatus.CONFIRMED, by=YesBy.CODE, says="Graag!", actor=NOBODY, at=at
    )


def changed(wishes: Wishes) -> dict[str, tuple[str, ...]]:
    """What who sits at the table reads of the priorities, by title."""
    found = queries.changes_since(wishes.plan, wishes.table.sits)
    return {one.priority.title: one.acts for one in found.priorities}


def test_what_was_done_with_a_priority_and_for_it_is_told_once_and_in_order(wishes: Wishes) -> None:
    keeper = wishes.coordinator
    plans.look(wishes.plan, actor=wishes.table.sits, at=AT)
    for minute, says in enumerate(("Wij koken.", "Wij koken samen."), start=1):
        plans.answer_informally(wishes.priority, informal=InformalAnswer.DO, says=says, actor=keeper, at=later(minute))
    why = [NewReason(kind=ReasonKind.WISH, says="Wij willen dit.")]
    plans.set_reasons(wishes.priority, reasons=why, actor=keeper, at=later(3))
    asked = plans.ask_contribution(wishes.priority, new=COOK, organisation=None, actor=keeper, at=later(4))
    says_yes(asked, at=later(5))
    plans.ask_others(wishes.priority, new=NewAsk(to_whom="Ruimte", question="Mag het?"), actor=keeper, at=later(6))
    other = plans.add_priority(wishes.plan, new=NewPriority(title="Zingen"), actor=keeper, at=later(7))
    plans.drop_priority(other, why="Toch niet.", actor=keeper, at=later(8))
    assert changed(wishes) == {
        wishes.priority.title: (
            "plans.priority.informal",
            "plans.priority.reasoned",
            "plans.contribution.asked",
            "plans.contribution.confirmed",
            "plans.ask.asked",
        ),
        "Zingen": ("plans.priority.added", "plans.priority.dropped"),
    }


def test_own_acts_and_those_of_before_are_no_news(wishes: Wishes) -> None:
    assert changed(wishes) == {}, "to who never looked everything is new"
    plans.look(wishes.plan, actor=wishes.table.sits, at=later(1))
    plans.add_priority(wishes.plan, new=NewPriority(title="Zingen"), actor=wishes.table.sits, at=later(2))
    assert changed(wishes) == {}


def test_it_is_read_on_the_page_and_gone_once_it_was_seen(wishes: Wishes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: later(9))
    client, url = browser(wishes.table.sits), f"/proefstad/plannen/{wishes.plan.public_id}/schrijven/"
    assert "U kijkt hier voor het eerst" in client.get(url).content.decode()
    plans.look(wishes.plan, actor=wishes.table.sits, at=AT)
    plans.set_base(
        wishes.plan,
        base=[NewBase(organisation_id=wishes.welfare.pk, what="Een sociaal werker", hours_a_week=24)],
        actor=wishes.coordinator,
        at=later(1),
    )
    plans.drop_priority(wishes.priority, why="Toch niet.", actor=wishes.coordinator, at=later(2))
    page = client.get(url).content.decode()
    assert "wie er in elk geval zijn" in page
    assert f'href="#let-go">{wishes.priority.title}' in page
    client.post(url.replace("schrijven", "gezien"))
    assert "Anderen hebben niets veranderd." in client.get(url).content.decode()


def content(wishes: Wishes) -> PlanContent:
    return queries.content_of(wishes.plan, on=AT.date())


def test_another_amount_reason_question_or_base_is_not_what_was_agreed_with(wishes: Wishes) -> None:
    keeper, seen = wishes.coordinator, {mark_of(content(wishes))}
    why = [NewReason(kind=ReasonKind.WISH, says="Wij willen dit.")]
    acts = (
        lambda: plans.set_reasons(wishes.priority, reasons=why, actor=keeper, at=AT),
        lambda: plans.ask_contribution(wishes.priority, new=PAY, organisation=wishes.welfare, actor=keeper, at=AT),
        lambda: plans.ask_others(wishes.priority, new=NewAsk(to_whom="Ruimte", question="Mag?"), actor=keeper, at=AT),
        lambda: plans.change_priority(
            wishes.priority,
            new=NewPriority(title=wishes.priority.title, known_by=KnownBy.STORY),
            seen="",
            actor=keeper,
            at=AT,
        ),
        lambda: plans.set_base(
            wishes.plan,
            base=[NewBase(organisation_id=wishes.welfare.pk, what="Een werker", hours_a_week=None)],
            actor=keeper,
            at=AT,
        ),
    )
    for act in acts:
        act()
        now = mark_of(content(wishes))
        assert now not in seen
        seen.add(now)


def test_a_yes_that_comes_is_still_what_was_agreed_with(wishes: Wishes) -> None:
    asked = wishes.ask()
    seen = mark_of(content(wishes))
    says_yes(asked, at=AT)
    assert mark_of(content(wishes)) == seen
