"""Which network or plan a sheet is of, and whether who asks may see it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.plans import access
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries import tools as queries
from wijkaanzet.plans.rules.plans import PLAN, PlanStatus
from wijkaanzet.plans.rules.tools import ToolKind
from wijkaanzet.web.http import Request, actor_of


@dataclass(frozen=True)
class SheetAt:
    """A sheet at an address: of a network in a year, or with a plan."""

    network: Network
    plan: Plan | None
    kind: ToolKind
    year: int
    now: queries.SheetNow

    @property
    def subject(self) -> Subject:
        """What the audit log calls it."""
        return Subject(PLAN, self.plan.pk) if self.plan else Subject(NETWORK, self.network.pk)

    @property
    def is_open(self) -> bool:
        """Whether it may still be filled in: the year is this one, or the plan is not over."""
        if self.plan:
            return self.plan.status != PlanStatus.ENDED
        return self.year == clock.today().year


def sheet_of_plan(request: Request, public_id: str, kind: ToolKind) -> SheetAt:
    """The sheet with a plan. Raises Http404 for who does not write along."""
    plans = access.public_plans(request.municipality).filter(network__in=_networks(request, kind).values("pk"))
    plan = get_object_or_404(plans, public_id=public_id)
    return _sheet(request, plan.network, plan, kind, year=plan.begun_on.year)


def sheet_of_network(request: Request, key: str, kind: ToolKind) -> SheetAt:
    """The sheet of a network in a year: this one, or one of which there is a sheet. Raises Http404 for others."""
    network = get_object_or_404(_networks(request, kind), body__key=key)
    year = clock.today().year
    asked = request.GET.get("jaar", "") if request.method != "POST" else ""
    if asked and asked != str(year):
        known = {str(one): one for one in queries.years_of_sheets(network, kind)}
        if asked not in known:
            raise Http404
        year = known[asked]
    return _sheet(request, network, None, kind, year=year)


def _networks(request: Request, kind: ToolKind) -> QuerySet[Network]:
    see = access.staircase_networks if kind is ToolKind.STAIRCASE else access.sheet_networks
    return see(actor_of(request), request.municipality, on=clock.today())


def _sheet(request: Request, network: Network, plan: Plan | None, kind: ToolKind, *, year: int) -> SheetAt:
    if network.body.area is None:
        raise Http404
    sheet = queries.sheet_of(network, kind, plan=plan, year=year)
    now = queries.sheet_now(sheet, request.municipality, today=clock.today())
    return SheetAt(network=network, plan=plan, kind=kind, year=year, now=now)
