"""Whether another answer is still to come, and when the first one was told."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("intake", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="more_to_come",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="entry",
            name="called_on",
            field=models.DateField(null=True),
        ),
    ]
