"""Which divisions somebody may see: decided ones are public."""

from django.db.models import QuerySet

from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.kernel.models import Municipality


def public_runs(municipality: Municipality) -> QuerySet[AllocationRun]:
    """The decided divisions of the municipality; anybody may see and recompute them."""
    return AllocationRun.objects.filter(municipality=municipality, status=RunStatus.DECIDED)
