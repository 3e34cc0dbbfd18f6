"""How Django knows this context."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "wijkaanzet.kernel"
