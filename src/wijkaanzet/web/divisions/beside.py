"""A division beside the other variants of its year, as far as somebody may see them."""

from collections.abc import Sequence
from datetime import date

from django.shortcuts import get_object_or_404

from wijkaanzet.areas.models import Area
from wijkaanzet.budget import access, queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.web.divisions import tables, words
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.divisions import Beside
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.words import of_year

AT_ONCE = 3
"""So many of the newest variants stand beside a division; more columns nobody reads."""


def beside(
    request: Request, run: AllocationRun, areas: Sequence[Area], totals: tables.Totals, *, today: date
) -> Beside:
    """The totals by earmark, and area by area the variant that the address asks for."""
    seen = access.visible_runs(actor_of(request), request.municipality, on=today)
    variants = queries.variants_of(run, seen)
    shown, pagination = page(request, variants)
    asked = request.GET.get("met")
    other = get_object_or_404(variants, public_id=asked) if asked else None
    arrangement = of_year(run.municipality, run.year)
    return Beside(
        totals=tables.by_earmark(run, list(variants[:AT_ONCE]), arrangement),
        others=tuple(Action(label=words.variant(one), href=f"?met={one.public_id}#beside") for one in shown),
        pagination=pagination,
        areas=tables.compared(run, other, areas, totals) if other else None,
    )
