"""The pages of who writes a plan and who decides on it."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.pages.plan_trail import PlanTrail
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Alert, Badge


@dataclass(frozen=True, kw_only=True)
class PlanFormPage:
    """web/plan_form.html: a page of a plan with one form."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    lead: str
    buttons: Buttons
    points: tuple[str, ...] = ()
    """What sending it does."""
    alert: Alert | None = None
    names: tuple[str, ...] = ()
    """Words in the texts that may point at a person."""


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """A part of a plan as it stands now."""

    title: str
    href: str
    state: Badge
    facts: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    """Why it came back."""


@dataclass(frozen=True, kw_only=True)
class BringLine:
    """What somebody brings, and whether they said yes."""

    who: str
    what: str
    state: Badge


@dataclass(frozen=True, kw_only=True)
class PriorityLine:
    """A priority of the plan, with who brings what to it."""

    title: str
    href: str
    informal: Badge
    says: str
    """What residents do, could do or want, in one sentence."""
    place: str
    brings: tuple[BringLine, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DroppedLine:
    """A priority that was let go, and why."""

    title: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    """What others did with a part since somebody looked."""

    title: str
    href: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChangesBox:
    """What changed since somebody looked."""

    since: str
    all_new: bool
    """Whether somebody who never looked has everything still to read: no list of it is made."""
    lines: tuple[ChangeLine, ...]
    suggestions: str
    suggestions_href: str
    seen_href: str
    """Where somebody says to have seen it."""


@dataclass(frozen=True, kw_only=True)
class ReturnedBox:
    """Why a plan came back: of the whole, and how many parts have a reason of their own."""

    day: str
    reasons: str
    remarks: tuple[str, ...]
    """About the whole."""
    of_parts: bool
    """Whether parts have a reason of their own."""


@dataclass(frozen=True, kw_only=True)
class VoiceLine:
    """What people think who do not agree."""

    text: str
    by_whom: str


@dataclass(frozen=True, kw_only=True)
class AgreedBox:
    """How the network agreed."""

    facts: tuple[str, ...]
    voices: tuple[VoiceLine, ...]


@dataclass(frozen=True, kw_only=True)
class WritePage:
    """web/plan_write.html: the table of who writes a plan."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    public_href: str
    state: Badge
    card: MoveCard
    returned: ReturnedBox | None
    changes: ChangesBox
    parts: tuple[PartLine, ...]
    priorities: tuple[PriorityLine, ...]
    dropped: tuple[DroppedLine, ...]
    money: str
    agreed: AgreedBox | None
    acts: tuple[Action, ...]
    """What who keeps the network can do with the plan as a whole."""
    add_priority: Action | None
    ways: tuple[Action, ...]
    """To the base, the pictures and the suggestions."""


@dataclass(frozen=True, kw_only=True)
class VoiceRow:
    """Room for one other voice."""

    number: int
    fields: tuple[BoundField, ...]


@dataclass(frozen=True, kw_only=True)
class AgreePage:
    """web/plan_agree.html: how the network agreed, and what others said."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    questions: tuple[BoundField, ...]
    voice: VoiceRow
    more: tuple[VoiceRow, ...]
    open: bool
    """Whether something was filled in for a second voice already."""
    looked: BoundField | None
    before_change: str
    """Why meetings cannot be chosen: somebody worked on the plan since."""
    plan_meeting: Action | None
    """When no meeting can be chosen."""
    names: tuple[str, ...]
    """Words in the plan that may point at a person."""
    seen: BoundField
    """The mark of the plan as it was read."""
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class DecidedBox:
    """What was decided already, when somebody else wrote it down first."""

    text: str
    reasons: str
    href: str


@dataclass(frozen=True, kw_only=True)
class DecidePage:
    """web/plan_decide.html: the clerk writes down what the body decided on a plan."""

    section: ClassVar[str] = "decisions"
    trail: PlanTrail
    title: str
    body: str
    decided: DecidedBox | None
    number: int
    summary: tuple[str, ...]
    priorities: tuple[PriorityLine, ...]
    agreed: AgreedBox | None
    money: str
    shortfall_from: str
    """Where the rest should come from, when it asks more than there is."""
    read_href: str
    """Empty once it is decided on: it lies before nobody then."""
    since: tuple[Action, ...]
    """To what is otherwise than in the editions before."""
    questions: tuple[BoundField, ...]
    remarks: tuple[BoundField, ...]
    """Room for why each part comes back, each with how that part begins; at the end for the plan as a whole."""
    open: bool
    """Whether a reason for a part was filled in already."""
    looked: BoundField | None
    buttons: Buttons
