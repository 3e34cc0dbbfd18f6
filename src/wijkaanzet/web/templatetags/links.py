"""Addresses inside the municipality of the page, and where to log in to come back to it."""

from django import template
from django.template import Context

from wijkaanzet.web.landing import log_in_address
from wijkaanzet.web.tenancy import address

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, **kwargs: object) -> str:
    """The address of a page by its name, in the municipality that the page is about."""
    return address(context["request"], name, **kwargs)


@register.simple_tag(takes_context=True)
def to_log_in(context: Context) -> str:
    """Where a visitor logs in, to come back to this page; not when it is itself about logging in."""
    request = context["request"]
    match = request.resolver_match
    about_login = match is None or match.view_name.startswith(("account_", "mfa_", "demo"))
    return log_in_address("" if about_login or request.method != "GET" else request.get_full_path())
