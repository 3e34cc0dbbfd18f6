"""A plan with something in every part of it, adopted and changed once: what the tests of reading start from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image

from tests.conftest import AT
from tests.factories import NOBODY, OrganisationFactory
from tests.plans.life import why_back
from wijkaanzet.cycle.operations import make_known
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks.models import Network
from wijkaanzet.people.models import Body
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Edition, Plan, Priority, Section
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.base import NewBase
from wijkaanzet.plans.rules.contributions import (
    Bringer,
    ContributionKind,
    ContributionStatus,
    NewContribution,
    Per,
    YesBy,
)
from wijkaanzet.plans.rules.plans import EDITION, AgreementWay
from wijkaanzet.plans.rules.priorities import (
    AskAnswer,
    InformalAnswer,
    KnownBy,
    NewPriority,
    NewReason,
    PlaceKind,
    ReasonKind,
)
from wijkaanzet.plans.rules.sections import SectionKey

TEXTS = {
    SectionKey.SUMMARY: "In onze wijk kennen buren elkaar. Wij eten samen, en wij maken het plein groen en veilig.",
    SectionKey.THERE_IS: "Er is een buurthuis met een keuken.\nDe kerk en de moskee helpen mee.",
    SectionKey.TOGETHER: "Wij praten elke maand. Iedereen mag komen.",
    SectionKey.ACCESS: "Heeft iemand meer hulp nodig? Dan belt de kok het wijkteam.",
    SectionKey.SCHOOLS: "De basisschool geeft haar plein na schooltijd.",
    SectionKey.RISKS: "De keuken is oud. Als die stuk is, koken wij thuis.",
}
OWN = {
    SectionKey.WHY: "Veel mensen eten alleen.",
    SectionKey.RESIDENTS_DO: "Elke dinsdag koken veertien bewoners voor zestig mensen.",
    SectionKey.RESIDENTS_COULD: "Wij kunnen ook op vrijdag koken. Dan hebben wij een tweede fornuis nodig.",
    SectionKey.PROFESSIONALS_ADD: "Een kok helpt in het eerste jaar.",
    SectionKey.HOW_WE_KNOW: "Wij vragen aan tafel wat het mensen doet.",
}
COOK = NewContribution(
    bringer=Bringer.RESIDENTS,
    group="De kookgroep",
    kind=ContributionKind.HOURS,
    what="Elke week samen koken",
    hours=12,
    per=Per.WEEK,
)
GUIDE = NewContribution(
    bringer=Bringer.ORGANISATION,
    kind=ContributionKind.HOURS,
    what="Een kok die het voordoet",
    hours=4,
    per=Per.WEEK,
    beyond_base=True,
)
PAY = NewContribution(
    bringer=Bringer.MUNICIPALITY, kind=ContributionKind.MONEY, what="Een fornuis", cents=120_000, from_area_money=True
)
DISSENT = "Wij willen liever eerst een speeltuin."
SECRET = "Roerdomp"
"""A word that stands in every part of a draft, and nowhere else in the house."""


@dataclass(frozen=True)
class Whole:
    """Who keeps a plan and who decides on it."""

    network: Network
    keeper: Actor
    clerk: Actor
    college: Body

    def opened(self) -> Plan:
        """A plan for four years in which nothing is written yet."""
        return plans.open_plan(
            self.network, starts_on=date(2018, 1, 1), ends_before=date(2022, 1, 1), actor=self.keeper, at=AT
        )

    def written(self, plan: Plan) -> Plan:
        """With words in every part, three priorities, the base and a picture."""
        self.say(plan.sections.filter(priority__isnull=True), TEXTS)
        supper = self.supper(plan)
        self.priority(plan, "Een groen plein", InformalAnswer.WANT, "Wij willen planten en banken.", place="Het plein")
        self.priority(plan, "Iemand om mee te wandelen", InformalAnswer.NOTHING_YET, "Wie loopt er al samen?")
        base = NewBase(organisation_id=self.welfare().pk, what="Een sociaal werker", hours_a_week=24)
        plans.set_base(plan, base=[base], actor=self.keeper, at=AT)
        for priority in (None, supper):
            picture = plans.NewPicture(
                content=photo(), alt="Mensen koken samen", consent="Iedereen zei ja.", priority=priority
            )
            plans.add_picture(plan, new=picture, actor=self.keeper, at=AT)
        return plan

    def welfare(self):
        """The organisation that is asked; made once."""
        municipality = self.network.body.municipality
        found = municipality.organisations.filter(name="Stichting Samen").first()
        return found or OrganisationFactory.create(municipality=municipality, name="Stichting Samen")

    def supper(self, plan: Plan) -> Priority:
        """The priority of which everything is known."""
        one = self.priority(plan, "Samen eten", InformalAnswer.DO, "Wij koken elke week samen.")
        self.say(one.sections.all(), OWN)
        reasons = [NewReason(kind=ReasonKind.WISH, says="Niemand hoeft alleen te eten.")]
        plans.set_reasons(one, reasons=reasons, actor=self.keeper, at=AT)
        self.promised(one, COOK)
        self.promised(one, GUIDE, organisation=True)
        plans.ask_contribution(one, new=PAY, actor=self.keeper, at=AT)
        ask = plans.ask_others(
            one, new=NewAsk(to_whom="Afdeling Ruimte", question="Mag de tafel buiten staan?"), actor=self.keeper, at=AT
        )
        plans.answer_ask(ask, kind=AskAnswer.YES, answer="Ja, in de zomer.", actor=self.keeper, at=AT)
        return one

    def priority(self, plan: Plan, title: str, informal: InformalAnswer, says: str, *, place: str = "") -> Priority:
        """A priority with the answer on what residents do."""
        kind = PlaceKind.HOTSPOT if place else PlaceKind.AREA
        new = NewPriority(title=title, place_kind=kind, place=place, known_by=KnownBy.STORY)
        one = plans.add_priority(plan, new=new, actor=self.keeper, at=AT)
        return plans.answer_informally(one, informal=informal, says=says, actor=self.keeper, at=AT)

    def promised(self, priority: Priority, new: NewContribution, *, organisation: bool = False) -> Contribution:
        """Something to which whoever was asked said yes."""
        whom = self.welfare() if organisation else None
        asked = plans.ask_contribution(priority, new=new, organisation=whom, actor=self.keeper, at=AT)
        return plans.answer_contribution(
            asked.contribution, answer=ContributionStatus.CONFIRMED, by=YesBy.CODE, says="Graag!", actor=NOBODY, at=AT
        )

    def say(self, sections: Iterable[Section], texts: dict[SectionKey, str]) -> None:
        """Write these texts."""
        for one in sections:
            text = texts[SectionKey(one.key)]
            plans.write(one, hand_in=plans.HandIn(base=one.version, text=text), actor=self.keeper, at=AT)

    def agreed(self, plan: Plan) -> Plan:
        """The network agrees, and somebody sees it otherwise."""
        dissent = plans.NewDissent(text=DISSENT, by_whom="De ouders van de school")
        agreed = plans.Agreed(way=AgreementWay.CONSENT, dissents=[dissent])
        return plans.agree(plan, agreed=agreed, actor=self.keeper, at=AT)

    def submitted(self, plan: Plan) -> Edition:
        """Handed in, with where the rest of the money should come from if there is not enough."""
        return plans.submit(plan, shortfall_from="Het fonds van de kerk.", actor=self.keeper, at=AT)

    def adopted(self, edition: Edition, *, outcome: Outcome = Outcome.ADOPTED) -> Edition:
        """Decided on; not made known yet."""
        minutes = Minutes(
            body=self.college,
            step=Step.PLAN,
            kind=Kind.LEGAL_ACT,
            meeting_on=AT.date(),
            outcome=outcome,
            reasons="Het past bij wat wij samen willen.",
        )
        return plans.decide(edition, minutes=minutes, remarks=why_back(outcome), actor=self.clerk, at=AT)

    def made_known(self, edition: Edition) -> Edition:
        """The decision on it is in the public list."""
        make_known(Decision.objects.get(subject_kind=EDITION, subject_id=edition.pk), actor=self.clerk, at=AT)
        return edition

    def public(self, plan: Plan) -> Plan:
        """Everything up to where everybody reads it."""
        self.made_known(self.adopted(self.submitted(self.agreed(plan))))
        plan.refresh_from_db()
        return plan

    def amended(self, plan: Plan, *, word: str = "") -> Plan:
        """A change is being written: another summary, a priority more; with a word that is nowhere else."""
        plans.amend(plan, why=f"Er kwam een idee bij. {word}".strip(), actor=self.keeper, at=AT)
        summary = plan.sections.get(key=SectionKey.SUMMARY)
        self.say([summary], {SectionKey.SUMMARY: f"{TEXTS[SectionKey.SUMMARY]} Ook zingen wij samen. {word}".strip()})
        self.priority(plan, f"Samen zingen {word}".strip(), InformalAnswer.COULD, f"Wij kunnen zingen. {word}".strip())
        plan.refresh_from_db()
        return plan


def photo() -> bytes:
    """A small green picture."""
    out = BytesIO()
    Image.new("RGB", (120, 80), "green").save(out, "JPEG")
    return out.getvalue()
