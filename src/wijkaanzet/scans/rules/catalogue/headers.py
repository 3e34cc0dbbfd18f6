"""Headers and codes of published tables, however a program on the way has mangled them."""

import re
import unicodedata
from functools import lru_cache

from wijkaanzet.scans.rules.reading.regions import RegionLevel

# StatLine ends a name with its place in the table, which differs per year: AantalInwoners_5, k_0Tot15Jaar_8.
_POSITION = re.compile(r"^(?:k_)?([A-Z0-9][A-Za-z0-9]*[a-z][A-Za-z0-9]*)_[0-9]+$")
# R writes a dot for every sign that is no letter or digit: "40% personen (%)" becomes "40..personen....".
_MANGLED = re.compile(r"^[\w.]*\w\.+\w[\w.]*$")
_MANGLED_SHARE = re.compile(r"(?<=[0-9])\.\.(?=[^\W\d_])|(?<=[^.])\.{4}$")
_YEAR_PERIOD = re.compile(r"^((?:19|20)[0-9]{2})(?:JJ00)?$")
_LEVELS = {
    "land": RegionLevel.COUNTRY,
    "nederland": RegionLevel.COUNTRY,
    "gemeente": RegionLevel.MUNICIPALITY,
    "wijk": RegionLevel.WIJK,
    "buurt": RegionLevel.BUURT,
    "g": RegionLevel.MUNICIPALITY,  # kwb-2003 to kwb-2012 write one letter
    "w": RegionLevel.WIJK,
    "b": RegionLevel.BUURT,
}


@lru_cache(maxsize=10_000)
def normalised(header: str, *, positions: bool = False) -> str:
    """A header as it is compared: small letters and digits only, without accents, position and superscripts.

    A percent sign counts ("pct"), because "Koopwoningen (%)" is another column than "Koopwoningen". With `positions`
    the place in the table stays, for tables in which nothing else tells two columns apart.
    """
    text = header.strip("\ufeff \t\r\n")
    position = _POSITION.match(text)
    if position:
        text = text if positions else position[1]
    elif _MANGLED.match(text):
        text = _MANGLED_SHARE.sub("%", text)
    text = "".join(sign for sign in text if unicodedata.category(sign) != "No")  # ² of km²; R drops it too
    text = unicodedata.normalize("NFKD", text.replace("%", "pct")).casefold()
    return "".join(sign for sign in text if sign.isalnum())


def period_year(value: str) -> int | None:
    """The year of a StatLine period ("2020JJ00") or of a bare year; None when it is not a whole year."""
    found = _YEAR_PERIOD.match(value.strip().upper())
    return int(found[1]) if found else None


def region_level(value: str) -> RegionLevel | None:
    """What a cell of SoortRegio or recs says ("Wijk      ", "B"); None when it is no level that we know."""
    return _LEVELS.get(value.strip().casefold())
