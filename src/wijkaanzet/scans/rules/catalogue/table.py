"""The tables that publishers bring out, and the names that their columns have had through the years."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

FIRST_YEAR, LAST_YEAR = 1900, 2100


class TableStatus(StrEnum):
    """Stand van een tabel. Whether the publisher may still change or complete the figures."""

    PROVISIONAL = "provisional"
    DEFINITE = "definite"


class RegionYearRule(StrEnum):
    """Which map a table follows: that of its own year, or the one that held when the publisher brought it out."""

    SAME_YEAR = "same_year"
    PUBLISHED = "published"


class HeaderRole(StrEnum):
    """What a column is for when it is not a figure."""

    CODE = "code"
    NAME = "name"
    LEVEL = "level"
    MUNICIPALITY = "municipality"
    PERIOD = "period"
    DIMENSION = "dimension"
    INDEX = "index"
    BORDER_CHANGE = "border_change"
    WATER = "water"
    MEASURE = "measure"
    VALUE = "value"
    REMARK = "remark"


class Transform(StrEnum):
    """How a published number becomes the number of the indicator."""

    AS_IS = "as_is"
    COUNT_TO_PERCENTAGE = "count_to_percentage"
    PERCENTAGE_TO_COUNT = "percentage_to_count"
    COUNT_TO_RATE = "count_to_rate"
    RATE_TO_PERCENTAGE = "rate_to_percentage"
    TIMES_THOUSAND = "times_thousand"
    TIMES_HUNDRED = "times_hundred"


@dataclass(frozen=True)
class Publisher:
    """Who brings out a table, under which licence, and how it wants to be named."""

    key: str
    name: str
    licence: str
    attribution: str


@dataclass(frozen=True)
class PublishedTable:
    """Gepubliceerde tabel. What a publisher brings out under one key, for one year or for several."""

    key: str
    publisher: Publisher
    title: str
    years: tuple[int, ...]
    layers: tuple[str, ...]
    address: str
    status: TableStatus
    region_year_rule: RegionYearRule
    region_year: int | None = None
    """The map that the publisher used, when that is not the map of the year of the figures."""
    rounding_base: int = 0

    def map_year(self, year: int) -> int | None:
        """The year of the map that the figures of `year` follow in this table; None when somebody has to say it."""
        return year if self.region_year_rule is RegionYearRule.SAME_YEAR else self.region_year


@dataclass(frozen=True)
class Alias:
    """A name that a column has had: whose it is, in which years, and how its numbers are turned into the indicator."""

    header: str
    indicator: str
    transform: Transform = Transform.AS_IS
    first_year: int | None = None
    last_year: int | None = None

    def holds_in(self, year: int | None) -> bool:
        """Whether the name meant this in that year; a name with years means nothing as long as the year is unknown."""
        if year is None:
            return self.first_year is None and self.last_year is None
        return (self.first_year or year) <= year <= (self.last_year or year)

    def meets(self, other: "Alias") -> bool:
        """Whether there is a year in which both hold."""
        first = max(self.first_year or FIRST_YEAR, other.first_year or FIRST_YEAR)
        return first <= min(self.last_year or LAST_YEAR, other.last_year or LAST_YEAR)


@dataclass(frozen=True)
class RoleAlias:
    """A name of a column that is not a figure; `dimension` says which dimension it is."""

    header: str
    role: HeaderRole
    dimension: str = ""


@dataclass(frozen=True)
class Layer:
    """One family of column names, as one kind of file uses it."""

    key: str
    title: str
    publisher: str
    roles: tuple[RoleAlias, ...]
    """Of several columns with one task the name that stands first here is the best: a buurt before its gemeente."""
    aliases: tuple[Alias, ...]
    positions: bool = False
    """Whether the place in the table belongs to a name, because nothing else tells its columns apart."""

    @cached_property
    def role_of(self) -> dict[str, RoleAlias]:
        """The columns that are no figure, by their normalised name."""
        return {alias.header: alias for alias in self.roles}

    @cached_property
    def meant_by(self) -> dict[str, tuple[Alias, ...]]:
        """What each normalised name has meant through the years."""
        found: dict[str, tuple[Alias, ...]] = {}
        for alias in self.aliases:
            found[alias.header] = (*found.get(alias.header, ()), alias)
        return found
