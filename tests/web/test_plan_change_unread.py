"""While a change of an adopted plan is written, a visitor reads what was adopted, word for word, everywhere."""

import re
from collections.abc import Callable
from typing import Final

import pytest
from django.test import Client

from tests.conftest import AT
from tests.networks.table import Table
from tests.plans.life import Life
from tests.plans.whole import SECRET, Whole, photo
from tests.web.division_town import browser
from tests.web.test_meeting_papers import about
from tests.web.test_plan_reading_secrets import said
from tests.web.writing_world import suggest
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Ask, Contribution, Plan, Priority
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.contributions import CONTRIBUTION, Bringer, ContributionKind, NewContribution
from wijkaanzet.plans.rules.priorities import (
    ASK,
    PRIORITY,
    AskAnswer,
    InformalAnswer,
    KnownBy,
    NewPriority,
    NewReason,
    PlaceKind,
    ReasonKind,
)
from wijkaanzet.plans.rules.sections import OF_A_PRIORITY, OF_THE_PLAN, TakenOver

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.nothing-of-a-draft-leaks")]
OPEN_QUESTION: Final = "Iemand om mee te wandelen"
SAYS: Final = "Wie loopt er al samen?"
OF_ONE_PAGE: Final = re.compile(rb'name="(?:csrfmiddlewaretoken|token)" value="[^"]*"|nonce[^"]*"[^"]*"')
"""What is another one each time that a page is shown."""
Change = Callable[[Whole, Plan], object]


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture(name="plan")
def plan_that_is_being_changed(whole: Whole) -> Plan:
    """A plan that was adopted, of which a change was begun; nothing is changed yet."""
    plan = whole.written(whole.opened())
    one, _code = suggest(plan)
    plans.answer_suggestion(
        one, answer=plans.Answer(taken_over=TakenOver.FULLY, answer="Graag!"), actor=whole.keeper, at=AT
    )
    plans.ask_others(
        called(plan, OPEN_QUESTION),
        new=NewAsk(to_whom="Het gilde", question="Loopt u mee?"),
        actor=whole.keeper,
        at=AT,
    )
    whole.public(plan)
    plans.amend(plan, why="Er kwam een idee bij.", actor=whole.keeper, at=AT)
    plan.refresh_from_db()
    return plan


def called(plan: Plan, title: str) -> Priority:
    """The priority that had this title when it was adopted."""
    return plan.priorities.get(title=title)


def renamed(whole: Whole, plan: Plan) -> None:
    new = NewPriority(title=f"Samen {SECRET}", place_kind=PlaceKind.STREET, place=f"{SECRET}straat")
    for one in plan.priorities.order_by("pk"):
        plans.change_priority(one, new=new, actor=whole.keeper, at=AT)


def known_otherwise(whole: Whole, plan: Plan) -> None:
    one = called(plan, OPEN_QUESTION)
    new = NewPriority(title=one.title, known_by=KnownBy.LOOK_BACK, look_back_on=AT.date().replace(month=12))
    plans.change_priority(one, new=new, actor=whole.keeper, at=AT)


def asked_otherwise(whole: Whole, plan: Plan) -> None:
    answer_informally(whole, called(plan, OPEN_QUESTION), InformalAnswer.NOTHING_YET, f"Wie kent {SECRET}?")


def answered(whole: Whole, plan: Plan) -> None:
    answer_informally(whole, called(plan, OPEN_QUESTION), InformalAnswer.DO, f"Wij lopen met {SECRET}.")


def asked_after_all(whole: Whole, plan: Plan) -> None:
    answer_informally(whole, called(plan, "Een groen plein"), InformalAnswer.NOTHING_YET, "")


def answer_informally(whole: Whole, one: Priority, informal: InformalAnswer, says: str) -> None:
    plans.answer_informally(one, informal=informal, says=says, actor=whole.keeper, at=AT)


def asked_newly(whole: Whole, plan: Plan) -> None:
    whole.priority(plan, f"Meer {SECRET}", InformalAnswer.NOTHING_YET, f"Wie kent {SECRET}?")


def let_go(whole: Whole, plan: Plan) -> None:
    for one in plan.priorities.order_by("pk"):
        plans.drop_priority(one, why=f"Wegens {SECRET}.", actor=whole.keeper, at=AT)


def moved(whole: Whole, plan: Plan) -> None:
    plans.move_priority(called(plan, OPEN_QUESTION), to=1, actor=whole.keeper, at=AT)


def written(whole: Whole, plan: Plan) -> None:
    whole.say(plan.sections.filter(priority__isnull=True), dict.fromkeys(OF_THE_PLAN, f"Wij willen {SECRET}."))
    for one in plan.priorities.order_by("pk"):
        whole.say(one.sections.all(), dict.fromkeys(OF_A_PRIORITY, f"Daarom {SECRET}."))
        wish = [NewReason(kind=ReasonKind.WISH, says=f"Wens: {SECRET}.")]
        plans.set_reasons(one, reasons=wish, actor=whole.keeper, at=AT)


def brought(whole: Whole, plan: Plan) -> None:
    band = NewContribution(
        bringer=Bringer.RESIDENTS, group=f"Groep {SECRET}", kind=ContributionKind.HOURS, what=f"Spelen {SECRET}"
    )
    money = NewContribution(
        bringer=Bringer.MUNICIPALITY,
        kind=ContributionKind.MONEY,
        what=f"Geld voor {SECRET}",
        cents=77_700,
        from_area_money=True,
    )
    one = called(plan, "Samen eten")
    whole.promised(one, band)
    plans.ask_contribution(one, new=money, actor=whole.keeper, at=AT)
    base = [NewBase(organisation_id=whole.welfare().pk, what=f"Een werker {SECRET}", hours_a_week=3)]
    plans.set_base(plan, base=base, actor=whole.keeper, at=AT)


