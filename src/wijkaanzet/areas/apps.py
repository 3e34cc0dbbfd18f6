"""How Django knows this context."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "wijkaanzet.areas"

    def ready(self) -> None:
        from wijkaanzet.areas import queries
        from wijkaanzet.kernel import subjects

        subjects.register("areas.division", label=queries.division_labels, visible=queries.visible_divisions)
