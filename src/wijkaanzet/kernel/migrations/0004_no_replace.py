"""The audit log and its seals are not emptied or replaced either."""

from django.db import migrations

from wijkaanzet.kernel.append_only import guard_holes


class Migration(migrations.Migration):
    dependencies = (("kernel", "0003_append_only"),)
    operations = (
        guard_holes("kernel_auditentry"),
        guard_holes("kernel_auditseal", unique=("id", "last_id", "previous_id")),
    )
