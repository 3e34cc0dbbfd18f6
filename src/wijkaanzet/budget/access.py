"""Which frames and divisions somebody may see: decided ones are public; and what may be asked of a budget here."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.models import AllocationRun, BudgetFrame
from wijkaanzet.budget.rules.frames import FrameStatus
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.decisions.access import PREPARES
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.access import memberships
from wijkaanzet.people.rules import Role

DECIDES = frozenset({Role.COLLEGE_CLERK, Role.EXECUTIVE_MEMBER})
COUNCIL = frozenset({Role.COUNCIL_CLERK, Role.COUNCIL_MEMBER})


def public_runs(municipality: Municipality) -> QuerySet[AllocationRun]:
    """The decided divisions of the municipality; anybody may see and recompute them."""
    return AllocationRun.objects.filter(municipality=municipality, status=RunStatus.DECIDED)


def visible_runs(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[AllocationRun]:
    """Decided divisions; all of them for who prepares or checks; what is on its way for who advises and decides."""
    see = Q(status=RunStatus.DECIDED)
    for role in memberships(actor, municipality, on=on).values_list("role", flat=True):
        if role in PREPARES:
            see = Q()
            break
        if role in DECIDES:
            see |= Q(status__in=[RunStatus.PROPOSED, RunStatus.RETURNED])
        if role == Role.ADVISER:
            see |= Q(status__in=[RunStatus.ADVICE_ASKED, RunStatus.ADVISED, RunStatus.PROPOSED, RunStatus.RETURNED])
    return AllocationRun.objects.filter(see, municipality=municipality).select_related(
        "municipality", "division", "decision__body"
    )


def visible_frames(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[BudgetFrame]:
    """Decided frames; those in preparation for who prepares them and for who decides on them."""
    held = set(memberships(actor, municipality, on=on).values_list("role", flat=True))
    see = Q() if held & (PREPARES | COUNCIL) else Q(status=FrameStatus.DECIDED)
    return BudgetFrame.objects.filter(see, municipality=municipality).select_related("municipality", "decision__body")


def own_runs(actor: Actor, municipality: Municipality, *, on: date) -> QuerySet[AllocationRun]:
    """Every division of the municipality, for who prepares them and may act on them; nothing for anybody else."""
    seen = visible_runs(actor, municipality, on=on)
    return seen if may_prepare(actor, municipality, on=on) else seen.none()


def seen_runs(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these divisions somebody may see, in whichever municipality they are."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(allocation_runs__in=ids).distinct().order_by("pk"):
        seen = visible_runs(actor, municipality, on=on).filter(pk__in=ids)
        found |= set(seen.values_list("pk", flat=True))
    return found


def seen_frames(actor: Actor, ids: Collection[int], *, on: date) -> set[int]:
    """Which of these frames somebody may see, in whichever municipality they are."""
    found: set[int] = set()
    for municipality in Municipality.objects.filter(frames__in=ids).distinct().order_by("pk"):
        seen = visible_frames(actor, municipality, on=on).filter(pk__in=ids)
        found |= set(seen.values_list("pk", flat=True))
    return found


def may_prepare(actor: Actor, municipality: Municipality, *, on: date) -> bool:
    """Whether the actor prepares frames and divisions on a day."""
    return memberships(actor, municipality, on=on).filter(role=Role.POLICY_OFFICER).exists()


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
