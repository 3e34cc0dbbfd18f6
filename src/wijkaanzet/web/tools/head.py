"""The head of a sheet: what it is of, and the way back."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.plans.labels import TOOL_KINDS
from wijkaanzet.plans.queries import tools as queries
from wijkaanzet.plans.queries import years_of
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.tools import ToolKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.pages.tools import SheetHead
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.tools.who import SheetAt

ADDRESSES = {
    ToolKind.STAIRCASE: ("network-staircase", "plan-staircase"),
    ToolKind.SPHERES: ("network-spheres", "plan-spheres"),
    ToolKind.WORDS: ("network-words", "plan-words"),
}
"""Where a sheet of a network is, and where that with a plan."""


def head_of(request: Request, at: SheetAt, *, lead: str, version: str) -> SheetHead:
    """The head of one sheet."""
    return SheetHead(
        place=words.place(request, at.network),
        trail=trail(request, at.plan, page=_page_of_plan(at)) if at.plan else None,
        title=str(TOOL_KINDS[at.kind]),
        lead=lead,
        facts=tuple(filter(None, (_of(at), _how_often(at.now.version), _kept(at)))),
        version=version,
        back=_back(request, at),
        others=_others(request, at),
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


def _kept(at: SheetAt) -> str:
    """What becomes of what is filled in now, where everybody reads it with the plan."""
    if at.plan is None or at.kind is ToolKind.SPHERES:
        return ""
    status = PlanStatus(at.plan.status)
    if status in {PlanStatus.SUBMITTED, PlanStatus.ADOPTED}:
        return _("The plan was handed in as it read then. What changes here comes in its next edition.")
    if status is PlanStatus.AGREED and at.kind is ToolKind.WORDS:
        return _("The network agreed with the plan. When you change something, the network has to agree again.")
    return ""


def _back(request: Request, at: SheetAt) -> Action:
    if at.plan is None:
        href = address(request, "network", network=at.network.body.key)
        return Action(label=_("Back to the network"), href=href, kind="secondary")
    href = address(request, _page_of_plan(at), public_id=at.plan.public_id)
    return Action(label=_("Back to the plan"), href=href, kind="secondary")


def _page_of_plan(at: SheetAt) -> str:
    """Where the plan of a sheet is read; who sets the staircase need not write along."""
    return "plan" if at.kind is ToolKind.STAIRCASE else "plan-write"


def _others(request: Request, at: SheetAt) -> tuple[Action, ...]:
    """To the other sheets that there are; from the staircase to none, as who sets that need not see the others."""
    if at.kind is ToolKind.STAIRCASE:
        return ()
    return tuple(_to(request, at, kind) for kind in _there(at.now.arrangement) if kind is not at.kind)


def _there(arrangement: Arrangement) -> Iterator[ToolKind]:
    yield ToolKind.SPHERES
    if arrangement.own_words:
        yield ToolKind.WORDS
    if arrangement.staircase:
        yield ToolKind.STAIRCASE


def _to(request: Request, at: SheetAt, kind: ToolKind) -> Action:
    of_network, of_plan = ADDRESSES[kind]
    label = str(TOOL_KINDS[kind])
    if at.plan:
        return Action(label=label, href=address(request, of_plan, public_id=at.plan.public_id))
    return Action(label=label, href=address(request, of_network, network=at.network.body.key))


def _years(request: Request, at: SheetAt) -> tuple[Action, ...]:
    if at.plan:
        return ()
    here = _to(request, at, at.kind).href
    others = (year for year in queries.years_of_sheets(at.network, at.kind) if year != at.year)
    return tuple(Action(label=str(year), href=f"{here}?jaar={year}", kind="secondary") for year in others)
