"""How Django knows this context."""

from django.apps import AppConfig


class CycleConfig(AppConfig):
    name = "wijkaanzet.cycle"
