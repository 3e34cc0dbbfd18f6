"""The shape of an arrangement: what one municipality chose, for one period."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from wijkaanzet.arrangements.rules.calendar import Beat
from wijkaanzet.arrangements.rules.conversation import Spheres, Staircase, usual_spheres
from wijkaanzet.arrangements.rules.own_words import OwnWord
from wijkaanzet.arrangements.rules.words import default_words
from wijkaanzet.kernel.periods import Period


class UnknownWord(KeyError):
    """Somebody asked for a word that no arrangement knows: a mistake in our code, not in a file."""


class GovernanceModel(StrEnum):
    """Sturingsmodel. The four ideal types of the twelve-municipality study; naming one is optional."""

    CENTRALISED = "centralised"
    HIERARCHICAL = "hierarchical"
    CONSORTIUM = "consortium"
    FAN = "fan"


class BodyKind(StrEnum):
    """Soort orgaan. Who sits at the table that advises, decides or is told."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    ADVISORY = "advisory"
    NETWORK = "network"
    PARTNER = "partner"


class LevelKey(StrEnum):
    """Verdeelniveau. The steps in which money is divided; and the plan of an area, on which somebody decides too."""

    CITY_AREA = "city-area"
    AREA_COMPONENT = "area-component"
    PLAN = "plan"


class Rhythm(StrEnum):
    """Ritme. How often partners give account, and a network looks back at its plan."""

    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True)
class MunicipalityIdentity:
    """Which municipality the arrangement is of; `code` is the one Statistics Netherlands uses."""

    code: str
    slug: str
    name: str


@dataclass(frozen=True)
class Body:
    """Orgaan. A table that advises, decides or is told; who sits there is kept in `people`."""

    key: str
    kind: BodyKind
    name: str


@dataclass(frozen=True)
class Level:
    """Verdeelniveau. Who proposes (a role), advises, decides and is told (bodies) at one step of the division."""

    key: LevelKey
    proposes: str
    decides: str
    advises: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cadence:
    """Ritme. For how many years a plan is made, how often a network looks back at it and partners account.

    And for how many months somebody mostly takes a seat in a network, where that is said at all.
    """

    plan_years: int
    account: Rhythm
    review: Rhythm = Rhythm.YEARLY
    seat_months: int | None = None


@dataclass(frozen=True)
class Terms:
    """Termijnen. Days each step may take; `answer_days` and `record_days` are working days, the others calendar days.

    These are agreements, so a municipality may set its own; terms of law stand with their article in their own rules.
    """

    answer_days: int = 10
    advise_days: int = 42
    record_days: int = 5
    publish_days: int = 14
    inform_council_days: int = 14
    begin_days: int = 28
    decide_days: int = 28
    council_days: int = 42
    comment_days: int = 21
    teller_days: int = 42
    write_days: int = 182


@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """Arrangement. Everything in which municipalities differ and that the product has to ask instead of assume."""

    municipality: MunicipalityIdentity
    valid: Period
    model: GovernanceModel | None
    steered_area: str
    cadence: Cadence
    earmarks: tuple[str, ...]
    components: tuple[str, ...]
    functions: tuple[str, ...]
    themes: tuple[str, ...]
    goals: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]] = field(hash=False)
    bodies: tuple[Body, ...]
    levels: tuple[Level, ...]
    terms: Terms
    calendar: tuple[Beat, ...] = ()
    staircase: Staircase | None = None
    spheres: Spheres = field(default_factory=usual_spheres)
    own_words: tuple[OwnWord, ...] = ()

    def word(self, key: str, *, plural: bool = False) -> str:
        """The municipality's own word for `key`, or the house's; a word without a plural serves for both."""
        forms = self.words.get(key) or self._default_words().get(key)
        if forms is None:
            raise UnknownWord(key)
        return forms[-1] if plural else forms[0]

    def body(self, key: str) -> Body:
        """The body with this key."""
        return next(body for body in self.bodies if body.key == key)

    def level(self, key: LevelKey) -> Level | None:
        """Who does what at this step of the division, or None where the municipality has no such step."""
        return next((level for level in self.levels if level.key == key), None)

    def ending(self, ends_before: date | None) -> "Arrangement":
        """The same choices, holding until that day: a later arrangement closes an earlier one."""
        return replace(self, valid=Period(self.valid.starts_on, ends_before))

    def _default_words(self) -> dict[str, tuple[str, ...]]:
        return default_words(
            {
                "earmark": self.earmarks,
                "component": self.components,
                "function": self.functions,
                "theme": self.themes,
                "goal": self.goals,
            }
        )