def taken_out(whole: Whole, plan: Plan) -> None:
    """Both what was promised and what was only asked."""
    for one in Contribution.objects.filter(priority__plan=plan).order_by("pk"):
        plans.withdraw_contribution(one, actor=whole.keeper, at=AT)


def asked_of_others(whole: Whole, plan: Plan) -> None:
    waiting = Ask.objects.get(priority__plan=plan, to_whom="Het gilde")
    plans.answer_ask(waiting, kind=AskAnswer.NO, answer=f"Nee, {SECRET}.", actor=whole.keeper, at=AT)
    new = NewAsk(to_whom=f"Vereniging {SECRET}", question=f"Wat doet {SECRET}?")
    plans.ask_others(called(plan, "Samen eten"), new=new, actor=whole.keeper, at=AT)


def pictured(whole: Whole, plan: Plan) -> None:
    new = plans.NewPicture(content=photo(), alt=f"Een {SECRET}", consent="Iedereen zei ja.")
    plans.add_picture(plan, new=new, actor=whole.keeper, at=AT)


CHANGES: Final[tuple[Change, ...]] = (
    renamed, known_otherwise, asked_otherwise, answered, asked_after_all, asked_newly, let_go, moved, written,
    brought, taken_out, asked_of_others, pictured,
)  # fmt: skip


def pages(plan: Plan) -> tuple[str, ...]:
    """Wherever a visitor reads of a plan."""
    here, body = f"plannen/{plan.public_id}/", plan.network.body
    assert body.area is not None
    asked = plan.priorities.order_by("pk").values_list("public_id", flat=True)
    return (
        "", "plannen/", "netwerken/", f"netwerken/{body.key}/", f"netwerken/{body.key}/gevraagd/", "wijken/",
        f"wijken/{body.area.slug}/", f"wijken/{body.area.slug}/netwerken/", f"wijken/{body.area.slug}/jaar/", "jaar/",
        here, f"{here}uitgave/1/", f"{here}verschil/", f"{here}voorstellen/", f"{here}plan.pdf", f"{here}plan.docx",
        "verteld/", "vertel/", f"vertel/?over=plan-{plan.public_id}",
        *(f"vertel/?over=plan-{plan.public_id}&prioriteit={one}" for one in asked),
    )  # fmt: skip


def read(plan: Plan, *more: str) -> dict[str, str]:
    """What a visitor gets at each of these addresses, without what is another one each time."""
    found = {}
    for page in (*pages(plan), *more):
        answer = Client().get(f"/proefstad/{page}")
        found[page] = f"{answer.status_code} {said(OF_ONE_PAGE.sub(b'', answer.content), answer['Content-Type'])}"
    return found


class TestForm:
    """Who writes reads beside the question when everybody reads it."""

    def told(self, life: Life, one: Priority) -> str:
        client = browser(life.coordinator)
        here = f"/proefstad/plannen/{one.plan.public_id}/prioriteit/{one.public_id}/"
        return " ".join(client.get(f"{here}{page}/").content.decode() for page in ("eerst-informeel", "wijzigen"))

    def test_says_that_an_open_question_of_a_first_plan_is_read_at_once(self, life: Life, whole: Whole) -> None:
        plan = whole.written(whole.opened())
        read = self.told(life, called(plan, OPEN_QUESTION))
        assert "Dan leest iedereen de titel en uw zin meteen" in read
        assert "Dit is een open vraag. Iedereen leest de titel meteen" in read
        assert "Dit is een open vraag." not in self.told(life, called(plan, "Samen eten"))

    def test_says_that_of_a_change_it_is_read_once_that_is_adopted(self, life: Life, plan: Plan) -> None:
        read = self.told(life, called(plan, OPEN_QUESTION))
        assert "zodra deze wijziging van het plan is vastgesteld" in read
        assert "meteen" not in read


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_nothing_of_it_changes_what_a_visitor_reads(whole: Whole, plan: Plan, change: Change) -> None:
    before = read(plan)
    assert OPEN_QUESTION in before[f"plannen/{plan.public_id}/"]
    assert SAYS in before[f"plannen/{plan.public_id}/"]
    change(whole, plan)
    after = read(plan)
    assert [page for page in before if after[page] != before[page]] == []


def test_on_the_paper_of_a_meeting_the_question_stands_as_it_was_adopted(life: Life, whole: Whole, plan: Plan) -> None:
    one = called(plan, OPEN_QUESTION)
    brought_there = Contribution.objects.filter(priority__plan=plan).order_by("pk")[0]
    ask = Ask.objects.get(priority=one)
    table: Table = life.table
    points = (Subject(PRIORITY, one.pk), Subject(CONTRIBUTION, brought_there.pk), Subject(ASK, ask.pk))
    meeting = about(table, *points)
    paper = f"netwerken/{plan.network.body.key}/bijeenkomst/{meeting.public_id}/agenda.pdf"
    before = read(plan, paper)[paper]
    assert OPEN_QUESTION in " ".join(before.split())
    for change in (written, taken_out, asked_otherwise, renamed):
        change(whole, plan)
    assert read(plan, paper)[paper] == before


def test_all_of_it_is_read_once_the_change_is_made_known(whole: Whole, plan: Plan) -> None:
    asked_newly(whole, plan)
    renamed(whole, plan)
    here = f"plannen/{plan.public_id}/"
    assert SECRET not in read(plan)[here]
    whole.public(plan)
    assert f"Samen {SECRET}" in read(plan)[here]
    assert f"Wie kent {SECRET}?" in read(plan)[here]
