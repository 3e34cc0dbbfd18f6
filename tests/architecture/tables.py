"""Our tables as Django knows them, for the gates that look at models instead of at files."""

from django.apps import apps
from django.db import models

from tests.architecture.source import Finding

Table = type[models.Model]


def ours() -> list[Table]:
    """Every table of the product, those of packages left out."""
    found = [model for model in apps.get_models(include_auto_created=True) if _app(model)]
    return sorted(found, key=lambda model: model._meta.label)


def _app(model: Table) -> bool:
    config = apps.get_app_config(model._meta.app_label)
    return config.name.startswith("wijkaanzet.")


def finding(model: Table, what: str, field: str = "") -> Finding:
    label = model._meta.label
    return Finding(label, 0, f"{field}: {what}" if field else what, field)
