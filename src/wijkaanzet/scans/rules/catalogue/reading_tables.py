"""From the text of tables.toml to publishers, tables and the names of columns; refuses the first mistake."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from wijkaanzet.scans.rules.catalogue.headers import normalised
from wijkaanzet.scans.rules.catalogue.indicator import Indicator, IndicatorKind
from wijkaanzet.scans.rules.catalogue.problems import Entry
from wijkaanzet.scans.rules.catalogue.table import (
    FIRST_YEAR,
    LAST_YEAR,
    Alias,
    HeaderRole,
    Layer,
    PublishedTable,
    Publisher,
    RegionYearRule,
    RoleAlias,
    TableStatus,
    Transform,
)

_MAKES = {
    Transform.COUNT_TO_PERCENTAGE: (IndicatorKind.PERCENTAGE,),
    Transform.RATE_TO_PERCENTAGE: (IndicatorKind.PERCENTAGE,),
    Transform.PERCENTAGE_TO_COUNT: (IndicatorKind.COUNT,),
    Transform.COUNT_TO_RATE: (IndicatorKind.RATE,),
}
_NEEDS_WHOLE = (Transform.COUNT_TO_PERCENTAGE, Transform.COUNT_TO_RATE)


@dataclass(frozen=True)
class Tables:
    """Everything that tables.toml holds."""

    publishers: Mapping[str, Publisher]
    tables: Mapping[str, PublishedTable]
    layers: Mapping[str, Layer]
    dimensions: tuple[RoleAlias, ...]
    members: Mapping[str, Mapping[str, str]]
    """What the codes in a column of a dimension stand for, by dimension and code."""


def read_tables(file: Entry, *, indicators: Mapping[str, Indicator]) -> Tables:
    """All tables and layers of column names.

    Raises CatalogueError for an unknown key, publisher, layer or indicator, a name that means two things in one layer
    because their years overlap, and a transform that does not make that kind of indicator.
    """
    publishers = {key: _publisher(key, entry) for key, entry in file.tables("publishers").items()}
    dimensions = _roles(Entry(file.value("dimensions") or {}, file=file.file, key="dimensions"))
    members = {key: _members(entry) for key, entry in file.tables("members").items()}
    layers = {
        key: _layer(key, entry, publishers, indicators, dimensions) for key, entry in file.tables("layers").items()
    }
    tables = {key: _table(key, entry, publishers, layers) for key, entry in file.tables("tables").items()}
    file.close()
    return Tables(publishers=publishers, tables=tables, layers=layers, dimensions=dimensions, members=members)


def _publisher(key: str, entry: Entry) -> Publisher:
    publisher = Publisher(
        key=key, name=entry.text("name"), licence=entry.text("licence"), attribution=entry.text("attribution")
    )
    entry.close()
    return publisher


def _table(key: str, entry: Entry, publishers: Mapping[str, Publisher], layers: Mapping[str, Layer]) -> PublishedTable:
    years, used = entry.numbers("years"), entry.texts("layers")
    if not years or list(years) != sorted(set(years)) or not FIRST_YEAR <= years[0] <= years[-1] <= LAST_YEAR:
        raise entry.mistake("years", "must be years, each once, in order")
    for layer in used:
        if layer not in layers:
            raise entry.mistake("layers", f"{layer!r} does not exist")
    table = PublishedTable(
        key=key,
        publisher=publishers[entry.known("publisher", publishers)],
        title=entry.text("title"),
        years=years,
        layers=used,
        address=entry.text("address"),
        status=entry.choice("status", TableStatus, default=TableStatus.DEFINITE),
        region_year_rule=entry.choice("region_year_rule", RegionYearRule, default=RegionYearRule.SAME_YEAR),
        region_year=entry.year("region_year"),
        rounding_base=entry.number("rounding_base", default=0),
    )
    if table.region_year is not None and table.region_year_rule is RegionYearRule.SAME_YEAR:
        raise entry.mistake("region_year", "goes with region_year_rule = 'published'")
    entry.close()
    return table


def _members(entry: Entry) -> dict[str, str]:
    return {code: entry.text(code) for code, _ in entry.items()}


def _roles(entry: Entry, *, positions: bool = False) -> tuple[RoleAlias, ...]:
    """Role = names; a role of the form "dimension-leeftijd" says which dimension it is."""
    found = []
    for name, _ in entry.items():
        role, _, dimension = name.partition("-")
        if role not in set(HeaderRole) or bool(dimension) != (role == HeaderRole.DIMENSION):
            raise entry.mistake(name, f"is none of {', '.join(HeaderRole)}")
        headers = dict.fromkeys(normalised(one, positions=positions) for one in entry.texts(name))
        found += [RoleAlias(header, HeaderRole(role), dimension) for header in headers]
    return tuple(found)


def _layer(
    key: str,
    entry: Entry,
    publishers: Mapping[str, Publisher],
    indicators: Mapping[str, Indicator],
    dimensions: tuple[RoleAlias, ...],
) -> Layer:
    title, publisher = entry.text("title"), entry.known("publisher", publishers, default="")
    positions = entry.flag("positions")
    own = _roles(Entry(entry.value("roles") or {}, file=entry.file, key=f"{entry.key}.roles"), positions=positions)
    names = Entry(entry.value("aliases") or {}, file=entry.file, key=f"{entry.key}.aliases")
    aliases: list[Alias] = []
    for name, value in names.items():
        if name not in indicators:
            raise names.mistake(name, "is no indicator")
        aliases += _aliases(names, value, indicators[name], positions=positions)
    entry.close()
    _check_wholes(names, aliases, indicators)
    mine = {alias.header for alias in own}
    roles = (*own, *(alias for alias in dimensions if alias.header not in mine))
    _check_once(names, aliases, {alias.header for alias in roles})
    if len(mine) < len(own):
        raise entry.mistake("roles", "give one name two tasks")
    return Layer(key=key, title=title, publisher=publisher, roles=roles, aliases=tuple(aliases), positions=positions)


def _aliases(names: Entry, value: object, indicator: Indicator, *, positions: bool) -> list[Alias]:
    """The names of one indicator: a text, a list of texts, or a list of tables with their years and transform."""
    rules = value if isinstance(value, list) else [value]
    if all(isinstance(rule, str) for rule in rules):
        rules = [{"names": rules}]
    found: list[Alias] = []
    for place, rule in enumerate(rules):
        entry = Entry(rule, file=names.file, key=f"{names.key}.{indicator.key}[{place}]")
        first, last = entry.year("first"), entry.year("last")
        transform = entry.choice("as", Transform, default=Transform.AS_IS)
        _check_transform(entry, transform, indicator)
        headers = dict.fromkeys(normalised(one, positions=positions) for one in entry.texts("names"))
        if not all(headers):
            raise entry.mistake("names", "holds a name without letters or digits")
        found += [Alias(header, indicator.key, transform, first, last) for header in headers]
        if first and last and first > last:
            raise entry.mistake("last", f"lies before {first}")
        entry.close()
    return found


def _check_transform(entry: Entry, transform: Transform, indicator: Indicator) -> None:
    kinds = _MAKES.get(transform)
    if kinds is not None and indicator.kind not in kinds:
        raise entry.mistake("as", f"{transform} does not make a {indicator.kind}")


def _check_wholes(names: Entry, aliases: list[Alias], indicators: Mapping[str, Indicator]) -> None:
    """A count becomes a share only where the same file holds the count that it is a share of."""
    here = {alias.indicator for alias in aliases}
    for alias in aliases:
        whole = indicators[alias.indicator].of
        if alias.transform in _NEEDS_WHOLE and whole not in here:
            raise names.mistake(alias.indicator, f"{alias.transform} needs {whole!r}, which has no name in this layer")


def _check_once(names: Entry, aliases: list[Alias], roles: Collection[str]) -> None:
    """In one year a name means one thing."""
    for place, alias in enumerate(aliases):
        if alias.header in roles:
            raise names.mistake(alias.indicator, f"{alias.header!r} is the name of a column that is no figure")
        for other in aliases[:place]:
            if other.header == alias.header and other.meets(alias):
                raise names.mistake(alias.indicator, f"{alias.header!r} is a name of {other.indicator!r} too")
