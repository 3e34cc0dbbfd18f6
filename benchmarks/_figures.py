"""What benchmarks/figures.py measures in a process of its own: `FOLDER SCALE`; the demo's Tilburg has the pages."""

import io
import json
import logging
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from wijkaanzet.areas.models import Area, AreaPart, Division  # noqa: E402
from wijkaanzet.kernel.models import Municipality  # noqa: E402
from wijkaanzet.scans import queries  # noqa: E402
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport  # noqa: E402
from wijkaanzet.scans.queries.sheet import Sheet  # noqa: E402
from wijkaanzet.scans.rules.catalogue import indicators  # noqa: E402
from wijkaanzet.scans.rules.catalogue.indicator import IndicatorKind, Method  # noqa: E402
from wijkaanzet.scans.rules.columns import WEIGHED, ColumnKind  # noqa: E402

Measured = tuple[str, float, float]

REGIONS = 17_341
"""The country, its municipalities, wijken and buurten in the health monitor of 2020."""
YEARS = range(2013, 2023)
COLUMNS = 58
VISITS = 30
WIJKEN, INDICATORS, ROUNDS = 3_340, 10, 5
PEOPLE, LONELY = "inwoners", "eenzaam"
NOORD, ONE = ("/tilburg/wijken/noord/cijfers/", "/tilburg/wijken/een/cijfers/")
PAGES = {"page of all figures": NOORD, "page of one figure": f"{NOORD}{LONELY}/", "page of one wijk": f"{ONE}{LONELY}/"}


def main(folder: Path, scale: float) -> None:
    """Print what was measured as one line of JSON."""
    logging.disable(logging.CRITICAL)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("build_demo", stdout=io.StringIO())
    municipality, country = Path(connection.settings_dict["NAME"]), folder / "country.sqlite3"
    division = Division.objects.get(municipality__slug="tilburg")
    _one_wijk(division)
    own = _own_regions()
    _load(division, own)
    _use(municipality)
    shutil.copy(municipality, country)
    _use(country)
    fill(list(islice(_elsewhere(), max(0, round(REGIONS * scale) - len(own)))), start=len(own))
    measured = [page(name, path, municipality, country) for name, path in PAGES.items()]
    sys.stdout.write(f"\n{json.dumps([*measured, sheet(max(INDICATORS, round(WIJKEN * scale)))])}\n")


def page(name: str, path: str, municipality: Path, country: Path) -> Measured:
    """A page with the country loaded and without; visited in turns, each time once before on the same connection."""
    client, times = Client(SERVER_NAME="localhost"), dict[Path, list[float]]()
    asked: dict[Path, int] = {}
    for _ in range(VISITS):
        for database in (country, municipality):
            _use(database)
            asked[database] = _questions(client, path)
            start = time.perf_counter()
            client.get(path)
            times.setdefault(database, []).append(time.perf_counter() - start)
    if len(set(asked.values())) > 1:
        raise SystemExit(f"{path} asks {asked[country]} questions with the country, {asked[municipality]} without.")
    _use(country)
    figures = f"{Figure.objects.count():,}"
    ours, bare = (statistics.median(times[one]) for one in (country, municipality))
    return f"{name}, {asked[country]} queries, of {figures}", ours, bare


def sheet(wijken: int) -> Measured:
    """So many wijken as the neighbourhoods of one municipality, and what is told of ten figures of each.

    In seconds of the processor: both are sums in this process, and other work on the machine says nothing of them.
    """
    division = _of_all(wijken)
    columns = [one for one in queries.public_columns(division) if one.slug != PEOPLE]
    codes = list(AreaPart.objects.filter(area__division=division).values_list("cbs_code", flat=True))
    ours = bare = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        rows = Figure.objects.filter(figure_import__in={one.figure_import_id for one in columns}, cbs_code__in=codes)
        read = list(rows.values_list("column_id", "cbs_code", "value", "reason", "low", "high", "respondents"))
        bare = min(bare, time.process_time() - start)
        start = time.process_time()
        found = Sheet(division, columns)
        told = [found.told(found.areas, column) for column in columns]
        ours = min(ours, time.process_time() - start)
    if len(read) != (INDICATORS + 1) * wijken or sum(map(len, told)) != INDICATORS * wijken:
        raise SystemExit(
            f"{len(read)} rows and {sum(map(len, told))} figures of {wijken} wijken are not what is meant."
        )
    return f"{wijken:,} wijken × {INDICATORS} figures told", ours, bare


def _one_wijk(division: Division) -> None:
    """A neighbourhood that is exactly one CBS area, and so can be laid beside others in the country."""
    area = Area.objects.create(division=division, code="EEN", slug="een", name="Een")
    AreaPart.objects.create(area=area, year=2016, cbs_code="WK085599", cbs_name="Een")


