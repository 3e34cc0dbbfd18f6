"""What is handed in stays as it was; the executive adopts it, or returns it with reasons for its parts."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import ARRANGEMENT, NOBODY, at_once
from tests.networks.table import VISITOR, later, refused_key
from tests.plans.life import ENDS_BEFORE, STARTS_ON, SUMMARY, TODAY, Life, lay_life, move_of, move_of_edition
from wijkaanzet.budget.operations.post import Purpose, Transfer, post
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import AccountName, PostingKind
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.open_moves import differences
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.plans import access, queries
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan, PlanAgreement, ReturnRemark, Section
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, NewContribution
from wijkaanzet.plans.rules.plans import EDITION, EditionStatus, PlanStatus
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewPriority
from wijkaanzet.plans.rules.sections import SectionKey

RETURNED = Outcome.RETURNED


def asks_money(life: Life, cents: int, *, earmark: str = "") -> Plan:
    """A plan that asks an amount of the money of the area, or of one part of it."""
    plan = life.written()
    priority = plans.add_priority(plan, new=NewPriority(title="Samen eten"), actor=life.coordinator, at=AT)
    plans.answer_informally(
        priority, informal=InformalAnswer.WANT, says="Wij willen samen koken.", actor=life.coordinator, at=AT
    )
    new = NewContribution(
        bringer=Bringer.MUNICIPALITY,
        kind=ContributionKind.MONEY,
        what="Pannen",
        cents=cents,
        from_area_money=True,
        earmark=earmark,
    )
    plans.ask_contribution(priority, new=new, actor=life.coordinator, at=AT)
    return plan


def test_what_is_handed_in_is_kept_and_lies_with_the_clerk(life: Life) -> None:
    edition = life.submitted()
    content = queries.held_by(edition)
    assert (edition.number, edition.asks_cents, edition.available_cents) == (1, 0, None)
    assert content.texts == {SectionKey.SUMMARY: SUMMARY}
    assert content.agreement is not None
    move = move_of_edition(edition)
    assert move is not None
    assert (move.role, move.scope_kind, move.scope_id) == ("college_clerk", "body", life.college.pk)
    assert (move.action, move.due_on) == ("plans.decide", date(2017, 10, 30))


def test_an_edition_stays_as_it_was_whatever_happens_to_the_plan(life: Life) -> None:
    edition = life.decided(outcome=RETURNED)
    Section.objects.filter(plan=edition.plan).update(text="Heel anders.")
    assert queries.held_by(Edition.objects.get(pk=edition.pk)).texts == {SectionKey.SUMMARY: SUMMARY}


def allot(life: Life, cents: int, *, earmark: str = "jeugd", year: int = 2018) -> AccountName:
    """The area gets an amount for the first year of the plan, or another one."""
    municipality, area = life.table.municipality, life.table.area
    subject = Subject(NETWORK, life.table.network.pk)
    holder = Organisation.objects.filter(municipality=municipality).order_by("id")[0]
    pot = ledger.area(year, code=area.code, area_id=area.pk, component="basis", earmark=earmark)
    city = ledger.city(year, earmark)
    for kind, origin, destination in (
        (PostingKind.APPROPRIATION, ledger.source(year), city),
        (PostingKind.ALLOCATION, city, pot),
    ):
        post(
            [Transfer(origin, destination, cents)],
            kind=kind,
            municipality=municipality,
            purpose=Purpose(subject=subject, holder=holder, reference="proef"),
            at=AT,
        )
    return pot


@pytest.mark.parametrize(("cents", "short"), [(50_000, 0), (50_001, 1)])
def test_a_plan_that_asks_more_says_where_that_comes_from(life: Life, cents: int, short: int) -> None:
    """The area got 500 euros for the first year."""
    allot(life, 50_000)
    plan = life.agreed(asks_money(life, cents))
    if short:
        with pytest.raises(Refused) as caught:
            life.submitted(plan)
        assert refused_key(caught.value) == ("shortfall_from_where", {"short_cents": short})
    edition = plans.submit(plan, shortfall_from="Uit het fonds.", actor=life.coordinator, at=AT)
    says = "Uit het fonds." if short else ""
    assert (edition.asks_cents, edition.available_cents, edition.shortfall_from) == (cents, 50_000, says)


@pytest.mark.parametrize(("asks", "left"), [(20_000, 30_000), (80_000, 0)])
def test_what_another_plan_of_the_area_asks_is_not_there_twice(life: Life, asks: int, left: int) -> None:
    allot(life, 50_000)
    first = life.agreed(asks_money(life, asks))
    life.decided(plans.submit(first, shortfall_from="Uit het fonds.", actor=life.coordinator, at=AT))
    other = networks.open_network(
        life.table.area, new=networks.Described(name="Tafel van de markt"), actor=NOBODY, at=AT
    )
    plan = plans.open_plan(other, starts_on=STARTS_ON, ends_before=ENDS_BEFORE, actor=NOBODY, at=AT)
    assert queries.money_there(plan, on=TODAY).cents == left


def test_adopted_it_holds_until_the_network_looks_back(life: Life) -> None:
    edition = life.decided()
    decision = Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk)
    assert (edition.status, edition.decided_on, decision.step) == (EditionStatus.ADOPTED, TODAY, "plan")
    assert (edition.plan.status, edition.plan.look_again_on) == (PlanStatus.ADOPTED, date(2018, 10, 1))
    assert move_of_edition(edition) is None


def test_returned_it_is_written_again_with_the_reasons(life: Life) -> None:
    edition = life.submitted()
    remarks = [plans.Remark(text="Zeg ook wie.", about="summary"), plans.Remark(text="Kort en goed.")]
    minutes = life.minutes(RETURNED)
    edition = plans.decide(edition, minutes=minutes, remarks=remarks, actor=life.clerk, at=later(5))
    plan = edition.plan
    assert (edition.status, plan.status, plan.round) == (EditionStatus.RETURNED, PlanStatus.WRITING, 2)
    kept = ReturnRemark.objects.filter(edition=edition).order_by("position")
    assert [(one.about, one.text) for one in kept] == [("summary", "Zeg ook wie."), ("", "Kort en goed.")]
    assert not PlanAgreement.objects.filter(plan=plan, over_on__isnull=True).exists()
    move = move_of(plan)
    assert move is not None
    assert move.action == "plans.write_again"
    assert [one for one in differences() if one.startswith("plans.")] == []
    assert life.submitted(life.agreed(plan)).number == 2


@pytest.mark.parametrize(
    ("outcome", "remark", "key"),
    [
        (RETURNED, plans.Remark(text="Wat?", about="risks"), "remark_about_unknown"),
        (Outcome.ADOPTED, plans.Remark(text="Wat?", about="summary"), "remarks_when_adopted"),
        (RETURNED, plans.Remark(text="a" * 2_001, about="summary"), "network_words_too_long"),
    ],
)
def test_reasons_are_for_a_part_of_what_came_back(life: Life, outcome: Outcome, remark: plans.Remark, key: str) -> None:
    edition = life.submitted()
    with pytest.raises(Refused) as caught:
        plans.decide(edition, minutes=life.minutes(outcome), remarks=[remark], actor=life.clerk, at=AT)
    assert caught.value.key == key
    assert not Decision.objects.exists()


@pytest.mark.parametrize("remarks", [[], [plans.Remark(text=" ", about="summary")], [plans.Remark(text="\n")]])
def test_it_comes_back_with_a_reason_for_a_part_or_the_whole(life: Life, remarks: list[plans.Remark]) -> None:
    edition = life.submitted()
    with pytest.raises(Refused) as caught:
        plans.decide(edition, minutes=life.minutes(RETURNED), remarks=remarks, actor=life.clerk, at=AT)
    assert refused_key(caught.value) == ("return_without_remark", {})
    assert not Decision.objects.exists()
    assert Edition.objects.get(pk=edition.pk).status == EditionStatus.SUBMITTED
    assert (
        plans.decide(
            edition, minutes=life.minutes(RETURNED), remarks=[plans.Remark(text="Te kort.")], actor=life.clerk, at=AT
        )
        .remarks.get()
        .about
        == ""
    )


def test_only_the_clerk_of_the_body_that_decides_records(life: Life) -> None:
    edition = life.submitted()
    for actor in (life.coordinator, life.table.officer, VISITOR):
        with pytest.raises(Refused) as caught:
            plans.decide(edition, minutes=life.minutes(), actor=actor, at=AT)
        assert caught.value.key == "not_the_clerk"
    assert Edition.objects.get(pk=edition.pk).status == EditionStatus.SUBMITTED


def test_a_meeting_before_it_was_handed_in_did_not_decide_on_it(life: Life) -> None:
    edition, day_before = life.submitted(), TODAY - timedelta(days=1)
    with pytest.raises(Refused) as caught:
        plans.decide(edition, minutes=life.minutes(on=day_before), actor=life.clerk, at=AT)
    assert refused_key(caught.value) == ("meeting_before_proposal", {"day": day_before, "since": TODAY})
    assert not Decision.objects.exists()


def test_a_change_during_its_years_leaves_what_was_adopted_as_it_is(life: Life) -> None:
    edition = life.decided()
    plan = plans.amend(edition.plan, why="De school sluit.", actor=life.coordinator, at=later(90))
    assert (plan.status, plan.round, plan.change_why) == (PlanStatus.WRITING, 2, "De school sluit.")
    assert queries.last_adopted(plan) == edition
    second = life.decided(life.submitted(life.agreed(plan)))
    assert (second.number, queries.last_adopted(plan)) == (2, second)
    assert queries.held_by(second).change_why == "De school sluit."
    assert Plan.objects.get(pk=plan.pk).change_why == ""


def test_a_plan_of_which_something_was_adopted_ends_after_its_years(life: Life) -> None:
    plan = plans.amend(life.decided().plan, why="De school sluit.", actor=life.coordinator, at=AT)
    with pytest.raises(Refused) as caught:
        plans.end_plan(plan, actor=life.coordinator, at=AT)
    assert caught.value.key == "plan_still_runs"


def test_who_else_decides_is_what_the_arrangement_says(life: Life) -> None:
    text = (
        ARRANGEMENT.replace("2016-01-01", "2017-11-01") + '[levels.plan]\nproposes = "coordinator"\ndecides = "raad"\n'
    )
    people.install_arrangement(text, file_name="proef.toml", actor=NOBODY, at=AT)
    edition = life.submitted(at=later(60))
    move = move_of_edition(edition)
    council = Body.objects.get(municipality=life.table.municipality, key="raad")
    assert move is not None
    assert (move.role, move.scope_id) == ("council_clerk", council.pk)


def test_a_body_without_a_clerk_gets_nothing_handed_in(life: Life) -> None:
    text = ARRANGEMENT.replace("2016-01-01", "2017-11-01")
    text += '[levels.plan]\nproposes = "coordinator"\ndecides = "partner"\n'
    people.install_arrangement(text, file_name="proef.toml", actor=NOBODY, at=AT)
    plan = life.agreed()
    with pytest.raises(Refused) as caught:
        life.submitted(plan, at=later(60))
    assert refused_key(caught.value) == ("no_clerk", {"body": "De partner"})


def test_what_is_written_down_of_an_edition_holds_no_words(life: Life) -> None:
    life.decided(outcome=RETURNED)
    rows = AuditEntry.objects.filter(subject_kind=EDITION).order_by("id")
    assert [row.action for row in rows] == ["plans.edition.submitted", "plans.edition.returned"]
    assert not any("samen" in str(row.detail) for row in rows)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_clerks_who_decide_at_once_one_decides() -> None:
    life = lay_life()
    edition = life.submitted()
    answers = at_once(
        lambda: plans.decide(edition, minutes=life.minutes(), actor=life.clerk, at=AT),
        lambda: life.decided(edition, outcome=RETURNED),
    )
    assert sorted(type(one).__name__ for one in answers) == ["Edition", "Refused"]
    assert Decision.objects.count() == 1


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_nobody_changes_a_word_while_it_is_handed_in() -> None:
    life = lay_life()
    plan = life.agreed()
    section = Section.objects.get(plan=plan, key=SectionKey.SUMMARY)
    hand_in = plans.HandIn(base=1, text="Snel nog iets anders.")
    at_once(
        lambda: life.submitted(plan),
        lambda: plans.write(section, hand_in=hand_in, actor=life.coordinator, at=AT),
    )
    plan.refresh_from_db()
    section.refresh_from_db()
    edition = Edition.objects.filter(plan=plan).first()
    assert (plan.status == PlanStatus.SUBMITTED) == (edition is not None)
    assert edition is None or section.text == SUMMARY


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "wrong",
    [
        {"status": EditionStatus.ADOPTED},
        {"decided_on": TODAY},
        {"asks_cents": 5, "available_cents": 4},
    ],
)
def test_the_database_keeps_an_edition_whole(life: Life, wrong: dict[str, object]) -> None:
    edition = life.submitted()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(**wrong)
    assert Edition.objects.get(pk=edition.pk).status == EditionStatus.SUBMITTED


def test_an_edition_is_public_once_its_decision_is(life: Life) -> None:
    edition, municipality = life.decided(), life.table.municipality
    assert list(access.public_editions(municipality)) == []
    life.made_known(edition)
    assert list(access.public_editions(municipality)) == [edition]
