"""How Django knows this context."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "wijkaanzet.decisions"

    def ready(self) -> None:
        from wijkaanzet.decisions import queries, rules
        from wijkaanzet.kernel import moves, subjects

        subjects.register(rules.PROCESS, label=queries.labels, visible=queries.visible)
        moves.register(
            moves.Process(
                kind=rules.PROCESS,
                states=rules.Status,
                final=frozenset(rules.FINAL),
                transitions=rules.NEXT,
                move=rules.move,
                standings=queries.standings,
            )
        )
