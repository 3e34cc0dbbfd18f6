"""How Django knows this context."""

from django.apps import AppConfig


class CycleConfig(AppConfig):
    name = "wijkaanzet.cycle"

    def ready(self) -> None:
        from wijkaanzet.cycle import operations, queries, rules
        from wijkaanzet.kernel import moves, outbox, subjects

        subjects.register(rules.PROCESS, label=queries.labels, visible=queries.visible)
        subjects.register(operations.DIGEST, label=queries.digest_labels, visible=queries.own_digests)
        outbox.register(operations.DIGEST)
        moves.register(
            moves.Process(
                kind=rules.PROCESS,
                states=rules.AreaYearStatus,
                final=frozenset(rules.FINAL),
                transitions=rules.NEXT,
                move=rules.move,
                standings=queries.standings,
                settled=rules.SETTLED,
            )
        )
