"""When a contribution was asked; of those that are there the day of their state is the nearest that is known."""

from django.db import migrations, models
from django.db.models import F


def as_far_as_known(apps, schema_editor):
    contributions = apps.get_model("plans", "Contribution")
    contributions.objects.filter(asked_on__isnull=True).update(asked_on=F("status_since"))


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0002_tools"),
    ]

    operations = [
        migrations.AddField(
            model_name="contribution",
            name="asked_on",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(as_far_as_known, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="contribution",
            name="asked_on",
            field=models.DateField(),
        ),
    ]
