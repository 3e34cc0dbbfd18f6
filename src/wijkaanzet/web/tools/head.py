"""The head of a sheet: what it is of, and the way back."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.plans.labels import TOOL_KINDS
from wijkaanzet.plans.queries import tools as queries
from wijkaanzet.plans.queries import years_of
from wijkaanzet.plans.rules.tools import ToolKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.pages.tools import SheetHead
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.tools.who import SheetAt

ADDRESSES = {ToolKind.STAIRCASE: "network-staircase", ToolKind.SPHERES: "network-spheres"}


def head_of(request: Request, at: SheetAt, *, lead: str, version: str) -> SheetHead:
    """The head of one sheet."""
    return SheetHead(
        place=words.place(request, at.network),
        trail=trail(request, at.plan, page=_page_of_plan(at)) if at.plan else None,
        title=str(TOOL_KINDS[at.kind]),
        lead=lead,
        facts=(_of(at), _how_often(at.now.version)),
        version=version,
        back=_back(request, at),
        other=_other(request, at),
        years=_years(request, at),
        fictional=area_of(at.network).division.fictional,
    )


def _of(at: SheetAt) -> str:
    if at.plan:
        return _("With the plan for %(years)s.") % {"years": years_of(at.plan)}
    return _("Of the year %(year)s.") % {"year": at.year}


def _how_often(version: int) -> str:
    if not version:
        return _("Nobody filled this in yet.")
    return ngettext("Filled in %(count)s time.", "Filled in %(count)s times.", version) % {"count": version}


def _back(request: Request, at: SheetAt) -> Action:
    if at.plan is None:
        href = address(request, "network", network=at.network.body.key)
        return Action(label=_("Back to the network"), href=href, kind="secondary")
    href = address(request, _page_of_plan(at), public_id=at.plan.public_id)
    return Action(label=_("Back to the plan"), href=href, kind="secondary")


def _page_of_plan(at: SheetAt) -> str:
    """Where the plan of a sheet is read; who sets the staircase need not write along."""
    return "plan-write" if at.kind is ToolKind.SPHERES else "plan"


def _other(request: Request, at: SheetAt) -> Action | None:
    """From the circles to the staircase where there is one; not back, as who sets that need not see the circles."""
    if at.kind is ToolKind.STAIRCASE or at.now.arrangement.staircase is None:
        return None
    label = str(TOOL_KINDS[ToolKind.STAIRCASE])
    if at.plan:
        return Action(label=label, href=address(request, "plan-staircase", public_id=at.plan.public_id))
    return Action(label=label, href=address(request, "network-staircase", network=at.network.body.key))


def _years(request: Request, at: SheetAt) -> tuple[Action, ...]:
    if at.plan:
        return ()
    here = address(request, ADDRESSES[at.kind], network=at.network.body.key)
    others = (year for year in queries.years_of_sheets(at.network, at.kind) if year != at.year)
    return tuple(Action(label=str(year), href=f"{here}?jaar={year}", kind="secondary") for year in others)
