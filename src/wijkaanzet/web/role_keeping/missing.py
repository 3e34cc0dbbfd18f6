"""Roles that nobody has while a network needs them, with where each is given; for who keeps the roles."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from wijkaanzet.networks.access import networks_without_coordinator
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.queries import keeper_scope
from wijkaanzet.people.queries import has_coordinator
from wijkaanzet.people.rules import Role, ScopeKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping.who import may_keep
from wijkaanzet.web.tenancy import address


def missing_coordinators(request: Request, *, today: date) -> tuple[Action, ...]:
    """The networks that need a coordinator of their own and have none, by name; one query, for others none."""
    if not may_keep(request):
        return ()
    return _given(request, networks_without_coordinator(request.municipality, on=today))


def missing_coordinator(request: Request, network: Network, *, today: date) -> tuple[Action, ...]:
    """The same for one network, on its own page."""
    own = keeper_scope(network)[0] == ScopeKind.BODY
    if not (own and may_keep(request)) or has_coordinator(network.body, on=today):
        return ()
    return _given(request, [network])


def give_href(request: Request, *, role: Role, over: str = "") -> str:
    """Where a role is given, and over what when that is known already."""
    chosen = {"rol": role.value, **({"over": over} if over else {})}
    return f"{address(request, 'role-give')}?{urlencode(chosen)}"


def _given(request: Request, networks: Iterable[Network]) -> tuple[Action, ...]:
    label = _("Nobody is coordinator of %(network)s itself yet. Give somebody that role.")
    return tuple(
        Action(
            label=label % {"network": one.body.name},
            href=give_href(request, role=Role.COORDINATOR, over=f"{ScopeKind.BODY}-{one.body_id}"),
            kind="secondary",
        )
        for one in networks
    )
