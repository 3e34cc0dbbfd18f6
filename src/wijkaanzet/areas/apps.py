"""How Django knows this context."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "wijkaanzet.areas"

    def ready(self) -> None:
        from wijkaanzet.areas import queries
        from wijkaanzet.kernel import subjects

        subjects.register("areas.division", label=queries.division_labels, visible=queries.all_visible)
        subjects.register("areas.concordance", label=queries.concordance_labels, visible=queries.all_visible)
        subjects.register("areas.place", label=queries.place_labels, visible=queries.all_visible)
