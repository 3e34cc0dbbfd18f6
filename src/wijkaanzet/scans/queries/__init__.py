"""Reading tables of figures: what came in, how it is read, and what is known of an area."""

from wijkaanzet.scans.queries.difference import SinceBefore, since_before
from wijkaanzet.scans.queries.division_table import layout_of, open_file
from wijkaanzet.scans.queries.figures import has_figures, label_of, public_columns
from wijkaanzet.scans.queries.imports import (
    WORDS,
    columns_of,
    content_of,
    dividable_columns,
    dry_run,
    file_layout,
    fingerprint_of,
    header_of,
    imported_as,
    kept_overview,
    known_columns,
    mapping_of,
    overview_of,
    places,
    shared_places,
    usable,
)
from wijkaanzet.scans.queries.standings import labels, public_ids, standing, standings

__all__ = [
    "SinceBefore",
    "WORDS",
    "columns_of",
    "content_of",
    "dividable_columns",
    "dry_run",
    "file_layout",
    "fingerprint_of",
    "has_figures",
    "label_of",
    "header_of",
    "imported_as",
    "kept_overview",
    "known_columns",
    "labels",
    "layout_of",
    "mapping_of",
    "open_file",
    "overview_of",
    "places",
    "public_columns",
    "public_ids",
    "shared_places",
    "since_before",
    "standing",
    "standings",
    "usable",
]