def _own_regions() -> list[str]:
    parts = AreaPart.objects.filter(area__division__municipality__slug="tilburg").order_by("cbs_code")
    return ["NL00", "GM0855", *dict.fromkeys(parts.values_list("cbs_code", flat=True))]


def _elsewhere() -> Iterator[str]:
    """Municipalities that are not of the demo, with their wijken and buurten."""
    for number in range(1, 10_000):
        if number not in (307, 855):
            yield f"GM{number:04}"
            for wijk in range(9):
                yield f"WK{number:04}{wijk:02}"
                yield from (f"BU{number:04}{wijk:02}{buurt:02}" for buurt in range(4))


def _load(division: Division, codes: Sequence[str]) -> None:
    chosen = sorted(indicators(), key=lambda one: (one.key != PEOPLE, one.key != LONELY))[:COLUMNS]
    for year in YEARS:
        _table(division, year, [one.key for one in chosen])
    fill(codes)


def _table(division: Division, year: int, keys: Sequence[str]) -> None:
    """An imported table without rows: the inhabitants, and shares, rates and means of them."""
    known = {one.key: one for one in indicators()}
    table = FigureImport.objects.create(
        municipality=division.municipality,
        division=division,
        status="imported",
        status_since=date(2023, 1, 1),
        file_name="land.csv",
        sha256="0" * 64,
        size=1,
        content=b"-",
        source="Land",
        origin="published",
        year=year,
        region_year=2016,
        for_year=year,
        code_column="code",
        inhabitants_column=PEOPLE,
        level="WK",
        fingerprint=f"{division.pk}-{year}",
    )
    for position, key in enumerate(keys):
        one = known[key]
        kind = ColumnKind.INDEX if one.kind is IndicatorKind.CLASS else ColumnKind(one.kind.value)
        FigureColumn.objects.create(
            figure_import=table,
            position=position,
            key=key,
            slug=key,
            indicator=key,
            label=one.label,
            kind=kind,
            of=PEOPLE if kind in WEIGHED else "",
            unit=one.unit,
        )


def fill(codes: Sequence[str], *, start: int = 0, source: str = "Land") -> None:
    """Give every table of the source these regions; the database makes the rows, and the second index at the end."""
    index = "figures_of_a_place"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [index])
        (statement,) = cursor.fetchone()
        cursor.execute(f'DROP INDEX "{index}"')
        cursor.execute("CREATE TEMP TABLE region (number INTEGER PRIMARY KEY, code TEXT)")
        cursor.executemany("INSERT INTO region VALUES (%s, %s)", list(enumerate(codes, start=start)))
        for what in (_PLACES, _FIGURES):
            cursor.execute(what, [source])
        cursor.execute("DROP TABLE region")
        cursor.execute(statement)
        cursor.execute("ANALYZE")


_PLACES = """
INSERT INTO scans_figureplace (figure_import_id, cbs_code, cbs_name, line, unchanged)
SELECT t.id, code, '', number, 1 FROM scans_figureimport t CROSS JOIN region WHERE t.source = %s
"""
_FIGURES = """
INSERT INTO scans_figure (figure_import_id, column_id, cbs_code, value, reason, low, high, respondents)
SELECT t.id, c.id, code,
  CASE c.key WHEN 'inwoners' THEN 500 + number * 37 % 4000 ELSE 5 + (number * 7 + c.id * 13) % 90 END, '', '', '', ''
FROM scans_figureimport t CROSS JOIN scans_figurecolumn c ON c.figure_import_id = t.id CROSS JOIN region
WHERE t.source = %s
"""


def _of_all(wijken: int) -> Division:
    """A municipality that has all wijken of the country, with a table of ten figures that may be compared."""
    municipality = Municipality.objects.create(code="GM9999", slug="land", name="Land")
    division = Division.objects.create(municipality=municipality, key="wijken", name="W", starts_on=date(2016, 1, 1))
    codes = list(islice((code for code in _elsewhere() if code.startswith("WK")), wijken))
    areas = [Area(division=division, code=code, slug=code.lower(), name=code) for code in codes]
    parts = [
        AreaPart(area=area, year=2016, cbs_code=area.code, cbs_name=area.name)
        for area in Area.objects.bulk_create(areas)
    ]
    AreaPart.objects.bulk_create(parts)
    counted = [
        one.key
        for one in indicators()
        if one.kind in (IndicatorKind.PERCENTAGE, IndicatorKind.RATE) and one.method is not Method.MODELLED
    ]
    _table(division, 2022, [PEOPLE, *counted[:INDICATORS]])
    FigureImport.objects.filter(division=division).update(source="Alle")
    fill([municipality.code, *codes], source="Alle")
    return division


def _use(database: Path) -> None:
    """From now on another database."""
    connection.close()
    connection.settings_dict["NAME"] = str(database)


def _questions(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}.")
    return len(captured.captured_queries)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
