"""What a municipality chose about small numbers: from how many on something may be public."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wijkaanzet.kernel.refusals import Refused

CBS_LEAST_PEOPLE = 50
"""CBS, Toelichting Kerncijfers wijken en buurten: a percentage is shown at 50 or more inhabitants."""


class Denominator(StrEnum):
    """What a percentage is a part of: everybody who lives there, or those who answered."""

    PEOPLE = "people"
    RESPONDENTS = "respondents"


@dataclass(frozen=True)
class PublicationRules:
    """The small-number rules of one municipality; all numbers are people, or what else is counted.

    Raises Refused: ("publication_number_too_small") for a number below one, ("rounding_makes_zero") when the base is so
    coarse that a count which may be shown would be rounded to nothing.
    """

    smallest_count: int = 5
    rounding_base: int = 5
    least_people: int = CBS_LEAST_PEOPLE
    least_respondents: int = 30
    smallest_part: int = 5
    """Of a percentage: the least that both the numerator and the rest of the denominator hold."""
    zero_is_sensitive: bool = False

    def __post_init__(self) -> None:
        numbers = (self.smallest_count, self.rounding_base, self.least_people, self.least_respondents)
        if min(*numbers, self.smallest_part) < 1:
            raise Refused("publication_number_too_small", least=1)
        if 2 * min(self.smallest_count, self.smallest_part) < self.rounding_base:
            raise Refused("rounding_makes_zero", base=self.rounding_base)

    def least(self, denominator: Denominator) -> int:
        """The smallest denominator, in people or respondents, of which a percentage is shown."""
        return self.least_people if denominator is Denominator.PEOPLE else self.least_respondents

    def rounded(self, count: Fraction) -> Fraction:
        """A count as it is published: to the nearest multiple of the base, a half upwards."""
        return Fraction((count + Fraction(self.rounding_base, 2)) // self.rounding_base * self.rounding_base)

    def before_rounding(self, shown: Fraction) -> tuple[Fraction, Fraction]:
        """Between which counts a shown one was before it was rounded: from the first on, and below the second."""
        half = Fraction(self.rounding_base, 2)
        return max(shown - half, Fraction(self.smallest_count)), shown + half
