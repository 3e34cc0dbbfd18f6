"""Too many mistakes while logging in: what django-axes counts by, and the page it shows."""

import hashlib
from collections.abc import Mapping
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from wijkaanzet.kernel import clock
from wijkaanzet.people import operations
from wijkaanzet.people.queries import account_logging_in
from wijkaanzet.web.http import actor_of


def account_tried(request: HttpRequest, credentials: Mapping[str, object] | None) -> str:
    """Which account somebody tries, however the name is written; of a name that nobody has only a trace.

    No name reaches the table of mistakes: somebody may have typed a password in its place.
    """
    name = _name(credentials)
    found = account_logging_in(name)
    return f"#{found}" if found else hashlib.sha256(name.lower().encode()).hexdigest()


def address_of(request: HttpRequest) -> str | None:
    """From where: what the trusted proxy saw, else who called us; None when that is no address."""
    seen = request.headers.get("X-Forwarded-For", "").split(",")[-1] if settings.WZ_TRUST_PROXY else ""
    try:
        return str(ip_address((seen or request.META.get("REMOTE_ADDR", "")).strip()))
    except ValueError:
        return None


def locked_out(request: HttpRequest, _answer: HttpResponse, credentials: Mapping[str, object] | None) -> HttpResponse:
    """The page for who made too many mistakes; what was tried is not looked at."""
    operations.refuse_login(
        account_logging_in(_name(credentials)), locked=True, actor=actor_of(request), at=clock.now()
    )
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() / 60)
    times = {"times": settings.AXES_FAILURE_LIMIT, "minutes": minutes}
    return HttpResponse(render_to_string("account/locked.html", times), status=429)


def _name(credentials: Mapping[str, object] | None) -> str:
    given = credentials or {}
    return str(given.get("username") or given.get("email") or "")
