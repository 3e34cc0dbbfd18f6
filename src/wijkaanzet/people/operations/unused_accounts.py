"""An account that nobody ever used closes with the role it was opened for, and opens again under its name."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from wijkaanzet.kernel import audit, outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import StandIn, User
from wijkaanzet.people.operations.stand_ins import end_stand_in
from wijkaanzet.people.queries import never_used


@transaction.atomic
def close_unused(account_id: int, *, actor: Actor, at: datetime) -> None:
    """Close an account that nobody ever used: who got its mail by mistake gets in no more. Another stays open."""
    account = User.objects.select_for_update().get(pk=account_id)
    if not (account.is_active and never_used(account)):
        return
    for stand_in in account.standing_in.order_by("id"):
        end_stand_in(stand_in, actor=actor, at=at)
    shut(account, actor=actor, at=at)


@transaction.atomic
def shut(account: User, *, actor: Actor, at: datetime) -> None:
    """Let nobody log in with an account any more, wherever that is open now; its row in the log has no names."""
    account.is_active = False
    _forget_the_password(account)
    _record("people.account.closed", account, actor=actor, at=at)


@transaction.atomic
def open_again(*, username: str, email: str, actor: Actor, at: datetime) -> User | None:
    """Open the account of this name for who has this address, when nobody ever used it; None when there is no such one.

    What was on its way to the address of before does not go to this one, and nothing that came there opens it.
    """
    # First the lock and then the questions: two who open it at once would else both find it unused.
    account = User.objects.select_for_update().filter(username__iexact=username).first()
    if account is None or account.has_usable_password() or not never_used(account):
        return None
    if StandIn.objects.filter(user=account).exists():
        return None
    if account.email.casefold() != email.casefold():
        outbox.withdraw(account.pk)
        EmailAddress.objects.filter(user=account).delete()  # each of these would get a link to choose a password
    account.is_active, account.email = True, email
    _forget_the_password(account)
    _record("people.account.opened_again", account, actor=actor, at=at)
    return account


def _forget_the_password(account: User) -> None:
    """Of one without a password too: a link to choose one fits only how it was when the link was made."""
    account.set_unusable_password()
    account.save(update_fields=["is_active", "email", "password"])


def _record(action: str, account: User, *, actor: Actor, at: datetime) -> None:
    audit.record(action, subject=Subject("people.account", account.pk), actor=actor, at=at, municipality=None)
