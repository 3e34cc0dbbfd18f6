"""Reading tables of figures: what came in, how it is read, and what is known of an area."""

from wijkaanzet.scans.queries.figures import figure_columns, figures_of
from wijkaanzet.scans.queries.imports import (
    columns_of,
    content_of,
    dry_run,
    known_columns,
    layout_of,
    mapping_of,
    open_file,
    overview_of,
    places,
    places_of,
    usable,
)
from wijkaanzet.scans.queries.standings import labels, public_ids, standing, standings

__all__ = [
    "columns_of",
    "content_of",
    "dry_run",
    "figure_columns",
    "figures_of",
    "known_columns",
    "labels",
    "layout_of",
    "mapping_of",
    "open_file",
    "overview_of",
    "places",
    "places_of",
    "public_ids",
    "standing",
    "standings",
    "usable",
]
