"""What became of an agreement."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.networks.models import Agreement
from wijkaanzet.networks.operations.writing import follow_agreement, log_agreement
from wijkaanzet.networks.rules import AgreementStatus
from wijkaanzet.networks.rules.agreements import check_settled, fitting_became


@transaction.atomic
def settle_agreement(
    agreement: Agreement, *, status: AgreementStatus, what_became: str, actor: Actor, at: datetime
) -> Agreement:
    """Say that an agreement is done or let go, and what became of it; letting go is no failure.

    Raises Refused: ("agreement_settled"), ("network_words_too_long").
    """
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("meeting__network__body__municipality")
    agreement = rows.get(pk=agreement.pk)
    check_settled(AgreementStatus(agreement.status), status)
    agreement.status, agreement.what_became = status, fitting_became(what_became)
    agreement.settled_on = localdate(at)
    agreement.save(update_fields=["status", "what_became", "settled_on"])
    log_agreement(agreement, act=status, actor=actor, at=at)
    follow_agreement(agreement)
    return agreement
