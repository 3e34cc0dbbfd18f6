"""A code of the second step opens the door once."""

from datetime import datetime
from typing import Final

from allauth.mfa.models import Authenticator
from django.db import transaction

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.codes import as_kept
from wijkaanzet.people.operations.taking_part import refuse_login

REMEMBERED: Final = 5
"""A code counts in three steps of half a minute; in that time at most four others can be used."""


@transaction.atomic
def use_first_code(account_id: int, *, code: str, actor: Actor, at: datetime) -> None:
    """Write down that the code with which somebody set the second step up was used, as `use_code` does."""
    for second_step in Authenticator.objects.filter(user=account_id, type=Authenticator.Type.TOTP).order_by("id"):
        use_code(second_step, code=code, actor=actor, at=at)


@transaction.atomic
def use_code(second_step: Authenticator, *, code: str, actor: Actor, at: datetime) -> bool:
    """Keep that a right code was used; False, and written down as a mistake, for a second time (RFC 6238, 5.2).

    allauth forgets a used code after one step, in each process of its own. Here it is kept with the second step, so it
    holds for all workers and for the steps beside the present one. Spare codes are crossed off by allauth.
    """
    if second_step.type != Authenticator.Type.TOTP:
        return True
    held = Authenticator.objects.select_for_update().get(pk=second_step.pk)
    used, digits = held.data.get("used", []), as_kept(code)
    if digits in used:
        refuse_login(held.user_id, locked=False, actor=actor, at=at)
        return False
    held.data["used"] = [*used, digits][-REMEMBERED:]
    held.save(update_fields=["data"])
    return True
