"""The page of one request for advice: for who advises, for who answers, and for who reads."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.pages.advice import AdviceGiven
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Badge


@dataclass(frozen=True, kw_only=True)
class AboutDivision:
    """The division that advice is asked on, in short."""

    label: str
    href: str
    total_cents: int
    areas: int


@dataclass(frozen=True, kw_only=True)
class AdviceRequestPage:
    """web/advice_request.html: what is asked, and the one form that fits, or what was said and answered."""

    section: ClassVar[str] = "divisions"
    body: str
    badge: Badge
    question: str
    asked: str
    """When, by whom, and until when the invitation lasts; a sentence or two."""
    about: AboutDivision | None = None
    """None for who may not see the division itself."""
    gives: bool = False
    """Whether the form on the page is that of who advises."""
    answers: bool = False
    """Whether the form on the page is that of who answers."""
    note: str = ""
    """What happens next."""
    advice: tuple[AdviceGiven, ...] = ()
    """The points with their answers, for who reads."""
    buttons: Buttons | None = None
    more: str = ""
    """Label of the button for one point more; empty when there are as many as an advice may have."""
    next_point: str = ""
    """Id of the point that the button adds: where the page comes back."""
