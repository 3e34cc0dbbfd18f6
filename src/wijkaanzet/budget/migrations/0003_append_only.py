"""Postings are only added."""

from django.db import migrations

from wijkaanzet.kernel.append_only import guard


class Migration(migrations.Migration):
    dependencies = (("budget", "0002_initial"),)
    operations = (guard("budget_posting"),)
