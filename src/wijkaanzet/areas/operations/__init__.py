"""Every write about divisions, areas and places.

`borders` is not named here: it brings a library for geometry, which only an import of borders needs.
"""

from wijkaanzet.areas.operations.changes import import_concordance
from wijkaanzet.areas.operations.composing import recompose
from wijkaanzet.areas.operations.drawing import draw_division, draw_from_cbs
from wijkaanzet.areas.operations.places import add_place, end_place
from wijkaanzet.areas.rules.drawing import NewArea, NewDivision

__all__ = [
    "NewArea",
    "NewDivision",
    "add_place",
    "draw_division",
    "draw_from_cbs",
    "end_place",
    "import_concordance",
    "recompose",
]
