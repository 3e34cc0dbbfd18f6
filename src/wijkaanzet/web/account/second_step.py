"""Who must prove more than a password, and that nothing else is done before (BIO2 5.17.01)."""

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wijkaanzet.kernel import clock
from wijkaanzet.people import access
from wijkaanzet.web.http import actor_of
from wijkaanzet.web.landing import landing

WANTED = "page_after_second_step"
FREE = ("account_", "mfa_", "set_language", "accessibility", "live", "ready")
"""Names of the pages that one can always reach: one's own account, and what everybody must be able to read."""


def by_password_alone(request: HttpRequest) -> bool:
    """Whether this session was opened with a password and nothing more; the demo and other doors ask for none."""
    user = request.user
    records = get_authentication_records(request, user) if user.is_authenticated else []
    methods = {record["method"] for record in records}
    return "password" in methods and "mfa" not in methods


def must_have(request: HttpRequest) -> bool:
    """Whether who is logged in needs a second step: it is paid to act for others."""
    return settings.WZ_REQUIRE_SECOND_FACTOR and access.holds_paid_role(actor_of(request), on=clock.today())


def page_wanted(request: HttpRequest) -> str:
    """Where somebody was going when the second step was asked for; else where one starts."""
    return request.session.pop(WANTED, "") or landing(request, request.user)


class SecondStepMiddleware:
    """Brings who still has to set up a second step to the page for that, from whatever page was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Leave the work to the look at the view, once it is known which page is asked for."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: list[object], _kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Let pass who needs no second step or has it."""
        match = request.resolver_match
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or match is None or match.view_name.startswith(FREE):
            return None
        if not (by_password_alone(request) and must_have(request)):
            return None
        if request.method == "GET":
            request.session[WANTED] = request.get_full_path()
        return redirect("mfa_activate_totp")
