"""A plan that is being written by a network, with somebody to ask: what the tests of its priorities start from."""

from dataclasses import dataclass
from datetime import date

from tests.conftest import AT
from tests.factories import OrganisationFactory, somebody
from tests.networks.table import Table, lay_table
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.models import Organisation
from wijkaanzet.people.rules import Role
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, NewContribution
from wijkaanzet.plans.rules.priorities import InformalAnswer, NewPriority

COOK = NewContribution(
    bringer=Bringer.RESIDENTS, group="De kookgroep", kind=ContributionKind.HOURS, what="Elke week samen koken"
)
GUIDE = NewContribution(
    bringer=Bringer.ORGANISATION, kind=ContributionKind.HOURS, what="Een kok die het voordoet", beyond_base=True
)
PAY = NewContribution(
    bringer=Bringer.MUNICIPALITY, kind=ContributionKind.MONEY, what="Pannen", cents=50_000, from_area_money=True
)


@dataclass(frozen=True)
class Wishes:
    """A plan with one priority that is only a wish, and who may be asked for it."""

    table: Table
    plan: Plan
    priority: Priority
    welfare: Organisation
    provider: Actor
    officer: Actor

    @property
    def coordinator(self) -> Actor:
        """Who keeps the network."""
        return self.table.coordinator

    def answered(self, informal: InformalAnswer = InformalAnswer.WANT, says: str = "Wij willen samen koken.") -> None:
        """The question "first informal" has its answer."""
        plans.answer_informally(self.priority, informal=informal, says=says, actor=self.coordinator, at=AT)

    def ask(self, new: NewContribution = COOK, *, organisation: Organisation | None = None) -> plans.Asked:
        """Somebody is asked to bring something."""
        return plans.ask_contribution(self.priority, new=new, organisation=organisation, actor=self.coordinator, at=AT)

    def asked_welfare(self) -> plans.Asked:
        """The welfare organisation is asked for a professional on top of the base."""
        self.answered()
        return self.ask(GUIDE, organisation=self.welfare)


def lay_wishes() -> Wishes:
    """A network that writes a plan for 2018 and later, with the wish to eat together."""
    table = lay_table()
    plan = plans.open_plan(
        table.network, starts_on=date(2018, 1, 1), ends_before=date(2020, 1, 1), actor=table.coordinator, at=AT
    )
    priority = plans.add_priority(plan, new=NewPriority(title="Samen eten"), actor=table.coordinator, at=AT)
    welfare = OrganisationFactory.create(municipality=table.municipality, name="Stichting Welzijn")
    return Wishes(
        table=table,
        plan=plan,
        priority=priority,
        welfare=welfare,
        provider=somebody(Role.PROVIDER, table.municipality, scope=welfare),
        officer=table.officer,
    )
