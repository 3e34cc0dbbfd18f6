"""Postings are not emptied or replaced either."""

from django.db import migrations

from wijkaanzet.kernel.append_only import guard_holes


class Migration(migrations.Migration):
    dependencies = (("budget", "0005_estimates"),)
    operations = (guard_holes("budget_posting"),)
