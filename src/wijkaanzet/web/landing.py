"""Where somebody logs in, and where one lands after that."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from wijkaanzet.kernel import clock
from wijkaanzet.people.models import User
from wijkaanzet.people.queries import municipality_of_account
from wijkaanzet.web.tenancy import TENANT_URLS, prefix_on


def log_in_address(page: str = "") -> str:
    """Where one logs in, to come back to a page of ours; in the demo one chooses who to be."""
    place = reverse("demo" if settings.WZ_DEMO else "account_login")
    return f"{place}?{urlencode({'next': page})}" if page else place


def landing(request: HttpRequest, user: User | AnonymousUser) -> str:
    """Where somebody starts: whose move it is, in the first municipality where that person has a role; else "/"."""
    found = municipality_of_account(user.pk, on=clock.today()) if user.is_authenticated else None
    prefix = prefix_on(request, found.slug) if found else None
    if prefix is None:
        return "/"
    try:
        return prefix + reverse("your-move", urlconf=TENANT_URLS)
    except NoReverseMatch:
        return prefix + reverse("municipality", urlconf=TENANT_URLS)


def page_after(request: HttpRequest, user: User | AnonymousUser) -> str:
    """The page that was asked for before logging in, when it is ours; else where one starts."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if asked and safe else landing(request, user)
