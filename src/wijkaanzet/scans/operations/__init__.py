"""Every write about figures: tables come in, and are taken back."""

from wijkaanzet.scans.operations.importing import Upload, import_figures, map_columns, refuse, undo, upload

__all__ = ["Upload", "import_figures", "map_columns", "refuse", "undo", "upload"]
