"""Every table belongs to one municipality, by a path that it declares itself."""

from collections.abc import Iterable, Iterator

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.test.utils import isolate_apps

from tests.architecture import tables
from tests.architecture.source import Finding, verdict

RULE = """Every table reaches kernel.Municipality by one declared path without a gap: municipalities stay apart.

Write `tenant_path = "area__division__municipality"` in the model; every step is a foreign key that is never empty.
A table that belongs to nobody in particular (users, published statistics, the audit log) stands with its reason under
[tool.wijkaanzet.gates.tenancy] in pyproject.toml.
"""
TENANT = "kernel.Municipality"


def astray(found: Iterable[tables.Table]) -> Iterator[Finding]:
    for model in found:
        if model._meta.label == TENANT:
            continue
        path = getattr(model, "tenant_path", "")
        if not path:
            yield tables.finding(model, "declares no tenant_path")
        elif problem := _walk(model, path):
            yield tables.finding(model, problem)


def _walk(model: tables.Table, path: str) -> str:
    """What is wrong with a path; "" when every step holds and it ends at the municipality."""
    here = model
    for step in path.split("__"):
        try:
            field = here._meta.get_field(step)
        except FieldDoesNotExist:
            return f"{path}: {here._meta.label} has no field {step}"
        if not isinstance(field, models.ForeignKey) or not isinstance(field.related_model, type):
            return f"{path}: {step} is no foreign key"
        if field.null:
            return f"{path}: {step} may be empty"
        here = field.related_model
    return "" if here._meta.label == TENANT else f"{path}: ends at {here._meta.label}"


def test_house_keeps():
    verdict("tenancy", RULE, astray(tables.ours()))


@isolate_apps()
def test_planted_paths_are_caught():
    class Municipality(models.Model):
        class Meta:
            app_label = "kernel"

    class Loose(models.Model):
        class Meta:
            app_label = "areas"

    class Gap(models.Model):
        tenant_path = "municipality"
        municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True)

        class Meta:
            app_label = "areas"

    class Short(models.Model):
        tenant_path = "gap"
        gap = models.ForeignKey(Gap, on_delete=models.PROTECT)

        class Meta:
            app_label = "areas"

    class Unknown(models.Model):
        tenant_path = "town"

        class Meta:
            app_label = "areas"

    found = {finding.path: finding.what for finding in astray([Municipality, Loose, Gap, Short, Unknown])}
    assert found == {
        "areas.Loose": "declares no tenant_path",
        "areas.Gap": "municipality: municipality may be empty",
        "areas.Short": "gap: ends at areas.Gap",
        "areas.Unknown": "town: areas.Unknown has no field town",
    }


@isolate_apps()
def test_clean_path_of_two_steps_passes():
    class Municipality(models.Model):
        tenant_path = ""

        class Meta:
            app_label = "kernel"

    class Division(models.Model):
        tenant_path = "municipality"
        municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)

        class Meta:
            app_label = "areas"

    class Area(models.Model):
        tenant_path = "division__municipality"
        division = models.ForeignKey(Division, on_delete=models.PROTECT)

        class Meta:
            app_label = "areas"

    assert not list(astray([Municipality, Division, Area]))
