"""Somebody gets a role under the name of an account; who has none yet gets that too."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.addresses import fitting_address
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.operations.roles import NewRole, give_new_role
from wijkaanzet.people.operations.taking_part import open_account
from wijkaanzet.people.operations.unused_accounts import open_again
from wijkaanzet.people.queries import accounts_here, never_used
from wijkaanzet.people.rules import check_first_day, check_last_day


@dataclass(frozen=True, kw_only=True)
class AccountCalled:
    """Whose account is meant: its name, and the address for who has none here yet."""

    username: str
    email: str = ""


@transaction.atomic
def give_role_by_name(
    municipality: Municipality, *, new: NewRole, to: AccountCalled, actor: Actor, at: datetime
) -> Membership:
    """Give a role from today or a later day on to who is called so; who has no account gets one too, or neither.

    Raises Refused as `give_role` and `open_account` do, ("role_starts_too_early"), ("role_starts_too_late"),
    ("role_ends_too_early"), ("role_ends_too_late"), ("not_known_here") without an address, ("another_address"),
    ("another_address_unused"), ("address_known_here") and ("address_unfit").
    """
    today = localdate(at)
    check_first_day(new.starts_on, today=today)
    check_last_day(new.ends_before, starts_on=new.starts_on, today=today)
    user = _account(municipality, to, actor=actor, at=at)
    return give_new_role(user, new=new, municipality=municipality, actor=actor, at=at)


# What one municipality may learn of the accounts of another, and why no more:
# - An account is known here once it had a role here, ended or not; then its name is enough.
# - A name that only another municipality knows is answered as one that nobody has, until the address is filled in too.
# - Name and address together are what its holder told: then it is that person, who gets the role with the account that
#   is there. The answer is the same as for a new account; only the mail to that person differs.
# - A name that nobody ever used, because its role was taken back, is free: a wrong address is undone by giving the role
#   again with the right one. What came at the wrong address opens nothing any more.
# - Any other name that is there with another address is taken. That some account has it cannot be hidden, since a name
#   is of one account in the whole installation; where, or of whom, is not told.
# - That an address is in use elsewhere is not told: under another name a second account is opened. Only when an
#   account that is known here has it, its name is said, for one person needs no two accounts in one municipality.
def _account(municipality: Municipality, to: AccountCalled, *, actor: Actor, at: datetime) -> User:
    known = accounts_here(municipality)
    found = known.filter(username__iexact=to.username).first()
    if found is not None:
        if to.email and to.email.casefold() != found.email.casefold():
            if _can_be_given_again(found, today=localdate(at)):
                raise Refused("another_address_unused", name=found.username)
            raise Refused("another_address", name=found.username)
        return found
    if not to.email:
        raise Refused("not_known_here", name=to.username)
    same_address = known.filter(email__iexact=to.email).order_by("id").first()
    if same_address is not None:
        raise Refused("address_known_here", name=same_address.username)
    elsewhere = User.objects.filter(username__iexact=to.username, email__iexact=to.email, is_active=True).first()
    return elsewhere or _opened(to, actor=actor, at=at)


def _can_be_given_again(account: User, *, today: date) -> bool:
    """Whether a wrong address is undone by taking back the one role that it has: nobody used it, and that can be."""
    held = account.memberships.order_by("id").first()
    return held is not None and held.starts_on >= today and never_used(account, but_for=held.pk)


def _opened(to: AccountCalled, *, actor: Actor, at: datetime) -> User:
    told = {"username": to.username, "email": fitting_address(to.email)}
    return open_again(**told, actor=actor, at=at) or open_account(**told, actor=actor, at=at)
