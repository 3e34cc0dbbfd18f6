"""Prove that every balance is the sum of its postings."""

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.budget import queries


class Command(BaseCommand):
    help = "Adds up all postings and names every account whose balance differs."

    def handle(self, *args: object, **options: object) -> None:
        wrong = list(queries.imbalances())
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("ledger: every balance is the sum of its postings")
