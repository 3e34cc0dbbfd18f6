"""`import_figures`: bring a table of figures in without the screen, when it is clear what its columns mean."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from django.core.management.base import BaseCommand

from wijkaanzet.cycle.from_file import Outcome, bring_in, completed
from wijkaanzet.cycle.telling import as_json, as_text, line
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.progress import percentage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans.operations import Upload
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.overview import LARGEST_FILE

WRONG_INPUT = 2
COMMAND = Actor(user_id=None, channel=Channel.COMMAND)
EVERY = 0.2
"""Seconds between two looks at how far an import is."""


class Command(BaseCommand):
    help = "Bring a table of figures in. What its columns mean is told by their names or by the table before it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--municipality", default="", metavar="SLUG", help="needed when there are several")
        parser.add_argument(
            "--source", default="", metavar="KEY", help="a table of the registry, such as 50090NED, or whose figures"
        )
        parser.add_argument(
            "--year", type=int, metavar="N", help="of which year the figures are; else as the file says"
        )
        parser.add_argument("--for-year", type=int, metavar="N", help="for which year of the areas; else the next")
        parser.add_argument("--region-year", type=int, metavar="N", help="of which year the CBS areas are, if another")
        parser.add_argument("--own", action="store_true", help="counted by the municipality or its partners")
        parser.add_argument("--provisional", action="store_true")
        parser.add_argument(
            "--draw", action="store_true", help="without neighbourhoods yet, make one of every wijk in the file"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and keep nothing")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *args: str, file: Path, json: bool, **options: object) -> None:
        """Exit 0 when it is in, was in already, or could be; 2 with what is wrong; anything else is a bug."""
        try:
            outcome = self._outcome(file, options)
        except Refused as refused:
            self._stop(line(refused))
        except OSError as error:
            self._stop(f"{file}: {error.strerror or error}")
        self.stdout.write(as_json(outcome) if json else as_text(outcome))
        if outcome.tried.problems:
            sys.exit(WRONG_INPUT)

    def _outcome(self, file: Path, options: dict[str, object]) -> Outcome:
        at = clock.now()
        municipality = _municipality(str(options["municipality"]))
        new = Upload(
            content=_content(file),
            file_name=file.name,
            source=str(options["source"]),
            year=_number(options["year"]) or 0,
            for_year=_number(options["for_year"]) or clock.today().year + 1,
            region_year=_number(options["region_year"]),
            origin=Origin.OWN if options["own"] else Origin.PUBLISHED,
            provisional=bool(options["provisional"]),
        )
        new = completed(new, municipality=municipality)
        draw, dry_run = bool(options["draw"]), bool(options["dry_run"])
        return bring_in(municipality, new=new, draw=draw, dry_run=dry_run, meter=self._meter, actor=COMMAND, at=at)

    @contextmanager
    def _meter(self, subject: Subject) -> Iterator[None]:
        """On a terminal, say how far the import is; it tells that itself, outside its transaction."""
        over = Event()

        def tell() -> None:
            while not over.wait(EVERY):
                percent = percentage(subject)
                if percent is not None:
                    self.stderr.write(f"\r{percent:3} %", ending="")
                    self.stderr.flush()

        teller = Thread(target=tell, daemon=True)
        if self.stderr.isatty():
            teller.start()
        try:
            yield
        finally:
            over.set()
            if teller.ident is not None:
                teller.join()
                self.stderr.write("\r      \r", ending="")

    def _stop(self, words: str) -> None:
        self.stderr.write(words)
        sys.exit(WRONG_INPUT)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _content(path: Path) -> bytes:
    """Raises BadInput("file_over") before a large file is read."""
    if path.stat().st_size > LARGEST_FILE:
        raise BadInput("file_over", most=LARGEST_FILE // 1_000_000)
    return path.read_bytes()


def _municipality(slug: str) -> Municipality:
    """The one that is named, or the only one. Raises Refused("no_municipality") and ("which_municipality")."""
    found = list(Municipality.objects.filter(**({"slug": slug} if slug else {})).order_by("slug"))
    if not found:
        raise Refused("no_municipality", slug=slug)
    if len(found) > 1:
        raise Refused("which_municipality", slugs=", ".join(one.slug for one in found))
    return found[0]
