"""How much waits for somebody, and until when, in words."""

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkaanzet.cycle.rules import When
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks.labels import THE_NETWORK, WHO_IS_INVITED
from wijkaanzet.networks.rules.joining import WITH_WHO_IS_INVITED
from wijkaanzet.networks.rules.meetings import WITH_THE_NETWORK
from wijkaanzet.people.labels import MOVERS, ROLES
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.labels import WHO_IS_ASKED
from wijkaanzet.plans.rules.asks import WITH_WHO_IS_ASKED
from wijkaanzet.stories.labels import TELLER as THE_TELLER
from wijkaanzet.stories.rules import TELLER
from wijkaanzet.web.numbers import day, look_again

RESTS_WITH = {
    **{str(role): words for role, words in ROLES.items()},
    TELLER: THE_TELLER,
    WITH_THE_NETWORK: THE_NETWORK,
    WITH_WHO_IS_INVITED: WHO_IS_INVITED,
    WITH_WHO_IS_ASKED: WHO_IS_ASKED,
}
"""With whom something may lie: a role, who told a story, a network that meets, or who is invited or asked."""
# To start a sentence with.
NUMBERS: tuple[Promise, ...] = (
    gettext_lazy("One"),
    gettext_lazy("Two"),
    gettext_lazy("Three"),
    gettext_lazy("Four"),
    gettext_lazy("Five"),
    gettext_lazy("Six"),
    gettext_lazy("Seven"),
    gettext_lazy("Eight"),
    gettext_lazy("Nine"),
    gettext_lazy("Ten"),
    gettext_lazy("Eleven"),
    gettext_lazy("Twelve"),
)


def lead(soon: Iterable[When]) -> str:
    """How many things wait, how many of them are late, how many invitations there are and how many things rest."""
    all_of_them = list(soon)
    late, invited = all_of_them.count(When.LATE), all_of_them.count(When.INVITED)
    resting = all_of_them.count(When.RESTING)
    asked = len(all_of_them) - invited - resting
    sentences = (
        asked and ngettext("%(count)s thing waits for you.", "%(count)s things wait for you.", asked) % _words(asked),
        late and ngettext("%(count)s is past its term.", "%(count)s are past their term.", late) % _words(late),
        invited
        and ngettext("%(count)s invitation lies ready.", "%(count)s invitations lie ready.", invited) % _words(invited),
        resting and ngettext("%(count)s thing rests.", "%(count)s things rest.", resting) % _words(resting),
        invited and not asked and _("You may, you do not have to."),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _words(count: int) -> dict[str, str]:
    return {"count": str(NUMBERS[count - 1]) if count <= len(NUMBERS) else str(count)}


def term(due_on: date | None, *, today: date) -> str:
    """How long a paid role still has, or how long ago its term ended."""
    if due_on is None:
        return ""
    left = (due_on - today).days
    if left == 0:
        return _("today")
    if left < 0:
        return ngettext("%(days)s day past", "%(days)s days past", -left) % {"days": -left}
    return ngettext("%(days)s day left", "%(days)s days left", left) % {"days": left}


def notes(move: OpenMove, soon: When, *, today: date) -> tuple[str, ...]:
    """What an invitation, one that lapsed, or a rest means."""
    if move.lapses_on:
        return _invitation(move, move.lapses_on, soon)
    if move.rest_look_again_on:
        return rests(move, move.rest_look_again_on, today=today)
    return ()


def _invitation(move: OpenMove, lapses_on: date, soon: When) -> tuple[str, ...]:
    words = {"day": day(lapses_on), "who": _inside(MOVERS[Role(move.falls_back_to)])}
    if soon is When.INVITED:
        return (
            _("You are invited up to and including %(day)s.") % words,
            _("After that %(who)s takes over.") % words,
        )
    words["who"] = _inside(MOVERS[Role(move.role)])
    return (_("The invitation to %(who)s lapsed on %(day)s.") % words, _("Now you take over."))


def rests(move: OpenMove, look_again_on: date, *, today: date) -> tuple[str, ...]:
    """Why something rests, who said so, and when it is looked at again.

    What lay with a network until today lies with who keeps it now: then it says no longer with whom.
    """
    words = {"who": str(RESTS_WITH.get(move.rest_who, move.rest_who))}
    who = _("Agreed by: %(who)s.") if move.rest_why else _("It lies with: %(who)s.")
    if not move.rest_why and move.rest_who == WITH_THE_NETWORK and look_again_on <= today:
        who = ""
    return tuple(filter(None, (move.rest_why, who % words, look_again(look_again_on, today=today))))


def _inside(who: object) -> str:
    """A name with its article, inside a sentence."""
    return f"{str(who)[:1].lower()}{str(who)[1:]}"
