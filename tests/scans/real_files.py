"""The published files when they are at hand, and a municipality that brings them in as a new user would."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

import wijkaanzet.arrangements
from wijkaanzet.areas.models import Division
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people import operations as people
from wijkaanzet.scans import operations, queries
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.mapping import mapping_of
from wijkaanzet.scans.rules.proposal import propose

AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
ACTOR = Actor(user_id=None, channel=Channel.COMMAND)
ARRANGEMENT = Path(wijkaanzet.arrangements.__file__).parent / "data" / "tilburg.toml"
WIJKEN_2022 = "wijken_2022.csv"
RIVM = {year: f"rivm_50090NED_{year}_18plus_untyped.csv.gz" for year in (2012, 2016, 2020)}


def real(name: str) -> bytes:
    """A published file; skips the test when it is not at hand."""
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    path = Path(folder) / "neighbourhoods" / name
    if not path.exists():
        pytest.skip(f"{name} is not among the real figures at hand")
    return path.read_bytes()


def opened(code: str = "GM0855", slug: str = "tilburg") -> Municipality:
    """A municipality with an arrangement, and without neighbourhoods."""
    text = ARRANGEMENT.read_text(encoding="utf-8").replace("GM0855", code)
    text = text.replace('slug = "tilburg", name = "Tilburg"', f'slug = "{slug}", name = "{slug.title()}"')
    text = text.replace('advises = ["stedelijk-overleg"]', "advises = []")
    return people.install_arrangement(text, file_name="a.toml", actor=ACTOR, at=AT).municipality


def upload_of(name: str, *, year: int, region_year: int | None = None) -> operations.Upload:
    """A published file with what is told of it."""
    source = "RIVM" if name in RIVM.values() else "CBS"
    return operations.Upload(real(name), name, source, year, 2027, region_year=region_year)


def first(municipality: Municipality, name: str, *, year: int) -> FigureImport:
    """The first table of a municipality, which draws its neighbourhoods, brought in as it is proposed."""
    new = upload_of(name, year=year)
    return imported(cycle.upload_figures(municipality, division=None, new=new, name="Wijken", actor=ACTOR, at=AT))


def brought_in(division: Division, name: str, *, year: int, region_year: int | None = None) -> FigureImport:
    """Another table, brought in as it is proposed."""
    new = upload_of(name, year=year, region_year=region_year)
    return imported(operations.upload(division, new=new, actor=ACTOR, at=AT))


def imported(uploaded: FigureImport) -> FigureImport:
    """Take over what is proposed for every column, and import."""
    overview = queries.overview_of(uploaded)
    proposed = propose(overview, known=queries.known_columns(uploaded.division), year=uploaded.year)
    mapping = mapping_of([one.choice for one in proposed], decimal=overview.layout.decimal)
    mapped = operations.map_columns(uploaded, mapping=mapping, actor=ACTOR, at=AT)
    return cycle.import_figures(mapped, actor=ACTOR, at=AT)
