"""A division of a year: calculated, proposed, decided, and from then on money of the areas in the ledger."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.budget import queries
from wijkaanzet.budget.access import check_components, check_earmarks, check_minutes
from wijkaanzet.budget.models import (
    AllocationEstimate,
    AllocationFigure,
    AllocationLine,
    AllocationRun,
    AllocationShare,
    CityLine,
)
from wijkaanzet.budget.operations.post import Purpose, Transfer, post
from wijkaanzet.budget.operations.run_states import check, enter, locked, log_and_follow
from wijkaanzet.budget.queries import FiguresUsed
from wijkaanzet.budget.rules import division, ledger
from wijkaanzet.budget.rules.estimate import Estimate
from wijkaanzet.budget.rules.ledger import PostingKind
from wijkaanzet.budget.rules.result_file import fraction_text
from wijkaanzet.budget.rules.runs import PROCESS, RunStatus
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Outcome, Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.queries import municipality_itself
from wijkaanzet.scans.rules.figures import Figures


@transaction.atomic
def draft_run(place: Division, *, model_text: str, used: FiguresUsed, actor: Actor, at: datetime) -> AllocationRun:
    """Calculate a division over the areas of `place` and keep it with the frozen model and every line of the sum.

    Raises BadInput (from the model, the figures or the sum) with what is wrong and where; Refused("unknown_earmark")
    and ("other_components") when the model is of another arrangement, and ("no_arrangement") and ("no_clerk").
    """
    done = queries.calculate(place, model_text=model_text, used=used)
    model, result = done.model, done.result
    check_earmarks(place.municipality, (one.key for one in model.earmarks), year=model.year)
    check_components(place.municipality, (one.key for one in model.components), year=model.year)
    by_code = {area.code: area for area in done.areas.values()}
    run = AllocationRun.objects.create(
        municipality=place.municipality,
        division=place,
        year=model.year,
        name=model.name,
        status=RunStatus.DRAFT,
        status_since=localdate(at),
        total_cents=result.total_cents,
        model_text=model_text,
        model_sha256=result.model_sha256,
        figures_sha256=result.figures_sha256,
        figures_source=used.source,
        figures_year=used.year,
        figures_fictional=used.fictional,
        figure_import=used.figure_import,
        code_version=result.code_version,
    )
    _keep_figures(run, done.figures, model.figures.inhabitants, by_code)
    _keep_estimates(run, done.estimates, done.areas)
    _keep(run, result, by_code)
    log_and_follow(run, actor=actor, at=at)
    return run


@transaction.atomic
def decide_allocation(run: AllocationRun, *, minutes: decisions.Minutes, actor: Actor, at: datetime) -> AllocationRun:
    """Record what the body decided on a proposed division; adopted, each area gets its money in the ledger.

    The other divisions of that year that were still being prepared stay as variants. Raises Refused, as
    decisions.record does, ("wrong_state"), ("wrong_step"), ("other_tenant"), ("meeting_before_proposal"),
    ("already_divided") when the year has a decided division, and ("not_enough_money") when the frame is too small.
    """
    run = locked(run)
    adopted = minutes.outcome is Outcome.ADOPTED
    wanted = RunStatus.DECIDED if adopted else RunStatus.RETURNED
    check(run, status=wanted)
    check_minutes(minutes, step=Step.CITY_AREA, municipality=run.municipality, since=run.status_since)
    subject = Subject(PROCESS, run.id)
    decision = decisions.record(subject, minutes=minutes, actor=actor, at=at)
    if adopted:
        run.decision = decision
    run = enter(run, status=wanted, actor=actor, at=at)
    if adopted:
        _give_areas_their_money(run, decision, at=at)
        _keep_the_others(run, actor=actor, at=at)
    return run


def _give_areas_their_money(run: AllocationRun, decision: Decision, *, at: datetime) -> None:
    transfers = [
        Transfer(ledger.city(run.year, share.earmark), queries.account_of_share(share, run.year), share.amount_cents)
        for share in run.shares.select_related("area").order_by("area__code", "earmark", "component")
        if share.amount_cents
    ]
    purpose = Purpose(Subject(PROCESS, run.id), holder=municipality_itself(run.municipality), decision=decision)
    post(transfers, kind=PostingKind.ALLOCATION, municipality=run.municipality, purpose=purpose, at=at)


def _keep_the_others(run: AllocationRun, *, actor: Actor, at: datetime) -> None:
    others = AllocationRun.objects.select_for_update(of=("self",)).filter(division_id=run.division_id, year=run.year)
    for other in others.filter(status__in=[RunStatus.DRAFT, RunStatus.RETURNED]).select_related("municipality"):
        enter(other, status=RunStatus.KEPT, actor=actor, at=at)


def _keep_figures(run: AllocationRun, figures: Figures, inhabitants: str, areas: dict[str, Area]) -> None:
    """Freeze what was counted with, so that anybody can do the sum again."""
    AllocationFigure.objects.bulk_create(
        AllocationFigure(
            run=run, area=areas[one.code], column=column, value="" if value is None else fraction_text(value)
        )
        for one in figures.areas
        for column, value in {**one.values, inhabitants: one.inhabitants}.items()
    )


def _keep_estimates(run: AllocationRun, estimates: tuple[Estimate, ...], areas: dict[str, Area]) -> None:
    """Keep what was estimated, so that every page and file can say so."""
    AllocationEstimate.objects.bulk_create(
        AllocationEstimate(
            run=run,
            area=areas[one.code],
            column=one.column,
            cbs_code=one.code,
            cbs_name=one.name,
            inhabitants=one.inhabitants,
        )
        for one in estimates
    )


def _keep(run: AllocationRun, result: division.Division, areas: dict[str, Area]) -> None:
    """Freeze the result as rows: city lines, shares per area, and the lines that explain them."""
    CityLine.objects.bulk_create(
        CityLine(run=run, position=n, earmark=one.earmark, key=one.key, motive=one.motive, amount_cents=one.cents)
        for n, one in enumerate(result.city)
    )
    AllocationShare.objects.bulk_create(
        AllocationShare(run=run, area=areas[area.code], earmark=key, component=component, amount_cents=cents)
        for area in result.areas
        for key, amount in area.earmarks.items()
        for component, cents in (amount.components or {"": amount.cents}).items()
    )
    AllocationLine.objects.bulk_create(
        AllocationLine(
            run=run,
            area=areas[area.code],
            position=n,
            earmark=line.earmark,
            kind=line.kind,
            key=line.key,
            units="" if line.units is None else fraction_text(line.units),
            unit_price="" if line.cents_per_unit is None else fraction_text(line.cents_per_unit),
            amount_cents=line.cents,
        )
        for area in result.areas
        for n, line in enumerate(area.lines)
    )
