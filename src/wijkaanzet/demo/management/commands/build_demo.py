"""Fill an empty database with the municipalities of the demo."""

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.demo.build import START, build_all
from wijkaanzet.kernel import clock, seals
from wijkaanzet.kernel.models import Municipality


class Command(BaseCommand):
    help = "Builds the demo in an empty database, through operations only, and sets its clock to 2 October 2017."

    def handle(self, *args: object, **options: object) -> None:
        if Municipality.objects.exists():
            raise CommandError("This database holds a municipality already; the demo starts from an empty one.")
        built = build_all()
        seals.seal(at=START)
        clock.move_to(START)
        for municipality in built:
            self.stdout.write(f"demo: {municipality.name} stands, it is {START:%d-%m-%Y}")
