"""Which part of the money of an area is asked, whom is asked, and when a later answer is asked again."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_account_name_whatever_capitals"),
        ("plans", "0006_contribution_no_account_since"),
    ]

    operations = [
        migrations.AddField(
            model_name="ask",
            name="again_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="ask",
            name="organisation",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.organisation"
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="earmark",
            field=models.SlugField(blank=True, max_length=40),
        ),
        migrations.AddConstraint(
            model_name="ask",
            constraint=models.CheckConstraint(
                condition=Q(again_on__isnull=True) | Q(kind="later"), name="asked_again_when_later"
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=Q(earmark="") | Q(from_area_money=True), name="earmark_of_the_money_of_the_area"
            ),
        ),
    ]
