"""Take in the borders of a division from a GeoJSON file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from wijkaanzet.areas import queries
from wijkaanzet.areas.labels import MENDED, REFUSALS
from wijkaanzet.areas.models import Division
from wijkaanzet.areas.operations.borders import import_borders
from wijkaanzet.areas.rules.packed import LARGEST_MB, MEGABYTE
from wijkaanzet.kernel import audit, clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


class Command(BaseCommand):
    help = "Replaces the borders of a division by those of a GeoJSON file: of all its areas, or of none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--municipality", required=True, metavar="SLUG")
        parser.add_argument("--division", default="", metavar="KEY", help="needed when several are in force")
        parser.add_argument("--source", required=True, metavar="TEXT", help="whose borders these are; shown on the map")
        parser.add_argument("--year", required=True, type=int, metavar="N", help="of which year the borders are")
        parser.add_argument("--code", default="", metavar="NAME", help="the property that holds the code of an area")

    def handle(
        self, *args: str, file: Path, municipality: str, division: str, source: str, year: int, **options: str
    ) -> None:
        """Exit 0 and say what was repaired, or 2 with one sentence; a refusal stands in the audit log too."""
        place = _division(municipality, division)
        actor = Actor(user_id=None, channel=Channel.COMMAND)
        at = clock.now()
        try:
            drawn = import_borders(
                place, text=_read(file), source=source, year=year, actor=actor, at=at, code_name=options["code"]
            )
        except Refused as refused:
            audit.record_refusal(
                "areas.borders.imported",
                subject=Subject("areas.division", place.pk),
                actor=actor,
                at=at,
                municipality=place.municipality,
                key=refused.key,
            )
            sentence = str(REFUSALS[refused.key]) % refused.parameters
            raise CommandError(f"{file.name}: {sentence}", returncode=2) from refused
        for kind, features in drawn.mended.items():
            self.stdout.write(str(MENDED[kind]) % {"features": ", ".join(map(str, features))})
        if drawn.elsewhere:
            self.stdout.write(_("Features of other municipalities left out: %(number)d.") % {"number": drawn.elsewhere})
        words = {"division": place.name, "number": len(drawn.borders)}
        self.stdout.write(_("%(division)s: borders of %(number)d areas imported.") % words)


def _division(slug: str, key: str) -> Division:
    """The division that is meant: the only one in force today, or the one with this key."""
    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None:
        raise CommandError(_("There is no municipality %(slug)s.") % {"slug": slug}, returncode=2)
    running = queries.running_divisions(municipality, on=clock.today())
    found = [one for one in running if key in ("", one.key)]
    if len(found) != 1:
        keys = ", ".join(one.key for one in running) or "—"
        raise CommandError(_("Name one division with --division: %(keys)s.") % {"keys": keys}, returncode=2)
    return found[0]


def _read(path: Path) -> bytes:
    """The file, but never more than is needed to see that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_MB * MEGABYTE + 1)
    except OSError as error:
        raise CommandError(f"{path.name}: {error.strerror}", returncode=2) from error
