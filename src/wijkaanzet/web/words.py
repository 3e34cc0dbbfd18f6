"""The municipality's own words, also for what it calls otherwise by now."""

from datetime import date

from wijkaanzet.arrangements import queries
from wijkaanzet.arrangements.rules import Arrangement, UnknownWord
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.web.numbers import readable


def of_year(municipality: Municipality, year: int) -> Arrangement:
    """The words of a year: money keeps the names under which it was divided, however they are renamed later."""
    return queries.nearest(municipality, on=date(year, 1, 1))


def word(arrangement: Arrangement, kind: str, key: str) -> str:
    """The word for an earmark, component, function or theme; the key made readable when the arrangement has none."""
    try:
        return arrangement.word(f"{kind}.{key}")
    except UnknownWord:
        return readable(key).lower()
