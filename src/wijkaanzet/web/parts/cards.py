"""A card that leads on, and what stands there when a list is empty."""

from dataclasses import dataclass

from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge


@dataclass(frozen=True, kw_only=True)
class Card:
    """One thing among others that are alike, with a link on its title."""

    title: str
    text: str = ""
    href: str = ""
    badge: Badge | None = None
    note: str = ""
    """Small print under it: where it comes from, when."""


@dataclass(frozen=True, kw_only=True)
class Empty:
    """Why there is nothing yet, when there will be, and what you can do meanwhile."""

    title: str
    text: str
    action: Action | None = None
