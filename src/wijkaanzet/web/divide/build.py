"""The page on which a division is calculated: the sum as it comes out now, beside the frame and the year before."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries as budget
from wijkaanzet.budget.queries import Calculated
from wijkaanzet.budget.rules.division import CityAmount, CityKind
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.divide.start import Start
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import amount, readable
from wijkaanzet.web.pages.divide import Choice, DividePage, Outcome
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


def waiting_page(request: Request, *, year: int) -> DividePage:
    """There are no figures for this year yet."""
    return DividePage(year=year, figures_href=address(request, "figure-imports"))


def page(request: Request, start: Start, done: Calculated | None) -> DividePage:
    """The page with what comes out, when it could be calculated."""
    table = start.table
    return DividePage(
        year=start.year,
        figures_href=address(request, "figure-imports"),
        frame_href=address(request, "frame", year=start.year),
        table=f"{table.source}, {table.year}",
        fictional=table.fictional,
        tables=tuple(
            Choice(f"{one.source}, {one.year}", f"?cijfers={one.public_id}", current=one == table)
            for one in start.tables
        ),
        gone=tuple(readable(key).lower() for key in start.gone),
        outcome=_outcome(request, start, done) if done else None,
    )


def _outcome(request: Request, start: Start, done: Calculated) -> Outcome:
    words = of_year(request.municipality, start.year)
    result = done.result
    return Outcome(
        total_cents=result.total_cents,
        fits=_fits(start, done),
        short=_short(start, done),
        areas=_areas(start, done, words),
        city=_city(result.city, words),
        estimated=len(done.estimates),
    )


def _fits(start: Start, done: Calculated) -> Alert:
    """Whether this is precisely the frame of the council."""
    total, given = done.result.total_cents, sum(start.frame_cents.values())
    if not given:
        return Alert(text=_("The council has no frame for %(year)s yet.") % {"year": start.year})
    words = {"given": amount(given), "year": start.year, "rest": amount(abs(given - total))}
    if total == given:
        return Alert(text=_("This is precisely the frame of %(year)s: %(given)s.") % words, tone="good")
    if total < given:
        return Alert(text=_("The frame of %(year)s is %(given)s; %(rest)s is not divided yet.") % words)
    return Alert(text=_("The frame of %(year)s is %(given)s; this is %(rest)s too much.") % words, tone="problem")


def _short(start: Start, done: Calculated) -> str:
    """The same in a few words."""
    total, given = done.result.total_cents, sum(start.frame_cents.values())
    words = {"total": amount(total), "rest": amount(abs(given - total))}
    if not given:
        return _("Together %(total)s") % words
    if total == given:
        return _("Together %(total)s: precisely the frame") % words
    if total < given:
        return _("Together %(total)s: %(rest)s is not divided yet") % words
    return _("Together %(total)s: %(rest)s too much") % words


def _areas(start: Start, done: Calculated, words: Arrangement) -> MoneyTable:
    """Every area by name, with what it gets and what that differs from the year before."""
    earlier = _earlier(start)
    keys = list(done.result.areas[0].earmarks) if done.result.areas else []
    columns = [pot_name(words, key) for key in keys] if len(keys) > 1 else []
    differs = [_("Difference with %(year)s") % {"year": start.before.year}] if start.before else []
    by_name = sorted(done.result.areas, key=lambda area: (area.name, area.code))
    return MoneyTable(
        caption=_("What every neighbourhood gets in this calculation"),
        first=_("Neighbourhood"),
        columns=(*columns, _("Total"), *differs),
        rows=tuple(
            MoneyRow(
                label=area.name,
                cents=(
                    *(area.earmarks[key].cents for key in keys if columns),
                    area.cents,
                    *([area.cents - earlier.get(area.code, 0)] if start.before else []),
                ),
            )
            for area in by_name
        ),
    )


def _earlier(start: Start) -> Mapping[str, int]:
    """What each area got the year before, in cents by its code."""
    if start.before is None:
        return {}
    totals: dict[str, int] = {}
    for share in budget.all_shares(start.before):
        totals[share.area.code] = totals.get(share.area.code, 0) + share.amount_cents
    return totals


def _city(lines: tuple[CityAmount, ...], words: Arrangement) -> MoneyTable | None:
    if not lines:
        return None
    return MoneyTable(
        caption=_("What stays with the whole city in this calculation"),
        first=_("What for"),
        columns=(_("Amount"),),
        rows=tuple(
            MoneyRow(
                label=_("Share for the whole city") if line.kind is CityKind.SHARE else readable(line.key),
                cents=(line.cents,),
                note=pot_name(words, line.earmark),
            )
            for line in lines
        ),
    )
