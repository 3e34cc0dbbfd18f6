"""Every write about places.

`borders` is not named here: it brings a library for geometry, which only an import of borders needs.
"""

from wijkaanzet.areas.operations.drawing import NewArea, NewDivision, draw_division

__all__ = ["NewArea", "NewDivision", "draw_division"]
