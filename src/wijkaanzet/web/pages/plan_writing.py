"""The pages on which a plan is written together, and on which everybody reads what was suggested for it."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.pages.plan_trail import PlanTrail
from wijkaanzet.web.pages.plans import PieceOfText
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.paging import Pagination

Difference = tuple[tuple[PieceOfText, ...], ...]
"""The paragraphs that are otherwise, in pieces."""


@dataclass(frozen=True, kw_only=True)
class CommentLine:
    """What somebody says beside a part, and where is said that something was done with it."""

    text: str
    about: str
    """By whom and when."""
    settle_href: str


@dataclass(frozen=True, kw_only=True)
class WritingForm:
    """A text to hand in."""

    questions: tuple[BoundField, ...]
    hidden: tuple[BoundField, ...]
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class SectionPage:
    """web/plan_section.html: one part of a plan, as it reads now and as a form."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    of: str
    """The priority that it belongs to; empty when it is about the whole plan."""
    help: str
    text: str
    form: WritingForm | None
    closed: str
    """Why nobody can write now; empty when it is open."""
    about: str
    """Since when it reads like this."""
    names: tuple[str, ...]
    """What in the text may point at a person."""
    beside: tuple[Action, ...]
    """Texts that are kept beside it and wait for somebody to settle them."""
    comments: tuple[CommentLine, ...]
    comments_href: str
    versions_href: str


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    """One version of a part: when, by whom, and what it changed."""

    title: str
    facts: tuple[str, ...]
    badge: Badge
    difference: Difference
    again_href: str
    """Where somebody goes on with this text; empty when nobody can write now."""


@dataclass(frozen=True, kw_only=True)
class VersionsPage:
    """web/plan_versions.html: all that was ever handed in of a part."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    section_href: str
    versions: tuple[VersionLine, ...]
    pagination: Pagination | None


@dataclass(frozen=True, kw_only=True)
class BesidePage:
    """web/plan_beside.html: two people changed one sentence; the reader says how it reads."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    section_title: str
    about: str
    """Who handed it in and when."""
    now: Difference
    """What others changed since the writer of the other text began."""
    kept: Difference
    """What the other text changes."""
    form: WritingForm


@dataclass(frozen=True, kw_only=True)
class CommentsPage:
    """web/plan_comments.html: what people say beside a part."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    title: str
    section_title: str
    comments_href: str
    text: str
    comments: tuple[CommentLine, ...]
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """How something that was taken over comes into the plan: in a sentence, and the way to it."""

    text: str
    action: Action


@dataclass(frozen=True, kw_only=True)
class SuggestionLine:
    """A suggestion, with what was done with it."""

    title: str
    text: str
    href: str
    """Where it can be read as a voice; empty when only who work on the neighbourhood may read it."""
    only_here: bool
    """Whether only who work on the neighbourhood read its words."""
    state: Badge
    facts: tuple[str, ...]
    answer: str
    answer_href: str
    """Where who keeps the plan answers it; empty for others, and once it is answered."""
    next_step: NextStep | None = None
    """For who keeps the plan: how what was taken over comes into it; None when it does already."""


@dataclass(frozen=True, kw_only=True)
class SuggestionsPage:
    """web/plan_suggestions.html: what people suggest for a plan, and the answer to each."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    waiting: str
    """How many wait for an answer, in words; empty when none does."""
    suggestions: tuple[SuggestionLine, ...]
    pagination: Pagination | None
    tell_href: str
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class AnswerPage:
    """web/plan_suggestion.html: one suggestion, to be answered."""

    section: ClassVar[str] = "areas"
    trail: PlanTrail
    line: SuggestionLine
    buttons: Buttons
