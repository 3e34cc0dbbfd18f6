"""Which divisions somebody may see: decided ones are public; and what may be asked of a budget here."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused


def public_runs(municipality: Municipality) -> QuerySet[AllocationRun]:
    """The decided divisions of the municipality; anybody may see and recompute them."""
    return AllocationRun.objects.filter(municipality=municipality, status=RunStatus.DECIDED)


def check_minutes(minutes: Minutes, *, step: Step, municipality: Municipality, since: date) -> None:
    """Mandate goes by the step, so the owner of the subject says which step it is, never the minutes themselves.

    Raises Refused("wrong_step"), ("other_tenant") and ("meeting_before_proposal"): a body decides on what lay there.
    """
    if minutes.step is not step:
        raise Refused("wrong_step", step=minutes.step, wanted=step)
    if minutes.body.municipality_id != municipality.id:
        raise Refused("other_tenant", name=minutes.body.name)
    if minutes.meeting_on < since:
        raise Refused("meeting_before_proposal", day=minutes.meeting_on, since=since)


def check_earmarks(municipality: Municipality, keys: Iterable[str], *, year: int) -> None:
    """Money goes under the earmarks that the municipality chose for that year. Raises Refused("unknown_earmark")."""
    known = arrangements.nearest(municipality, on=date(year, 1, 1)).earmarks
    for key in keys:
        if key not in known:
            raise Refused("unknown_earmark", earmark=key, known=", ".join(known))


def check_components(municipality: Municipality, keys: Iterable[str], *, year: int) -> None:
    """A division has the components that the municipality chose for that year. Raises Refused("other_components")."""
    given, wanted = tuple(keys), arrangements.nearest(municipality, on=date(year, 1, 1)).components
    if set(given) != set(wanted):
        raise Refused("other_components", given=", ".join(given) or "-", wanted=", ".join(wanted) or "-")
