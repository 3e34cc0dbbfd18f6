"""How Django knows this context."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "wijkaanzet.intake"

    def ready(self) -> None:
        from wijkaanzet.intake import access, operations, queries, rules
        from wijkaanzet.kernel import clock, moves, outbox, subjects

        subjects.register(
            rules.PROCESS,
            label=queries.labels,
            visible=lambda actor, ids: access.seen_entries(actor, ids, on=clock.today()),
        )
        moves.register(
            moves.Process(
                kind=rules.PROCESS,
                states=rules.EntryStatus,
                final=rules.FINAL,
                transitions=rules.NEXT,
                move=rules.move,
                standings=queries.standings,
                settled=rules.SETTLED,
            )
        )
        outbox.register(operations.ANSWERED)
        outbox.register(operations.USED)
