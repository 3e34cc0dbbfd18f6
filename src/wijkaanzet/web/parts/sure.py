"""How sure a difference is: a sentence, and a sign that is a number of dots and not a colour."""

from dataclasses import dataclass
from typing import Final, Literal

Certainty = Literal["strong", "weak", "chance", "unknown"]
"""Beyond 99.8% certainty, beyond 95%, maybe chance, or not compared."""
FILLED: Final[dict[Certainty, int]] = {"strong": 3, "weak": 2, "chance": 1, "unknown": 0}


@dataclass(frozen=True, kw_only=True)
class Sure:
    """The sentence that says how sure, beside a figure."""

    text: str
    """Ready to read: "Hoger dan in Tilburg. Dat is waarschijnlijk geen toeval."."""
    certainty: Certainty

    @property
    def dots(self) -> tuple[tuple[int, bool], ...]:
        """Three places from left to right, and whether each is filled."""
        return tuple((6 + 12 * place, place < FILLED[self.certainty]) for place in range(3))
