"""The pages of the priorities of a plan: for who writes along, and for who is asked to bring something."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.pages.plan_reading import BaseLine
from wijkaanzet.web.pages.plan_trail import PlanTrail
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """web/priority_form.html: one question, with what it means and the way back."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    lead: str
    buttons: Buttons
    points: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    """What somebody else said, in paragraphs."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One reason, one contribution or one question to others."""

    title: str
    badge: Badge | None = None
    href: str = ""
    facts: tuple[str, ...] = ()
    says: str = ""
    """In the words of who it is about."""
    state: Badge | None = None
    acts: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Written:
    """One text of a priority, and where it is written, or once its plan is closed where its versions are read."""

    title: str
    heading: str
    """Its title, or nothing when the part has no other text."""
    paragraphs: tuple[str, ...]
    link: Action | None


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the page of a priority."""

    uid: str
    title: str
    lead: str = ""
    badge: Badge | None = None
    says: str = ""
    texts: tuple[Written, ...] = ()
    lines: tuple[Line, ...] = ()
    none: str = ""
    """What stands there while there are no lines."""
    belongs: str = ""
    """To which theme, function and goal of the municipality it belongs, in one line."""
    acts: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PriorityPage:
    """web/priority.html: everything of one priority, residents first."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    kicker: str
    where: str
    notice: Alert | None
    parts: tuple[Part, ...]
    acts: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True)
class ReasonChoice:
    """Something that may be a reason, with what people say about it."""

    tick: BoundField
    label: str
    note: str


@dataclass(frozen=True, kw_only=True)
class ReasonGroup:
    """Choices under one heading; open when one of them is ticked."""

    title: str
    rows: tuple[ReasonChoice, ...]
    open: bool


@dataclass(frozen=True, kw_only=True)
class ReasonsPage:
    """web/priority_reasons.html: why something is a priority."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    seen: BoundField
    wishes: tuple[BoundField, ...]
    groups: tuple[ReasonGroup, ...]
    looked: BoundField | None
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class LetterPage:
    """web/contribution_letter.html: the letter for who has no account; its code is shown once."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    who: str
    what: str
    give: str
    """To whom the letter goes, and what they do with it."""
    lapses: str
    code: str
    """Empty when it was shown before, or no letter was made yet."""
    about: str
    """Why a letter is made, as long as there is no code to show."""
    submit: str
    groups: tuple[str, ...]
    """The code as people read it aloud."""
    link: str
    paper_href: str
    anew_href: str
    token: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class AnswerPage:
    """web/contribution_answer.html: what somebody is asked, and yes or no."""

    section: ClassVar[str] = "areas"
    asks: str
    """Who asks it: the network, for its plan."""
    who: str
    what: str
    facts: tuple[str, ...]
    priority: str
    where: str
    """Of the priority; this and the two below stay empty once there is nothing to answer."""
    informal: Badge | None
    """What residents do, could do or want for it; None too while nobody was asked."""
    informal_says: str
    state: Badge
    text: str
    """What a yes means, or what was answered."""
    said: str
    """The own words with the answer."""
    typed: str
    """What was written for an answer that cannot be given any more."""
    yes: bool
    """Whether yes and no are still to be said."""
    back: bool
    """Whether a yes can be taken back."""
    plan: Action
    """The plan as everybody reads it."""
    desk: Desk | None


@dataclass(frozen=True, kw_only=True)
class BaseFields:
    """What is asked to say which professionals are there in any case, one line each."""

    seen: BoundField
    rows: tuple[tuple[BoundField, ...], ...]
    looked: BoundField | None
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class BasePage:
    """web/plan_base.html: the professionals who are there in any case, and for who keeps the network the questions."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    lines: tuple[BaseLine, ...]
    form: BaseFields | None


@dataclass(frozen=True, kw_only=True)
class PictureRow:
    """A photo of a plan, for who writes along."""

    href: str
    alt: str
    width: int
    height: int
    facts: tuple[str, ...]
    remove_href: str


@dataclass(frozen=True, kw_only=True)
class PicturesPage:
    """web/plan_pictures.html: the photos of a plan, and another one."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    pictures: tuple[PictureRow, ...]
    adding: ActForm | None
    buttons: Buttons
