"""What a page of an imported table shows of its file, so that the file need not be read for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("scans", "0002_figures_in_full")]

    operations = [
        migrations.AddField("figureimport", "rows", models.PositiveIntegerField(null=True)),
        migrations.AddField("figureimport", "sample", models.JSONField(default=list)),
    ]
