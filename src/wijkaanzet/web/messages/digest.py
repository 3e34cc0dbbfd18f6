"""The words of the overview: what waits for somebody on the day that it is mailed, and when the own networks meet."""

from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wijkaanzet.cycle import queries as cycle
from wijkaanzet.cycle.access import meetings_ahead, moves_of
from wijkaanzet.cycle.queries import Act
from wijkaanzet.cycle.rules import Days, When, when
from wijkaanzet.cycle.rules.digests import LOOKS_AHEAD, DigestRhythm
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.networks.models import Meeting
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.queries import roles_to_answer
from wijkaanzet.web.actions import words_of
from wijkaanzet.web.letters import Letter, NothingToTell, whole_address
from wijkaanzet.web.messages.stopping import stop_token
from wijkaanzet.web.moves.about import About, abouts
from wijkaanzet.web.numbers import term

MOST_LINES = 20
ONE_CLICK = "List-Unsubscribe=One-Click"  # RFC 8058


def told_in_digest(municipality: Municipality, user: User, *, today: date) -> Letter:
    """What somebody is told. Raises NothingToTell when everything was done meanwhile, or when it was stopped."""
    if cycle.chosen_rhythm(municipality, user_id=user.pk) is DigestRhythm.NONE:
        raise NothingToTell
    reader = Actor(user.pk, Channel.JOB)
    held = roles_to_answer(municipality, on=today, account_id=user.pk).get(user.pk, [])
    asks, invitations = _acts(reader, municipality, held, today=today)
    ahead = meetings_ahead(reader, municipality, on=today, until=today + LOOKS_AHEAD)
    meetings = [_meeting(one) for one in ahead[:MOST_LINES]]
    if not (asks or invitations or meetings):
        raise NothingToTell
    stop = whole_address(municipality, "digest-stop", token=stop_token(municipality, user.pk))
    told = {
        "asks": asks[:MOST_LINES],
        "invitations": invitations[:MOST_LINES],
        "meetings": meetings,
        "more": max(len(asks), len(invitations)) > MOST_LINES,
        "address": whole_address(municipality, "your-move"),
        "tune": whole_address(municipality, "messages"),
        "stop": stop,
    }
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": ONE_CLICK}
    return Letter(user.email, told, headers)


def _acts(
    reader: Actor, municipality: Municipality, held: list[Membership], *, today: date
) -> tuple[list[str], list[str]]:
    """A line for each thing that is asked, and for each invitation; what rests is left out."""
    moves = moves_of(held, municipality, today=today).order_by("due_on", "lapses_on", "rest_look_again_on", "id")
    acts = cycle.acts(moves)
    about = abouts(reader, municipality, acts, today=today)
    found: dict[bool, list[str]] = {True: [], False: []}
    for act in acts:
        soon = _soon(act.move, today=today)
        if soon is not When.RESTING:
            found[soon is When.INVITED].append(_line(act, about[act.move.id], today=today))
    return found[False], found[True]


def _soon(move: OpenMove, *, today: date) -> When:
    days = Days(due_on=move.due_on, lapses_on=move.lapses_on, look_again_on=move.rest_look_again_on)
    return when(move.role, days, today=today)


def _line(act: Act, about: About, *, today: date) -> str:
    """What is asked, about what, and until when when a paid role has a term: in one line."""
    names = ", ".join(about.names)
    what = ": ".join(filter(None, (words_of(act.move.action), " ".join(filter(None, (names, about.year))))))
    until = term(act.move.due_on, today)
    return f"{what} ({until})" if until else what


def _meeting(meeting: Meeting) -> str:
    starts_at = localtime(meeting.starts_at)
    words = {
        "day": capfirst(date_format(starts_at, "l j F")),
        "time": date_format(starts_at, "H:i"),
        "network": meeting.network.body.name,
        "place": meeting.place,
    }
    line = _("%(day)s at %(time)s: %(network)s, %(place)s") if meeting.place else _("%(day)s at %(time)s: %(network)s")
    return line % words
