"""A year whose plan was adopted waits until everybody may know that."""

from datetime import date

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def wait_until_known(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The plan is open again of years that went on before a decision was made known; that lets them go on as before."""
    years, editions = apps.get_model("cycle", "AreaYear"), apps.get_model("plans", "Edition")
    decisions = apps.get_model("decisions", "Decision").objects.filter(subject_kind="plans.edition", status="published")
    known = editions.objects.filter(status="adopted", pk__in=decisions.values("subject_id"))
    for year in years.objects.filter(status="planned", network_starts_on__isnull=False).order_by("pk"):
        here = known.filter(plan__network__body__area=year.area_id, plan__starts_on__year__lte=year.year)
        if not here.filter(plan__ends_before__gt=date(year.year, 1, 1)).exists():
            year.status = "plan_opened"
            year.save(update_fields=["status"])


class Migration(migrations.Migration):
    dependencies = [
        ("cycle", "0003_messages"),
        ("decisions", "0005_plan_step"),
        ("plans", "0011_looked_back_on"),
    ]

    operations = [
        migrations.RunPython(wait_until_known, migrations.RunPython.noop),
    ]
