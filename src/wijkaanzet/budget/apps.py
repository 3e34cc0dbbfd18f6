"""How Django knows this context."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "wijkaanzet.budget"

    def ready(self) -> None:
        from wijkaanzet.budget import queries
        from wijkaanzet.budget.rules import frames, runs
        from wijkaanzet.kernel import moves, subjects

        subjects.register(frames.PROCESS, label=queries.frame_labels, visible=queries.visible_frames)
        subjects.register(runs.PROCESS, label=queries.run_labels, visible=queries.visible_runs)
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
