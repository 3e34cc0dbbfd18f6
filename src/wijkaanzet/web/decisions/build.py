"""From rows to the pages of decisions."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.budget.labels import POSTING_KINDS
from wijkaanzet.budget.queries import kept_for_city, moved_by
from wijkaanzet.decisions import access, queries
from wijkaanzet.decisions.labels import KINDS, KINDS_OF_FRAME, OUTCOMES, STATUSES
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import Kind, NoticeStatus, Outcome, Status, Step, objection_until
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.labels import DECIDERS
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.decisions.about_plan import about_plan
from wijkaanzet.web.decisions.advice import advice_given
from wijkaanzet.web.decisions.titles import titles
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.links import addresses
from wijkaanzet.web.pages import DecisionPage, DecisionRow, DecisionsPage
from wijkaanzet.web.pages.decisions import NoticeRow
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year


def decisions_page(request: Request, *, today: date) -> DecisionsPage:
    """The one list of decisions, by the date of the meeting; what is not made known yet for who may see that."""
    visible = access.visible_decisions(actor_of(request), request.municipality, on=today)
    shown, pagination = page(request, queries.newest_first(visible))
    named = titles(shown)
    rows = tuple(
        DecisionRow(
            title=named[one.pk],
            href=address(request, "decision", public_id=one.public_id),
            body=_body(one),
            decided_on=one.meeting_on,
            kind=_kind(one),
            outcome=str(OUTCOMES[Outcome(one.outcome)]) if one.outcome else str(STATUSES[Status(one.status)]),
            waits=str(_("not made known yet")) if one.status != Status.PUBLISHED else "",
        )
        for one in shown
    )
    return DecisionsPage(rows=rows, pagination=pagination)


def decision_page(request: Request, decision: Decision, *, today: date) -> DecisionPage:
    """One decision, with the thread to the money that moved on it."""
    about = _about(decision)
    seen = subjects.labels([about], actor_of(request))  # what was returned is not public
    published_on = decision.published_on or decision.meeting_on
    returned = decision.outcome == Outcome.RETURNED  # nothing was decided yet, so there is nothing to object to
    is_legal_act = decision.kind == Kind.LEGAL_ACT and not returned
    until = objection_until(published_on) if is_legal_act and decision.published_on else None
    records = access.records_for(actor_of(request), decision.body, on=today)
    return DecisionPage(
        title=titles([decision])[decision.pk],
        body=_body(decision),
        decided_on=decision.meeting_on,
        published_on=decision.published_on,
        publish_href=_publish_href(request, decision) if records else "",
        advice=advice_given(queries.advice_before(decision)),
        notices=_notices(request, decision, today=today),
        kind=_kind(decision),
        outcome=str(OUTCOMES[Outcome(decision.outcome)]) if decision.outcome else "",
        reasons=decision.reasons,
        about_href=addresses(request, [about])[about] if seen else "",
        about_plan=about_plan(request, decision),
        money=_money(decision, today=today),
        returned=returned,
        is_legal_act=is_legal_act,
        is_frame=decision.step == Step.FRAME,
        objection_until=until,
        objection_open=until is not None and today <= until,
    )


def _kind(decision: Decision) -> str:
    """Whether it is a decision in law or an agreement; neither when what lay there was sent back."""
    if decision.outcome == Outcome.RETURNED:
        return ""
    words = KINDS_OF_FRAME if decision.step == Step.FRAME else KINDS
    return str(words[Kind(decision.kind)])


def _publish_href(request: Request, decision: Decision) -> str:
    if decision.status != Status.RECORDED:
        return ""
    return address(request, "decision-publish", public_id=decision.public_id)


def _notices(request: Request, decision: Decision, *, today: date) -> tuple[NoticeRow, ...]:
    """Who was told, and for who has to tell them the button."""
    actor = actor_of(request)
    rows = []
    for one in queries.notices_of(decision):
        waits = one.status == NoticeStatus.TO_SEND
        sends = waits and access.records_for(actor, one.sender, on=today)
        href = address(request, "notice-send", public_id=decision.public_id, body=one.body.key) if sends else ""
        rows.append(NoticeRow(body=one.body.name, sent_on=None if waits else one.status_since, send_href=href))
    return tuple(rows)


def _about(decision: Decision) -> Subject:
    return Subject(decision.subject_kind, decision.subject_id)


def _body(decision: Decision) -> str:
    return str(DECIDERS.get(decision.body.kind, decision.body.name))


def _money(decision: Decision, *, today: date) -> MoneyTable | None:
    moved = moved_by(decision.id)
    if not moved:
        return None
    arrangement = of_year(decision.municipality, decision.meeting_on.year)
    kept, stays = kept_for_city([decision.pk]).get(decision.pk, {}), _("Stays with the whole city")
    return MoneyTable(
        caption=_("Money that moved on this decision"),
        caption_hidden=True,
        first=_("What for"),
        columns=(_("Amount"),),
        rows=(
            *(
                MoneyRow(
                    label=f"{POSTING_KINDS[one.kind]}: {pot_name(arrangement, one.earmark)}"
                    if one.earmark
                    else str(POSTING_KINDS[one.kind]),
                    cents=(one.cents,),
                )
                for one in moved
            ),
            *(
                MoneyRow(label=f"{stays}: {pot_name(arrangement, earmark)}", cents=(cents,))
                for earmark, cents in kept.items()
            ),
        ),
    )
