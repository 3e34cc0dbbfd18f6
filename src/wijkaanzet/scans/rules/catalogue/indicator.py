"""What one indicator is: its words, its kind, whether more is better, and how far it can be trusted."""

from dataclasses import dataclass
from enum import StrEnum


class IndicatorKind(StrEnum):
    """Soort indicator. Decides how it may be rolled up: counts add, shares go through their whole, the rest never."""

    COUNT = "count"
    PERCENTAGE = "percentage"
    RATE = "rate"
    MEAN = "mean"
    MEDIAN = "median"
    INDEX = "index"
    CLASS = "class"


class Polarity(StrEnum):
    """Richting. Whether a higher value is better for those who live there; for most figures nobody can say."""

    HIGHER_BETTER = "higher_better"
    LOWER_BETTER = "lower_better"
    NO_JUDGEMENT = "no_judgement"


class Resource(StrEnum):
    """Hulpbron. Where strength in a neighbourhood comes from: people themselves, each other, or the place."""

    PERSONAL = "personal"
    SOCIAL = "social"
    ENVIRONMENT = "environment"


class Method(StrEnum):
    """Meetmethode. How a figure was made: counted in a register, asked of people, or estimated by a model."""

    REGISTER = "register"
    SURVEY = "survey"
    MODELLED = "modelled"


class Purpose(StrEnum):
    """Doel van een indicator. What a figure is collected for; without a purpose it is not collected."""

    SIGNAL = "signal"
    LEARN = "learn"
    ACCOUNT = "account"
    ALLOCATE = "allocate"


@dataclass(frozen=True)
class Theme:
    """A group of indicators on a page, in plain words."""

    key: str
    label: str


@dataclass(frozen=True)
class SmallNumbers:
    """From how many on the publisher shows a figure; below that it stays empty. `text` says it in one sentence."""

    key: str
    minimum: int
    of: str
    text: str


@dataclass(frozen=True)
class Source:
    """Where an indicator comes from, and what holds for everything from there."""

    key: str
    name: str
    publisher: str
    method: Method
    every_years: int
    """Years between two measurements."""
    delay_months: int
    """Months from the end of the year of the figures until they are usually published."""
    pitfalls: tuple[str, ...] = ()
    small_numbers: SmallNumbers | None = None
    rounding_base: int = 0


@dataclass(frozen=True)
class Indicator:
    """Indicator. What a figure says, and how far it can be trusted."""

    key: str
    label: str
    """In Dutch, as a resident reads it; `english` says the same in English."""
    english: str
    definition: str
    unit: str
    kind: IndicatorKind
    polarity: Polarity
    resource: Resource
    theme: Theme
    source: Source
    method: Method
    purposes: tuple[Purpose, ...]
    decimals: int = 0
    per: int = 0
    """Of a rate: per how many."""
    of: str = ""
    """Of a share or rate: the key of the count that is its whole, when the same tables hold it."""
    base: str = ""
    """In words: among whom or what it was measured, when no table holds that count."""
    pitfalls: tuple[str, ...] = ()
    small_numbers: SmallNumbers | None = None
    rounding_base: int = 0
    """Counts are rounded to a multiple of this; 0 when they are not rounded."""
    valid_from: int | None = None
    valid_to: int | None = None
    """First and last year in which this definition is published."""
    supersedes: str = ""
    """The indicator that was published before this one and may not be joined to it."""
    break_reason: str = ""
