"""How Django knows this context."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "wijkaanzet.decisions"

    def ready(self) -> None:
        _register_subjects()
        _register_processes()


def _register_subjects() -> None:
    from wijkaanzet.decisions import access, queries, rules
    from wijkaanzet.decisions.rules import advice, notices
    from wijkaanzet.kernel import clock, subjects

    subjects.register(
        rules.PROCESS,
        label=queries.labels,
        visible=lambda actor, ids: access.seen_decisions(actor, ids, on=clock.today()),
    )
    subjects.register(
        advice.PROCESS,
        label=queries.advice_labels,
        visible=lambda actor, ids: access.seen_advice(actor, ids, on=clock.today()),
    )
    subjects.register(notices.PROCESS, label=queries.notice_labels, visible=queries.visible_notices)


def _register_processes() -> None:
    from wijkaanzet.decisions import queries, rules
    from wijkaanzet.decisions.rules import advice, notices
    from wijkaanzet.kernel import moves

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
    moves.register(
        moves.Process(
            kind=advice.PROCESS,
            states=advice.AdviceStatus,
            final=advice.FINAL,
            transitions=advice.NEXT,
            move=advice.move,
            standings=queries.advice_standings,
        )
    )
    moves.register(
        moves.Process(
            kind=notices.PROCESS,
            states=notices.NoticeStatus,
            final=notices.FINAL,
            transitions=notices.NEXT,
            move=notices.move,
            standings=queries.notice_standings,
        )
    )
