"""A division as a table to take away; sorted by name, safe from formulas, amounts in euros with a comma."""

from wijkaanzet.areas.models import Area
from wijkaanzet.budget import queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.kernel.money import plain_euros
from wijkaanzet.kernel.tables import csv_text


def lines_csv(run: AllocationRun, area: Area) -> str:
    """Every line of the sum of one area; the amounts add up to what it gets."""
    header = ("wijk", "jaar", "oormerk", "soort", "maatstaf", "eenheden", "centen_per_eenheid", "bedrag_euro")
    rows = [
        (
            area.name,
            run.year,
            line.earmark,
            line.kind,
            line.key,
            line.units,
            line.unit_price,
            plain_euros(line.amount_cents),
        )
        for line in queries.lines_of(run, area)
    ]
    return csv_text(header, rows)


def division_csv(run: AllocationRun) -> str:
    """What every area gets by earmark and component, and what stays with the city; together the whole total."""
    header = ("code", "wijk", "jaar", "oormerk", "onderdeel", "bedrag_euro")
    areas = [
        (share.area.code, share.area.name, run.year, share.earmark, share.component, plain_euros(share.amount_cents))
        for share in queries.all_shares(run)
    ]
    city = [
        ("", "hele stad", run.year, line.earmark, line.key, plain_euros(line.amount_cents))
        for line in queries.city_lines(run)
    ]
    return csv_text(header, [*areas, *city])
