"""A third sheet that a network fills in together: what is meant by words."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_money_line_and_asks")]

    operations = [
        migrations.AlterField(
            model_name="toolsheet",
            name="kind",
            field=models.CharField(
                choices=[("staircase", "staircase"), ("spheres", "spheres"), ("words", "words")], max_length=10
            ),
        ),
    ]
