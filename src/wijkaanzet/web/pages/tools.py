"""The pages of sheets that a network fills in together, and of the words of a municipality."""

from dataclasses import dataclass

from django.forms import BoundField

from wijkaanzet.web.pages.networks import Place
from wijkaanzet.web.pages.plan_trail import PlanTrail
from wijkaanzet.web.parts.forms import Buttons, Field
from wijkaanzet.web.parts.meaning import Meaning
from wijkaanzet.web.parts.moves import Action


@dataclass(frozen=True, kw_only=True)
class SheetHead:
    """What a sheet is of: where it stands, its title, and how it came about."""

    place: Place
    trail: PlanTrail | None
    """None for a sheet that belongs to no plan."""
    title: str
    lead: str
    facts: tuple[str, ...]
    """For which plan or year, and how often it was handed in."""
    version: str
    """On which version of the sheet the next one is written."""
    back: Action
    others: tuple[Action, ...] = ()
    """The other sheets of the same plan or network."""
    years: tuple[Action, ...] = ()
    """The sheets of other years."""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class Named:
    """A circle, a step or another column: what it is called and what is meant."""

    name: str
    also_called: str = ""
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class NotesRow:
    """One question or word with what was said about it in each column, and where it is written."""

    text: str
    means: str
    """What the municipality means by a word; empty for a question."""
    notes: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, kw_only=True)
class NotesPage:
    """A sheet on which everybody who takes part writes: the talk about circles, or what is meant by words."""

    head: SheetHead
    asks: str
    """What the rows are."""
    columns: tuple[Named, ...]
    rows: tuple[NotesRow, ...]
    meanings: tuple[Meaning, ...]
    looked: BoundField | None
    """The box to tick once something was found that may point at a person."""
    buttons: Buttons | None
    """None where it can only be read."""


@dataclass(frozen=True, kw_only=True)
class Cross:
    """One step of a row, and whether the municipality stands on it."""

    step: str
    stands: bool


@dataclass(frozen=True, kw_only=True)
class PrincipleRow:
    """One principle: on which steps the municipality stands, why, and where that is filled in."""

    name: str
    direction: str
    crosses: tuple[Cross, ...]
    why: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What somebody who lives there may expect of the municipality, about one thing."""

    about: str
    sentences: tuple[str, ...]

    @property
    def varies(self) -> bool:
        """Whether the municipality stands on more than one step."""
        return len(self.sentences) > 1


@dataclass(frozen=True, kw_only=True)
class StaircasePage:
    """How far the municipality goes itself."""

    head: SheetHead
    steps: tuple[Named, ...]
    rows: tuple[PrincipleRow, ...]
    expected: tuple[Expected, ...]
    source: str
    is_read: bool
    """Whether it is shown as it reads now, beside the form or without one; on paper it always is."""
    buttons: Buttons | None
    """None where it can only be read."""


@dataclass(frozen=True, kw_only=True)
class OwnWordsPage:
    """What the municipality means by its words, and what may be expected of it."""

    words: tuple[Meaning, ...]
    expected: tuple[Expected, ...]
