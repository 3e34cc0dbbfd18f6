"""`fetch_figures`: fetch a published table from the open data of CBS, as a file that `import_figures` takes."""

import gzip
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from wijkaanzet.scans.labels import REFUSALS
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.catalogue import PublishedTable, tables
from wijkaanzet.scans.rules.figures_file import MUNICIPALITY
from wijkaanzet.scans.rules.odata import (
    CBS_V3,
    PARTNERS_V3,
    OdataTable,
    fetch_v3,
    fetch_v4,
    of_municipality,
)
from wijkaanzet.scans.web_client import NotThere, get

WRONG_INPUT = 2
CATALOGUES = {"cbs": CBS_V3, "rivm": PARTNERS_V3}
"""Where the tables of each publisher stand in version 3; in version 4 only those of CBS do."""
wait = time.sleep


class Command(BaseCommand):
    help = "Fetch a table of the registry from the open data of CBS or RIVM, and write it as CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("table", metavar="KEY", help="a table of the registry, such as 85318NED")
        parser.add_argument("--year", type=int, required=True, metavar="N", help="of which year the figures are")
        parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="packed when it ends in .gz")
        parser.add_argument("--municipality", default="", metavar="GM0855", help="only of this one; else the country")
        parser.add_argument("--odata", type=int, choices=(3, 4), default=3, help="version of the open data")

    def handle(self, *args: str, table: str, year: int, out: Path, municipality: str, **options: object) -> None:
        """Exit 0 when the file is there, 2 with one sentence; of a table that breaks off no file is left."""
        try:
            published = _published(table, year)
            found = _fetched(published, year, municipality, version=int(str(options["odata"])))
        except BadInput as bad:
            self._stop(str(REFUSALS[bad.key]) % bad.parameters)
        except NotThere:
            self._stop(str(REFUSALS["odata_unreadable"]) % {"table": table})
        try:
            _write(out, found.content)
        except OSError as error:
            self._stop(f"{out}: {error.strerror or error}")
        told = {"file": out, "columns": len(found.columns), "source": f"--source {published.key} --year {year}"}
        self.stdout.write(_("%(columns)s columns in %(file)s; bring it in with import_figures %(source)s.") % told)

    def _stop(self, words: str) -> None:
        self.stderr.write(words)
        sys.exit(WRONG_INPUT)


def _published(key: str, year: int) -> PublishedTable:
    """A table that can be fetched and has that year. Raises BadInput("not_in_registry") and ("not_of_this_year")."""
    found = next((one for one in tables() if one.key.casefold() == key.casefold()), None)
    if found is None or found.publisher.key not in CATALOGUES:
        raise BadInput("not_in_registry", table=key[:40])
    if year not in found.years:
        raise BadInput("not_of_this_year", table=found.key, years=", ".join(map(str, found.years)))
    return found


def _fetched(table: PublishedTable, year: int, municipality: str, *, version: int) -> OdataTable:
    """Raises BadInput as rules.odata does, and ("wrong_municipality")."""
    if municipality and MUNICIPALITY.fullmatch(municipality) is None:
        raise BadInput("wrong_municipality", code=municipality[:40])
    asked = [f"({of_municipality(municipality)})"] if municipality else []
    if len(table.years) > 1:
        asked.append(f"startswith(Perioden,'{year}')")
    only = " and ".join(asked)
    if version == 4:
        return fetch_v4(table.key, get=get, wait=wait, only=only)
    return fetch_v3(table.key, get=get, wait=wait, base=CATALOGUES[table.publisher.key], only=only)


def _write(path: Path, content: bytes) -> None:
    """Put the file there in one go, so that nobody finds half of it."""
    fresh = path.with_name(f".{path.name}.part")
    fresh.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    fresh.replace(path)
