"""How Django knows this context."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "wijkaanzet.stories"
