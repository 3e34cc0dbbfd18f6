"""Foreign keys follow the floors: an import contract does not see "budget.Line" between quotation marks."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from tests.architecture import floors, tables
from tests.architecture.source import Finding, verdict

RULE = """A foreign key points to a floor below, like an import.

Turn it round (the higher table points to the lower one), or store an opaque subject (kind, id).
Its owner registers the kind in kernel.subjects.
The user table is the exception: Django's setting AUTH_USER_MODEL points to it from every floor.
"""


def upward(found: Iterable[tables.Table]) -> Iterator[Finding]:
    for model in found:
        for field in model._meta.local_fields + model._meta.local_many_to_many:
            target = field.related_model
            if not isinstance(target, type) or target._meta.label == settings.AUTH_USER_MODEL:
                continue
            here, there = model._meta.app_label, target._meta.app_label
            if there in floors.heights() and not floors.may_use(here, there):
                yield tables.finding(model, f"points up or sideways to {target._meta.label}", field.name)


def test_house_keeps():
    verdict("foreign_keys", RULE, upward(tables.ours()))


def test_every_app_of_ours_has_a_floor():
    assert {model._meta.app_label for model in tables.ours()} <= floors.heights().keys()


@isolate_apps()
def test_planted_key_that_points_up_is_caught():
    class Line(models.Model):
        class Meta:
            app_label = "budget"

    class Area(models.Model):
        line = models.ForeignKey("budget.Line", on_delete=models.PROTECT)
        parent = models.ForeignKey("self", on_delete=models.PROTECT)

        class Meta:
            app_label = "areas"

    assert [(found.path, found.name) for found in upward([Line, Area])] == [("areas.Area", "line")]


@isolate_apps()
def test_planted_key_that_points_sideways_is_caught():
    class Theory(models.Model):
        class Meta:
            app_label = "theory"

    class Line(models.Model):
        theories = models.ManyToManyField(Theory)

        class Meta:
            app_label = "budget"

    assert [found.name for found in upward([Theory, Line])] == ["theories"]


@isolate_apps()
def test_clean_key_that_points_down_passes():
    class Area(models.Model):
        class Meta:
            app_label = "areas"

    class Line(models.Model):
        area = models.ForeignKey(Area, on_delete=models.PROTECT)

        class Meta:
            app_label = "budget"

    assert not list(upward([Area, Line]))
