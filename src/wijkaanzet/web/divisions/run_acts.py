"""What a policy officer can do with a division where it stands now; what the rules would refuse is not offered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import decided_of
from wijkaanzet.budget.rules.runs import NEXT, RunStatus
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.web.divisions.timeline import decider, unadvised
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.divisions import ActButton
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address

NEEDS_FIGURES = {RunStatus.ADVICE_ASKED, RunStatus.PROPOSED}
"""What goes to others rests on figures that still stand."""


@dataclass(frozen=True)
class Acts:
    """The ways on from a division."""

    buttons: tuple[ActButton, ...] = ()
    ask: Action | None = None
    variant: Action | None = None
    """To a new calculation that starts from this one."""


def acts(request: Request, run: AllocationRun, requests: Sequence[AdviceRequest], *, sound: bool, today: date) -> Acts:
    """What comes next stands first. `sound`: whether the figures it counted with still stand."""
    steps = NEXT[RunStatus(run.status)] - (set() if sound else NEEDS_FIGURES)
    again = run.status == RunStatus.RETURNED or not sound
    return Acts(
        buttons=_buttons(request, run, requests, steps=steps, sound=sound, today=today),
        ask=_ask(request, run, requests, today=today) if RunStatus.ADVICE_ASKED in steps else None,
        variant=_variant(request, run, first=again),
    )


def _ask(request: Request, run: AllocationRun, requests: Sequence[AdviceRequest], *, today: date) -> Action | None:
    """The way to ask advice: first while somebody must still advise, beside the proposal once they did."""
    arrangement = arrangements.nearest(run.municipality, on=today)
    first = bool(unadvised(arrangement, requests))
    if not first and not requests:
        return None  # nobody advises here
    return Action(
        label=_("Ask advice") if first else _("Ask advice again"),
        href=address(request, "division-ask", public_id=run.public_id),
        kind="primary" if first and run.status != RunStatus.RETURNED else "secondary",
    )


def _variant(request: Request, run: AllocationRun, *, first: bool) -> Action | None:
    """The way to a new calculation, as long as the year is not divided."""
    if decided_of(run.division_id, run.year) is not None:
        return None
    new = address(request, "division-new", year=run.year)
    kind: Literal["primary", "secondary"] = "primary" if first else "secondary"
    return Action(label=_("Calculate on from here"), href=f"{new}?van={run.public_id}", kind=kind)


def _buttons(
    request: Request,
    run: AllocationRun,
    requests: Sequence[AdviceRequest],
    *,
    steps: Collection[RunStatus],
    sound: bool,
    today: date,
) -> tuple[ActButton, ...]:
    """One button per act that fits where the division stands."""
    arrangement = arrangements.nearest(run.municipality, on=today)
    found = []
    if RunStatus.PROPOSED in steps and not unadvised(arrangement, requests):
        label = _("Propose it to %(body)s") % {"body": decider(arrangement)}
        found.append(_button(request, run, "division-propose", label, first=run.status != RunStatus.RETURNED))
    if RunStatus.ADVISED in steps and _lapsed(requests, today=today):
        found.append(_button(request, run, "division-go-on", _("Go on without advice"), first=True))
    if RunStatus.KEPT in steps:
        found.append(_button(request, run, "division-keep", _("Keep it as a variant")))
    if run.status == RunStatus.KEPT and sound and decided_of(run.division_id, run.year) is None:
        found.append(_button(request, run, "division-take-up", _("Take it up again"), first=True))
    return tuple(found)


def _button(request: Request, run: AllocationRun, name: str, label: str, *, first: bool = False) -> ActButton:
    return ActButton(label=label, href=address(request, name, public_id=run.public_id), is_first=first)


def _lapsed(requests: Sequence[AdviceRequest], *, today: date) -> bool:
    """Whether every body that did not advise was invited until before today."""
    asked = [one for one in requests if one.status == AdviceStatus.ASKED]
    return bool(asked) and all(one.lapses_on < today for one in asked)
