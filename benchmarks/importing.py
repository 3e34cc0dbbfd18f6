"""A table of the whole country brought in with all its checks, against reading it with polars and bare inserts.

The bare twin reads the same file and puts the same rows in the same tables, without looking at one of them. What is
above it is our own work: finding out how the file is written, reading numbers exactly, checking every row, telling what
would happen, and keeping it all or nothing. RIVM 2020 when WZ_REAL_DATA is set, else a made-up file of that shape.

Memory is the peak of a process that brings a million rows in, above that of one with ten thousand: so many MB, beside
the fifty that it may be. Each is measured in a process of its own, since Python gives memory back late.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 4.0
ROUNDS = 3
REAL = "rivm_50090NED_2020_18plus_untyped.csv.gz"
BESIDE = ("ID", "Leeftijd", "Marges", "WijkenEnBuurten", "Perioden", "Gemeentenaam_1", "SoortRegio_2", "Codering_3")
TILBURG, OWN, INDICATORS = "0855", 100, 35
MUNICIPALITIES, WIJKEN, BUURTEN = 355, 9, 39  # about as many regions as RIVM has
FEW, MANY, MORE_MB = 10_000, 1_000_000, 50


def run(scale: float) -> list[tuple[str, float, float, float]]:
    """Name, our seconds, bare seconds, limit of the ratio; for memory thousandths of MB, so that MB are printed."""
    times = _measured("time", country(scale), max(1, round(ROUNDS * scale)))
    sizes = round(FEW * min(1, scale)), round(MANY * scale)
    few, many = (_measured("memory", regions(rows), 1)["peak_mb"] for rows in sizes)
    return [
        (f"import of {times['figures']:,.0f} figures", times["ours"], times["bare"], LIMIT),
        (f"memory of {sizes[1]:,} rows, MB beside {MORE_MB}", max(many - few, 0.001) / 1000, MORE_MB / 1000, 1.0),
    ]


def _measured(what: str, lines: Iterable[str] | Path, rounds: int) -> dict[str, float]:
    """What a process of its own measured of a file, with a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = lines if isinstance(lines, Path) else Path(folder) / "land.csv.gz"
        if not isinstance(lines, Path):
            with gzip.open(file, "wt", encoding="utf-8") as out:
                out.writelines(f"{line}\n" for line in lines)
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "wijkaanzet.config.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
            "WZ_DATABASE_URL": f"sqlite:///{Path(folder) / 'figures.sqlite3'}",
            "WZ_SECRET_KEY": "only-to-measure",
        }
        command = [sys.executable, "-m", "benchmarks._importing", what, str(file), str(rounds)]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def country(scale: float) -> Iterable[str] | Path:
    """The published file, or the lines of one of its shape; fewer when less is asked."""
    folder = os.environ.get("WZ_REAL_DATA")
    path = Path(folder or "") / "neighbourhoods" / REAL
    return path if folder and path.exists() and scale >= 1 else _country(max(2, round(MUNICIPALITIES * scale)))


def _country(municipalities: int) -> Iterator[str]:
    yield ";".join([*BESIDE, *(f"Cijfer_{n}" for n in range(len(BESIDE) + 1, len(BESIDE) + 1 + INDICATORS))])
    for number, region in enumerate(_regions(municipalities)):
        cells = (
            f"{(number * 7 + n * 13) % 1000 / 10:8.1f}" if (number + n) % 19 else "       ." for n in range(INDICATORS)
        )
        yield ";".join([str(number), "20300", "MW00000", f"{region:10}", "2020JJ00", "Naam", "Wijk", region, *cells])


def _regions(municipalities: int) -> Iterator[str]:
    yield "NL01"
    for number in (int(TILBURG), *range(1, municipalities)):
        yield f"GM{number:04}"
        yield from (f"WK{number:04}{wijk:02}" for wijk in range(WIJKEN))
        yield from (f"BU{number:04}{buurt // 5:02}{buurt % 5:02}" for buurt in range(BUURTEN))


def regions(rows: int) -> Iterator[str]:
    """Ever so many regions with two figures each; of them a hundred are of Tilburg, since no city has a million."""
    yield "code;a;b"
    others = (f"BU{n:08}" for n in range(10**8) if n // 10**4 != int(TILBURG))
    for code in (*(f"BU{TILBURG}{n:04}" for n in range(OWN)), *islice(others, rows - OWN)):
        yield f"{code};12.5;40"
