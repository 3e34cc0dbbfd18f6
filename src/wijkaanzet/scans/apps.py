"""How Django knows this context."""

from django.apps import AppConfig


class ScansConfig(AppConfig):
    name = "wijkaanzet.scans"
