"""The audit log and its seals are only added to."""

from django.db import migrations

from wijkaanzet.kernel.append_only import guard


class Migration(migrations.Migration):
    dependencies = (("kernel", "0002_initial"),)
    operations = (guard("kernel_auditentry"), guard("kernel_auditseal"))
