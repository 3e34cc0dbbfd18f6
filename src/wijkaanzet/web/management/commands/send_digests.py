"""Write to whom an overview is mailed; to be run by a timer, every working day early, before or beside send_outbox."""

from django.core.management.base import BaseCommand

from wijkaanzet.cycle.access import digests_due
from wijkaanzet.cycle.operations import write_digest
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel


class Command(BaseCommand):
    help = "Writes an overview for everybody who wants one and for whom something waits; once a day or week each."

    def handle(self, *args: object, **options: object) -> None:
        actor, at = Actor(user_id=None, channel=Channel.JOB), clock.now()
        written = [
            write_digest(due.municipality, user_id=due.user_id, period=due.period, actor=actor, at=at)
            for due in digests_due(on=clock.today())
        ]
        self.stdout.write(f"digests: {len([one for one in written if one is not None])} written")
