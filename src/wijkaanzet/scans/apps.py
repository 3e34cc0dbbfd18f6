"""How Django knows this context."""

from django.apps import AppConfig


class ScansConfig(AppConfig):
    name = "wijkaanzet.scans"

    def ready(self) -> None:
        from wijkaanzet.kernel import moves, subjects
        from wijkaanzet.scans import access, queries
        from wijkaanzet.scans.rules import importing

        subjects.register(importing.PROCESS, label=queries.labels, visible=access.visible)
        moves.register(
            moves.Process(
                kind=importing.PROCESS,
                states=importing.FigureImportStatus,
                final=importing.FINAL,
                transitions=importing.NEXT,
                move=importing.move,
                standings=queries.standings,
                settled=importing.SETTLED,
            )
        )
