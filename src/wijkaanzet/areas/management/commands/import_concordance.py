"""Take in what became of CBS areas between two region years."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from wijkaanzet.areas.labels import REFUSALS
from wijkaanzet.areas.operations import import_concordance
from wijkaanzet.areas.rules.concordance_file import LARGEST_KB, Origin
from wijkaanzet.kernel import audit, clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


class Command(BaseCommand):
    help = "Takes in a concordance (columns from, to, weight) between two region years, wholly or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--municipality", required=True, metavar="SLUG")
        parser.add_argument("--from-year", required=True, type=int, metavar="N", help="of which year the old codes are")
        parser.add_argument("--to-year", required=True, type=int, metavar="N", help="of which year the new codes are")
        parser.add_argument("--basis", required=True, metavar="TEXT", help="on what the weights rest: addresses")
        parser.add_argument("--source", required=True, metavar="TEXT", help="whose file this is")
        parser.add_argument("--replace", action="store_true", help="in the place of an earlier one of these years")

    def handle(self, *args: str, file: Path, municipality: str, replace: bool, **options: str | int) -> None:
        """Exit 0, or 2 with one sentence; a refusal stands in the audit log too."""
        town = Municipality.objects.filter(slug=municipality).first()
        if town is None:
            raise CommandError(_("There is no municipality %(slug)s.") % {"slug": municipality}, returncode=2)
        origin = Origin(
            from_year=int(options["from_year"]),
            to_year=int(options["to_year"]),
            basis=str(options["basis"]),
            source=str(options["source"]),
        )
        actor, at = Actor(user_id=None, channel=Channel.COMMAND), clock.now()
        try:
            done = import_concordance(town, data=_read(file), origin=origin, actor=actor, at=at, replace=replace)
        except Refused as refused:
            subject = Subject("areas.concordance", 0)
            action = "areas.concordance.imported"
            audit.record_refusal(action, subject=subject, actor=actor, at=at, municipality=town, key=refused.key)
            sentence = str(REFUSALS[refused.key]) % refused.parameters
            raise CommandError(f"{file.name}: {sentence}", returncode=2) from refused
        words = {"number": done.changes.count(), "from": done.from_year, "to": done.to_year}
        self.stdout.write(_("%(number)d changes from %(from)d to %(to)d imported.") % words)


def _read(path: Path) -> bytes:
    """The file, but never more than is needed to see that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_KB * 1_000 + 1)
    except OSError as error:
        raise CommandError(f"{path.name}: {error.strerror}", returncode=2) from error
