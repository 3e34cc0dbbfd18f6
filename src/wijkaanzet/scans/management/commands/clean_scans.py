"""Forget in scans what was said beside what is gone; to be run by a timer, every night after expire_stories."""

from django.core.management.base import BaseCommand

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.scans import operations


class Command(BaseCommand):
    help = "Empties what scans say that a voice or story means, once that was taken back or is shared no longer."

    def handle(self, *args: object, **options: object) -> None:
        emptied = operations.forget_meanings(actor=Actor(user_id=None, channel=Channel.JOB), at=clock.now())
        self.stdout.write(f"scans: {emptied} meanings forgotten")
