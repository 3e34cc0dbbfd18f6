"""Roles and who stands in for whom, in words."""

from datetime import timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.models import Membership, StandIn
from wijkaanzet.people.rules import Role
from wijkaanzet.web.numbers import day


def role_words(held: Membership) -> str:
    """A role with over what it is held, when that is not the whole municipality."""
    over = held.area or held.organisation or held.body
    role = capfirst(str(ROLES[Role(held.role)]))
    return f"{role}, {over}" if over else role


def days_words(stand_in: StandIn) -> str:
    """From when until when somebody stands in."""
    last = stand_in.ends_before - timedelta(days=1) if stand_in.ends_before else stand_in.starts_on
    return _("From %(first)s up to and including %(last)s") % {"first": day(stand_in.starts_on), "last": day(last)}


def stands_in_words(stand_in: StandIn, *, reader_id: int) -> str:
    """That somebody stands in for whom reads it, or the other way round, and until when."""
    last = stand_in.ends_before - timedelta(days=1) if stand_in.ends_before else stand_in.starts_on
    mine = stand_in.membership.user_id == reader_id
    line = _("%(name)s stands in for you as %(role)s up to and including %(last)s.")
    line = line if mine else _("You stand in for %(name)s as %(role)s up to and including %(last)s.")
    name = stand_in.user.username if mine else stand_in.membership.user.username
    return line % {"name": name, "role": ROLES[Role(stand_in.membership.role)], "last": day(last)}
