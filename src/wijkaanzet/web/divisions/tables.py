"""A division as tables: by area in the order of their names, and by earmark beside the frame and other variants."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.divisions.words import variant
from wijkaanzet.web.http import Request
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.tenancy import address

Totals = Mapping[int, Mapping[str, int]]
"""Cents by area id and earmark."""


def by_area(
    request: Request, run: AllocationRun, areas: Sequence[Area], totals: Totals, arrangement: Arrangement
) -> MoneyTable:
    """What every area gets, with the difference with the division before; a link to the sum once it is decided."""
    before = queries.last_decided(run.division, before=run.year)
    earlier = _sums(queries.totals_by_area(before)) if before else {}
    earmarks = _earmarks(totals, arrangement)
    split = earmarks if len(earmarks) > 1 else []  # with one earmark its column would repeat the total
    differs = [_("Difference with %(year)s") % {"year": before.year}] if before else []
    sums = _sums(totals)
    return MoneyTable(
        caption=_("What every neighbourhood gets"),
        caption_hidden=True,
        first=_("Neighbourhood"),
        columns=(*(pot_name(arrangement, key) for key in split), _("Total"), *differs),
        rows=tuple(
            MoneyRow(
                label=area.name,
                cents=(
                    *(totals[area.id].get(key, 0) for key in split),
                    sums[area.id],
                    *([_difference(sums[area.id], earlier.get(area.id))] if before else []),
                ),
                href=address(request, "why", slug=area.slug, year=run.year) if run.decision_id else "",
            )
            for area in areas
        ),
    )


def compared(run: AllocationRun, other: AllocationRun, areas: Sequence[Area], totals: Totals) -> MoneyTable:
    """Two variants of one year, area by area, with the difference between them."""
    own, others = _sums(totals), _sums(queries.totals_by_area(other))
    return MoneyTable(
        caption=_("This division beside %(other)s") % {"other": variant(other)},
        first=_("Neighbourhood"),
        columns=(_("This division"), _("The other variant"), _("Difference")),
        rows=tuple(
            MoneyRow(
                label=area.name,
                cents=(own[area.id], others.get(area.id), _difference(own[area.id], others.get(area.id))),
            )
            for area in areas
        ),
    )


def by_earmark(run: AllocationRun, variants: Sequence[AllocationRun], arrangement: Arrangement) -> MoneyTable:
    """What goes to each earmark, city and areas together, beside the frame and other variants."""
    totals = queries.totals_by_earmark([run, *variants])
    frame = queries.decided_frame_cents(run.municipality, run.year)
    keys = _earmarks({**totals, 0: frame}, arrangement)
    columns = [(_("This division"), totals[run.id])]
    columns += [(_("Frame of the council"), frame)] if frame else []
    columns += [(variant(other), totals[other.id]) for other in variants]
    return MoneyTable(
        caption=_("The money of %(year)s by earmark") % {"year": run.year},
        caption_hidden=True,
        first=_("Earmark"),
        columns=tuple(label for label, _cents in columns),
        rows=tuple(
            MoneyRow(label=pot_name(arrangement, key), cents=tuple(cents.get(key) for _label, cents in columns))
            for key in keys
        ),
    )


def _sums(totals: Totals) -> dict[int, int]:
    return {area_id: sum(amounts.values()) for area_id, amounts in totals.items()}


def _difference(cents: int, other: int | None) -> int | None:
    return None if other is None else cents - other


def _earmarks(totals: Totals, arrangement: Arrangement) -> list[str]:
    """The earmarks that got money, in the order in which the arrangement names them."""
    found = {key for amounts in totals.values() for key in amounts}
    known = [key for key in arrangement.earmarks if key in found]
    return known + sorted(found - set(known))
