"""The made-up figures of the demo come in as a policy officer would bring them in: a file, its columns, the import."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Final

from wijkaanzet.areas.models import Division
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.mapping import ColumnMapping

DATA: Final = Path(__file__).parent / "data"
SOURCE: Final = "Oefencijfers, opgezet als CBS-cijfers"


def bring_in(place: Division, *, year: int, for_year: int, actor: Actor, at: datetime) -> FigureImport:
    """Upload, explain and import the figures of a year; the areas that waited for them go on."""
    path = DATA / file_name(place.municipality.slug, year)
    new = scans.Upload(path.read_bytes(), path.name, SOURCE, year, for_year, fictional=True)
    found = scans.upload(place, new=new, actor=actor, at=at)
    found = scans.map_columns(found, mapping=_mapping(), actor=actor, at=at)
    return cycle.import_figures(found, actor=actor, at=at)


def file_name(slug: str, year: int) -> str:
    """What the file with the figures of a year is called."""
    return f"{slug}-figures-{year}.csv"


def _mapping() -> ColumnMapping:
    told = tomllib.loads((DATA / "columns.toml").read_text(encoding="utf-8"))
    columns = tuple(
        Column(key=key, kind=ColumnKind.PERCENTAGE if "of" in words else ColumnKind.COUNT, **words)
        for key, words in told["columns"].items()
    )
    return ColumnMapping(code=told["code"], name=told["name"], inhabitants=told["inhabitants"], columns=columns)
