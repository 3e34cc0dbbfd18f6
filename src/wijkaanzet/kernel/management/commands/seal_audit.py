"""Seal the audit log; to be run by a timer, for instance every hour."""

from django.core.management.base import BaseCommand

from wijkaanzet.kernel import clock, seals


class Command(BaseCommand):
    help = "Puts a seal over the audit entries since the last seal."

    def handle(self, *args: object, **options: object) -> None:
        made = seals.seal(at=clock.now())
        self.stdout.write(f"audit: sealed {made.rows} entries" if made else "audit: nothing new to seal")
