"""Texts of people with the addresses in it that can be followed."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from wijkaanzet.web.parts.addresses import Stretch, stretches

register = template.Library()


@register.filter
def with_links(text: str) -> SafeString:
    """A text, escaped, in which each http(s) address is a link; line breaks stay for `linebreaks`.

    Whoever follows a link goes to a page that is not ours: `ugc` says that people wrote it, and nothing vouches for it.
    """
    return format_html_join("", "{}", ((_shown(one),) for one in stretches(text)))


def _shown(one: Stretch) -> str:
    if not one.href:
        return one.text
    return format_html('<a class="wz-address" href="{}" rel="noopener nofollow ugc">{}</a>', one.href, one.text)
