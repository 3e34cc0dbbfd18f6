"""The clerk of the body that divides records what it decided: everything it decided on stands above the form."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.budget import queries
from wijkaanzet.budget.access import visible_runs
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.decisions.access import records_for
from wijkaanzet.decisions.queries import advice_on
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body
from wijkaanzet.web.budget.city_table import for_the_city
from wijkaanzet.web.decisions.advice import advice_given
from wijkaanzet.web.decisions.owners import OWNERS
from wijkaanzet.web.decisions.record import Matter, record
from wijkaanzet.web.divisions import tables, words
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.recording import RecordPage
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: Request, public_id: str) -> HttpResponse:
    """For that clerk only. A division that does not lie before the body (any more) says so."""
    today, actor = clock.today(), actor_of(request)
    run = get_object_or_404(visible_runs(actor, request.municipality, on=today), public_id=public_id)
    body = queries.deciding_body(run, on=today)
    if not records_for(actor, body, on=today):
        raise Http404
    if run.status != RunStatus.PROPOSED and request.method != "POST":
        raise Refused("wrong_state", status=run.status, wanted=RunStatus.DECIDED)
    decide_division = OWNERS[PROCESS]
    return record(
        request,
        Matter(
            subject=Subject(PROCESS, run.id),
            step=Step.CITY_AREA,
            body=body,
            decide=lambda minutes, actor, at: decide_division(run, minutes=minutes, actor=actor, at=at),
            page=_page(request, run, body),
        ),
    )


def _page(request: Request, run: AllocationRun, body: Body) -> RecordPage:
    arrangement = of_year(run.municipality, run.year)
    totals = queries.totals_by_area(run)
    city = for_the_city(run, arrangement)
    frame = queries.frame_totals(run.municipality, {run.year}).get(run.year)
    return RecordPage(
        title=_("The division of %(year)s") % {"year": run.year},
        body=body.name,
        question=_("Do we divide the money of %(year)s among the neighbourhoods in this way?") % {"year": run.year},
        about_href=address(request, "division-run", public_id=run.public_id),
        total_cents=run.total_cents,
        tables=(
            tables.by_area(request, run, queries.areas_of(run), totals, arrangement),
            *([city] if city.rows else []),
        ),
        fits=Alert(text=words.fits(run.total_cents, frame, run.year)),
        advice=advice_given(advice_on(Subject(PROCESS, run.id))),
    )
