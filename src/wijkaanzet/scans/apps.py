"""How Django knows this context."""

from django.apps import AppConfig


class ScansConfig(AppConfig):
    name = "wijkaanzet.scans"

    def ready(self) -> None:
        from wijkaanzet.kernel import moves, subjects
        from wijkaanzet.scans import access, queries
        from wijkaanzet.scans.rules import importing, scan

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
        subjects.register(scan.PROCESS, label=queries.scan_labels, visible=access.visible_scans)
        moves.register(
            moves.Process(
                kind=scan.PROCESS,
                states=scan.ScanStatus,
                final=scan.FINAL,
                transitions=scan.NEXT,
                move=scan.move,
                standings=queries.scan_standings,
            )
        )
