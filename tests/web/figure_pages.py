"""Everything that a visitor can fetch of the figures of Proefstad, and the words that a page says by itself."""

import csv
import json
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django.test import Client

from tests.areas.border_files import collection, feature, square
from tests.factories import NOBODY
from tests.scans.figure_town import LATER, FigureTown
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations.borders import import_borders

HERE = "/proefstad"
JUDGED = re.compile(
    r"\b(?:hogere?|lagere?|betere?|slechtere?|higher|lower|better|worse)\b|[▲▼↑↓→↗↘⬆⬇]"
    r"|wz-alert|wz-dot-(?:petrol|leaf|brick)|wz-on-(?:worse|better)",
    re.IGNORECASE,
)
"""A verdict in a word, an arrow or a colour."""


def read(client: Client, path: str) -> str:
    """A page or a file."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return answer.content.decode("utf-8-sig")


def page_of(name: str, figure: str = "") -> str:
    """The address of the figures of a neighbourhood, or of one of them."""
    return f"{HERE}/wijken/{name}/cijfers/{figure}{'/' if figure else ''}"


def rows_of(client: Client, path: str) -> list[dict[str, str]]:
    """A file of figures, row by row."""
    return list(csv.DictReader(StringIO(read(client, path)), delimiter=";"))


def data_of(client: Client, path: str) -> Any:
    """A file of data."""
    return json.loads(read(client, path))


def main(html: str) -> str:
    """What a page is about, without its frame."""
    return html.split("<main")[1].split("</main>")[0]


def words(html: str) -> str:
    """What is read of a page."""
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.replace("\u00a0", " ")))
    return text.replace("&amp;", "&").replace("&#x27;", "'")


def own_words(html: str) -> str:
    """What a page says itself: without its map with its legend, without tables, and without the card of the catalogue.

    There "lower" is a class that the legend explains; the card says of the indicator, not of an area, what is better.
    """
    text = main(html)
    for tag, name in (("figure", "wz-tiles"), ("table", "wz-table"), ("dl", "wz-facts")):
        text = re.sub(rf'<{tag} [^>]*class="{name}.*?</{tag}>|<{tag}\s+class="{name}.*?</{tag}>', "", text, flags=re.S)
    return text


def tables_of(html: str) -> list[list[list[str]]]:
    """The tables of a page: rows of cells, the first cell of each row its name."""
    found = re.findall(r"<table.*?</table>", main(html), re.S)
    return [
        [
            [words(cell).strip() for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.S)]
            for row in re.findall(r"<tr.*?</tr>", table, re.S)
        ]
        for table in found
    ]


def draw_borders(town: FigureTown, division: Division | None = None, codes: Iterable[str] = ()) -> None:
    """A square for each neighbourhood, beside each other; or for those with these codes only."""
    division = division or town.division
    wanted = list(codes) or list(Area.objects.filter(division=division).order_by("code").values_list("code", flat=True))
    text = collection(*(feature(code, square(place, 0)) for place, code in enumerate(wanted)), crs=_GRID)
    import_borders(division, text=text, source="Proefstad", year=2016, actor=NOBODY, at=LATER)


_GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
