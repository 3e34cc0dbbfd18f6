"""From the arrangement that holds to the register of who decides what."""

from datetime import date, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkaanzet.arrangements import queries
from wijkaanzet.arrangements.labels import LEVELS
from wijkaanzet.arrangements.rules import Arrangement, Body, BodyKind, Level, LevelKey, UnknownWord
from wijkaanzet.decisions.rules import CLERKS
from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.rules import Role
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages import MandatesPage, MandateStep, PastArrangement
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.meaning import meanings
from wijkaanzet.web.words import word


def mandates_page(request: Request, *, today: date) -> MandatesPage:
    """Who does what at each step, by the arrangement that holds on a day, and what held before it."""
    arrangement = queries.nearest(request.municipality, on=today)
    before = queries.earlier(request.municipality, than=arrangement.valid.starts_on)
    shown, pagination = page(request, before)
    steps = (_frame(arrangement), *(_level(arrangement, level) for level in arrangement.levels))
    return MandatesPage(
        period=_held(arrangement),
        steps=steps,
        meanings=meanings(arrangement, (step.text for step in steps)),
        earlier=tuple(_past(one) for one in shown),
        pagination=pagination,
    )


def _held(arrangement: Arrangement) -> str:
    days = _days(arrangement)
    if "last" in days:
        return _("This holds from %(first)s up to and including %(last)s.") % days
    return _("This has held since %(first)s.") % days


def _days(arrangement: Arrangement) -> dict[str, str]:
    """The first day and, when it is known, the last one."""
    first, after = arrangement.valid.starts_on, arrangement.valid.ends_before
    return {"first": day(first)} | ({"last": day(after - timedelta(days=1))} if after else {})


def _frame(arrangement: Arrangement) -> MandateStep:
    """The council has the right of budget, in every municipality; the executive lays the proposal before it."""
    return MandateStep(
        title=_("How much money there is"),
        text=_("Each year: how much there is for the %(social_base)s.")
        % {"social_base": arrangement.word("social_base")},
        proposes=_names(arrangement, BodyKind.EXECUTIVE),
        advises=(),
        decides=_names(arrangement, BodyKind.COUNCIL),
        records=_clerk(BodyKind.COUNCIL),
        informed=(),
        source=_("The law says so: Municipalities Act (Gemeentewet), articles 189 and 190."),
    )


def _level(arrangement: Arrangement, level: Level) -> MandateStep:
    decides = arrangement.body(level.decides)
    return MandateStep(
        title=capfirst(str(LEVELS[level.key])),
        text=_text(arrangement, level.key),
        proposes=capfirst(_role(arrangement, level.proposes)),
        advises=tuple(arrangement.body(key).name for key in level.advises),
        decides=decides.name,
        records=_clerk(decides.kind),
        informed=tuple(arrangement.body(key).name for key in level.informed),
    )


def _text(arrangement: Arrangement, key: LevelKey) -> str:
    if key is LevelKey.CITY_AREA:
        return _("How much of it each neighbourhood gets, and what stays with the whole city.")
    if key is LevelKey.PLAN:
        return _("What the network of a neighbourhood wants to do, after all in the network had a say.")
    names = [word(arrangement, "component", one) for one in arrangement.components]
    return _("How much of it goes to each component: %(components)s.") % {"components": ", ".join(names)}


def _role(arrangement: Arrangement, role: str) -> str:
    """The municipality's own word for a role, when it has one."""
    try:
        return arrangement.word(role)
    except UnknownWord:
        return str(ROLES[Role(role)])


def _names(arrangement: Arrangement, kind: BodyKind) -> str:
    """The bodies of a kind by their own name; else by the word for them."""
    own = [body.name for body in arrangement.bodies if body.kind is kind]
    return ", ".join(own) or capfirst(arrangement.word(kind.value))


def _clerk(kind: BodyKind) -> str:
    return capfirst(str(ROLES[Role(CLERKS[kind.value])])) if kind.value in CLERKS else ""


def _past(arrangement: Arrangement) -> PastArrangement:
    return PastArrangement(
        period=_("From %(first)s up to and including %(last)s") % _days(arrangement),
        decides=tuple(f"{capfirst(str(LEVELS[key]))}: {body.name}." for key, body in _deciders(arrangement)),
    )


def _deciders(arrangement: Arrangement) -> list[tuple[LevelKey, Body]]:
    return [(level.key, arrangement.body(level.decides)) for level in arrangement.levels]
