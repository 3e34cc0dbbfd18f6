"""When a network last looked back at its plan, so that the day of a priority comes up until people did.

Of plans that are there it is the day in the log; what an adopted plan waits for comes up on the first such day.
Whose move that is `verify_moves --repair` writes down.
"""

from django.db import migrations, models
from django.utils.timezone import localdate


def as_the_log_says(apps, schema_editor):
    plans, log = apps.get_model("plans", "Plan"), apps.get_model("kernel", "AuditEntry")
    looked = log.objects.filter(subject_kind="plans.plan", action="plans.plan.looked_back", result="done")
    for plan_id, at in looked.order_by("at", "id").values_list("subject_id", "at"):
        plans.objects.filter(pk=plan_id).update(looked_back_on=localdate(at))
    for plan in plans.objects.filter(status="adopted", look_again_on__isnull=False).order_by("id"):
        wanted = plan.priorities.filter(dropped_on__isnull=True, look_back_on__lt=plan.look_again_on)
        if plan.looked_back_on:
            wanted = wanted.filter(look_back_on__gt=plan.looked_back_on)
        first = wanted.order_by("look_back_on", "id").first()
        if first is not None:
            plan.look_again_on = first.look_back_on
            plan.save(update_fields=["look_again_on"])


class Migration(migrations.Migration):
    dependencies = [("kernel", "0006_sentform"), ("plans", "0010_asked_again")]

    operations = [
        migrations.AddField(model_name="plan", name="looked_back_on", field=models.DateField(null=True)),
        migrations.RunPython(as_the_log_says, migrations.RunPython.noop, elidable=True),
    ]
