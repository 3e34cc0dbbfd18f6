"""Every decision gets a short public id for its address."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from wijkaanzet.kernel import public_ids


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give the decisions that are there an id each."""
    for decision in apps.get_model("decisions", "Decision").objects.filter(public_id=None):
        decision.public_id = public_ids.new()
        decision.save(update_fields=["public_id"])


class Migration(migrations.Migration):
    dependencies = (("decisions", "0002_initial"),)
    operations = (
        migrations.AddField("decision", "public_id", models.CharField(max_length=12, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "decision",
            "public_id",
            models.CharField(default=public_ids.new, editable=False, max_length=12, unique=True),
        ),
    )
