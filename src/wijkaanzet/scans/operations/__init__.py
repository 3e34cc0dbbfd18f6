"""Every write about figures and scans: tables come in and are taken back; scans are made, commented and published."""

from wijkaanzet.scans.operations.importing import Upload, import_figures, map_columns, refuse, undo, upload
from wijkaanzet.scans.operations.scan_commenting import answer_comment, comment
from wijkaanzet.scans.operations.scan_composing import fill_section, start_scan
from wijkaanzet.scans.operations.scan_publishing import ask_network, publish_scan, take_back
from wijkaanzet.scans.operations.taking_back import forget_meanings, take_back_told

__all__ = [
    "Upload",
    "answer_comment",
    "ask_network",
    "comment",
    "fill_section",
    "forget_meanings",
    "import_figures",
    "map_columns",
    "publish_scan",
    "refuse",
    "start_scan",
    "take_back",
    "take_back_told",
    "undo",
    "upload",
]
