"""Write to whom an overview is mailed; to be run by a timer, every working day early, before or beside send_outbox."""

from django.core.management.base import BaseCommand

from wijkaanzet.cycle.operations import write_digests
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel


class Command(BaseCommand):
    help = "Writes an overview for everybody who wants one and for whom something waits; once a day or week each."

    def handle(self, *args: object, **options: object) -> None:
        actor, at = Actor(user_id=None, channel=Channel.JOB), clock.now()
        written = write_digests(actor=actor, at=at)
        self.stdout.write(f"digests: {len(written)} written")
