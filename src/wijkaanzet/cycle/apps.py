"""How Django knows this context."""

from django.apps import AppConfig


class CycleConfig(AppConfig):
    name = "wijkaanzet.cycle"

    def ready(self) -> None:
        from wijkaanzet.cycle import queries, rules
        from wijkaanzet.kernel import moves, subjects

        subjects.register(rules.PROCESS, label=queries.labels, visible=queries.visible)
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
