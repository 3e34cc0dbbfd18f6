"""How Django knows this context."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "wijkaanzet.demo"
