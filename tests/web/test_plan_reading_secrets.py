"""Nothing of a draft leaks: whatever state a plan is in, whoever asks, at every address where plans are read."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from pypdf import PdfReader

from tests.conftest import AT
from tests.factories import MunicipalityFactory, somebody
from tests.plans.life import TODAY
from tests.plans.whole import SECRET, Whole
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, NewContribution
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewReason, ReasonKind
from wijkaanzet.plans.rules.sections import OF_A_PRIORITY, OF_THE_PLAN

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.nothing-of-a-draft-leaks")]
READ = ("", "uitgave/1/", "uitgave/2/", "uitgave/3/", "verschil/", "plan.pdf", "plan.docx")
AROUND = ("/proefstad/", "/proefstad/plannen/")
ROLES = (Role.COORDINATOR, Role.AREA_MANAGER, Role.POLICY_OFFICER, Role.COLLEGE_CLERK, Role.COUNCIL_MEMBER)


@dataclass(frozen=True)
class State:
    """How far a plan came, and at which of the addresses there is something to read by then."""

    name: str
    bring: Callable[[Whole, Plan], object]
    there: frozenset[str]


def _resting(whole: Whole, plan: Plan) -> None:
    plans.rest(
        plan, why="Wij wachten op het buurthuis.", look_again_on=TODAY.replace(month=12), actor=whole.keeper, at=AT
    )


def _returned(whole: Whole, plan: Plan) -> None:
    whole.adopted(whole.submitted(whole.agreed(plan)), outcome=Outcome.RETURNED)


def _amended_and_handed_in(whole: Whole, plan: Plan) -> None:
    whole.submitted(whole.agreed(whole.amended(plan, word=SECRET)))


def _amended_and_adopted(whole: Whole, plan: Plan) -> None:
    whole.adopted(whole.submitted(whole.agreed(whole.amended(plan, word=SECRET))))


NOTHING_YET = frozenset({""})
FIRST = frozenset({"", "uitgave/1/", "plan.pdf", "plan.docx"})
DRAFTS = (
    State("being written", lambda whole, plan: None, NOTHING_YET),
    State("rests", _resting, NOTHING_YET),
    State("agreed", lambda whole, plan: whole.agreed(plan), NOTHING_YET),
    State("handed in", lambda whole, plan: whole.submitted(whole.agreed(plan)), NOTHING_YET),
    State("returned", _returned, NOTHING_YET),
    State("adopted, not made known", lambda w, plan: w.adopted(w.submitted(w.agreed(plan))), NOTHING_YET),
    State("let go", lambda whole, plan: plans.end_plan(plan, actor=whole.keeper, at=AT), NOTHING_YET),
)
CHANGES = (
    State("being changed", lambda whole, plan: whole.amended(plan, word=SECRET), FIRST),
    State("change handed in", _amended_and_handed_in, FIRST),
    State("change adopted, not made known", _amended_and_adopted, FIRST),
)


def planted(whole: Whole) -> Plan:
    """A plan that says the secret word in every part of it that is no open question."""
    plan = whole.opened()
    whole.say(plan.sections.all(), dict.fromkeys(OF_THE_PLAN, f"Wij willen {SECRET}."))
    one = whole.priority(plan, f"Meer {SECRET}", InformalAnswer.DO, f"Wij doen {SECRET}.", place=f"Straat {SECRET}")
    whole.say(one.sections.all(), dict.fromkeys(OF_A_PRIORITY, f"Daarom {SECRET}."))
    reasons = [NewReason(kind=ReasonKind.WISH, says=f"Wens: {SECRET}.")]
    plans.set_reasons(one, reasons=reasons, actor=whole.keeper, at=AT)
    band = NewContribution(
        bringer=Bringer.RESIDENTS, group=f"Groep {SECRET}", kind=ContributionKind.HOURS, what=f"Spelen {SECRET}"
    )
    whole.promised(one, band)
    base = NewBase(organisation_id=whole.welfare().pk, what=f"Een werker {SECRET}")
    plans.set_base(plan, base=[base], actor=whole.keeper, at=AT)
    return plan


def user_of(actor):
    return User.objects.get(pk=actor.user_id)


def browsers(whole: Whole) -> dict[str, Client]:
    """A visitor and somebody in each role; who keeps the plan is one of them."""
    municipality, area = whole.network.body.municipality, whole.network.body.area
    scopes = {Role.COORDINATOR: area, Role.AREA_MANAGER: area, Role.COLLEGE_CLERK: whole.college}
    scopes[Role.COUNCIL_MEMBER] = municipality.bodies.get(kind="council")
    found = {"visitor": Client()}
    for role in ROLES:
        client = Client()
        client.force_login(user_of(somebody(role, municipality, scope=scopes.get(role))))
        found[role] = client
    return found


def pages_of(body):
    """The pages of a network and of its neighbourhood."""
    return (f"/proefstad/wijken/{body.area.slug}/", f"/proefstad/netwerken/{body.key}/")


def said(content: bytes, kind: str) -> str:
    """Everything in an answer: of a PDF and a document what is written in it."""
    if kind == "application/pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if "wordprocessingml" in kind:
        with ZipFile(BytesIO(content)) as packed:
            return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return content.decode()


def _looked_at(whole: Whole, plan: Plan, state: State) -> list[str]:
    """What is not as it should be, for everybody at every address."""
    around = (*AROUND, *pages_of(whole.network.body))
    wrong = []
    for who, client in browsers(whole).items():
        for step in READ:
            answer = client.get(f"/proefstad/plannen/{plan.public_id}/{step}")
            if (answer.status_code == 200) != (step in state.there) or answer.status_code not in {200, 404}:
                wrong.append(f"{who} at {step or 'the plan'}: {answer.status_code}")
            elif SECRET in said(answer.content, answer["Content-Type"]):
                wrong.append(f"{who} at {step or 'the plan'}: a word of the draft")
        for path in around:
            answer = client.get(path)
            if answer.status_code != 200 or SECRET in answer.content.decode():
                wrong.append(f"{who} at {path}: {answer.status_code}")
    return wrong


@pytest.mark.parametrize("state", DRAFTS, ids=lambda state: state.name)
def test_of_a_plan_that_was_never_adopted_only_that_it_is_there_can_be_read(whole: Whole, state: State) -> None:
    plan = planted(whole)
    state.bring(whole, plan)
    assert _looked_at(whole, plan, state) == []


@pytest.mark.parametrize("state", CHANGES, ids=lambda state: state.name)
def test_of_a_change_nothing_can_be_read_before_it_is_made_known(whole: Whole, state: State) -> None:
    plan = whole.opened()
    whole.public(whole.written(plan))
    state.bring(whole, plan)
    assert _looked_at(whole, plan, state) == []


def test_the_secret_word_is_read_by_everybody_once_it_is_made_known(whole: Whole) -> None:
    plan = whole.public(planted(whole))
    for step in ("", "uitgave/1/", "plan.pdf", "plan.docx"):
        answer = Client().get(f"/proefstad/plannen/{plan.public_id}/{step}")
        assert said(answer.content, answer["Content-Type"]).count(SECRET) > 8


def test_what_the_network_asks_everybody_on_purpose_can_be_read_while_it_writes(whole: Whole) -> None:
    plan = planted(whole)
    whole.priority(plan, "Iemand om mee te wandelen", InformalAnswer.NOTHING_YET, "Wie loopt er al samen?")
    html = Client().get(f"/proefstad/plannen/{plan.public_id}/").content.decode()
    assert "Iemand om mee te wandelen" in html
    assert SECRET not in html


def test_a_plan_is_not_found_in_another_municipality(whole: Whole) -> None:
    plan = whole.public(planted(whole))
    other = MunicipalityFactory.create()
    answers = {Client().get(f"/{other.slug}/plannen/{plan.public_id}/{step}").status_code for step in READ}
    assert answers == {404}
