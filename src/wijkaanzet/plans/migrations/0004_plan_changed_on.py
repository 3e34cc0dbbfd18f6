"""When somebody last changed what a plan says; of those that are there its texts and its state tell that best."""

from django.db import migrations, models
from django.db.models import Max
from django.utils.timezone import localdate


def as_far_as_known(apps, schema_editor):
    plans = apps.get_model("plans", "Plan").objects.annotate(written_at=Max("sections__versions__written_at"))
    for plan in plans.filter(changed_on__isnull=True):
        written_on = localdate(plan.written_at) if plan.written_at else plan.begun_on
        plan.changed_on = max(plan.status_since, written_on)
        plan.save(update_fields=["changed_on"])


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0003_contribution_asked_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="changed_on",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(as_far_as_known, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="plan",
            name="changed_on",
            field=models.DateField(),
        ),
    ]
