"""Figures come in: a table is uploaded, its columns are explained, it is imported, and taken back when it was wrong."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Division
from wijkaanzet.kernel import audit, moves, open_moves, progress
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport, FigurePlace
from wijkaanzet.scans.operations.keeping import keep_rows
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.catalogue import PublishedTable, TableStatus, catalogue
from wijkaanzet.scans.rules.columns import Column
from wijkaanzet.scans.rules.dry_run import regions_of
from wijkaanzet.scans.rules.importing import NEXT, PROCESS, FigureImportStatus, Origin
from wijkaanzet.scans.rules.mapping import ColumnMapping, check_mapping
from wijkaanzet.scans.rules.overview import Overview, look_at, sample_of
from wijkaanzet.scans.rules.plain import is_plain
from wijkaanzet.scans.rules.registered import registered
from wijkaanzet.scans.rules.told import check_told, clean_name


@dataclass(frozen=True)
class Upload:
    """A file as it came in, and what was told with it: whose figures, of which year, for which year."""

    content: bytes
    file_name: str
    source: str
    year: int
    for_year: int
    fictional: bool = False
    region_year: int | None = None
    """The year of the CBS areas in the file; else as the registry of sources says, or the year of the figures."""
    origin: Origin = Origin.PUBLISHED
    provisional: bool = False
    table: str = ""
    """The key of the table in the registry of sources."""


@transaction.atomic
def upload(division: Division, *, new: Upload, actor: Actor, at: datetime) -> FigureImport:
    """Take in a file with figures of the areas of a municipality; nothing is kept of one that is no such table.

    Raises BadInput as rules.overview.look_at does; Refused("source_missing"), ("source_too_long"),
    ("figures_year_out_of_range") and ("figures_after_year").
    """
    check_told(source=new.source, year=new.year, for_year=new.for_year, region_year=new.region_year or new.year)
    overview = look_at(new.content, municipality=division.municipality.code)
    known = _registered(new, overview)
    region_year = new.region_year or (known.map_year(new.year) if known else None) or new.year
    figure_import = FigureImport.objects.create(
        municipality=division.municipality,
        division=division,
        status=FigureImportStatus.UPLOADED,
        status_since=localdate(at),
        file_name=clean_name(new.file_name),
        sha256=hashlib.sha256(new.content).hexdigest(),
        size=len(new.content),
        content=new.content,
        source=" ".join(new.source.split()),
        table=known.key if known else "",
        origin=new.origin,
        provisional=new.provisional or (known is not None and known.status is TableStatus.PROVISIONAL),
        year=new.year,
        region_year=region_year,
        for_year=new.for_year,
        fictional=new.fictional,
        layout=overview.layout.to_json(),
        rows=overview.rows,
        sample=sample_of(overview),
    )
    _log_and_follow(figure_import, actor=actor, at=at)
    return figure_import


@transaction.atomic
def map_columns(figure_import: FigureImport, *, mapping: ColumnMapping, actor: Actor, at: datetime) -> FigureImport:
    """Say what the columns mean, as often as needed before the import.

    Raises BadInput as rules.mapping.check_mapping does, and Refused("wrong_state").
    """
    figure_import = _locked(figure_import)
    _check(figure_import, FigureImportStatus.MAPPED)
    check_mapping(mapping, queries.header_of(figure_import))
    figure_import.code_column, figure_import.name_column = mapping.code, mapping.name
    figure_import.inhabitants_column, figure_import.changed_column = mapping.inhabitants, mapping.changed
    figure_import.only = [list(one) for one in mapping.only]
    figure_import.layout = {**figure_import.layout, **_signs(figure_import, mapping.decimal)}
    FigureColumn.objects.filter(figure_import=figure_import).delete()
    FigureColumn.objects.bulk_create(
        _row(figure_import, position, column) for position, column in enumerate(mapping.columns)
    )
    return _enter(figure_import, FigureImportStatus.MAPPED, actor=actor, at=at)


@transaction.atomic
def import_figures(figure_import: FigureImport, *, actor: Actor, at: datetime) -> FigureImport:
    """Keep every figure of the municipality that stands in a mapped table, or none; from now on they are public.

    Raises BadInput with the first thing that is wrong in the file; Refused("wrong_state"), and ("same_file") when the
    same file came in before, read the same way, and the same was told of it.
    """
    figure_import = _locked(figure_import)
    _check(figure_import, FigureImportStatus.IMPORTED)
    tried = queries.dry_run(figure_import)
    for problem in tried.problems:
        raise problem
    figure_import.level = tried.level
    figure_import.plain = _is_plain(figure_import)
    figure_import.fingerprint = queries.fingerprint_of(figure_import)
    try:
        with transaction.atomic():
            figure_import = _enter(figure_import, FigureImportStatus.IMPORTED, actor=actor, at=at)
    except IntegrityError as error:
        raise _same_file(figure_import) from error
    content, layout = queries.content_of(figure_import), queries.file_layout(figure_import)
    mapping = queries.mapping_of(figure_import)
    columns = [column.pk for column in queries.columns_of(figure_import)]
    with progress.told(Subject(PROCESS, figure_import.pk), total=sum(tried.levels.values())) as step:
        rows = regions_of(content, mapping, layout=layout, note=_raise)
        keep_rows(figure_import, rows=rows, columns=columns, step=step)
    return figure_import


@transaction.atomic
def refuse(figure_import: FigureImport, *, actor: Actor, at: datetime) -> FigureImport:
    """Throw a table away before it was imported; its content is erased. Raises Refused("wrong_state")."""
    figure_import = _locked(figure_import)
    _check(figure_import, FigureImportStatus.REFUSED)
    _erase(figure_import)
    return _enter(figure_import, FigureImportStatus.REFUSED, actor=actor, at=at)


@transaction.atomic
def undo(figure_import: FigureImport, *, reason: str, actor: Actor, at: datetime) -> FigureImport:
    """Take an import back: its figures and its content are erased; who brought it in and who took it back stay.

    Raises Refused("wrong_state") and ("undo_needs_reason").
    """
    figure_import = _locked(figure_import)
    _check(figure_import, FigureImportStatus.UNDONE)
    if not reason.strip():
        raise Refused("undo_needs_reason")
    _erase(figure_import)
    return _enter(figure_import, FigureImportStatus.UNDONE, actor=actor, at=at, reason=reason.strip())


def _registered(new: Upload, overview: Overview) -> PublishedTable | None:
    """The published table that was named, or that the file must be; what we counted ourselves is none."""
    if new.origin is Origin.OWN:
        return None
    if new.table:
        return catalogue().tables.get(new.table)
    return registered(overview.header, year=new.year, file_name=new.file_name)


def _locked(figure_import: FigureImport) -> FigureImport:
    locked = FigureImport.objects.select_for_update(of=("self",))
    return locked.select_related("municipality", "division__municipality").get(pk=figure_import.pk)


def _check(figure_import: FigureImport, status: FigureImportStatus) -> None:
    if status not in NEXT[FigureImportStatus(figure_import.status)]:
        raise Refused("wrong_state", status=figure_import.status, wanted=status)


def _enter(
    figure_import: FigureImport, status: FigureImportStatus, *, actor: Actor, at: datetime, reason: str = ""
) -> FigureImport:
    _check(figure_import, status)
    figure_import.status, figure_import.status_since = status, localdate(at)
    figure_import.save()
    _log_and_follow(figure_import, actor=actor, at=at, reason=reason)
    return figure_import


def _log_and_follow(figure_import: FigureImport, *, actor: Actor, at: datetime, reason: str = "") -> None:
    audit.record(
        f"scans.figure_import.{figure_import.status}",
        subject=Subject(PROCESS, figure_import.id),
        actor=actor,
        at=at,
        municipality=figure_import.municipality,
        reason=reason,
        detail={"year": figure_import.year, "for_year": figure_import.for_year, "sha256": figure_import.sha256},
    )
    standing, municipality = queries.standing(figure_import), figure_import.municipality
    open_moves.follow(standing, process=moves.PROCESSES[PROCESS], municipality=municipality)


def _same_file(figure_import: FigureImport) -> Refused:
    earlier = queries.imported_as(figure_import)
    name, day = (earlier.file_name, earlier.status_since) if earlier else ("", figure_import.status_since)
    return Refused("same_file", name=name, day=day)


def _is_plain(figure_import: FigureImport) -> bool:
    mapping, columns = queries.mapping_of(figure_import), queries.dividable_columns(figure_import)
    return is_plain(
        queries.content_of(figure_import),
        mapping,
        layout=queries.file_layout(figure_import),
        columns=[column.key for column in columns],
        municipality=figure_import.municipality.code,
    )


def _signs(figure_import: FigureImport, decimal: str) -> dict[str, str | bool]:
    """What was said to stand before decimals; then it does not stand between thousands."""
    thousands = queries.file_layout(figure_import).thousands
    return {"decimal": decimal, "thousands": "" if thousands == decimal else thousands, "uncertain": False}


def _row(figure_import: FigureImport, position: int, column: Column) -> FigureColumn:
    words = {name: getattr(column, name) for name in queries.WORDS}
    return FigureColumn(figure_import=figure_import, position=position, slug=column.slug, kind=column.kind, **words)


def _raise(bad: BadInput) -> None:
    raise bad


def _erase(figure_import: FigureImport) -> None:
    """Leave nothing of what stood in the file: it may have been one that should never have come here."""
    Figure.objects.filter(figure_import=figure_import).delete()
    FigurePlace.objects.filter(figure_import=figure_import).delete()
    FigureColumn.objects.filter(figure_import=figure_import).delete()
    figure_import.content, figure_import.fingerprint = None, ""
    figure_import.layout, figure_import.rows, figure_import.sample = {}, None, []
    figure_import.code_column = figure_import.name_column = figure_import.inhabitants_column = ""
    figure_import.changed_column, figure_import.only = "", []
    figure_import.level, figure_import.plain = "", False
