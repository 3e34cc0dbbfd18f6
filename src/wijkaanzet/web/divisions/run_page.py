"""From the frozen rows of a division to its page."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.budget import access, queries
from wijkaanzet.budget.labels import REFUSALS
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.decisions.access import advice_requests
from wijkaanzet.decisions.labels import ADVICE_STATUSES
from wijkaanzet.decisions.queries import advice_on
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.budget.city_table import for_the_city
from wijkaanzet.web.budget.downloads import figures_file, model_file
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.decisions.returned import returned_hrefs, returned_note
from wijkaanzet.web.divisions import model_words, run_acts, tables, words
from wijkaanzet.web.divisions.beside import beside
from wijkaanzet.web.divisions.timeline import timeline
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.decisions import ReturnedNote
from wijkaanzet.web.pages.divisions import DivisionPage
from wijkaanzet.web.parts.cards import Card
from wijkaanzet.web.parts.notices import Alert, Badge, Download
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


def division_page(request: Request, run: AllocationRun, *, today: date) -> DivisionPage:
    """One division: how it came about, what it gives, and for a policy officer what can be done with it."""
    subject = Subject(PROCESS, run.id)
    requests = list(advice_on(subject))
    arrangement = of_year(run.municipality, run.year)
    totals = queries.totals_by_area(run)
    areas = queries.areas_of(run)
    frame = queries.frame_totals(run.municipality, {run.year}).get(run.year)
    prepares = access.may_prepare(actor_of(request), request.municipality, on=today)
    sound = not queries.figures_taken_back(run)
    acts = run_acts.acts(request, run, requests, sound=sound, today=today) if prepares else run_acts.Acts()
    city = for_the_city(run, arrangement)
    return DivisionPage(
        year=run.year,
        name=run.name,
        badge=words.badge(run),
        returned=_returned(request, run, may_propose=prepares and sound, today=today),
        unsound=None if sound else Alert(text=str(REFUSALS["figures_undone"]), tone="problem"),
        timeline=timeline(run, requests, returned=returned_hrefs(request, subject, today=today)),
        total_cents=run.total_cents,
        fits=words.fits(run.total_cents, frame, run.year),
        areas=tables.by_area(request, run, areas, totals, arrangement),
        figures=model_words.figures(run),
        model=model_words.model(run, arrangement),
        beside=beside(request, run, areas, totals, today=today),
        ask=acts.ask,
        variant=acts.variant,
        acts=acts.buttons,
        advice=_advice(request, run, today=today),
        decision=note(request, run.decision, today=today),
        city=city if city.rows else None,
        downloads=_downloads(request, run),
    )


def _returned(request: Request, run: AllocationRun, *, may_propose: bool, today: date) -> ReturnedNote | None:
    """Why it came back, and what happens now."""
    if run.status != RunStatus.RETURNED:
        return None
    told = returned_note(request, Subject(PROCESS, run.id), today=today)
    mine = _("Calculate on from here. Or explain it better and propose it again.")
    return told and replace(told, next_step=mine if may_propose else _("The municipality prepares it again."))


def _advice(request: Request, run: AllocationRun, *, today: date) -> tuple[Card, ...]:
    """What was asked of whom and where that stands, as far as this person may read it."""
    seen = advice_requests(actor_of(request), request.municipality, on=today)
    found = seen.filter(subject_kind=PROCESS, subject_id=run.id).order_by("-asked_on", "body__name", "pk")
    return tuple(
        Card(
            title=one.body.name,
            href=address(request, "advice", public_id=one.public_id),
            badge=Badge(label=str(ADVICE_STATUSES[AdviceStatus(one.status)])),
            note=_("Asked on %(day)s") % {"day": day(one.asked_on)},
        )
        for one in found
    )


def _downloads(request: Request, run: AllocationRun) -> tuple[Download, ...]:
    """The amounts of this division; once it is decided also the model and the figures."""
    href = address(request, "division-run-csv", public_id=run.public_id)
    amounts = Download(href=href, label=_("The division of %(year)s by neighbourhood") % {"year": run.year})
    if run.status != RunStatus.DECIDED:
        return (amounts,)
    return (amounts, model_file(request, run), figures_file(request, run))
