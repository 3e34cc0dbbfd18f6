"""How Django knows this context."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "wijkaanzet.decisions"
