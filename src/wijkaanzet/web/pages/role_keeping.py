"""The pages of who looks after the roles of a municipality."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form

from wijkaanzet.web.parts.cards import Empty
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class HolderRow:
    """A role that somebody holds."""

    title: str
    """The role, with over what."""
    account: str
    """The name of the account, never an address."""
    days: str
    state: Badge | None = None
    notes: tuple[str, ...] = ()
    """Who stands in now or later, a sentence each."""
    acts: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoleHoldersPage:
    """web/role_holders.html: who holds which role."""

    section: ClassVar[str] = "roles"
    looking: Form
    found: str = ""
    rows: tuple[HolderRow, ...] = ()
    pagination: Pagination | None = None
    empty: Empty | None = None
    give_href: str = ""
    """Empty for who only looks."""
    missing: tuple[Action, ...] = ()
    """Roles that a network waits for, with where each is given."""


@dataclass(frozen=True, kw_only=True)
class RoleChoice:
    """A role that can be given, and what somebody does in it."""

    title: str
    text: str
    over: str
    """Over what it is held."""
    href: str


@dataclass(frozen=True, kw_only=True)
class RoleChoosePage:
    """web/role_choose.html: which role is given."""

    section: ClassVar[str] = "roles"
    paid: tuple[RoleChoice, ...]
    invited: tuple[RoleChoice, ...]


@dataclass(frozen=True, kw_only=True)
class RoleActPage:
    """web/role_act.html: something is done with a role: what it means, the questions, the buttons."""

    section: ClassVar[str] = "roles"
    title: str
    lead: str
    points: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    """What waits now for this role."""
    there: tuple[Action, ...] = ()
    """What is arranged already, with where it ends."""
    way_out: Action | None = None
    """What is better done first."""
    buttons: Buttons
