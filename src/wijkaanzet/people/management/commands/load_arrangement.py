"""Load what a municipality chose, and make its bodies exist."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.arrangements import labels
from wijkaanzet.arrangements.operations import KIND
from wijkaanzet.arrangements.rules import ArrangementErrors
from wijkaanzet.kernel import audit, clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations
from wijkaanzet.people.labels import REFUSALS


class Command(BaseCommand):
    help = (
        "Loads an arrangement (TOML, see docs/arrangements.md): all of it, or nothing and every mistake with its line."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, **options: Path) -> None:
        path = options["file"]
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{path}: cannot be read as UTF-8 text ({error})", returncode=2) from error
        actor = Actor(user_id=None, channel=Channel.COMMAND)
        try:
            loaded = operations.install_arrangement(text, file_name=path.name, actor=actor, at=clock.now())
        except ArrangementErrors as errors:
            audit.record_refusal(
                "arrangements.load",
                subject=Subject(KIND, 0),
                actor=actor,
                at=clock.now(),
                municipality=None,
                key=errors.problems[0].key,
            )
            sentences = "\n".join(labels.sentence(problem) for problem in errors.problems)
            raise CommandError(sentences, returncode=2) from errors
        except Refused as refused:
            raise CommandError(str(REFUSALS[refused.key]) % refused.parameters, returncode=2) from refused
        self.stdout.write(f"{loaded.municipality.name}: arrangement from {loaded.starts_on}")
