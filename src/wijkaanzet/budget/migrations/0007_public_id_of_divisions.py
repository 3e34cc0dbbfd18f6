"""Every division gets a short public id for its address; new states, and one division of a year on its way."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from wijkaanzet.kernel import public_ids


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give the divisions that are there an id each."""
    for run in apps.get_model("budget", "AllocationRun").objects.filter(public_id=None):
        run.public_id = public_ids.new()
        run.save(update_fields=["public_id"])


class Migration(migrations.Migration):
    dependencies = (("budget", "0006_no_replace"),)
    operations = (
        migrations.AddField("allocationrun", "public_id", models.CharField(max_length=12, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "allocationrun",
            "public_id",
            models.CharField(default=public_ids.new, editable=False, max_length=12, unique=True),
        ),
    )
