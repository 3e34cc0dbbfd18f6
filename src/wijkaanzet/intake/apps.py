"""How Django knows this context."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "wijkaanzet.intake"
