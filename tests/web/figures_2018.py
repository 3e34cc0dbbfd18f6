"""The demo's figures for 2018, brought in through operations: what a division of that year needs."""

from tests.conftest import AT
from wijkaanzet.areas.models import Division
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.demo.build import DATA
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.mapping import ColumnMapping

SHARES = ("pop_0_14", "pop_15_24", "pop_25_44", "pop_45_64", "pop_65plus", "income_low")


def bring_in(division: Division, actor: Actor) -> FigureImport:
    """Upload, explain and import the practice file of a municipality."""
    content = (DATA / f"{division.municipality.slug}-figures-2017.csv").read_bytes()
    new = scans.Upload(content, "oefening.csv", "Oefencijfers", 2017, 2018, fictional=True)
    table = scans.upload(division, new=new, actor=actor, at=AT)
    columns = [Column("population", "Inwoners", ColumnKind.COUNT, unit="mensen")]
    columns += [Column(key, key, ColumnKind.PERCENTAGE, of="population", unit="van de inwoners") for key in SHARES]
    mapping = ColumnMapping(code="code", name="name", inhabitants="population", columns=tuple(columns), decimal=".")
    table = scans.map_columns(table, mapping=mapping, actor=actor, at=AT)
    return cycle.import_figures(table, actor=actor, at=AT)
