"""Where a story stands, from the offer of the edited text until it ends, and whose move it is. Plain Python.

Telling is the first step; the second is that the teller sees the edited text and says what may be done with it.
Source: consent in two steps, ncrm.ac.uk 20799.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from wijkaanzet.kernel.moves import Move, Rest

PROCESS: Final = "stories.story"
TELLER: Final = "teller"
"""With whom the story lies: never an account, so no role."""


class StoryStatus(StrEnum):
    """Stand van een verhaal. Offered to its teller, shared, not shared, consent ran out, or taken back."""

    OFFERED = "offered"
    SHARED = "shared"
    NOT_SHARED = "not_shared"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


NEXT: dict[StoryStatus, set[StoryStatus]] = {
    StoryStatus.OFFERED: {StoryStatus.SHARED, StoryStatus.NOT_SHARED, StoryStatus.WITHDRAWN},
    StoryStatus.SHARED: {StoryStatus.EXPIRED, StoryStatus.WITHDRAWN},
    StoryStatus.NOT_SHARED: set(),
    StoryStatus.EXPIRED: set(),
    StoryStatus.WITHDRAWN: set(),
}

FINAL = frozenset({StoryStatus.NOT_SHARED, StoryStatus.EXPIRED, StoryStatus.WITHDRAWN})
SETTLED = frozenset({StoryStatus.SHARED})
"""It can be taken back at any moment, and waits for nobody."""


@dataclass(frozen=True)
class StoryFacts:
    """What the next move is computed from: where it belongs, and until when its teller may answer."""

    municipality_id: int
    area_id: int | None
    lapses_on: date


def move(status: StoryStatus, facts: StoryFacts) -> Move | None:
    """While it lies with the teller it rests; on the last day the coordinator looks, or the policy officer.

    A teller has no account, no term, and is never late.
    """
    if status is not StoryStatus.OFFERED:
        return None
    rest = Rest(TELLER, "", facts.lapses_on)
    if facts.area_id is None:
        mover, scope = "policy_officer", ("municipality", facts.municipality_id)
    else:
        mover, scope = "coordinator", ("area", facts.area_id)
    return Move(PROCESS, status, mover, scope, "stories.await_teller", None, resting=rest)
