"""Columns that hold money are whole cents in 64 bits, and say so in their name."""

from collections.abc import Iterable, Iterator

from django.db import models
from django.test.utils import isolate_apps

from tests.architecture import tables
from tests.architecture.gates.money import MONEY
from tests.architecture.names import is_cents
from tests.architecture.source import Finding, verdict

RULE = """A column that holds money is a BigIntegerField whose name is `cents` or ends on `_cents`.

On SQLite a DecimalField is a float: three rows of 0.10 add up to 0.30000000000000004. A share is a fraction: two whole
numbers, or text such as "2/5" that a rule reads.
"""
NUMBERS = (models.IntegerField, models.FloatField, models.DecimalField)


def loose(found: Iterable[tables.Table]) -> Iterator[Finding]:
    for model in found:
        for field in model._meta.local_fields:
            words = set(field.name.lower().split("_"))
            if isinstance(field, models.FloatField):
                yield tables.finding(model, "is a FloatField", field.name)
            elif is_cents(field.name) and type(field) is not models.BigIntegerField:
                yield tables.finding(model, "holds cents: make it a BigIntegerField", field.name)
            elif isinstance(field, NUMBERS) and not is_cents(field.name) and words & set(MONEY):
                yield tables.finding(model, "holds money: end the name on _cents", field.name)


def test_house_keeps():
    verdict("money_fields", RULE, loose(tables.ours()))


@isolate_apps()
def test_planted_columns_are_caught_and_clean_ones_pass():
    class Line(models.Model):
        share = models.FloatField()
        total_cents = models.IntegerField()
        amount = models.BigIntegerField()
        price = models.DecimalField(max_digits=9, decimal_places=2)
        balance_cents = models.BigIntegerField()
        cents = models.BigIntegerField()
        budget_line = models.ForeignKey("self", on_delete=models.PROTECT)
        inhabitants = models.IntegerField()

        class Meta:
            app_label = "budget"

    assert [finding.name for finding in loose([Line])] == ["share", "total_cents", "amount", "price"]
