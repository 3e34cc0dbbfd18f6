"""Tables that leave the house: CSV that no spreadsheet will run as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def safe_cell(value: object) -> object:
    """A value as it may stand in a spreadsheet: text that would start a formula gets an apostrophe in front.

    A plain negative number stays a number.
    """
    if value is None or isinstance(value, int | float | Decimal):
        return value
    text = str(value)  # also of what only becomes text when it is written, such as a translation
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV with semicolons and a byte order mark, as Dutch spreadsheets open it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()
