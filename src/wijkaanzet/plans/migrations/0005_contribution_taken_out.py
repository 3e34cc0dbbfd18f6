"""Whether a network took a promise out of its plan while the yes stands."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0004_plan_changed_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="contribution",
            name="taken_out",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=Q(taken_out=False) | Q(status="withdrawn", answered_with__gt=""),
                name="only_a_promise_is_taken_out",
            ),
        ),
    ]
