"""Walk the main line of the demo through real HTTP requests."""

from argparse import ArgumentParser

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.demo import walk
from wijkaanzet.demo.visitor import Stumbled


class Command(BaseCommand):
    help = "Walks the main line of the demo on a running server and proves the books; names the first thing that fails."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--url", required=True, help="where the server runs, such as http://127.0.0.1:8000")

    def handle(self, *args: object, **options: str) -> None:
        try:
            for step in walk.main_line(options["url"]):
                self.stdout.write(f"  {step}")
        except Stumbled as error:
            raise CommandError(str(error)) from error
        for proof in ("verify_audit", "verify_ledger", "verify_moves"):
            call_command(proof, stdout=self.stdout)
