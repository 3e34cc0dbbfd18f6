"""End the stories whose time is over; to be run by a timer, every night."""

from django.core.management.base import BaseCommand

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.stories import operations


class Command(BaseCommand):
    help = (
        "Ends stories and photos for which no consent holds any more, and stories whose tellers did not answer in time."
    )

    def handle(self, *args: object, **options: object) -> None:
        ended = operations.expire(actor=Actor(None, Channel.JOB), at=clock.now())
        self.stdout.write(
            f"stories: {ended.expired} ended with their consent, {ended.lapsed} without an answer; "
            f"photos of others: {ended.photos}"
        )
