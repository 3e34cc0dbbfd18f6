"""Send the mail that waits; to be run by a timer, for instance every five minutes."""

from django.core.management.base import BaseCommand

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.outbox import send_waiting
from wijkaanzet.web.outbox import send


class Command(BaseCommand):
    help = "Sends every message that waits in the outbox; one that fails waits for the next round."

    def handle(self, *args: object, **options: object) -> None:
        sent, failed = send_waiting(send, at=clock.now())
        self.stdout.write(f"outbox: {sent} sent, {failed} failed")
