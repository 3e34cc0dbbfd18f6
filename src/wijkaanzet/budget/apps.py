"""How Django knows this context."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "wijkaanzet.budget"

    def ready(self) -> None:
        from wijkaanzet.budget import access, queries
        from wijkaanzet.budget.rules import frames, runs
        from wijkaanzet.kernel import clock, moves, subjects

        subjects.register(
            frames.PROCESS,
            label=queries.frame_labels,
            visible=lambda actor, ids: access.seen_frames(actor, ids, on=clock.today()),
        )
        subjects.register(
            runs.PROCESS,
            label=queries.run_labels,
            visible=lambda actor, ids: access.seen_runs(actor, ids, on=clock.today()),
        )
        moves.register(
            moves.Process(
                kind=frames.PROCESS,
                states=frames.FrameStatus,
                final=frozenset(frames.FINAL),
                transitions=frames.NEXT,
                move=frames.move,
                standings=queries.frame_standings,
            )
        )
        moves.register(
            moves.Process(
                kind=runs.PROCESS,
                states=runs.RunStatus,
                final=frozenset(runs.FINAL),
                settled=runs.SETTLED,
                transitions=runs.NEXT,
                move=runs.move,
                standings=queries.run_standings,
            )
        )
