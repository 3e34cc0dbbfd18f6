"""How Django knows this context."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "wijkaanzet.web"
