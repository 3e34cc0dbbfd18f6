"""What people tell of an area, as a section of its page."""

from datetime import date
from typing import Final

from wijkaanzet.areas.models import Area
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.voices import ToldSection
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import tell_href, voice_card
from wijkaanzet.web.told.reading import everybodys
from wijkaanzet.web.told.wanted import Wanted

MOST: Final = 3


def told_section(request: Request, area: Area, *, today: date) -> ToldSection:
    """The newest that everybody may read of an area. One query."""
    newest = everybodys(request, on=today).in_area(area).voices[:MOST]
    return ToldSection(
        cards=tuple(voice_card(request, voice) for voice in newest),
        tell_href=tell_href(request, area=area.slug),
        all_href=address(request, "voices") + Wanted(area=area.slug).query(),
    )
