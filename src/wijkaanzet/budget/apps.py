"""How Django knows this context."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "wijkaanzet.budget"
