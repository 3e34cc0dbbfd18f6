"""Let networks and plans go on without the accounts that ended; for a timer, every night."""

from django.core.management.base import BaseCommand

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.networks import operations as networks
from wijkaanzet.plans import operations


class Command(BaseCommand):
    help = (
        "Gives questions of plans to who keeps the plan when the last account of who was asked ended, and back; and "
        "lets who closed an account take part in networks without."
    )

    def handle(self, *args: object, **options: object) -> None:
        job, now = Actor(user_id=None, channel=Channel.JOB), clock.now()
        moved = operations.follow_accounts(actor=job, at=now)
        self.stdout.write(f"plans: {moved} questions lie with somebody else now")
        let_go = networks.let_go_of_closed_accounts(actor=job, at=now)
        self.stdout.write(f"networks: {let_go} people take part without an account now")
