"""Tables that leave the house: CSV that no spreadsheet will run as a formula."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

_STARTS_A_FORMULA = frozenset("=+-@")
_CUT_OFF = ("\t", "\r", "\n")  # some programs take what follows for the cell
_UNSEEN = frozenset("ZCM")  # Unicode: white space, controls, marks without a letter to stand on
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def safe_cell(value: object) -> object:
    """A value as it may stand in a spreadsheet: text that would start a formula gets an apostrophe in front.

    A plain negative number stays a number.
    """
    if value is None or isinstance(value, int | float | Decimal):
        return value
    text = str(value)  # also of what only becomes text when it is written, such as a translation
    return f"'{text}" if _may_run(text) and not _NUMBER.fullmatch(text) else text


def _may_run(text: str) -> bool:
    """Whether a program may read a formula here, after dropping what is not seen and reading a wide ＝ as =."""
    apart = "".join(unicodedata.normalize("NFKC", sign) for sign in text)  # sign by sign: a mark behind = changes it
    forms = (text, unicodedata.normalize("NFKC", text), apart)
    return text.startswith(_CUT_OFF) or any(_first_seen(form) in _STARTS_A_FORMULA for form in forms)


def _first_seen(text: str) -> str:
    return next((sign for sign in text if unicodedata.category(sign)[0] not in _UNSEEN), "")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV with semicolons and a byte order mark, as Dutch spreadsheets open it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()
