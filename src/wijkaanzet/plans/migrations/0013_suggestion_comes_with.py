"""With which edition a suggestion comes that was taken over, so that nobody reads too soon that it stands in the plan.

Of what was answered before, it is the first edition that was handed in after that day.
"""

from django.db import migrations, models


def first_after(apps, schema_editor):
    suggestions, editions = apps.get_model("plans", "Suggestion"), apps.get_model("plans", "Edition")
    for one in suggestions.objects.filter(status="answered").order_by("id"):
        own = editions.objects.filter(plan=one.plan_id).order_by("number")
        after = own.filter(submitted_on__gt=one.status_since).first()
        last = own.last()
        one.comes_with = after.number if after else last.number + 1 if last else 1
        one.save(update_fields=["comes_with"])


class Migration(migrations.Migration):
    dependencies = [("plans", "0012_who_answers_and_what_fell_away")]

    operations = [
        migrations.AddField(
            model_name="suggestion", name="comes_with", field=models.PositiveSmallIntegerField(null=True)
        ),
        migrations.RunPython(first_after, migrations.RunPython.noop, elidable=True),
    ]
