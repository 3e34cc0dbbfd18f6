"""From a voice to its card, and the few words that all pages of voices share."""

from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from wijkaanzet.intake.labels import KINDS, STRENGTHS
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.voices import VoiceCard
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.reading import Voice

FIRST_LINES: Final = 220
"""Characters on a card."""


def voice_card(request: Request, voice: Voice) -> VoiceCard:
    """The beginning of what somebody told."""
    return VoiceCard(
        kind=str(KINDS[voice.kind]),
        title=voice.title,
        href=address(request, "voice", public_id=voice.public_id),
        lines=Truncator(" ".join(voice.text.split())).chars(FIRST_LINES),
        where=where_of(request, voice),
        when=month(voice.month),
        photo_href=photo_href(request, voice),
        photo_alt=voice.photo_alt,
        only_here=not voice.for_everybody,
    )


def kind_of(voice: Voice) -> str:
    """What it is; of what is strong also in whom or what."""
    kind = str(KINDS[voice.kind])
    if voice.strength is None:
        return kind
    return _("%(kind)s: %(strength)s") % {"kind": kind, "strength": STRENGTHS[voice.strength]}


def where_of(request: Request, voice: Voice) -> str:
    """The neighbourhood, with the street when that points at nobody; or the whole municipality."""
    if not voice.area_name:
        return _("all of %(municipality)s") % {"municipality": request.municipality.name}
    return f"{voice.area_name}, {voice.place}" if voice.place else voice.area_name


def month(first: date) -> str:
    """Never a day, which could point at a person: november 2026."""
    return str(date_format(first, "F Y"))


def photo_href(request: Request, voice: Voice) -> str:
    """Where the photo is; empty when there is none to see."""
    return address(request, "voice-photo", public_id=voice.public_id) if voice.photo_alt else ""


def tell_href(request: Request, *, area: str = "", prompt: str = "", figure: str = "") -> str:
    """Where somebody tells something: about an area, in answer to a question, beside a figure, when these are given."""
    asked = {name: value for name, value in (("wijk", area), ("vraag", prompt), ("cijfer", figure)) if value}
    return address(request, "tell") + (f"?{urlencode(asked)}" if asked else "")
