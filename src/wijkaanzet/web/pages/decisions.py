"""The pages of decisions: the one list of a municipality, and one decision."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wijkaanzet.web.pages.advice import AdviceGiven
from wijkaanzet.web.parts.money import MoneyTable
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """One decision in the list."""

    title: str
    """What it is about."""
    href: str
    body: str
    """Follows "by": "de raad"."""
    decided_on: date
    kind: str
    """"besluit" or "afspraak", in the reader's language; empty when it was sent back."""
    outcome: str
    waits: str = ""
    """That it is not public yet; empty when it is."""


@dataclass(frozen=True, kw_only=True)
class ReturnedNote:
    """web/includes/returned.html: why a body sent something back, and what to do now."""

    body: str
    """Follows "by": "de raad"."""
    decided_on: date
    reasons: str
    href: str
    next_step: str = ""
    """What comes next, for who prepares it; a sentence."""


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """A body that is told of a decision."""

    body: str
    sent_on: date | None = None
    """None while it has to be told."""
    send_href: str = ""
    """Where the one who tells it says so."""


@dataclass(frozen=True, kw_only=True)
class DecisionsPage:
    """web/decisions.html: every published decision of the municipality, the newest first."""

    section: ClassVar[str] = "decisions"
    rows: tuple[DecisionRow, ...]
    pagination: Pagination | None = None


@dataclass(frozen=True, kw_only=True)
class AboutPlan:
    """Of a decision on a plan: where everybody reads of the network and the plan."""

    network: Action
    plan: Action
    again: str = ""
    """Who reads what has to be done again, when it came back; a sentence."""


@dataclass(frozen=True, kw_only=True)
class DecisionPage:
    """web/decision.html: who decided what, why, what it did with money, and what one can do against it."""

    section: ClassVar[str] = "decisions"
    title: str
    body: str
    """Follows "by": "de raad"."""
    decided_on: date
    published_on: date | None
    """None as long as it was not made known."""
    kind: str
    outcome: str
    reasons: str
    about_href: str
    """Where the subject can be read."""
    about_plan: AboutPlan | None = None
    """When it is about the plan of a network."""
    publish_href: str = ""
    """Where its clerk makes it known; empty for others, and once it was."""
    advice: tuple[AdviceGiven, ...] = ()
    """Part of the decision: what was advised, with the answer to each point."""
    notices: tuple[NoticeRow, ...] = ()
    money: MoneyTable | None = None
    """What moved on this decision by kind and earmark, and what it left with the city; None when it moved no money."""
    returned: bool = False
    """Whether the body sent it back, so that it has still to be decided."""
    is_legal_act: bool = False
    is_frame: bool = False
    """Whether the council set money apart by it."""
    objection_until: date | None = None
    """Last day to object; only for a besluit."""
    objection_open: bool = False
    """Whether that day is still to come."""
