"""Let who keeps a plan go on where nobody of who was asked has an account any more; for a timer, every night."""

from django.core.management.base import BaseCommand

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.plans import operations


class Command(BaseCommand):
    help = "Gives questions of plans to who keeps the plan when the last account of who was asked ended, and back."

    def handle(self, *args: object, **options: object) -> None:
        moved = operations.follow_accounts(actor=Actor(user_id=None, channel=Channel.JOB), at=clock.now())
        self.stdout.write(f"plans: {moved} questions lie with somebody else now")
