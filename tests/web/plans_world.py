"""The plans that the permission table is asked about: of one network, each of other years and in another state."""

from datetime import date, timedelta

from tests.conftest import AT
from tests.factories import NOBODY, somebody
from tests.plans.life import why_back
from tests.web.priorities_world import lay_priorities
from tests.web.writing_world import PAGES as WRITING_PAGES
from tests.web.writing_world import parts_of_writing, write_along
from wijkaanzet.cycle.operations import make_known
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.networks.models import Network
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan, Section
from wijkaanzet.plans.rules.plans import EDITION, AgreementWay, PlanStatus
from wijkaanzet.plans.rules.priorities import NewPriority
from wijkaanzet.plans.rules.sections import SectionKey

STATES = {
    "plan-agree": PlanStatus.WRITING,
    "plan-rest": PlanStatus.WRITING,
    "plan-end": PlanStatus.WRITING,
    "plan-take-up": PlanStatus.RESTING,
    "plan-submit": PlanStatus.AGREED,
    "plan-decide": PlanStatus.SUBMITTED,
    "plan-amend": PlanStatus.ADOPTED,
    "plan-look-back": PlanStatus.ADOPTED,
}
"""The state of a plan in which a page asks something."""
NETWORK = "wijknetwerk"
AGAIN = date(2015, 10, 1)
"""When the plan begins that came back and was handed in again."""
READ = {"plan", "plan-edition", "plan-difference", "plan-pdf", "plan-docx", "plan-handed-in"}
"""The pages of what was adopted and made known; any other page is of a plan that is being written."""

PARTS = {"plan-section", "plan-versions", "plan-beside", "plan-comments", "plan-comment-settle"}
"""The pages of one part of a plan, by its number."""


def lay_plans(network: Network) -> None:
    """One that is being written, one agreed with, one handed in, one adopted twice, and one handed in again."""
    writing = _opened(network, 2018)
    write_along(writing)
    plans.add_priority(writing, new=NewPriority(title="Samen eten"), actor=NOBODY, at=AT)
    lay_priorities(writing)
    _agreed(_opened(network, 2019))
    until = AT.date() + timedelta(days=60)
    plans.rest(_opened(network, 2016), why="Wij wachten.", look_again_on=until, actor=NOBODY, at=AT)
    submitted(_opened(network, 2020))
    adopted = decided(submitted(_opened(network, 2017))).plan
    plans.amend(adopted, why="De school sluit.", actor=NOBODY, at=AT)
    decided(submitted(adopted))
    submitted(decided(submitted(_opened(network, 2015, month=AGAIN.month)), Outcome.RETURNED).plan)


def parts_of_plan(name: str) -> dict[str, object]:
    """What stands for the parts of an address of a page of a plan."""
    here = Plan.objects.filter(network__body__municipality__slug="tilburg", network__body__key=NETWORK)
    if name == "plan-handed-in-difference":
        again = here.get(starts_on=AGAIN)
        return {"public_id": again.public_id, "number": 2, "before": 1}
    if name in READ:
        return {"public_id": here.get(starts_on=date(2017, 1, 1)).public_id, "number": 1}
    if name in WRITING_PAGES:
        return parts_of_writing(here.get(starts_on=date(2018, 1, 1)), name)
    fitting = here.filter(status=STATES.get(name, PlanStatus.WRITING)).first()  # gone once somebody has acted on it
    plan = fitting or here.get(starts_on=date(2018, 1, 1))
    edition = Edition.objects.filter(plan=plan).order_by("-number").first()
    priority = plan.priorities.order_by("pk").first()
    number = Section.objects.filter(plan=plan).order_by("pk")[0].pk if name in PARTS else edition and edition.number
    return {"public_id": plan.public_id, "number": number or 0, "priority": priority.public_id if priority else "-"}


def _opened(network: Network, year: int, *, month: int = 1) -> Plan:
    plan = plans.open_plan(
        network, starts_on=date(year, month, 1), ends_before=date(year + 1, 1, 1), actor=NOBODY, at=AT
    )
    summary = Section.objects.get(plan=plan, key=SectionKey.SUMMARY)
    plans.write(summary, hand_in=plans.HandIn(base=0, text="Wij eten samen."), actor=NOBODY, at=AT)
    return plan


def _agreed(plan: Plan) -> Plan:
    return plans.agree(plan, agreed=plans.Agreed(way=AgreementWay.CONSENT), actor=NOBODY, at=AT)


def submitted(plan: Plan) -> Edition:
    """An edition that lies there for a decision."""
    return plans.submit(_agreed(plan), shortfall_from="", actor=NOBODY, at=AT)


def decided(edition: Edition, outcome: Outcome = Outcome.ADOPTED) -> Edition:
    """An edition on which was decided, as everybody may know."""
    municipality = edition.plan.network.body.municipality
    college = Body.objects.get(municipality=municipality, kind="executive")
    clerk = somebody(Role.COLLEGE_CLERK, municipality, scope=college)
    minutes = Minutes(
        body=college,
        step=Step.PLAN,
        kind=Kind.AGREEMENT,
        meeting_on=AT.date(),
        outcome=outcome,
        reasons="Het past bij wat wij samen willen.",
    )
    edition = plans.decide(edition, minutes=minutes, remarks=why_back(outcome), actor=clerk, at=AT)
    make_known(Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk), actor=clerk, at=AT)
    return edition
