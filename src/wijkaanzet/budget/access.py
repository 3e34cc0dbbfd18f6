"""Which divisions somebody may see: decided ones are public; and which minutes may decide here."""

from django.db.models import QuerySet

from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused


def public_runs(municipality: Municipality) -> QuerySet[AllocationRun]:
    """The decided divisions of the municipality; anybody may see and recompute them."""
    return AllocationRun.objects.filter(municipality=municipality, status=RunStatus.DECIDED)


def check_minutes(minutes: Minutes, *, step: Step, municipality: Municipality) -> None:
    """Mandate goes by the step, so the owner of the subject says which step it is, never the minutes themselves.

    Raises Refused("wrong_step") and ("other_tenant").
    """
    if minutes.step is not step:
        raise Refused("wrong_step", step=minutes.step, wanted=step)
    if minutes.body.municipality_id != municipality.id:
        raise Refused("other_tenant", name=minutes.body.name)
