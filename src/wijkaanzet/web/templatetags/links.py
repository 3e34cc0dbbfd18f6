"""Addresses inside the municipality of the page."""

from django import template
from django.template import Context

from wijkaanzet.web.tenancy import address

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, **kwargs: object) -> str:
    """The address of a page by its name, in the municipality that the page is about."""
    return address(context["request"], name, **kwargs)
