"""`import_figures`: bring a table of figures in without the screen, when it is clear what its columns mean."""

import json as json_format
import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Division
from wijkaanzet.areas.queries import steered_division
from wijkaanzet.arrangements import labels as arrangement_labels
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.labels import REFUSALS
from wijkaanzet.kernel import audit, clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.queries import municipality_by_slug
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import labels, queries
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.dry_run import DryRun, try_out
from wijkaanzet.scans.rules.mapping import ColumnMapping, check_mapping, mapping_of
from wijkaanzet.scans.rules.overview import LARGEST_FILE, Overview, look_at
from wijkaanzet.scans.rules.proposal import propose

WRONG_INPUT = 2
COMMAND = Actor(user_id=None, channel=Channel.COMMAND)


class Command(BaseCommand):
    help = "Bring a CSV table of figures in. What its columns mean is told by their names or by the table before it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--municipality", required=True, metavar="SLUG")
        parser.add_argument("--source", required=True, metavar="TEXT", help="whose figures these are")
        parser.add_argument("--year", type=int, required=True, metavar="N", help="of which year the figures are")
        parser.add_argument("--for-year", type=int, required=True, metavar="N", help="for which year of the areas")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and keep nothing")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *args: str, file: Path, municipality: str, dry_run: bool, json: bool, **options: object) -> None:
        """Exit 0 when it is in (or could be), 2 with what is wrong; anything else is a bug."""
        at = clock.now()
        try:
            place = _division(municipality, at)
            new = scans.Upload(
                content=_content(file),
                file_name=file.name,
                source=str(options["source"]),
                year=int(str(options["year"])),
                for_year=int(str(options["for_year"])),
            )
            overview, mapping = _understood(place, new)
            tried = _tried(place, new, overview, mapping)
            if not dry_run and not tried.problems:
                _bring_in(place, new, mapping, at)
        except Refused as refused:
            self._stop(_line(refused))
        except OSError as error:
            self._stop(f"{file}: {error.strerror or error}")
        self.stdout.write(_json(overview, mapping, tried) if json else _text(tried, dry_run=dry_run))
        if tried.problems:
            sys.exit(WRONG_INPUT)

    def _stop(self, words: str) -> None:
        self.stderr.write(words)
        sys.exit(WRONG_INPUT)


def _content(path: Path) -> bytes:
    """Raises BadInput("file_over") before a large file is read."""
    if path.stat().st_size > LARGEST_FILE:
        raise BadInput("file_over", most=LARGEST_FILE // 1_000_000)
    return path.read_bytes()


def _division(slug: str, at: datetime) -> Division:
    """The division that the municipality steers on. Raises Refused("no_division")."""
    municipality = municipality_by_slug(slug)
    if municipality is None:
        raise Refused("no_division", slug=slug)
    key = arrangements.nearest(municipality, on=at.date()).steered_area
    division = steered_division(municipality, key=key, on=at.date())
    if division is None:
        raise Refused("no_division", slug=slug)
    return division


def _understood(place: Division, new: scans.Upload) -> tuple[Overview, ColumnMapping]:
    """What the columns mean. Raises BadInput("not_sure") rather than guess, and as the mapping is checked."""
    overview = look_at(new.content, municipality=place.municipality.code)
    proposed = propose(overview, known=queries.known_columns(place), year=new.year)
    for one in proposed:
        if not one.sure:
            raise BadInput("not_sure", column=one.choice.key)
    mapping = mapping_of([one.choice for one in proposed], decimal=overview.layout.decimal)
    check_mapping(mapping, overview.header)
    return overview, mapping


def _tried(place: Division, new: scans.Upload, overview: Overview, mapping: ColumnMapping) -> DryRun:
    year = new.year if new.region_year is None else new.region_year
    places = {code: area.name for code, area in queries.places(place, year=year).items()}
    municipality = place.municipality.code
    return try_out(new.content, mapping, layout=overview.layout, municipality=municipality, places=places)


def _bring_in(place: Division, new: scans.Upload, mapping: ColumnMapping, at: datetime) -> None:
    """All steps or none; a refusal stands in the log."""
    try:
        with transaction.atomic():
            table = scans.upload(place, new=new, actor=COMMAND, at=at)
            table = scans.map_columns(table, mapping=mapping, actor=COMMAND, at=at)
            cycle.import_figures(table, actor=COMMAND, at=at)
    except Refused as refused:
        subject = Subject("areas.division", place.id)
        action, municipality = "scans.figure_import.imported", place.municipality
        audit.record_refusal(action, subject=subject, actor=COMMAND, at=at, municipality=municipality, key=refused.key)
        raise


def _line(refused: Refused) -> str:
    where = refused.where if isinstance(refused, BadInput) else ""
    return f"{where}: {_sentence(refused)}" if where else _sentence(refused)


def _sentence(refused: Refused) -> str:
    words = {**arrangement_labels.REFUSALS, **labels.REFUSALS, **REFUSALS}
    return str(words[refused.key]) % refused.parameters


def _text(tried: DryRun, *, dry_run: bool) -> str:
    if tried.problems:
        return "\n".join(_line(problem) for problem in tried.problems)
    counts = {"rows": tried.rows, "matched": len(tried.matched), "absent": len(tried.absent)}
    done = _("%(rows)s rows; %(matched)s CBS areas of the division found, %(absent)s not.") % counts
    kept = _("Nothing has been imported.") if dry_run else _("The figures are in.")
    return f"{done} {kept}"


def _json(overview: Overview, mapping: ColumnMapping, tried: DryRun) -> str:
    used = {mapping.code, mapping.name, *mapping.keys()}
    outcome = {
        "rows": overview.rows,
        "levels": dict(tried.levels),
        "matched": list(tried.matched),
        "absent": list(tried.absent),
        "extra": list(tried.extra),
        "columns": [key for key in overview.header if key in used],
        "columns_left_out": [key for key in overview.header if key not in used],
        "missing": dict(tried.missing),
        "problems": [{"where": one.where, "key": one.key, "text": _sentence(one)} for one in tried.problems],
    }
    return json_format.dumps(outcome, ensure_ascii=False, indent=2)
