"""Tables that leave the house: CSV that no spreadsheet will run as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def safe_cell(value: object) -> object:
    """A value as it may stand in a spreadsheet: text that would start a formula gets an apostrophe in front.

    A plain negative number stays a number.
    """
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV with semicolons and a byte order mark, as Dutch spreadsheets open it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()
