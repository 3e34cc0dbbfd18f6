"""A meeting was held: who came, in short what was said, and what is agreed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import Agreement, Meeting, Presence
from wijkaanzet.networks.operations.writing import (
    enter,
    follow_agreement,
    locked_meeting,
    log_agreement,
    log_meeting,
)
from wijkaanzet.networks.rules import AgreementStatus, MeetingStatus, NewAgreement
from wijkaanzet.networks.rules.agenda import fitting_outcome
from wijkaanzet.networks.rules.agreements import fitting_agreements
from wijkaanzet.networks.rules.as_read import check_unchanged
from wijkaanzet.networks.rules.meetings import LONGEST_MINUTES, check_held, check_others, check_reported
from wijkaanzet.networks.rules.words import fitting


@dataclass(frozen=True, kw_only=True)
class Attended:
    """Who came: members by their id, and how many others."""

    members: Collection[int] = ()
    others_residents: int = 0
    others_professionals: int = 0


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What is kept of a meeting: short minutes, what came of each item by its id, and what was agreed."""

    minutes: str = ""
    outcomes: Mapping[int, str] = field(default_factory=dict)
    agreements: Sequence[NewAgreement] = ()


@dataclass(frozen=True, kw_only=True)
class Corrected(Reported):
    """A report as it has to be: what was agreed and stands there already by its id, and `agreements` for what lacks."""

    standing: Mapping[int, NewAgreement] = field(default_factory=dict)


@transaction.atomic
def hold(meeting: Meeting, *, attended: Attended, actor: Actor, at: datetime) -> Meeting:
    """Write down who came, from the day itself on; a meeting to which nobody was invited is public from now on.

    Raises Refused: ("wrong_state"), ("meeting_to_come"), ("others_count"), and ("member_elsewhere") for somebody who
    did not take part in this network then.
    """
    meeting, present = locked_meeting(meeting), set(attended.members)
    day = localdate(meeting.starts_at)
    check_held(day, today=localdate(at))
    check_others(attended.others_residents, attended.others_professionals)
    if present - queries.could_come(meeting):
        raise Refused("member_elsewhere")
    meeting.invited_on = meeting.invited_on or localdate(at)
    meeting.others_residents = attended.others_residents
    meeting.others_professionals = attended.others_professionals
    detail = {
        "members": len(present),
        "others": attended.others_residents + attended.others_professionals,
    }
    meeting = enter(meeting, status=MeetingStatus.HELD, detail=detail, actor=actor, at=at)
    Presence.objects.bulk_create(Presence(meeting=meeting, member_id=id_) for id_ in sorted(present))
    return meeting


@transaction.atomic
def report(meeting: Meeting, *, reported: Reported, actor: Actor, at: datetime) -> Meeting:
    """Keep in short what a meeting came to; everybody may read it from now on.

    Raises Refused: ("wrong_state"), ("nothing_reported"), ("agenda_changed") for an item that is not on the agenda,
    ("agreements_too_many"), ("agreement_without_text"), ("look_again_before"), ("look_again_too_late"),
    ("network_words_too_long").
    """
    meeting = locked_meeting(meeting)
    agreements = fitting_agreements(reported.agreements, met_on=localdate(meeting.starts_at))
    outcomes = _take_words(meeting, reported, agreed=bool(agreements))
    meeting.reported_on = localdate(at)
    detail = {"agreements": len(agreements), "outcomes": len(outcomes)}
    meeting = enter(meeting, status=MeetingStatus.REPORTED, detail=detail, actor=actor, at=at)
    _keep_outcomes(meeting, outcomes)
    for one in agreements:
        _agree(meeting, one, actor=actor, at=at)
    return meeting


@transaction.atomic
def correct_report(meeting: Meeting, *, reported: Corrected, seen: str = "", actor: Actor, at: datetime) -> Meeting:
    """Correct what a report says; an agreement that nobody made is let go, not taken out.

    `seen` is the mark of what was read (`queries.mark_of_report`). Raises Refused: ("wrong_state"),
    ("changed_meanwhile"), ("nothing_reported"), ("agenda_changed"), ("agreement_unknown"), ("agreements_too_many"),
    ("agreement_without_text"), ("look_again_before"), ("look_again_too_late"), ("network_words_too_long").
    """
    meeting = locked_meeting(meeting)
    check_reported(MeetingStatus(meeting.status))
    items, there = queries.agenda_of(meeting), queries.agreements_in(meeting)
    check_unchanged(seen, now=queries.mark_of_report(meeting, items=items, agreements=there))
    rows = _standing(meeting, reported.standing)
    agreements = fitting_agreements(
        [*(reported.standing[row.pk] for row in rows), *reported.agreements], met_on=localdate(meeting.starts_at)
    )
    outcomes = _take_words(meeting, reported, agreed=bool(agreements))
    meeting.save(update_fields=["minutes"])
    _keep_outcomes(meeting, outcomes)
    detail = {"agreements": len(agreements), "outcomes": len(outcomes)}
    log_meeting(meeting, act="corrected", detail=detail, actor=actor, at=at)
    for row, one in zip(rows, agreements, strict=False):
        _correct(row, one)
    for one in agreements[len(rows) :]:
        _agree(meeting, one, actor=actor, at=at)
    return meeting


def _take_words(meeting: Meeting, reported: Reported, *, agreed: bool) -> dict[int, str]:
    """The minutes on the meeting, and the outcomes as they are kept."""
    outcomes = {id_: fitting_outcome(words) for id_, words in reported.outcomes.items()}
    meeting.minutes = fitting(reported.minutes, most=LONGEST_MINUTES)
    if not (meeting.minutes or agreed or any(outcomes.values())):
        raise Refused("nothing_reported")
    return outcomes


def _standing(meeting: Meeting, told: Mapping[int, NewAgreement]) -> list[Agreement]:
    """The agreements of this meeting that are corrected."""
    rows = list(meeting.agreements.select_for_update().filter(pk__in=told).order_by("pk"))
    if len(rows) < len(told):
        raise Refused("agreement_unknown")
    return rows


def _correct(row: Agreement, one: NewAgreement) -> None:
    row.text, row.by_whom, row.look_again_on = one.text, one.by_whom, one.look_again_on
    row.save(update_fields=["text", "by_whom", "look_again_on"])
    follow_agreement(row)


def _keep_outcomes(meeting: Meeting, outcomes: Mapping[int, str]) -> None:
    items = {item.pk: item for item in meeting.items.order_by("position")}
    if outcomes.keys() - items.keys():
        raise Refused("agenda_changed")
    for id_, words in outcomes.items():
        items[id_].outcome = words
        items[id_].save(update_fields=["outcome"])


def _agree(meeting: Meeting, one: NewAgreement, *, actor: Actor, at: datetime) -> None:
    agreement = Agreement.objects.create(
        meeting=meeting,
        text=one.text,
        by_whom=one.by_whom,
        look_again_on=one.look_again_on,
        status=AgreementStatus.OPEN,
    )
    log_agreement(agreement, act="made", actor=actor, at=at)
    follow_agreement(agreement)
