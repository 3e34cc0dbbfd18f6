"""An account is closed for good: its roles end, and with what it was reached and opened is deleted."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import outbox
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.operations.roles import end_role, take_back_role
from wijkaanzet.people.operations.stand_ins import end_stand_in
from wijkaanzet.people.operations.unused_accounts import shut
from wijkaanzet.people.queries import not_ended
from wijkaanzet.people.rules import Role


@transaction.atomic
def close_account(account: User, *, actor: Actor, at: datetime) -> None:
    """Close an account: its roles end today, nobody logs in with it again, and its address and password are deleted.

    A role whose first day is not over is taken back, in whichever municipality. What waits in the outbox is not sent:
    its holder asked for this and there is no address any more. The row of the account stays, for the log names its
    number; so does its name, which nobody gets again: what one did would else be read as what the other did.
    Raises Refused: ("account_closed") when it is closed already, and ("last_admin") when nobody would look after the
    roles of a municipality.
    """
    # The roles first and then the account, in the order in which taking back a role locks them. Those of all who
    # administer roles at once: two with such roles in the same municipalities would wait for each other.
    own = account.memberships.filter(role=Role.FUNCTIONAL_ADMIN).values("municipality")
    admins = Membership.objects.filter(role=Role.FUNCTIONAL_ADMIN, municipality__in=own)
    list(admins.select_for_update(of=("self",)).order_by("id").values_list("id"))
    for held in not_ended(account.memberships.all(), on=localdate(at)).order_by("id"):
        if held.starts_on < localdate(at):
            end_role(held, ends_before=localdate(at), actor=actor, at=at)
        else:
            take_back_role(held, actor=actor, at=at)
    closing = User.objects.select_for_update().filter(pk=account.pk, is_active=True).first()
    if closing is None:
        raise Refused("account_closed")
    for stand_in in closing.standing_in.order_by("id"):
        end_stand_in(stand_in, actor=actor, at=at)
    outbox.withdraw(closing.pk)
    EmailAddress.objects.filter(user=closing).delete()
    Authenticator.objects.filter(user=closing).delete()
    closing.email = ""
    shut(closing, actor=actor, at=at)
