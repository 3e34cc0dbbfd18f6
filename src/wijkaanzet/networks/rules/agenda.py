"""What a meeting talks about: from what waits for the table, and from what people want to talk about. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.rules.words import fitting, fitting_line

LONGEST_TITLE: Final = 160
LONGEST_NOTE: Final = 1_000
LONGEST_OUTCOME: Final = 1_000
MOST_ITEMS: Final = 30
"""More does not fit in an evening."""


@dataclass(frozen=True, kw_only=True)
class AgendaLine:
    """One thing to talk about; the title is public once people are invited, the note is for who keeps the table."""

    title: str
    note: str = ""
    subject: Subject | None = None
    """What waits, when it is put on the agenda for that."""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Something that waits in the neighbourhood and could be talked about."""

    subject: Subject
    action: str
    """What is asked of whom it lies with; empty when it lies with nobody."""
    label: str
    day: date
    """By when it is done, the invitation lapses, or it is looked at again."""
    title: str = ""
    """What the point is called; empty for what is asked, and about what."""


def in_order(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """What could be talked about, the oldest day first, then by kind; nothing is weighed against another."""
    return sorted(suggestions, key=lambda one: (one.day, one.subject.kind, one.subject.id))


def fitting_agenda(lines: Sequence[AgendaLine]) -> list[AgendaLine]:
    """The agenda as it is kept.

    Raises Refused: ("agenda_too_many"), ("agenda_without_title"), ("agenda_twice"), ("network_words_too_long").
    """
    if len(lines) > MOST_ITEMS:
        raise Refused("agenda_too_many", most=MOST_ITEMS)
    subjects = [line.subject for line in lines if line.subject is not None]
    if len(set(subjects)) < len(subjects):
        raise Refused("agenda_twice")
    return [_fitting(line, number=number) for number, line in enumerate(lines, start=1)]


def fitting_outcome(outcome: str) -> str:
    """What came of it, as it is kept. Raises Refused("network_words_too_long")."""
    return fitting(outcome, most=LONGEST_OUTCOME)


def _fitting(line: AgendaLine, *, number: int) -> AgendaLine:
    title = fitting_line(line.title, most=LONGEST_TITLE)
    if not title:
        raise Refused("agenda_without_title", number=number)
    return AgendaLine(title=title, note=fitting(line.note, most=LONGEST_NOTE), subject=line.subject)
