"""How a table of figures comes in: uploaded, mapped, imported; and taken back when it was the wrong one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.working_days import add_working_days

PROCESS = "scans.figure_import"


class FigureImportStatus(StrEnum):
    """Stand van de cijferimport. From the file that came in to figures that everybody can read."""

    UPLOADED = "uploaded"
    MAPPED = "mapped"
    IMPORTED = "imported"
    REFUSED = "refused"
    UNDONE = "undone"


class Origin(StrEnum):
    """Herkomst van cijfers. Who guards the people behind the figures: their publisher did, or we have to."""

    PUBLISHED = "published"
    OWN = "own"


NEXT: dict[FigureImportStatus, set[FigureImportStatus]] = {
    FigureImportStatus.UPLOADED: {FigureImportStatus.MAPPED, FigureImportStatus.REFUSED},
    FigureImportStatus.MAPPED: {FigureImportStatus.MAPPED, FigureImportStatus.IMPORTED, FigureImportStatus.REFUSED},
    FigureImportStatus.IMPORTED: {FigureImportStatus.UNDONE},
    FigureImportStatus.REFUSED: set(),
    FigureImportStatus.UNDONE: set(),
}

FINAL = frozenset({FigureImportStatus.REFUSED, FigureImportStatus.UNDONE})
SETTLED = frozenset({FigureImportStatus.IMPORTED})
"""Imported figures can be taken back, but nobody has to do anything."""


@dataclass(frozen=True)
class FigureImportFacts:
    """What the next move is computed from: where, since when, and the term of the arrangement."""

    municipality_id: int
    since: date
    answer_days: int


def move(status: FigureImportStatus, facts: FigureImportFacts) -> Move | None:
    """The policy officer says what the columns mean, and then brings the figures in."""
    due_on = add_working_days(facts.since, facts.answer_days)
    city = ("municipality", facts.municipality_id)
    match status:
        case FigureImportStatus.UPLOADED:
            return Move(PROCESS, status, "policy_officer", city, "scans.map_figures", due_on)
        case FigureImportStatus.MAPPED:
            return Move(PROCESS, status, "policy_officer", city, "scans.import_figures", due_on)
        case FigureImportStatus.IMPORTED | FigureImportStatus.REFUSED | FigureImportStatus.UNDONE:
            return None
