"""Since when nobody of an organisation that was asked by account has one."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0005_contribution_taken_out"),
    ]

    operations = [
        migrations.AddField(
            model_name="contribution",
            name="no_account_since",
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=Q(no_account_since__isnull=True) | Q(bringer="organisation", code_hash=""),
                name="no_account_of_who_was_asked_by_account",
            ),
        ),
    ]
