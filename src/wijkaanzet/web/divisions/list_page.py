"""From rows to the list of divisions by year."""

from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from wijkaanzet.budget import access, queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle.queries import years_to_divide
from wijkaanzet.scans.access import may_see_imports
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.divisions import words
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.divisions import DivisionRow, DivisionsOfYear, DivisionsPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.cards import Empty
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


def divisions_page(request: Request, *, today: date) -> DivisionsPage:
    """Every division that this person may see, by year; with what a policy officer can begin."""
    runs = access.visible_runs(actor_of(request), request.municipality, on=today)
    shown, pagination = page(request, queries.newest_first(runs))
    frames = queries.frame_totals(request.municipality, {run.year for run in shown})
    return DivisionsPage(
        years=tuple(
            DivisionsOfYear(year=year, rows=tuple(_row(request, run, frames.get(year), today=today) for run in own))
            for year, own in groupby(shown, key=lambda run: run.year)
        ),
        pagination=pagination,
        actions=_actions(request, today=today),
        empty=None if shown else _empty(),
        fictional=any(run.figures_fictional for run in shown),
    )


def _row(request: Request, run: AllocationRun, frame_cents: int | None, *, today: date) -> DivisionRow:
    return DivisionRow(
        title=run.name,
        href=address(request, "division-run", public_id=run.public_id),
        badge=words.badge(run),
        since=run.status_since,
        total_cents=run.total_cents,
        fits=words.fits(run.total_cents, frame_cents, run.year),
        decision=note(request, run.decision, today=today),
    )


def _actions(request: Request, *, today: date) -> tuple[Action, ...]:
    """For who prepares, a new division and the frame of every year that is not divided yet; and the way to figures."""
    _arrangement, division = division_now(request.municipality, today=today)
    prepares = division is not None and access.may_prepare(actor_of(request), request.municipality, on=today)
    years = years_to_divide(division) if division is not None and prepares else ()
    return (*(action for year in years for action in _of_year(request, year)), *_figures(request, today=today))


def _figures(request: Request, *, today: date) -> tuple[Action, ...]:
    """Where tables of figures came in, and are taken back: also when nothing there waits for anybody."""
    if not may_see_imports(actor_of(request), request.municipality, on=today):
        return ()
    return (Action(label=_("Tables with figures"), href=address(request, "figure-imports"), kind="secondary"),)


def _of_year(request: Request, year: int) -> tuple[Action, ...]:
    words = {"year": year}
    new = Action(label=_("New division of %(year)s") % words, href=address(request, "division-new", year=year))
    frame = address(request, "frame", year=year)
    return new, Action(label=_("Frame of %(year)s") % words, href=frame, kind="secondary")


def _empty() -> Empty:
    return Empty(
        title=_("Nothing has been divided yet"),
        text=_("As soon as the money of a year is divided, you see here how that was done."),
    )
