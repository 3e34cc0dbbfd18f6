"""How Django knows this context."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "wijkaanzet.people"

    def ready(self) -> None:
        from wijkaanzet.kernel import open_moves, outbox, subjects
        from wijkaanzet.people import operations, queries, rules

        open_moves.register_paid_roles(frozenset(role.value for role in rules.PAID))
        for kind in (operations.ROLE_GIVEN, operations.ROLE_ENDED, operations.ROLE_TAKEN_BACK):
            outbox.register(kind)
        for kind in (operations.STANDS_IN, operations.REPLACED):
            outbox.register(kind)
        subjects.register("people.membership", label=queries.membership_labels, visible=queries.visible_memberships)
        subjects.register("people.stand_in", label=queries.stand_in_labels, visible=queries.visible_stand_ins)
        subjects.register("people.organisation", label=queries.organisation_labels, visible=queries.all_visible)
        subjects.register("people.body", label=queries.body_labels, visible=queries.all_visible)
        subjects.register("people.desk", label=queries.desk_labels, visible=queries.all_visible)
        subjects.register("people.account", label=queries.account_labels, visible=queries.own_account)
