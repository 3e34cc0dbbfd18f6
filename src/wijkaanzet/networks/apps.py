"""How Django knows this context."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "wijkaanzet.networks"

    def ready(self) -> None:
        from wijkaanzet.kernel import outbox
        from wijkaanzet.networks import operations

        _register_subjects()
        _register_processes()
        for kind in (operations.INVITED, operations.CALLED_OFF, operations.REMINDED):
            outbox.register(kind)


def _register_subjects() -> None:
    from wijkaanzet.kernel import clock, subjects
    from wijkaanzet.networks import access, queries, rules

    subjects.register(rules.NETWORK, label=queries.network_labels, visible=access.visible_networks)
    subjects.register(
        rules.PROCESS,
        label=queries.labels,
        visible=lambda actor, ids: access.visible_meetings(actor, ids, on=clock.today()),
    )
    subjects.register(
        rules.MEMBER,
        label=queries.member_labels,
        visible=lambda actor, ids: access.visible_members(actor, ids, on=clock.today()),
    )
    subjects.register(
        rules.INVITATION,
        label=queries.invitation_labels,
        visible=lambda actor, ids: access.visible_invitations(actor, ids, on=clock.today()),
    )
    subjects.register(rules.AGREEMENT, label=queries.agreement_labels, visible=queries.visible_agreements)


def _register_processes() -> None:
    from wijkaanzet.kernel import moves
    from wijkaanzet.networks import queries
    from wijkaanzet.networks.rules import agreements, joining, meetings

    moves.register(
        moves.Process(
            kind=meetings.PROCESS,
            states=meetings.MeetingStatus,
            final=meetings.FINAL,
            transitions=meetings.NEXT,
            move=meetings.move,
            standings=queries.standings,
        )
    )
    moves.register(
        moves.Process(
            kind=agreements.AGREEMENT,
            states=agreements.AgreementStatus,
            final=agreements.FINAL,
            transitions=agreements.NEXT,
            move=agreements.move,
            standings=queries.agreement_standings,
        )
    )
    moves.register(
        moves.Process(
            kind=joining.INVITATION,
            states=joining.InvitationStatus,
            final=joining.FINAL,
            transitions=joining.NEXT,
            move=joining.move,
            standings=queries.invitation_standings,
        )
    )
