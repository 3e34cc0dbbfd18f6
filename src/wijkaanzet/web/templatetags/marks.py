"""Texts in which what may point at a person is marked, with words and not by colour alone."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from wijkaanzet.web.pages.inbox import Piece

register = template.Library()


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """The pieces as one text, every line break as it was written."""
    return format_html_join("", "{}", ((_shown(piece),) for piece in pieces))


def _shown(piece: Piece) -> str:
    if not piece.found:
        return piece.text
    return format_html('<mark class="wz-found">{}\u00a0<span>({})</span></mark>', piece.text, piece.found)
