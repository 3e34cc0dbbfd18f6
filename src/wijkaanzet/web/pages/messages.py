"""The pages on which somebody who takes part sets up messages, the own calendar and who stands in."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.parts.forms import Buttons


@dataclass(frozen=True, kw_only=True)
class MessagesPage:
    """web/messages.html: how often mail comes, and the way to the own calendar and to who stands in."""

    section: ClassVar[str] = "your-move"
    email: str
    """Where the mail goes; empty when no address is known."""
    calendar_href: str
    stand_ins_href: str = ""
    """Empty for who has no paid role: an invitation may be left lying."""


@dataclass(frozen=True, kw_only=True)
class DigestStopPage:
    """web/digest_stop.html: one button that stops the mail, or that it stopped."""

    section: ClassVar[str] = "your-move"
    done: bool
    messages_href: str


@dataclass(frozen=True, kw_only=True)
class OwnCalendarPage:
    """web/own_calendar.html: the secret address of the own calendar, or how to get one."""

    section: ClassVar[str] = "your-move"
    address: str
    """Whole; empty when there is none."""
    messages_href: str


@dataclass(frozen=True, kw_only=True)
class StandInLine:
    """Somebody stands in: in which role, who for whom, and when."""

    title: str
    who: str
    days: str
    end_href: str


@dataclass(frozen=True, kw_only=True)
class StandInsPage:
    """web/stand_ins.html: who stands in for whom, now and later."""

    section: ClassVar[str] = "your-move"
    lines: tuple[StandInLine, ...]


@dataclass(frozen=True, kw_only=True)
class StandInEndPage:
    """web/stand_in_end.html: whether somebody stands in no more."""

    section: ClassVar[str] = "your-move"
    title: str
    line: StandInLine
    buttons: Buttons
