"""The roles that somebody holds here today, asked once in a request."""

from dataclasses import replace

from django.http import HttpRequest

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people import access
from wijkaanzet.people.models import Membership
from wijkaanzet.web.http import actor_of, is_logged_in


def held(request: HttpRequest) -> tuple[Membership, ...]:
    """The roles of who is logged in; none for a visitor. One query, and only the first time in a request."""
    known: tuple[Membership, ...] | None = getattr(request, "held", None)
    if known is None:
        known = _ask(request)
        request.held = known  # type: ignore[attr-defined]  # kept with the request, as the municipality is
    return known


def acting(request: HttpRequest) -> Actor:
    """Who acts in this request, with the roles of others that this person has for a while."""
    actor = actor_of(request)
    others = tuple(one.pk for one in held(request) if one.user_id != actor.user_id)
    return replace(actor, stands_in=others)


def _ask(request: HttpRequest) -> tuple[Membership, ...]:
    municipality: Municipality | None = getattr(request, "municipality", None)
    if municipality is None or not is_logged_in(request):
        return ()
    return tuple(access.memberships(actor_of(request), municipality, on=clock.today()).order_by("role", "id"))
