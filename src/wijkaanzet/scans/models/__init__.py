"""Tables of figures that were brought in, and the scans that people make of figures and of what was told."""

from wijkaanzet.scans.models.figures import Figure, FigureColumn, FigureImport, FigurePlace
from wijkaanzet.scans.models.scan import Scan, ScanComment, ScanItem, ScanSection

__all__ = [
    "Figure",
    "FigureColumn",
    "FigureImport",
    "FigurePlace",
    "Scan",
    "ScanComment",
    "ScanItem",
    "ScanSection",
]
