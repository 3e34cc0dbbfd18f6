"""The page on which a clerk records what a body decided, and the pages of the frame and of the council."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wijkaanzet.web.pages.advice import AdviceGiven
from wijkaanzet.web.pages.areas import DecisionNote
from wijkaanzet.web.pages.decisions import ReturnedNote
from wijkaanzet.web.parts.money import MoneyTable
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """web/record.html: what lies on the table, on one screen, and the form under it."""

    section: ClassVar[str] = "decisions"
    title: str
    """What is decided: "Het budgetkader van 2018"."""
    body: str
    question: str
    """The one question that lies before the body."""
    about_href: str
    total_cents: int
    tables: tuple[MoneyTable, ...]
    fits: Alert | None = None
    advice: tuple[AdviceGiven, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FramePage:
    """web/frame.html: what the council gives for a year, or the form with which it is prepared."""

    section: ClassVar[str] = "divisions"
    year: int
    badge: Badge | None = None
    """None while there is no frame."""
    money: MoneyTable | None = None
    total_cents: int = 0
    decision: DecisionNote | None = None
    returned: ReturnedNote | None = None
    """Why the council sent it back, while it is to be prepared again."""
    next_step: str = ""
    actions: tuple[Action, ...] = ()
    editing: bool = False
    """Whether the form stands on the page."""


@dataclass(frozen=True, kw_only=True)
class SentDecision:
    """A decision of which the council is told."""

    title: str
    href: str
    body: str
    decided_on: date
    outcome: str
    money: str
    """One sentence; empty when no money moved."""
    sent_on: date | None = None
    """None while it has to be sent."""
    send_href: str = ""


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Something that is on its way."""

    label: str
    href: str
    badge: Badge
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CouncilPage:
    """web/council.html: one evening's reading for the council."""

    section: ClassVar[str] = "council"
    to_send: tuple[SentDecision, ...]
    sent: tuple[SentDecision, ...]
    frames: tuple[Coming, ...]
    coming: tuple[Coming, ...]
    pagination: Pagination | None = None
