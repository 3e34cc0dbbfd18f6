"""How Django knows this context."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "wijkaanzet.plans"

    def ready(self) -> None:
        _register_plans()
        _register_processes()
        _register_priorities()
        _register_asking()
        _register_writing()


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


def _register_priorities() -> None:
    from wijkaanzet.kernel import clock, subjects
    from wijkaanzet.plans import access, queries
    from wijkaanzet.plans.rules.contributions import CONTRIBUTION
    from wijkaanzet.plans.rules.priorities import ASK, PRIORITY

    subjects.register(
        PRIORITY,
        label=queries.priority_labels,
        visible=lambda actor, ids: access.visible_priorities(actor, ids, on=clock.today()),
    )
    subjects.register(
        CONTRIBUTION,
        label=queries.contribution_labels,
        visible=lambda actor, ids: access.visible_contributions(actor, ids, on=clock.today()),
    )
    subjects.register(
        ASK,
        label=queries.ask_labels,
        visible=lambda actor, ids: access.visible_asks(actor, ids, on=clock.today()),
    )


def _register_asking() -> None:
    from wijkaanzet.kernel import moves
    from wijkaanzet.plans import queries
    from wijkaanzet.plans.rules import asks, contributions, priorities

    moves.register(
        moves.Process(
            kind=contributions.CONTRIBUTION,
            states=contributions.ContributionStatus,
            final=contributions.FINAL,
            transitions=contributions.NEXT,
            move=contributions.move_of_contribution,
            standings=queries.contribution_standings,
            settled=contributions.SETTLED,
        )
    )
    moves.register(
        moves.Process(
            kind=priorities.ASK,
            states=priorities.AskStatus,
            final=priorities.FINAL_ASK,
            transitions=priorities.NEXT_ASK,
            move=asks.move_of_ask,
            standings=queries.ask_standings,
        )
    )


def _register_writing() -> None:
    from wijkaanzet.kernel import clock, moves, outbox, subjects
    from wijkaanzet.plans import access, operations, queries
    from wijkaanzet.plans.rules import sections, suggestions

    subjects.register(
        sections.SECTION,
        label=queries.section_labels,
        visible=lambda actor, ids: access.visible_sections(actor, ids, on=clock.today()),
    )
    subjects.register(
        sections.SUGGESTION,
        label=queries.suggestion_labels,
        visible=lambda actor, ids: access.visible_suggestions(actor, ids, on=clock.today()),
    )
    moves.register(
        moves.Process(
            kind=sections.SUGGESTION,
            states=sections.SuggestionStatus,
            final=sections.FINAL,
            transitions=sections.NEXT,
            move=suggestions.move,
            standings=queries.suggestion_standings,
        )
    )
    outbox.register(operations.SUGGESTION_ANSWERED)
