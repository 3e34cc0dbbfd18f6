"""The pages on which everybody reads plans: people and what there is to do first, money and figures last."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.pages.areas import AreaMap, DecisionNote
from wijkaanzet.web.pages.tools import Expected
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.meaning import Meaning
from wijkaanzet.web.parts.money import MoneyTable
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Alert, Badge, Download

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlanPicture:
    """A picture with words for who does not see it; `key` is its public id."""

    key: str
    href: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """One priority in the list of what there is to do: who does it, in one line."""

    who: Badge
    title: str
    href: str
    says: str
    """One sentence on what residents do, could do or want."""
    names: tuple[str, ...] = ()
    """Groups and organisations; never persons."""


@dataclass(frozen=True, kw_only=True)
class Brings:
    """Who brings what to a priority."""

    who: str
    badge: Badge
    what: str
    facts: tuple[str, ...] = ()
    """How much, until when, and whether they said yes."""
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked of others, and their answer."""

    to_whom: str
    question: str
    state: Badge
    answer: str


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why something is in the plan: a wish, or what somebody told; or that it was taken back."""

    kind: str
    text: str
    href: str = ""
    title: str = ""
    gone: str = ""
    """Why it cannot be read any more; then nothing else is told of it."""


@dataclass(frozen=True, kw_only=True)
class PlanPriority:
    """One priority, residents first."""

    uid: str
    number: int
    title: str
    place: str
    """Where, in words; empty when it has no place."""
    informal: Badge | None
    informal_says: str
    residents_do: Paragraphs
    residents_could: Paragraphs
    professionals_add: Paragraphs
    brings: tuple[Brings, ...]
    why: Paragraphs
    reasons: tuple[Reason, ...]
    figures: tuple[str, ...]
    """The figures it rests on, by name; they stand with the other figures."""
    asked: tuple[Asked, ...]
    known_by: str
    how_we_know: Paragraphs
    belongs: str = ""
    """To which theme, function and goal of the municipality, in one line."""
    pictures: tuple[PlanPicture, ...] = ()
    more: str = ""
    """What is folded away with it, counted in one line."""

    @property
    def has_more(self) -> bool:
        """Whether there is something to unfold: why, where it belongs, what is asked of others, or how we will know."""
        why = (self.why, self.reasons, self.figures, self.belongs)
        return any((*why, self.asked, self.known_by, self.how_we_know))


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    """What nobody knows yet, put to everybody."""

    text: str
    href: str
    """Where somebody tells it."""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PlaceLine:
    """A place, with the priorities that belong there."""

    name: str
    priorities: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True)
class OwnText:
    """A text of the plan under its title."""

    uid: str
    title: str
    paragraphs: Paragraphs


@dataclass(frozen=True, kw_only=True)
class BaseLine:
    """Professionals who are there in any case."""

    organisation: str
    what: str
    hours: str


@dataclass(frozen=True, kw_only=True)
class OtherVoice:
    """What people who did not agree say."""

    text: str
    by_whom: str


@dataclass(frozen=True, kw_only=True)
class PlanFigure:
    """A figure on which priorities rest."""

    card: FigureCard
    used_for: str


@dataclass(frozen=True, kw_only=True)
class PlanMoney:
    """What a plan costs a year, and whether there is enough."""

    table: MoneyTable | None
    enough: str
    """In a sentence."""
    shortfall: str = ""
    """Where the rest should come from."""


@dataclass(frozen=True, kw_only=True)
class PlanHead:
    """Whose plan it is, and of which years."""

    title: str
    years: str
    area: str
    area_href: str
    network: str
    network_href: str


@dataclass(frozen=True, kw_only=True)
class TakePart:
    """How somebody joins or suggests something."""

    tell_href: str
    told_href: str
    """What was told for this plan before, with the answers."""
    network_href: str
    meeting: Action | None = None
    """The next meeting to which people can come."""
    staircase: Action | None = None
    """Where who speaks for the municipality says how far it goes itself; None for others."""
    desk: Desk | None = None


@dataclass(frozen=True, kw_only=True)
class PlanFolds:
    """What is inside each long later part that is folded away, in one line."""

    base: str
    money: str
    figures: str


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """web/plan_public.html: an edition of a plan that everybody may read."""

    section: ClassVar[str] = "areas"
    head: PlanHead
    note: Alert | None
    """That this is an earlier edition, that a change is being written, or that the plan is over."""
    write: Action | None
    """The way to where it is written, for who writes along; None for everybody else."""
    summary: Paragraphs
    picture: PlanPicture | None
    to_do: tuple[ToDo, ...]
    pictures: tuple[PlanPicture, ...]
    questions: tuple[OpenQuestion, ...]
    priorities: tuple[PlanPriority, ...]
    base: tuple[BaseLine, ...]
    texts: tuple[OwnText, ...]
    there_is: Paragraphs
    map: AreaMap | None
    places: tuple[PlaceLine, ...]
    agreed: str
    voices: tuple[OtherVoice, ...]
    money: PlanMoney
    figures: tuple[PlanFigure, ...]
    take_part: TakePart
    move: MoveCard | None
    decision: DecisionNote | None
    editions: tuple[Action, ...]
    difference_href: str
    downloads: tuple[Download, ...]
    change_why: str = ""
    """Of an edition that changed an earlier one: why."""
    expect: tuple[Expected, ...] = ()
    """What people may expect of the municipality; nothing where it says nothing of that."""
    meanings: tuple[Meaning, ...] = ()
    """The words of the plan that the municipality explains."""
    since: tuple[Action, ...] = ()
    """Before everybody may read it: to what is otherwise than in the editions before."""
    fictional: bool = False
    contents: tuple[Action, ...] = ()
    """To the parts of the page, in their order."""
    folds: PlanFolds | None = None

    @property
    def picture_keys(self) -> tuple[str, ...]:
        """All pictures on the page."""
        first = (self.picture,) if self.picture else ()
        inside = (one for priority in self.priorities for one in priority.pictures)
        return tuple(one.key for one in (*first, *self.pictures, *inside))
