"""Sheets that a network fills in together: staircase, the talk about circles, and what is meant by words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, NamedTuple

from wijkaanzet.arrangements.rules import Arrangement, Principle, Staircase
from wijkaanzet.kernel.refusals import Refused

LONGEST_NOTE: Final = 1_000
LONGEST_KEY: Final = 200
"""As long as a key of an arrangement may be."""
STAIRCASE_SET: Final = "plans.staircase.set"
SPHERES_FILLED: Final = "plans.spheres.filled"
WORDS_FILLED: Final = "plans.words.filled"


class ToolKind(StrEnum):
    """Soort gespreksblad. How far the municipality goes itself, who does what in which circle, or what words mean."""

    STAIRCASE = "staircase"
    SPHERES = "spheres"
    WORDS = "words"


Together = Literal[ToolKind.SPHERES, ToolKind.WORDS]
"""The sheets on which everybody who takes part writes, and nothing is overwritten."""
FILLED: Final[dict[Together, str]] = {ToolKind.SPHERES: SPHERES_FILLED, ToolKind.WORDS: WORDS_FILLED}


class Cell(NamedTuple):
    """A place on a sheet: of the staircase a principle and a step, of the circles a question and a circle.

    Why a principle stands where it stands, and what a word means here, is kept beside its row: `column` is empty.
    """

    row: str
    column: str = ""


@dataclass(frozen=True)
class Joined:
    """How a cell reads after somebody handed it in; `both` when another wrote there too since it was last read."""

    text: str
    both: bool = False


def joined(*, base: str, now: str, handed_in: str) -> Joined:
    """What a cell reads when somebody hands in a text written on `base`, while it reads `now`; nothing disappears."""
    if handed_in in (base, now):
        return Joined(now)
    if now in ("", base):
        return Joined(handed_in)
    if not handed_in or handed_in in now:
        return Joined(now)
    return Joined(handed_in if now in handed_in else f"{now}\n\n{handed_in}", both=True)


def note(text: str) -> str:
    """A note as it is kept. Raises Refused("note_too_long")."""
    kept = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))
    if len(kept) > LONGEST_NOTE:
        raise Refused("note_too_long", most=LONGEST_NOTE)
    return kept


def staircase_cells(staircase: Staircase) -> frozenset[Cell]:
    """Every place for a cross."""
    return frozenset(Cell(one.key, step.key) for one in staircase.principles for step in staircase.steps)


def crosses(staircase: Staircase) -> frozenset[Cell]:
    """The crosses that the municipality chose for everywhere: what a sheet of the staircase begins with."""
    return frozenset(Cell(one.key, step) for one in staircase.principles for step in one.steps)


def note_cells(kind: Together, arrangement: Arrangement) -> frozenset[Cell]:
    """Every place for a note: of each question about each circle, or of each word that the municipality explains."""
    if kind is ToolKind.WORDS:
        return frozenset(Cell(word.term) for word in arrangement.own_words)
    spheres = arrangement.spheres
    return frozenset(Cell(question.key, circle.key) for question in spheres.questions for circle in spheres.circles)


def check_cells(cells: Iterable[Cell], *, known: frozenset[Cell]) -> None:
    """Refuse what is not on the sheet. Raises Refused("not_on_sheet")."""
    if not known.issuperset(cells):
        raise Refused("not_on_sheet")


@dataclass(frozen=True)
class Expectation:
    """What somebody who lives there may expect of the municipality, about one thing: a sentence for each cross."""

    about: str
    sentences: tuple[str, ...]


def expectations(staircase: Staircase, marks: frozenset[Cell]) -> tuple[Expectation, ...]:
    """What may be expected, by the crosses, in the order of the staircase; without a cross nothing is promised."""
    found = (Expectation(_about(one), _sentences(staircase, one.key, marks)) for one in staircase.principles)
    return tuple(one for one in found if one.sentences)


def _about(principle: Principle) -> str:
    return principle.plain or principle.name


def _sentences(staircase: Staircase, row: str, marks: frozenset[Cell]) -> tuple[str, ...]:
    return tuple(step.expect for step in staircase.steps if Cell(row, step.key) in marks)
