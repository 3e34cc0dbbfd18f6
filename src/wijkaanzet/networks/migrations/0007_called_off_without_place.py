"""The place of a meeting that was called off is not kept."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forget_places(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Nobody goes to the place of a meeting that was called off, and it may be somebody's home."""
    apps.get_model("networks", "Meeting").objects.filter(status="cancelled").update(place="")


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0006_member_of_several_invitations"),
    ]

    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="place",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.RunPython(forget_places, migrations.RunPython.noop),
    ]
