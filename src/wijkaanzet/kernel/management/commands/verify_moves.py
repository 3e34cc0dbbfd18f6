"""Prove that the stored moves are the ones that the rules name."""

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.kernel import open_moves


class Command(BaseCommand):
    help = "Recomputes whose move it is in every process and names what differs from the stored moves."

    def handle(self, *args: object, **options: object) -> None:
        wrong = list(open_moves.differences())
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("moves: every stored move is what the rules say")
