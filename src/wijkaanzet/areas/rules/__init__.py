"""What holds for places: their codes, and the files that hold their borders. Plain Python.

`borders` is not named here: it brings a library for geometry, which only an import of borders needs.
"""

from wijkaanzet.areas.rules.codes import (
    CBS_CODE,
    CODE,
    LONGEST_NAME,
    SLUG,
    is_cbs_code,
    is_code,
    is_name,
    is_part,
    is_slug,
    municipality_of,
    wijk_of,
)

__all__ = [
    "CBS_CODE",
    "CODE",
    "LONGEST_NAME",
    "SLUG",
    "is_cbs_code",
    "is_code",
    "is_name",
    "is_part",
    "is_slug",
    "municipality_of",
    "wijk_of",
]
