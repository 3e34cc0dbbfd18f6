"""The one posting operation: nothing else changes a balance."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from wijkaanzet.budget.models import Account, Posting
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import AccountKind, AccountName, PostingKind
from wijkaanzet.decisions.models import Decision
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Organisation


@dataclass(frozen=True)
class Purpose:
    """What a posting is for: its subject, who is accountable, and the decision or the payment it rests on."""

    subject: Subject
    holder: Organisation
    decision: Decision | None = None
    reference: str = ""
    function: str = ""
    releasable_from: date | None = None


@dataclass(frozen=True)
class Transfer:
    """An amount from one account to another."""

    origin: AccountName
    destination: AccountName
    cents: int


@transaction.atomic
def post(
    transfers: list[Transfer], *, kind: PostingKind, municipality: Municipality, purpose: Purpose, at: datetime
) -> list[Posting]:
    """Transfer amounts, all or none of them. Accounts are touched in the order of their names, against deadlock.

    Raises Refused("amount_not_above_zero"), ("wrong_flow") and ("not_enough_money"): the condition is in the UPDATE
    itself, so that of two who act at once on the last euro one gets a clear no.
    """
    for transfer in transfers:
        if transfer.cents <= 0:
            raise Refused("amount_not_above_zero")
        if not ledger.fits(kind, transfer.origin.kind, transfer.destination.kind):
            raise Refused("wrong_flow", kind=kind, origin=transfer.origin.name, destination=transfer.destination.name)
    accounts = _accounts(transfers, municipality)
    _move_balances(transfers, accounts)
    return Posting.objects.bulk_create(_posting(transfer, kind, purpose, accounts, at) for transfer in transfers)


def _accounts(transfers: list[Transfer], municipality: Municipality) -> dict[str, Account]:
    """The accounts by name; one that is named for the first time is made."""
    names = {name.name: name for transfer in transfers for name in (transfer.origin, transfer.destination)}
    found = {row.name: row for row in Account.objects.filter(municipality=municipality, name__in=names)}
    new = [
        Account(
            municipality=municipality,
            name=name.name,
            kind=name.kind,
            year=name.year,
            area_id=name.area_id,
            component=name.component,
            earmark=name.earmark,
            holder_id=name.holder_id,
        )
        for key, name in sorted(names.items())
        if key not in found
    ]
    if not new:
        return found
    Account.objects.bulk_create(new, ignore_conflicts=True)
    return {row.name: row for row in Account.objects.filter(municipality=municipality, name__in=names)}


def _move_balances(transfers: list[Transfer], accounts: dict[str, Account]) -> None:
    change = dict.fromkeys(accounts, 0)
    for transfer in transfers:
        change[transfer.origin.name] -= transfer.cents
        change[transfer.destination.name] += transfer.cents
    for name in sorted(name for name, cents in change.items() if cents):
        cents = change[name]
        enough = Q(kind=AccountKind.SOURCE) | Q(balance_cents__gte=-cents)
        room = Account.objects.filter(enough, pk=accounts[name].pk)
        if not room.update(balance_cents=F("balance_cents") + cents):
            left = Account.objects.values_list("balance_cents", flat=True).get(pk=accounts[name].pk)
            raise Refused("not_enough_money", account=name, left_cents=left, asked_cents=-cents)


def _posting(
    transfer: Transfer, kind: PostingKind, purpose: Purpose, accounts: dict[str, Account], at: datetime
) -> Posting:
    return Posting(
        from_account=accounts[transfer.origin.name],
        to_account=accounts[transfer.destination.name],
        amount_cents=transfer.cents,
        kind=kind,
        decision=purpose.decision,
        reference=purpose.reference,
        subject_kind=purpose.subject.kind,
        subject_id=purpose.subject.id,
        function=purpose.function,
        holder=purpose.holder,
        releasable_from=purpose.releasable_from,
        at=at,
    )
