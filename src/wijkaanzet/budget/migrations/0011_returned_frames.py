"""A frame that the council sent back stood as a draft before; now it stands as returned, and is prepared again."""

from django.db import migrations


def mark_returned(apps, schema_editor):
    """Of the drafts those that were returned and not prepared again since; the log knows which.

    Both the return and a new draft were logged as a draft: the first after the decision is the return itself.
    """
    decisions, log = apps.get_model("decisions", "Decision"), apps.get_model("kernel", "AuditEntry")
    for frame in apps.get_model("budget", "BudgetFrame").objects.filter(status="draft"):
        sent_back = decisions.objects.filter(subject_kind="budget.frame", subject_id=frame.pk, outcome="returned")
        decision = sent_back.order_by("pk").last()
        if decision is None:
            continue
        done = log.objects.filter(result="done").order_by("pk")
        decided = done.filter(subject_kind="decisions.decision", subject_id=decision.pk).first()
        since = done.filter(subject_kind="budget.frame", subject_id=frame.pk, pk__gt=decided.pk if decided else 0)
        if list(since.values_list("action", flat=True)) == ["budget.frame.draft"]:
            frame.status = "returned"
            frame.save(update_fields=["status"])


class Migration(migrations.Migration):
    dependencies = [
        ("budget", "0010_frame_can_be_returned"),
        ("decisions", "0004_advice_and_notices"),
        ("kernel", "0004_no_replace"),
    ]

    operations = [migrations.RunPython(mark_returned, migrations.RunPython.noop)]
