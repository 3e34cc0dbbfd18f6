"""A plan on its way from the first words to its adoption: what the tests of its life start from."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.conftest import AT
from tests.factories import NOBODY, somebody
from tests.networks.table import Table, lay_table
from wijkaanzet.cycle.operations import make_known
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.people.models import Body
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Edition, Plan, Section
from wijkaanzet.plans.rules.plans import EDITION, PLAN, AgreementWay, PlanStatus
from wijkaanzet.plans.rules.sections import SectionKey

TODAY = AT.date()
STARTS_ON, ENDS_BEFORE = date(2018, 1, 1), date(2022, 1, 1)
SUMMARY = "Wij eten samen en houden het plein schoon."


@dataclass(frozen=True)
class Life:
    """A network, who keeps it, and who records for the executive."""

    table: Table
    clerk: Actor
    college: Body

    @property
    def coordinator(self) -> Actor:
        """Who keeps the network."""
        return self.table.coordinator

    def opened(self, *, starts_on: date = STARTS_ON, ends_before: date = ENDS_BEFORE, at: datetime = AT) -> Plan:
        """A plan in which nothing is written yet."""
        network = self.table.network
        return plans.open_plan(network, starts_on=starts_on, ends_before=ends_before, actor=self.coordinator, at=at)

    def written(self, text: str = SUMMARY) -> Plan:
        """A plan with a summary."""
        plan = self.opened()
        section = Section.objects.get(plan=plan, key=SectionKey.SUMMARY)
        plans.write(section, hand_in=plans.HandIn(base=0, text=text), actor=self.coordinator, at=AT)
        return plan

    def agreed(self, plan: Plan | None = None, *, agreed: plans.Agreed | None = None, at: datetime = AT) -> Plan:
        """A plan with which the network agrees."""
        agreed = agreed or plans.Agreed(way=AgreementWay.CONSENT)
        return plans.agree(plan or self.written(), agreed=agreed, actor=self.coordinator, at=at)

    def submitted(self, plan: Plan | None = None, *, at: datetime = AT) -> Edition:
        """An edition that lies with the executive."""
        return plans.submit(plan or self.agreed(), shortfall_from="", actor=self.coordinator, at=at)

    def minutes(self, outcome: Outcome = Outcome.ADOPTED, *, on: date = TODAY) -> Minutes:
        """What the clerk writes down of a meeting of the executive."""
        return Minutes(
            body=self.college,
            step=Step.PLAN,
            kind=Kind.LEGAL_ACT,
            meeting_on=on,
            outcome=outcome,
            reasons="Het past bij wat wij samen willen.",
        )

    def decided(self, edition: Edition | None = None, *, outcome: Outcome = Outcome.ADOPTED) -> Edition:
        """An edition on which the executive decided."""
        minutes, remarks = self.minutes(outcome), why_back(outcome)
        return plans.decide(edition or self.submitted(), minutes=minutes, remarks=remarks, actor=self.clerk, at=AT)

    def made_known(self, edition: Edition) -> Edition:
        """The decision on it is in the public list."""
        decision = Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk)
        make_known(decision, actor=self.clerk, at=AT)
        return edition

    def brought_to(self, status: PlanStatus) -> Plan:
        """A plan in a status, with something in it."""
        if status is PlanStatus.WRITING:
            return self.written()
        if status is PlanStatus.RESTING:
            until = TODAY + timedelta(days=30)
            return plans.rest(self.written(), why="Wij wachten.", look_again_on=until, actor=NOBODY, at=AT)
        if status is PlanStatus.AGREED:
            return self.agreed()
        if status is PlanStatus.SUBMITTED:
            return self.submitted().plan
        if status is PlanStatus.ADOPTED:
            return self.decided().plan
        return plans.end_plan(self.written(), actor=NOBODY, at=AT)


def why_back(outcome: Outcome) -> tuple[plans.Remark, ...]:
    """Why a plan comes back, when it does."""
    return () if outcome is Outcome.ADOPTED else (plans.Remark(text="Zeg ook wie er begint."),)


def lay_life() -> Life:
    """Proefstad with a network that may write a plan."""
    table = lay_table()
    college = Body.objects.get(municipality=table.municipality, key="college")
    clerk = somebody(Role.COLLEGE_CLERK, table.municipality, scope=college)
    return Life(table=table, clerk=clerk, college=college)


def move_of(plan: Plan) -> OpenMove | None:
    """Whose move a plan is."""
    return OpenMove.objects.filter(subject_kind=PLAN, subject_id=plan.pk).first()


def move_of_edition(edition: Edition) -> OpenMove | None:
    """Who decides on an edition."""
    return OpenMove.objects.filter(subject_kind=EDITION, subject_id=edition.pk).first()
