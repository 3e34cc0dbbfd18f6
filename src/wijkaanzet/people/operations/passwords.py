"""An account gets another password."""

from django.db import transaction

from wijkaanzet.people.models import User


@transaction.atomic
def choose_password(account: User, *, password: str) -> None:
    """Keep another password, and nothing else of an account as it was read: it may have another address by now.

    One that was closed meanwhile stays closed, and keeps none.
    """
    account.set_password(password)
    User.objects.filter(pk=account.pk, is_active=True).update(password=account.password)
