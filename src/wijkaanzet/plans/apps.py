"""How Django knows this context."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "wijkaanzet.plans"

    def ready(self) -> None:
        _register_plans()
        _register_processes()


def _register_plans() -> None:
    from wijkaanzet.kernel import clock, subjects
    from wijkaanzet.plans import access, queries
    from wijkaanzet.plans.rules.plans import EDITION, PLAN

    subjects.register(PLAN, label=queries.plan_labels, visible=access.visible_plans)
    subjects.register(
        EDITION,
        label=queries.edition_labels,
        visible=lambda actor, ids: access.visible_editions(actor, ids, on=clock.today()),
    )


def _register_processes() -> None:
    from wijkaanzet.kernel import moves
    from wijkaanzet.plans import queries
    from wijkaanzet.plans.rules import moves as rules
    from wijkaanzet.plans.rules import plans

    moves.register(
        moves.Process(
            kind=plans.PLAN,
            states=plans.PlanStatus,
            final=plans.FINAL,
            transitions=plans.NEXT,
            move=rules.move,
            standings=queries.standings,
        )
    )
    moves.register(
        moves.Process(
            kind=plans.EDITION,
            states=plans.EditionStatus,
            final=plans.FINAL_EDITION,
            transitions=plans.NEXT_EDITION,
            move=rules.edition_move,
            standings=queries.edition_standings,
        )
    )
