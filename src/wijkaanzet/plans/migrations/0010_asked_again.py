"""What is answered with "later" is asked again, and each question to others knows on which day it was asked.

Of questions that are there, the day of their state is the nearest that is known. What was answered with "later" before
has no day yet: it is the policy officer's move again at once, as `verify_moves --repair` writes down.
"""

from django.db import migrations, models
from django.db.models import F, Q


def as_far_as_known(apps, schema_editor):
    asks = apps.get_model("plans", "Ask")
    asks.objects.filter(asked_on__isnull=True).update(asked_on=F("status_since"))


def put_off(apps, schema_editor):
    apps.get_model("plans", "Ask").objects.filter(status="answered", kind="later").update(status="later")


def answered(apps, schema_editor):
    apps.get_model("plans", "Ask").objects.filter(status="later").update(status="answered")


class Migration(migrations.Migration):
    dependencies = [("plans", "0008_sheet_of_words")]

    operations = [
        migrations.AddField(model_name="ask", name="asked_on", field=models.DateField(null=True)),
        migrations.RunPython(as_far_as_known, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(model_name="ask", name="asked_on", field=models.DateField()),
        migrations.AlterField(
            model_name="ask",
            name="status",
            field=models.CharField(
                choices=[("asked", "asked"), ("later", "later"), ("answered", "answered")], max_length=8
            ),
        ),
        migrations.RemoveConstraint(model_name="ask", name="asked_again_when_later"),
        migrations.RemoveConstraint(model_name="ask", name="ask_answered_in_full"),
        migrations.RunPython(put_off, answered, elidable=True),
        migrations.AddConstraint(
            model_name="ask",
            constraint=models.CheckConstraint(
                condition=Q(again_on__isnull=True) | Q(status="later"), name="asked_again_when_later"
            ),
        ),
        migrations.AddConstraint(
            model_name="ask",
            constraint=models.CheckConstraint(
                condition=Q(status="asked", kind="", answer="")
                | Q(status="later", kind="later", answer__gt="")
                | Q(status="answered", kind__in=["yes", "partly", "no"], answer__gt=""),
                name="ask_answered_in_full",
            ),
        ),
    ]
