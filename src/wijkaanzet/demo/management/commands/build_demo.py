"""Fill an empty database with the demo municipality."""

from datetime import datetime
from typing import Final

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.demo import tilburg
from wijkaanzet.kernel import clock, seals
from wijkaanzet.kernel.models import Municipality

START: Final[datetime] = tilburg.moment(2017, 10, 2)


class Command(BaseCommand):
    help = "Builds the demo in an empty database, through operations only, and sets its clock to 2 October 2017."

    def handle(self, *args: object, **options: object) -> None:
        if Municipality.objects.exists():
            raise CommandError("This database holds a municipality already; the demo starts from an empty one.")
        municipality = tilburg.build()
        seals.seal(at=START)
        clock.move_to(START)
        self.stdout.write(f"demo: {municipality.name} stands, it is {START:%d-%m-%Y}")
