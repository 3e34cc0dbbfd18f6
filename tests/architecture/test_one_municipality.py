"""What a row points to lies in the municipality of the row, along whichever foreign keys one gets there."""

from collections.abc import Iterable, Iterator

import pytest
from django.db import models, transaction
from django.db.models import F
from pytest_django import DjangoDbBlocker

from tests.architecture import tables
from tests.architecture.source import Finding, verdict
from tests.web.world import World, build_world
from wijkaanzet.areas.models import Area
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import Role

RULE = """Two ways from a row to a municipality end at the same one: else one municipality shows up in another.

Check it in the operation that makes the row (Refused("other_tenant")), and where two keys always go together, in a
constraint. A path that may differ stands with its reason under [tool.wijkaanzet.gates.one_municipality].
"""
TENANT = "kernel.Municipality"
FURTHEST = 3


def paths(model: tables.Table, *, steps: int = FURTHEST) -> Iterator[str]:
    """Every way along at most so many foreign keys from a table to the municipality."""
    if steps == 0:
        return
    for field in model._meta.local_fields:
        if not isinstance(field, models.ForeignKey) or not isinstance(field.related_model, type):
            continue
        if field.related_model._meta.label == TENANT:
            yield field.name
        for rest in paths(field.related_model, steps=steps - 1):
            yield f"{field.name}__{rest}"


def divided(found: Iterable[tables.Table]) -> Iterator[Finding]:
    for model in found:
        own = getattr(model, "tenant_path", "")
        for path in paths(model) if own else ():
            rows = model._base_manager.filter(**{f"{path}__isnull": False}).exclude(**{path: F(own)})
            if path != own and (number := rows.count()):
                yield tables.finding(model, f"{number} rows lead to another municipality than {own}", path)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Built once; each test undoes what it writes."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_all_rows_of_the_demo_agree(world: World):
    assert any(len(list(paths(model))) > 2 for model in tables.ours())
    verdict("one_municipality", RULE, divided(tables.ours()))


@pytest.mark.django_db
def test_planted_role_in_an_area_of_elsewhere_is_caught(world: World):
    role = Membership.objects.filter(user=world.here[Role.AREA_MANAGER])
    role.update(area=Area.objects.exclude(division__municipality=role.get().municipality).order_by("pk")[0])
    assert {(finding.path, finding.name) for finding in divided(tables.ours())} == {
        ("people.Membership", "area__division__municipality")
    }
