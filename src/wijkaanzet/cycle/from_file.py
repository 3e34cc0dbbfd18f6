"""Bringing a file of figures in without the screen: all its steps in one transaction, or none of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Division
from wijkaanzet.areas.queries import steered_division
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.catalogue import HeaderRole, period_year, recognise, tables
from wijkaanzet.scans.rules.dry_run import DryRun
from wijkaanzet.scans.rules.importing import PROCESS, Origin
from wijkaanzet.scans.rules.mapping import ColumnMapping, mapping_of
from wijkaanzet.scans.rules.overview import Overview, look_at
from wijkaanzet.scans.rules.proposal import propose
from wijkaanzet.scans.rules.registered import areas_year, registered

IMPORTED = "scans.figure_import.imported"
Meter = Callable[[Subject], AbstractContextManager[None]]
"""Shows how far the act on a subject is, for as long as that lasts."""


@dataclass(frozen=True)
class Outcome:
    """What the file was taken for, and what importing it does, or would do."""

    table: FigureImport
    overview: Overview
    mapping: ColumnMapping
    tried: DryRun
    since_before: queries.SinceBefore | None
    came_in_on: date | None
    """When the same file came in before in the same way; then there is nothing to do."""
    imported: bool = False


def completed(new: scans.Upload, *, municipality: Municipality) -> scans.Upload:
    """Add what was not told: the year (0) as the file itself gives it, and the published table that it is.

    `new.source` may be the key of a table in the registry. Raises BadInput as rules.overview.look_at does,
    ("year_needed"), and ("areas_year_needed") when nobody says for which CBS areas the figures are.
    """
    overview = look_at(new.content, municipality=municipality.code)
    named = next((one for one in tables() if one.key.casefold() == new.source.strip().casefold()), None)
    year = new.year or _year_of(overview) or (named.years[0] if named and len(named.years) == 1 else 0)
    if not year:
        raise BadInput("year_needed")
    table = named or (None if new.source else registered(overview.header, year=year, file_name=new.file_name))
    if table is None or new.origin is Origin.OWN:
        return replace(new, year=year)
    region_year = areas_year(table, year=year) if new.region_year is None else new.region_year
    source = f"{table.publisher.name}, {table.title}"
    return replace(new, year=year, region_year=region_year, source=source, table=table.key)


def bring_in(
    municipality: Municipality,
    *,
    new: scans.Upload,
    draw: bool,
    dry_run: bool,
    meter: Meter,
    actor: Actor,
    at: datetime,
) -> Outcome:
    """Upload, explain and import a file; of a dry run, and of a file with something wrong, nothing is kept.

    Raises BadInput("not_sure") rather than guess what a column counts, Refused("not_divided_yet") for a municipality
    without neighbourhoods unless they may be drawn, and as the operations of each step do. Of an import a refusal
    stands in the log.
    """
    key = arrangements.nearest(municipality, on=at.date()).steered_area
    division = steered_division(municipality, key=key, on=at.date())
    try:
        if division is None and not draw:
            raise Refused("not_divided_yet", municipality=municipality.name)
        with transaction.atomic():
            outcome = _tried(_uploaded(municipality, division, new=new, actor=actor, at=at), actor=actor, at=at)
            if dry_run or outcome.tried.problems or outcome.came_in_on:
                transaction.set_rollback(True)
                return outcome
            with meter(Subject(PROCESS, outcome.table.pk)):
                table = cycle.import_figures(outcome.table, actor=actor, at=at)
    except Refused as refused:
        if not dry_run:
            key, subject = refused.key, Subject("areas.division", division.pk if division else 0)
            audit.record_refusal(IMPORTED, subject=subject, actor=actor, at=at, municipality=municipality, key=key)
        raise
    return replace(outcome, table=table, imported=True)


def _uploaded(
    municipality: Municipality, division: Division | None, *, new: scans.Upload, actor: Actor, at: datetime
) -> FigureImport:
    """Take the file in; the first one of a municipality draws its neighbourhoods."""
    name = _("Neighbourhoods as CBS has them")
    return cycle.upload_figures(municipality, division=division, new=new, name=name, actor=actor, at=at)


def _tried(table: FigureImport, *, actor: Actor, at: datetime) -> Outcome:
    overview = queries.overview_of(table)
    mapping = _understood(table, overview)
    table = scans.map_columns(table, mapping=mapping, actor=actor, at=at)
    tried, same = queries.dry_run(table), queries.imported_as(table)
    before = queries.since_before(table.division, year=table.year, columns=mapping.columns, values=tried.values)
    return Outcome(table, overview, mapping, tried, before, same.status_since if same else None)


def _understood(table: FigureImport, overview: Overview) -> ColumnMapping:
    proposed = propose(overview, known=queries.known_columns(table.division), year=table.year)
    for one in proposed:
        if not one.sure:
            raise BadInput("not_sure", column=one.choice.key)
    return mapping_of([one.choice for one in proposed], decimal=overview.layout.decimal)


def _year_of(overview: Overview) -> int | None:
    """The one year that stands in the column with periods; None when there is no such column, or more years."""
    periods = recognise(overview.header).with_role(HeaderRole.PERIOD)
    cells = {cell for column in overview.columns if column.key in periods for cell in column.values}
    years = {period_year(cell) for cell in cells}
    return years.pop() if len(years) == 1 else None
