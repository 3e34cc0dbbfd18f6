"""From the text of a cell to the exact text of a number, or to the reason why there is none."""

import re
from decimal import Decimal
from enum import StrEnum

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Layout

SENTINEL = -99990  # maps of CBS write this and lower for "unknown", "secret" and "not applicable"
LONGEST_NUMBER = 40
"""Signs of an exact number that are kept; more digits than that are no figure."""
_SPACES = {" ": " \u00a0\u202f\u2009", "'": "'\u2019"}  # what else is written for a space and an apostrophe
_SHOWN = 40


class MissingReason(StrEnum):
    """Reden van ontbreken. Why a cell holds no number."""

    BLANK = "blank"
    """Nothing stands there; StatLine means by it that a figure cannot occur."""
    UNKNOWN = "unknown"
    """A point, and every other sign for "no number": unknown, not reliable or secret."""
    WITHHELD = "withheld"
    """An x: known, but kept from publication."""
    CODED = "coded"
    """A number of -99990 or lower, with which the maps of CBS say one of these."""


class Numbers:
    """Reads the cells of one file; make it once, since it is asked some hundred thousand times.

    StatLine writes "-" for nil, which is zero. Elsewhere "-" mostly means that there is no number, so it is zero only
    when the layout says that the signs of StatLine hold. Source: CBS, Toelichting Kerncijfers wijken en buurten.
    """

    def __init__(self, layout: Layout) -> None:
        decimal = re.escape(layout.decimal)
        self._comma = layout.decimal == ","
        self._statline = layout.statline_signs
        missing = {"", *layout.missing}
        self._missing = frozenset((missing - {"-"}) | {".", "x"} if layout.statline_signs else missing)
        self._is_plain = re.compile(rf"[0-9]{{1,15}}(?:{decimal}[0-9]{{1,24}})?").fullmatch
        signs = re.escape(_SPACES.get(layout.thousands, layout.thousands))
        groups = rf"[0-9]{{1,3}}(?:[{signs}][0-9]{{3}}){{1,4}}|" if signs else ""
        self._parts = re.compile(rf"([+-]?)((?:{groups}[0-9]{{1,15}})?)(?:{decimal}([0-9]{{1,25}}))?").fullmatch
        self._is_scientific = re.compile(
            rf"[+-]?[0-9]{{1,15}}(?:{decimal}[0-9]{{1,25}})?[eE][+-]?[0-9]{{1,2}}"
        ).fullmatch
        self._drop = str.maketrans("", "", _SPACES.get(layout.thousands, layout.thousands))

    def text(self, cell: str) -> str | None:
        """A number as digits with a point ("1234.5"), exactly as published; None when it is missing.

        Raises BadInput("unreadable_number") with the cell.
        """
        if self._is_plain(cell):
            return cell.replace(",", ".") if self._comma else cell
        if cell in self._missing:
            return None
        return self._unusual(cell)

    def reason(self, cell: str) -> MissingReason:
        """Why `text` gave None for this cell."""
        sign = cell.strip()
        if not sign:
            return MissingReason.BLANK
        if sign in ("x", "X"):
            return MissingReason.WITHHELD
        return MissingReason.CODED if sign not in self._missing else MissingReason.UNKNOWN

    def _unusual(self, cell: str) -> str | None:
        bare = cell.strip().replace("\u2212", "-")
        if self._statline:
            bare = "0" if bare == "-" else bare.rstrip("*").rstrip()  # * and **: provisional
        if bare in self._missing:
            return None
        parts = self._parts(bare)
        if parts is not None and (parts[2] or parts[3]):
            whole, rest = parts[2].translate(self._drop) or "0", f".{parts[3]}" if parts[3] else ""
            text = f"{'-' if parts[1] == '-' else ''}{whole}{rest}"
        elif self._is_scientific(bare):
            text = format(Decimal(bare.replace(",", ".")), "f")
        else:
            raise BadInput("unreadable_number", cell=cell.strip()[:_SHOWN])
        if len(text) > LONGEST_NUMBER:
            raise BadInput("unreadable_number", cell=cell.strip()[:_SHOWN])
        return None if text[0] == "-" and int(text[1:].partition(".")[0]) >= -SENTINEL else text
