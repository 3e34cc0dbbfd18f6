"""How a division came about and what comes next: from the log of its states and the rule of its moves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement, LevelKey
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import history_of, run_standing
from wijkaanzet.budget.rules.runs import RunStatus, move
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.decisions.rules.advice import FINAL
from wijkaanzet.people.labels import DECIDERS, MOVERS
from wijkaanzet.people.rules import Role
from wijkaanzet.web.divisions.words import inside
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.timeline import Event, Timeline
from wijkaanzet.web.templatetags.parts import in_words

PAST: Mapping[RunStatus, Promise] = {
    RunStatus.DRAFT: gettext_lazy("Calculated"),
    RunStatus.KEPT: gettext_lazy("Kept as a variant"),
    RunStatus.ADVICE_ASKED: gettext_lazy("Advice was asked"),
    RunStatus.ADVISED: gettext_lazy("The advice is answered"),
    RunStatus.PROPOSED: gettext_lazy("Proposed to %(body)s"),
    RunStatus.RETURNED: gettext_lazy("Returned by %(body)s, with reasons"),
    RunStatus.DECIDED: gettext_lazy("Decided by %(body)s"),
}


def timeline(run: AllocationRun, requests: Sequence[AdviceRequest], *, returned: Sequence[str] = ()) -> Timeline:
    """What happened to a division, whose move it is now, and what comes after that.

    `returned` says where each decision that sent it back can be read, the first one first.
    """
    arrangement = arrangements.nearest(run.municipality, on=run.status_since)
    return Timeline(
        title=_("How this division comes about"),
        events=(*_past(run, arrangement, iter(returned)), *_ahead(run, requests, arrangement)),
    )


def decider(arrangement: Arrangement) -> str:
    """The body that decides on a division, as it follows a verb."""
    level = arrangement.level(LevelKey.CITY_AREA)
    if level is None:
        return ""
    body = arrangement.body(level.decides)
    return str(DECIDERS.get(body.kind.value, body.name))


def unadvised(arrangement: Arrangement, requests: Sequence[AdviceRequest]) -> tuple[str, ...]:
    """The bodies that the arrangement lets advise and whose advice is not closed, by name."""
    level = arrangement.level(LevelKey.CITY_AREA)
    closed = {request.body.key for request in requests if request.status in FINAL}
    keys = level.advises if level else ()
    return tuple(arrangement.body(key).name for key in keys if key not in closed)


def due(run: AllocationRun) -> date | None:
    """Until when the one who is to move has, by the rule of its moves."""
    standing = run_standing(run)
    next_move = move(RunStatus(run.status), standing.facts)
    return next_move.due_on if next_move else None


def _past(run: AllocationRun, arrangement: Arrangement, returned: Iterator[str]) -> Iterator[Event]:
    """Every state it came in; that it lay aside in between is left out."""
    states = history_of(run)
    aside = {RunStatus.DRAFT, RunStatus.KEPT}
    for place, (state, on) in enumerate(states):
        if state in aside and 0 < place < len(states) - 1:
            continue
        title = _("Taken up again") if state is RunStatus.DRAFT and place else str(PAST[state])
        if state is RunStatus.DECIDED and run.decision:
            on = run.decision.meeting_on
        href = next(returned, "") if state is RunStatus.RETURNED else ""
        yield Event(title=title % {"body": decider(arrangement)}, state="done", on=on, href=href)


def _ahead(run: AllocationRun, requests: Sequence[AdviceRequest], arrangement: Arrangement) -> tuple[Event, ...]:
    """The step that waits for somebody now, and those after it."""
    status = RunStatus(run.status)
    if status in (RunStatus.KEPT, RunStatus.DECIDED):
        return ()
    body = decider(arrangement)
    decide = Event(title=_("A decision by %(body)s") % {"body": body}, state="next", who=body)
    if status is RunStatus.PROPOSED:
        return (_now(decide.title, body, run),)
    who = _proposer(arrangement)
    propose = Event(title=_("A proposal to %(body)s") % {"body": body}, state="next", who=who)
    if status is RunStatus.ADVICE_ASKED:
        return (_advising(requests, who), propose, decide)
    if status is not RunStatus.ADVISED and (names := unadvised(arrangement, requests)):
        return (_now(_("Ask advice of %(bodies)s") % {"bodies": in_words(names)}, who, run), propose, decide)
    return (_now(propose.title, who, run), decide)


def _now(title: str, who: str, run: AllocationRun) -> Event:
    until = due(run)
    text = _("Up to and including %(day)s.") % {"day": day(until)} if until else ""
    return Event(title=title, state="now", who=who, text=text)


def _advising(requests: Sequence[AdviceRequest], who: str) -> Event:
    """Who is still invited and until when; what is given waits for an answer of the municipality."""
    asked = [one for one in requests if one.status == AdviceStatus.ASKED]
    given = [one for one in requests if one.status == AdviceStatus.GIVEN]
    said = [
        _("%(body)s is invited up to and including %(day)s.") % {"body": one.body.name, "day": day(one.lapses_on)}
        for one in asked
    ]
    said += [_("%(body)s has advised and gets an answer.") % {"body": one.body.name} for one in given]
    movers = in_words(tuple(one.body.name for one in asked)) if asked else who
    return Event(title=_("Advice"), state="now", who=movers, text=" ".join(said))


def _proposer(arrangement: Arrangement) -> str:
    level = arrangement.level(LevelKey.CITY_AREA)
    return inside(MOVERS[Role(level.proposes)]) if level else ""
