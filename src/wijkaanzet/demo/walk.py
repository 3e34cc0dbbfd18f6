"""The main line, walked as people would: real requests to a running server.

A visitor opens each municipality and its areas, asks why, and adds the lines up; the file must say the same. A role
that may see the role matrix logs in and sees it; somebody else does not, nor does that role next door.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final

from wijkaanzet.demo import first_euro
from wijkaanzet.demo.visitor import Stumbled, Visitor
from wijkaanzet.kernel.money import parse_euros


@dataclass(frozen=True)
class City:
    """What a visitor must find: these numbers come from the sources, not from the files that the demo is built of."""

    slug: str
    name: str
    areas: int
    year: int
    total_cents: int


CITIES: Final = (
    City("amersfoort", "Amersfoort", areas=8, year=2017, total_cents=7_556_470_00),
    City("tilburg", "Tilburg", areas=11, year=2017, total_cents=15_000_000_00),
)


def main_line(url: str) -> Iterator[str]:
    """Walk it in every municipality; yields a line per step. Raises Stumbled."""
    visitor = Visitor(url)
    front = visitor.get("/")
    for city in CITIES:
        if f'href="/{city.slug}/"' not in front:
            raise Stumbled(f"/: no way to {city.name}")
    visitor.get("/utrecht/", expect=404)
    yield "a visitor chooses a municipality, and one that does not take part is not there"
    for city in CITIES:
        yield from _in(visitor, city)
    for new_year in first_euro.CITIES:
        yield from first_euro.first_euro(url, new_year)


def _in(visitor: Visitor, city: City) -> Iterator[str]:
    home = f"/{city.slug}/"
    areas = sorted(set(re.findall(rf'href="({home}wijken/[a-z-]+/)"', visitor.get(home))))
    if len(areas) != city.areas:
        raise Stumbled(f"{home}: {len(areas)} areas on the map, expected {city.areas}")
    yield f"{city.name}: a visitor sees all {city.areas} neighbourhoods"
    total = sum(_explained(visitor, area) for area in areas)
    yield f"{city.name}: every neighbourhood explains its amount, and page and file add up to the same cents"
    _compare_with_division(visitor, city, total)
    yield f"{city.name}: the neighbourhoods and the city together are exactly the total of the council"
    admin, matrix = Visitor(visitor.url), "beheer/rollen/"
    admin.send(admin.open("/demo/"), "inloggen/", {"persona": f"{city.slug}-functional_admin"})
    admin.get(f"{home}{matrix}")
    visitor.get(f"{home}{matrix}", expect=404)
    for other in CITIES:
        if other != city:
            admin.get(f"/{other.slug}/{matrix}", expect=404)
            visitor.get(areas[0].replace(home, f"/{other.slug}/"), expect=404)
    yield f"{city.name}: the role matrix is there for who administers roles here, and for nobody else"


def _explained(visitor: Visitor, area: str) -> int:
    """The amount of an area in cents, from its Why page; the lines of the file must add up to it."""
    page = visitor.get(area)
    why = re.search(rf'href="({area}waarom/\d{{4}}/)"', page)
    if why is None:
        raise Stumbled(f"{area}: no link to Why")
    answer = re.search(r'class="wz-answer">\s*<span class="wz-money">([^<]+)<', visitor.get(why[1]))
    if answer is None:
        raise Stumbled(f"{why[1]}: no amount")
    cents = parse_euros(answer[1].replace("\u00a0", " "))
    lines = sum(parse_euros(row["bedrag_euro"]) for row in _rows(visitor, f"{why[1][:-1]}.csv"))
    if lines != cents:
        raise Stumbled(f"{why[1]}: the page says {cents} cents, the lines of the file add up to {lines}")
    return cents


def _compare_with_division(visitor: Visitor, city: City, areas_cents: int) -> None:
    rows = _rows(visitor, f"/{city.slug}/verdeling/{city.year}.csv")
    of_areas = sum(parse_euros(row["bedrag_euro"]) for row in rows if row["code"])
    whole = sum(parse_euros(row["bedrag_euro"]) for row in rows)
    if of_areas != areas_cents:
        raise Stumbled(f"the pages of the areas add up to {areas_cents} cents, the file of the division to {of_areas}")
    if whole != city.total_cents:
        raise Stumbled(f"the division adds up to {whole} cents, the council gave {city.total_cents}")


def _rows(visitor: Visitor, path: str) -> list[dict[str, str]]:
    text = visitor.get(path).removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(text), delimiter=";"))
