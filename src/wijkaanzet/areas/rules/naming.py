"""Addresses and places on the tile map for areas that only have a code and a name. Plain Python."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, count
from typing import Final

LONGEST_SLUG: Final = 60
LAST_DIGITS: Final = (2, 4)
"""How many signs from the end of a code tell two areas with one name apart: those of a wijk, then of a buurt."""


def slug_of(name: str) -> str:
    """A name as an address: "’t Zand & Wandelbos" becomes "t-zand-wandelbos"; empty when no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].rstrip("-")


def slugs(names: Mapping[str, str], *, taken: Collection[str] = frozenset(), year: int) -> dict[str, str]:
    """An address for each area, by its code: from the name, and with the end of the code where that is not enough.

    Areas with one name all get the end of their code, so that none of them depends on the order. `taken` are addresses
    that the municipality gave out before; `year` comes behind when even the whole code does not tell apart.
    """
    times = Counter(map(slug_of, names.values()))
    given: set[str] = set(taken)
    found: dict[str, str] = {}
    for code in sorted(names):
        plain = slug_of(names[code])
        alone = [plain] if plain and times[plain] == 1 else []
        slug = next(one for one in chain(alone, _longer(plain, code, year)) if one not in given)
        given.add(slug)
        found[code] = slug
    return found


def _longer(plain: str, code: str, year: int) -> Iterator[str]:
    """The address with ever more of the code behind it; the last ones end on a number that nobody has."""
    end = slug_of(code) or "gebied"
    for behind in (*(end[-size:].strip("-") for size in LAST_DIGITS), end, f"{end}-{year}"):
        yield _joined(plain, behind)
    yield from (_joined(plain, f"{end}-{year}-{number}") for number in count(2))


def _joined(plain: str, behind: str) -> str:
    return f"{plain[: LONGEST_SLUG - len(behind) - 1].rstrip('-')}-{behind}".strip("-")


def tiles(names: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """A column and row for each area, by its code, counted from 0: a grid that is as good as square, by name."""
    across = math.isqrt(max(len(names) - 1, 0)) + 1
    return {code: (place % across, place // across) for place, code in enumerate(_by_name(names))}


def _by_name(names: Mapping[str, str]) -> Iterable[str]:
    return sorted(names, key=lambda code: (slug_of(names[code]), code))
