"""The pages on which somebody is invited to take part in a network, and takes part with a code."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.pages.networks import NextMeeting, Place
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Badge, Download


@dataclass(frozen=True, kw_only=True)
class InvitationLine:
    """An invitation that waits, for who keeps the network."""

    title: str
    href: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InvitationsPage:
    """web/network_invitations.html: who is invited to take part, and another letter."""

    section: ClassVar[str] = "areas"
    place: Place
    waiting: tuple[InvitationLine, ...]
    asking: ActForm
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class InvitationPage:
    """web/network_invitation.html: one invitation, with its letter, its code and its link while it waits."""

    section: ClassVar[str] = "areas"
    place: Place
    for_whom: str
    state: Badge
    facts: tuple[str, ...]
    code: str
    link: str
    letter: Download | None
    ending: Buttons | None
    all_href: str


@dataclass(frozen=True, kw_only=True)
class JoinPage:
    """web/join.html: for which network somebody is asked, and taking part."""

    section: ClassVar[str] = "areas"
    place: Place
    purpose: str
    behalf: str
    upcoming: NextMeeting | None
    over: str
    """Why the code does not work any more; empty while it does."""
    until: str
    account: str
    """With which account somebody takes part; empty without one."""
    buttons: Buttons
    desk: Desk | None
