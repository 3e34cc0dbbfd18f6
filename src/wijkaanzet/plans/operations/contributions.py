"""Who is asked to bring what: asked, asked again, taken back, or gone on without; nobody says yes for another."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.codes import code_hash, code_of
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.sealed import derived_key
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.people.models import Organisation
from wijkaanzet.people.queries import municipality_itself
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Contribution, Priority
from wijkaanzet.plans.operations.priority_log import locked_contribution, log_contribution, opened
from wijkaanzet.plans.operations.writing_down import open_for_change
from wijkaanzet.plans.rules.contributions import (
    MOST_CONTRIBUTIONS,
    Bringer,
    ContributionStatus,
    NewContribution,
    check_contribution_step,
    check_informal_first,
    check_lapsed,
    fitting_contribution,
)
from wijkaanzet.plans.rules.priorities import InformalAnswer, check_listed


@dataclass(frozen=True)
class Asked:
    """A question, and the code for the letter of who has no account; it is given once and not kept."""

    contribution: Contribution
    code: str = ""


@transaction.atomic
def ask_contribution(
    priority: Priority,
    *,
    new: NewContribution,
    organisation: Organisation | None = None,
    token: str = "",
    actor: Actor,
    at: datetime,
) -> Asked:
    """Ask residents, an organisation or the municipality to bring something; nothing holds without their own yes.

    `token` is that of the form: the same one again is the same question with the same code. Of who logs in the same
    question is asked once, as long as it waits. For the municipality no organisation needs to be given.
    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("informal_first") for professionals on top of the base,
    ("contributions_too_many"), ("other_tenant"), ("not_listed") for a part of the money, and what
    `fitting_contribution` refuses.
    """
    priority, today = opened(priority, actor=actor, at=at), localdate(at)
    municipality = priority.plan.network.body.municipality
    asked = municipality_itself(municipality) if new.bringer is Bringer.MUNICIPALITY else organisation
    new = fitting_contribution(new, has_organisation=asked is not None, today=today)
    check_informal_first(new, InformalAnswer(priority.informal) if priority.informal else None)
    _check_tenant(asked, municipality)
    _check_part(new.earmark, municipality, today=today)
    code = _code(f"{priority.pk}:{token}" if token else "") if queries.needs_letter(asked, on=today) else ""
    found = queries.contribution_of_code(municipality, code) if code else _waiting(priority, asked, new)
    if found is not None:
        return Asked(found, code)  # the same form was sent twice
    if priority.contributions.count() >= MOST_CONTRIBUTIONS:
        raise Refused("contributions_too_many", most=MOST_CONTRIBUTIONS)
    contribution = Contribution(priority=priority, organisation=asked, **_columns(new))
    return _ask(contribution, code, actor=actor, at=at)


@transaction.atomic
def ask_again(contribution: Contribution, *, token: str = "", actor: Actor, at: datetime) -> Asked:
    """Make a letter, for who lost it, never answered, or has no account any more; a code of before works no longer.

    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("contribution_answered"),
    ("contribution_not_asked_by_letter").
    """
    priority = opened(contribution.priority, actor=actor, at=at)
    contribution = locked_contribution(contribution)
    contribution.priority = priority
    if not contribution.code_hash and contribution.no_account_since is None:
        raise Refused("contribution_not_asked_by_letter")
    if contribution.status != ContributionStatus.ASKED:
        check_contribution_step(ContributionStatus(contribution.status), ContributionStatus.ASKED)
    return _ask(contribution, _code(f"again:{contribution.pk}:{token}" if token else ""), actor=actor, at=at)


@transaction.atomic
def lapse_contribution(contribution: Contribution, *, actor: Actor, at: datetime) -> Contribution:
    """No answer came, and that is fine: the network goes on without.

    Raises Refused: ("contribution_answered"), ("contribution_not_lapsed") while there is still time to answer.
    """
    contribution = locked_contribution(contribution)
    check_contribution_step(ContributionStatus(contribution.status), ContributionStatus.LAPSED)
    check_lapsed(contribution.lapses_on, today=localdate(at))
    return _enter(contribution, ContributionStatus.LAPSED, actor=actor, at=at)


@transaction.atomic
def withdraw_contribution(contribution: Contribution, *, actor: Actor, at: datetime) -> Contribution:
    """The network takes a question or a promise out of its plan; a promise stays in editions that were handed in.

    Raises Refused: ("plan_not_open"), ("contribution_answered") when it is out already.
    """
    open_for_change(contribution.priority.plan, actor=actor, at=at)
    contribution = locked_contribution(contribution)
    check_contribution_step(ContributionStatus(contribution.status), ContributionStatus.WITHDRAWN)
    contribution.taken_out = contribution.status == ContributionStatus.CONFIRMED
    return _enter(contribution, ContributionStatus.WITHDRAWN, actor=actor, at=at)


def _waiting(priority: Priority, organisation: Organisation | None, new: NewContribution) -> Contribution | None:
    """The same question to who logs in that has no answer yet."""
    same = queries.asked_for(Priority.objects.filter(pk=priority.pk)).filter(organisation=organisation)
    return same.filter(**_columns(new)).first()


def _ask(contribution: Contribution, code: str, *, actor: Actor, at: datetime) -> Asked:
    today, municipality = localdate(at), contribution.priority.plan.network.body.municipality
    contribution.code_hash = code_hash(code) if code else ""
    contribution.asked_on, contribution.no_account_since = today, None
    if code:
        days = arrangements.nearest(municipality, on=today).terms.advise_days
        contribution.lapses_on = add_days(today, days)
    return Asked(_enter(contribution, ContributionStatus.ASKED, actor=actor, at=at), code)


def _enter(contribution: Contribution, status: ContributionStatus, *, actor: Actor, at: datetime) -> Contribution:
    contribution.status, contribution.status_since = status, localdate(at)
    contribution.save()
    log_contribution(contribution, act=status, actor=actor, at=at, detail={"bringer": contribution.bringer})
    return contribution


def _code(token: str) -> str:
    return code_of(token or secrets.token_urlsafe(24), key=derived_key("plans.contribution.code"))


def _columns(new: NewContribution) -> dict[str, object]:
    return {
        "bringer": new.bringer,
        "group": new.group,
        "kind": new.kind,
        "what": new.what,
        "cents": new.cents,
        "money_from": new.money_from,
        "from_area_money": new.from_area_money,
        "earmark": new.earmark,
        "hours": new.hours,
        "per": new.per or "",
        "beyond_base": new.beyond_base,
        "until": new.until,
    }


def _check_part(earmark: str, municipality: Municipality, *, today: date) -> None:
    if earmark:
        check_listed(earmark, arrangements.nearest(municipality, on=today).earmarks)


def _check_tenant(organisation: Organisation | None, municipality: Municipality) -> None:
    if organisation is not None and organisation.municipality_id != municipality.pk:
        raise Refused("other_tenant", name=organisation.name)
