"""Move the clock of the demo."""

import re
from argparse import ArgumentParser
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.kernel import clock


class Command(BaseCommand):
    help = "Moves the clock of the demo by a number of days, such as +30d, and says what day it is then."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("shift", help="+30d or -7d")

    def handle(self, *args: object, **options: str) -> None:
        found = re.fullmatch(r"([+-]?\d{1,5})d", options["shift"])
        if found is None:
            raise CommandError(f'"{options["shift"]}" is not a number of days; write for instance +30d.')
        try:
            clock.move_to(clock.now() + timedelta(days=int(found[1])))
        except RuntimeError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"demo: it is {clock.today():%d-%m-%Y}")
