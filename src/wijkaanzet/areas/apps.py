"""How Django knows this context."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "wijkaanzet.areas"
