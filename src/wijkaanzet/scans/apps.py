"""How Django knows this context."""

from django.apps import AppConfig


class ScansConfig(AppConfig):
    name = "wijkaanzet.scans"

    def ready(self) -> None:
        from wijkaanzet.kernel import clock, moves, subjects
        from wijkaanzet.scans import access, queries
        from wijkaanzet.scans.rules import importing, scan

        subjects.register(
            importing.PROCESS,
            label=queries.labels,
            visible=lambda actor, ids: access.visible(actor, ids, on=clock.today()),
        )
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
        subjects.register(
            scan.PROCESS,
            label=queries.scan_labels,
            visible=lambda actor, ids: access.visible_scans(actor, ids, on=clock.today()),
        )
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
