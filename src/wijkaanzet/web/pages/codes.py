"""The page on which a code is typed."""

from dataclasses import dataclass

from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.forms import Buttons


@dataclass(frozen=True, kw_only=True)
class CodePage:
    """web/code_find.html: a door for who has a code, and a telephone number for who lost it."""

    section: str
    title: str
    lead: str
    lost: str
    help: str
    buttons: Buttons
    desk: Desk | None
