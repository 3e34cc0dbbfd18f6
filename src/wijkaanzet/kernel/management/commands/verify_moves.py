"""Prove that the stored moves are the ones that the rules name."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkaanzet.kernel import clock, open_moves
from wijkaanzet.kernel.actors import Actor, Channel


class Command(BaseCommand):
    help = "Recomputes whose move it is in every process and names what differs from the stored moves."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--repair", action="store_true", help="after an upgrade: store the moves of the rules first"
        )

    def handle(self, *args: object, **options: object) -> None:
        if options["repair"]:
            for was in open_moves.repair(actor=Actor(None, Channel.COMMAND), at=clock.now()):
                self.stdout.write(f"repaired: {was}")
        wrong = list(open_moves.differences())
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("moves: every stored move is what the rules say")
