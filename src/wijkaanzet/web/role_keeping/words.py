"""Whose a role is, how long, and who stands in, in words."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import Membership, StandIn
from wijkaanzet.people.rules import Role
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.notices import Badge

DAY = timedelta(days=1)


def role_inside(held: Membership) -> str:
    """A role with over what it is held, inside a sentence."""
    over = held.area or held.organisation or held.body
    role = str(ROLES[Role(held.role)])
    return f"{role} ({over})" if over else role


def days(held: Membership, *, today: date) -> str:
    """From when until when somebody has a role, or gets it."""
    first = day(held.starts_on)
    if held.ends_before is not None:
        return _("From %(first)s up to and including %(last)s") % {"first": first, "last": day(held.ends_before - DAY)}
    return (_("As of %(day)s") if held.starts_on > today else _("Since %(day)s")) % {"day": first}


def state(held: Membership, *, today: date) -> Badge | None:
    """What one would not expect of a role in the list; None for one that is held now."""
    if held.ends_before is not None and held.ends_before <= today:
        return Badge(label=_("ended"), tone="stone")
    if held.starts_on > today:
        return Badge(label=_("still to begin"))
    return None if held.user.is_active else Badge(label=_("account is closed"), tone="brick")


def stands_in(one: StandIn) -> str:
    """Who stands in for whose role it is, and how long."""
    last = one.ends_before - DAY if one.ends_before else one.starts_on
    told = {"name": one.user.username, "first": day(one.starts_on), "last": day(last)}
    return _("%(name)s stands in from %(first)s up to and including %(last)s.") % told
