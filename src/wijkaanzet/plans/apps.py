"""How Django knows this context."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "wijkaanzet.plans"
