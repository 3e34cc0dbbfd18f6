"""Somebody gives one's own account another e-mail address, which counts once a mail there was read.

`User.email` is the address of an account, and the only one. The table of addresses of allauth holds the one that waits
to be confirmed and nothing else: it can never say another address than the account does.
"""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.addresses import fitting_address
from wijkaanzet.people.models import User


@transaction.atomic
def ask_other_address(account: User, *, email: str, actor: Actor, at: datetime) -> EmailAddress:
    """Keep the address that somebody wants from now on, until it is confirmed; what was asked before no longer counts.

    Whether another account has it is not looked at: several may, and nothing may tell. Raises Refused:
    ("address_unfit"), ("account_closed"), and ("address_is_there") for the one that the account has.
    """
    wanted = fitting_address(email)
    locked = _locked(account)
    if wanted == locked.email.lower():
        raise Refused("address_is_there")
    EmailAddress.objects.filter(user=locked).delete()
    asked = EmailAddress.objects.create(user=locked, email=wanted)
    _record("people.account.address_asked", locked, actor=actor, at=at)
    return asked


# What waits in the outbox is not withdrawn, as it is when an unused account opens again under another address: there
# somebody else may be behind the new one. Here it is the same person, who logged in and read the mail there. The
# messages are about the roles of that person, so they go to where that person reads mail, and no longer to the old one.
@transaction.atomic
def confirm_address(account: User, *, asked_id: int, actor: Actor, at: datetime) -> str:
    """Let the address that was asked be the one of the account; the one of before, empty when there was none.

    A link to choose a password that went there opens nothing any more. Raises Refused: ("account_closed"), and
    ("address_not_asked") when it was confirmed already, or another one was asked since.
    """
    locked = _locked(account)
    asked = EmailAddress.objects.filter(pk=asked_id, user=locked).first()
    if asked is None:
        raise Refused("address_not_asked")
    before, locked.email = locked.email, asked.email
    locked.save(update_fields=["email"])
    EmailAddress.objects.filter(user=locked).delete()
    _record("people.account.address_changed", locked, actor=actor, at=at)
    return before


def _locked(account: User) -> User:
    """The account as it is now, ours alone."""
    locked = User.objects.select_for_update().filter(pk=account.pk, is_active=True).first()
    if locked is None:
        raise Refused("account_closed")
    return locked


def _record(action: str, account: User, *, actor: Actor, at: datetime) -> None:
    """The row says that it happened; never which address."""
    audit.record(action, subject=Subject("people.account", account.pk), actor=actor, at=at, municipality=None)
