"""Reading places. Lists are ordered by name, code or year: no list of areas follows a figure."""

from wijkaanzet.areas.queries.changes import ConcordanceRow, changes_by_years, concordance_labels, concordances
from wijkaanzet.areas.queries.divisions import (
    all_visible,
    area_of_cbs_code,
    by_name,
    composition,
    compositions,
    division_labels,
    drawn_beside,
    drawn_by_name,
    municipalities_by_name,
    running_divisions,
    steered_division,
)
from wijkaanzet.areas.queries.drawing import check_free, taken_slugs
from wijkaanzet.areas.queries.in_time import (
    BordersOf,
    DivisionRow,
    RegionYear,
    borders_of,
    composition_of_year,
    division_of_key,
    divisions_in_time,
    region_years,
)
from wijkaanzet.areas.queries.places import communities, place_areas, place_labels, places_of

__all__ = [
    "BordersOf",
    "ConcordanceRow",
    "DivisionRow",
    "RegionYear",
    "all_visible",
    "area_of_cbs_code",
    "borders_of",
    "by_name",
    "changes_by_years",
    "check_free",
    "communities",
    "composition",
    "composition_of_year",
    "compositions",
    "concordance_labels",
    "concordances",
    "division_labels",
    "division_of_key",
    "divisions_in_time",
    "drawn_beside",
    "drawn_by_name",
    "municipalities_by_name",
    "place_areas",
    "place_labels",
    "places_of",
    "region_years",
    "running_divisions",
    "steered_division",
    "taken_slugs",
]
