"""What an area can be laid beside in the same table: the country, and areas elsewhere that are like it.

Only where an area is exactly one CBS area, and only for figures that were published; of each group the middle value,
since a table does not always say of how many people a figure is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.models import Figure, FigureColumn, FigurePlace
from wijkaanzet.scans.queries.figures import public_columns
from wijkaanzet.scans.queries.sheet import Sheet
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.thresholds import CBS_LEAST_PEOPLE
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.statistics.peers import PeerGroup, PeerRule, nearest, same_class, same_size

SIZES = (500, 1_000, 2_500, 5_000, 10_000, 20_000)
"""People; where classes of size begin. Half of the wijken of the country have fewer than 3,098 (CBS, 2022)."""
INHABITANTS, URBANITY = "inwoners", "stedelijkheid"
ALIKE_IN = (INHABITANTS, "jonger-dan-15", "65-en-ouder", "koopwoningen")
"""In what the nearest areas are alike: how many live there, how old they are, and how they live."""
NEAREST = 5
FEWEST = 5
"""Of fewer areas a middle value says little."""


@dataclass(frozen=True)
class Neighbour:
    """One of the areas that are most alike, with how far it is in standard deviations, and its value."""

    code: str
    name: str
    distance: float
    value: float | None


@dataclass(frozen=True)
class GroupValue:
    """The middle value of a group of areas elsewhere."""

    rule: PeerRule
    areas: int
    value: float


@dataclass(frozen=True)
class Beside:
    """What there is to lay a figure beside, besides the municipality."""

    country: float | None = None
    groups: tuple[GroupValue, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()


def beside(sheet: Sheet, area: Area, column: FigureColumn) -> Beside:
    """The country and the peers of an area in one column; three queries, whatever the size of the table."""
    if column.figure_import.origin == Origin.OWN or column.kind == ColumnKind.COUNT:
        return Beside()
    country = sheet.country(column).value
    known = Beside(country=None if country is None else float(country))
    parts = sheet.parts(area, column)
    if list(parts.values()) != [1]:
        return known
    (code,) = parts
    alike = _alike_columns(area, column)
    numbers = _numbers([column, *alike.values()], level=code[:2])
    values, facts = numbers[column.id], {key: numbers[one.id] for key, one in alike.items()}
    return Beside(known.country, _groups(code, values, facts), _neighbours(code, values, facts, column))


def _alike_columns(area: Area, column: FigureColumn) -> dict[str, FigureColumn]:
    """The newest columns that say how many live somewhere, how urban it is, and who live there; of one map."""
    wanted, year = {*ALIKE_IN, URBANITY}, column.figure_import.region_year
    found: dict[str, FigureColumn] = {}
    for one in sorted(public_columns(area.division), key=lambda one: abs(one.figure_import.region_year - year)):
        if one.indicator in wanted and one.figure_import.origin == Origin.PUBLISHED:
            found.setdefault(one.indicator, one)
    return found


def _numbers(columns: Iterable[FigureColumn], *, level: str) -> dict[int, dict[str, float]]:
    ids = [one.id for one in columns]
    rows = Figure.objects.filter(column__in=ids, cbs_code__startswith=level).exclude(value="")
    found: dict[int, dict[str, float]] = {pk: {} for pk in ids}
    for pk, code, value in rows.values_list("column_id", "cbs_code", "value"):
        found[pk][code] = float(value)
    return found


def _groups(code: str, values: Mapping[str, float], facts: Mapping[str, Mapping[str, float]]) -> tuple[GroupValue, ...]:
    found: list[PeerGroup] = []
    if INHABITANTS in facts:
        found.append(same_size(code, facts[INHABITANTS], bounds=SIZES))
    if URBANITY in facts:
        found.append(same_class(code, {one: int(value) for one, value in facts[URBANITY].items()}))
    told = ((group, [values[one] for one in group.codes if one in values]) for group in found)
    return tuple(GroupValue(group.rule, len(known), median(known)) for group, known in told if len(known) >= FEWEST)


def _neighbours(
    code: str, values: Mapping[str, float], facts: Mapping[str, Mapping[str, float]], column: FigureColumn
) -> tuple[Neighbour, ...]:
    variables = [key for key in ALIKE_IN if key in facts]
    people = facts.get(INHABITANTS, {})
    enough = {one for one, number in people.items() if number >= CBS_LEAST_PEOPLE}
    if len(variables) < 2 or code not in enough:
        return ()
    rows = {one: {key: facts[key].get(one) for key in variables} for one in enough}
    near = nearest(code, rows, variables=variables, count=NEAREST).members
    places = FigurePlace.objects.filter(figure_import=column.figure_import_id, cbs_code__in=[one.code for one in near])
    names = dict(places.values_list("cbs_code", "cbs_name"))
    return tuple(
        Neighbour(one.code, names.get(one.code, ""), one.distance or 0.0, values.get(one.code)) for one in near
    )
