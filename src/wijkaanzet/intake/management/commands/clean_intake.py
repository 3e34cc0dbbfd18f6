"""Forget what is kept no longer of what people told; to be run by a timer, every night."""

from django.core.management.base import BaseCommand

from wijkaanzet.intake import operations
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel


class Command(BaseCommand):
    help = "Forgets how people can be reached, old answers, and who knocked, once they are kept no longer."

    def handle(self, *args: object, **options: object) -> None:
        rows = operations.clean(actor=Actor(user_id=None, channel=Channel.JOB), at=clock.now())
        self.stdout.write(f"intake: {rows} rows forgotten")
