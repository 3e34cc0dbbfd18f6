"""The pages on which a resident tells something, finds the answer, takes it back, and says what may be shared."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.timeline import Timeline


@dataclass(frozen=True, kw_only=True)
class TellPage:
    """web/tell.html: one short form."""

    section: ClassVar[str] = "tell"
    title: str
    lead: str
    question: str
    """The question that is answered; empty when none was chosen."""
    summit: str
    """The network of the citizens' summit at which it is an idea; empty when there is none."""
    plan: str
    """The plan that it is told for; empty when there is none."""
    answers: str
    """The open question of that plan that it answers; empty when there is none."""
    asked: tuple[Action, ...]
    """What people are asked here now, each a way to answer it; empty once one was chosen or something was typed."""
    figure: str
    """The figure that it will stand beside, with its neighbourhood; empty when there is none."""
    token: str
    """By which sending the same form twice is known."""
    first: tuple[BoundField, ...]
    files: tuple[BoundField, ...]
    more: tuple[BoundField, ...]
    last: tuple[BoundField, ...]
    files_open: bool
    more_open: bool
    choose_again: bool
    """Whether a file came along with what was refused: a browser does not keep it."""
    answer_on: date
    """The last day on which an answer comes."""
    for_another: bool
    """Whether it is written down for somebody else, who sits beside it."""
    desk: Desk | None
    """Whom who tells something may call; None for who writes down."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page on which something can be read."""

    label: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """What a network did with something that was told for its plan."""

    plan: Place
    """Where everybody reads the suggestions for that plan."""
    state: Badge
    answer: str
    """Empty as long as there is none."""
    title: str
    """Of which day the answer is, or that it is still to come."""


@dataclass(frozen=True, kw_only=True)
class AnswerPage:
    """web/answer.html: where something stands that somebody told, and the answer."""

    section: ClassVar[str] = "tell"
    title: str
    is_new: bool
    """Whether it was sent a moment ago: the page is the receipt."""
    hands_over: bool
    """Whether the receipt is of who told it, while who wrote it down looks at it."""
    hears: str
    """How who told it hears the answer, for who hands the receipt over."""
    groups: tuple[str, ...]
    """The code in groups of four."""
    link: str
    """The address of this page in full, to write down."""
    told: str
    """When it came in, and about which neighbourhood."""
    read_by: str
    """Who may read it."""
    timeline: Timeline | None
    """None once it was taken back."""
    answer: str
    answer_title: str
    """Of which day the answer is: what it says may have changed since; empty as long as there is none."""
    places: tuple[Place, ...]
    """Where everybody can read it."""
    used_in: tuple[Place, ...]
    """In which scans of the neighbourhood it stands."""
    suggested: Suggested | None
    """What the network did with it, when it was told for a plan."""
    share_href: str
    """Where the teller looks at the story; empty when there is nothing to say about it."""
    asks_share: bool
    """Whether it waits for the teller."""
    withdraw_href: str
    """Empty once it was taken back."""
    taken_back: str
    """That it was taken back, and when; empty as long as it was not."""
    desk: Desk | None


@dataclass(frozen=True, kw_only=True)
class WithdrawPage:
    """web/answer_withdraw.html: what taking back means, and the button."""

    section: ClassVar[str] = "tell"
    back_href: str
    is_story: bool


@dataclass(frozen=True, kw_only=True)
class SharePage:
    """web/story_share.html: the edited story, and what its teller lets be done with it."""

    section: ClassVar[str] = "tell"
    badge: Badge
    title: str
    text: str
    meaning: str
    photo_alt: str
    """What the photo shows; empty when there is none."""
    photo_href: str
    is_shared: bool
    until: str
    """The last day on which it is shared, or would be."""
    answer_before: str
    """Until when the teller may look at it; empty once it is shared."""
    questions: tuple[BoundField, ...]
    back_href: str
    withdraw_href: str
    desk: Desk | None
