"""Prove that nobody changed the sealed part of the audit log."""

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.kernel import seals


class Command(BaseCommand):
    help = "Recomputes every seal over the audit log and names what does not fit."

    def handle(self, *args: object, **options: object) -> None:
        broken = [*seals.missing_rows(), *seals.broken_seals()]
        if broken:
            raise CommandError("\n".join(broken))
        self.stdout.write("audit: every seal fits")
