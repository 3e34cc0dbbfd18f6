"""What benchmarks/importing.py lets a process of its own measure: `time FILE ROUNDS` or `memory FILE 1`."""

import gzip
import json
import logging
import re
import resource
import sys
import time
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django first
from django.db import connection, transaction  # noqa: E402

import wijkaanzet.arrangements  # noqa: E402
from wijkaanzet.areas.models import Division  # noqa: E402
from wijkaanzet.areas.operations import draw_from_cbs  # noqa: E402
from wijkaanzet.cycle import operations as cycle  # noqa: E402
from wijkaanzet.kernel.actors import Actor, Channel  # noqa: E402
from wijkaanzet.people.operations import install_arrangement  # noqa: E402
from wijkaanzet.scans import operations, queries  # noqa: E402
from wijkaanzet.scans.models import Figure, FigureImport, FigurePlace  # noqa: E402
from wijkaanzet.scans.rules.columns import Column, ColumnKind  # noqa: E402
from wijkaanzet.scans.rules.mapping import ColumnMapping  # noqa: E402

AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
ACTOR = Actor(user_id=None, channel=Channel.COMMAND)
ARRANGEMENT = Path(wijkaanzet.arrangements.__file__).parent / "data" / "tilburg.toml"
TILBURG, INDICATORS = "0855", 35


def main(what: str, file: Path, rounds: int) -> None:
    """Print what was measured as one line of JSON."""
    logging.disable(logging.CRITICAL)
    call_command("migrate", verbosity=0)
    measured = time_of(file.read_bytes(), rounds) if what == "time" else memory_of(file.read_bytes())
    sys.stdout.write(f"\n{json.dumps(measured)}\n")


def time_of(content: bytes, rounds: int) -> dict[str, float]:
    """The best of some rounds, ours and the bare twin in turns, in one database."""
    division = drawn(content)
    best = {"ours": float("inf"), "bare": float("inf")}
    kept = 0
    import_module("polars")  # loading it is not what is measured
    for number in range(rounds):
        start = time.perf_counter()
        table = brought_in(division, content, for_year=2027 + number)
        best["ours"] = min(best["ours"], time.perf_counter() - start)
        keys, kept = [one.key for one in queries.columns_of(table)], table.figures.count()
        emptied(table)
        start = time.perf_counter()
        bare(table, content, keys)
        best["bare"] = min(best["bare"], time.perf_counter() - start)
        if table.figures.count() != kept:
            raise SystemExit(f"The twin keeps {table.figures.count()} figures, and we {kept}; make them the same.")
        emptied(table)
    return {**best, "figures": kept}


def memory_of(content: bytes) -> dict[str, float]:
    """The most memory that this process ever had, in MB."""
    table = brought_in(drawn(content), content, for_year=2027)
    if not table.figures.exists():
        raise SystemExit("Nothing was kept.")
    return {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def brought_in(division: Division, content: bytes, *, for_year: int) -> FigureImport:
    """Upload, explain and import, with all checks."""
    new = operations.Upload(content, "land.csv.gz", "Meting", 2020, for_year)
    taken = operations.upload(division, new=new, actor=ACTOR, at=AT)
    header = queries.header_of(taken)
    columns = tuple(Column(key, key, ColumnKind.PERCENTAGE) for key in header[max(1, len(header) - INDICATORS) :])
    mapping = ColumnMapping(code(header), "", "", columns)
    mapped = operations.map_columns(taken, mapping=mapping, actor=ACTOR, at=AT)
    return cycle.import_figures(mapped, actor=ACTOR, at=AT)


def bare(table: FigureImport, content: bytes, keys: list[str]) -> None:
    """Read with polars and insert in bulk: the same rows in the same tables."""
    import polars as pl

    frame = pl.read_csv(BytesIO(gzip.decompress(content)), separator=";", infer_schema=False)
    frame = frame.with_columns(pl.all().str.strip_chars()).with_row_index("line", offset=2)
    code_of = code(tuple(frame.columns))
    ids = {one.key: one.pk for one in queries.columns_of(table)}
    long = (
        frame.select(code_of, *keys)
        .unpivot(index=code_of, on=keys)
        .with_columns(
            pl.col("variable").replace_strict(ids),
            missing=pl.col("value").cast(pl.Float64, strict=False).is_null(),
        )
    )
    pk = table.pk
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            insertion(FigurePlace, "figure_import_id, cbs_code, cbs_name, line, unchanged", 5),
            [(pk, where, "", line, False) for where, line in frame.select(code_of, "line").rows()],
        )
        cursor.executemany(
            insertion(Figure, "figure_import_id, column_id, cbs_code, value, reason, low, high, respondents", 8),
            [
                (pk, column, where, "" if missing else value, "unknown" if missing else "", "", "", "")
                for where, column, value, missing in long.rows()
            ],
        )


def insertion(model: type[Figure] | type[FigurePlace], names: str, count: int) -> str:
    """One statement for many rows."""
    return f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({', '.join(['%s'] * count)})"


def emptied(table: FigureImport) -> None:
    """Take the figures away, so that the next one finds tables that are as large."""
    with transaction.atomic():
        Figure.objects.filter(figure_import=table).delete()
        FigurePlace.objects.filter(figure_import=table).delete()


def drawn(content: bytes) -> Division:
    """The neighbourhoods of Tilburg, as the file has them."""
    text = ARRANGEMENT.read_text(encoding="utf-8")
    municipality = install_arrangement(text, file_name="a.toml", actor=ACTOR, at=AT).municipality
    with gzip.open(BytesIO(content), "rt", encoding="utf-8") as lines:
        found = {code for line in lines for code in re.findall(rf"\b(?:WK{TILBURG}..|BU{TILBURG}....)\b", line)}
    level = "WK" if any(one.startswith("WK") for one in found) else "BU"
    areas = {one: one for one in sorted(found) if one.startswith(level)}
    key = "toegangsgebied"
    return draw_from_cbs(municipality, key=key, name="Wijken", year=2020, areas=areas, actor=ACTOR, at=AT)


def code(header: tuple[str, ...]) -> str:
    """The column with the codes."""
    return next(name for name in header if name in ("WijkenEnBuurten", "code"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
