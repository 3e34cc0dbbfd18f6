"""The priorities that the permission table is asked about, and what each role is asked to bring to them."""

from io import BytesIO

from PIL import Image

from tests.conftest import AT
from tests.factories import NOBODY
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Contribution, Plan, Priority
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, NewContribution
from wijkaanzet.plans.rules.plans import PlanStatus

TOKEN = "the-form-with-which-residents-are-asked"
COOK = NewContribution(bringer=Bringer.RESIDENTS, group="De kookgroep", kind=ContributionKind.HOURS, what="Samen koken")
TEACH = NewContribution(bringer=Bringer.ORGANISATION, kind=ContributionKind.KNOWLEDGE, what="Een kok")
PAY = NewContribution(
    bringer=Bringer.MUNICIPALITY, kind=ContributionKind.MONEY, what="Pannen", cents=500_00, from_area_money=True
)
ASKED_OF = {"provider": Bringer.ORGANISATION, "policy_officer": Bringer.MUNICIPALITY}
PICTURES = 5
"""As many as there are roles that may delete one, and one more."""


def lay_priorities(plan: Plan) -> None:
    """Residents, an organisation and the municipality are asked for the first priority, and so are others; photos."""
    priority = plan.priorities.order_by("pk")[0]
    municipality = plan.network.body.municipality
    organisation = Organisation.objects.filter(municipality=municipality).order_by("pk")[0]
    ask_residents(priority)
    plans.ask_contribution(priority, new=TEACH, organisation=organisation, actor=NOBODY, at=AT)
    plans.ask_contribution(priority, new=PAY, actor=NOBODY, at=AT)
    plans.ask_others(priority, new=NewAsk(question="Mag dat?"), organisation=organisation, actor=NOBODY, at=AT)
    for _ in range(PICTURES):
        new = plans.NewPicture(content=photo(), alt="Een tafel op straat", consent="Niemand is te herkennen.")
        plans.add_picture(plan, new=new, actor=NOBODY, at=AT)


def ask_residents(priority: Priority) -> plans.Asked:
    """The question to a group of residents; the same one and the same code each time."""
    return plans.ask_contribution(priority, new=COOK, token=TOKEN, actor=NOBODY, at=AT)


def parts_of_priorities(name: str, role: str | None) -> dict[str, object]:
    """What stands for the parts of an address of these pages; empty for any other page."""
    if not name.startswith(("priority", "contribution", "ask-answer", "plan-base", "plan-picture")):
        return {}
    plan = _writing()
    priority = plan.priorities.order_by("pk")[0]
    bringer = ASKED_OF.get(role or "", Bringer.ORGANISATION) if name == "contribution" else Bringer.RESIDENTS
    asked = Contribution.objects.filter(priority=priority, bringer=bringer).order_by("pk")[0]
    picture = plan.pictures.order_by("pk").first()
    return {
        "public_id": plan.public_id,
        "priority": priority.public_id,
        "contribution": asked.public_id,
        "picture": picture.public_id if picture else "-",
        "ask": priority.asks.order_by("pk")[0].public_id,
    }


def code_of_residents() -> str:
    """The code of the letter to the residents."""
    return ask_residents(_writing().priorities.order_by("pk")[0]).code


def photo() -> bytes:
    """A small picture."""
    out = BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    return out.getvalue()


def _writing() -> Plan:
    here = Municipality.objects.get(slug="tilburg")
    waiting = Plan.objects.filter(network__body__municipality=here, status=PlanStatus.WRITING)
    return waiting.filter(priorities__isnull=False).select_related("network__body__municipality").order_by("pk")[0]
