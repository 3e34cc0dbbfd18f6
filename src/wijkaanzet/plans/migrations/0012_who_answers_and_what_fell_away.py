"""A question to an organisation that is known here is answered by whoever has an account there, while anybody has one.

Of questions that are there nothing is known yet: `follow_accounts` says where nobody has an account, and after that
`verify_moves --repair` gives the others to who is asked. And: what somebody took back that stands in a plan, with when
who keeps the plan looked at it.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("plans", "0011_looked_back_on")]

    operations = [
        migrations.AddField(model_name="ask", name="no_account_since", field=models.DateField(null=True)),
        migrations.AddConstraint(
            model_name="ask",
            constraint=models.CheckConstraint(
                condition=Q(no_account_since__isnull=True) | Q(organisation__isnull=False),
                name="no_account_of_a_known_organisation",
            ),
        ),
        migrations.AddField(model_name="contribution", name="fell_away_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="contribution", name="looked_at_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="contribution",
            name="looked_at_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="contribution", name="goes_on_because", field=models.CharField(blank=True, max_length=300)
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=Q(fell_away_on__isnull=True) | Q(status="withdrawn", taken_out=False, answered_with__gt=""),
                name="only_what_was_taken_back_falls_away",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=Q(looked_at_on__isnull=True, looked_at_by__isnull=True, goes_on_because="")
                | Q(fell_away_on__isnull=False, looked_at_on__isnull=False),
                name="looked_at_what_fell_away",
            ),
        ),
    ]
