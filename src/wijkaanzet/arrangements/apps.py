"""The app of what municipalities chose; makes its one kind of subject known."""

from collections.abc import Collection, Mapping

from django.apps import AppConfig

from wijkaanzet.kernel.actors import Actor


class ArrangementsConfig(AppConfig):
    """Arrangements: names, functions, themes, cadence and who decides, per municipality and period."""

    name = "wijkaanzet.arrangements"

    def ready(self) -> None:
        """Register the subject kind; the imports wait until the tables are loaded."""
        from wijkaanzet.arrangements import operations, queries
        from wijkaanzet.kernel import subjects

        def label(ids: Collection[int], viewer: Actor) -> Mapping[int, str]:
            return queries.names(ids)

        def visible(actor: Actor, ids: Collection[int]) -> set[int]:
            return set(ids)  # what a municipality chose is public

        subjects.register(operations.KIND, label=label, visible=visible)
