"""The one posting operation: nothing else changes a balance."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from wijkaanzet.areas.models import Area
from wijkaanzet.budget.models import Account, Posting
from wijkaanzet.budget.rules import entries, ledger
from wijkaanzet.budget.rules.ledger import AccountKind, AccountName, PostingKind
from wijkaanzet.decisions.models import Decision
from wijkaanzet.kernel import subjects
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
    """Transfer amounts, all or none of them; one transaction of a municipality posts at a time, the others wait.

    Raises Refused("not_enough_money"): the condition is in the UPDATE itself, so that of two who act at once on the
    last euro one gets a clear no. Also ("amount_not_above_zero"), ("wrong_flow"), ("rests_on_nothing"),
    ("other_tenant"), ("other_holder"), ("other_account"), ("unknown_subject"), and for what cannot stand in a ledger
    at all ("amount_not_in_cents"), ("amount_too_large"), ("year_out_of_range") and ("not_a_key").
    """
    _check(transfers, kind, municipality, purpose)
    _wait_for_turn(municipality)
    accounts = _accounts(transfers, municipality)
    _move_balances(transfers, accounts)
    return Posting.objects.bulk_create(_posting(transfer, kind, purpose, accounts, at) for transfer in transfers)


def _check(transfers: list[Transfer], kind: PostingKind, municipality: Municipality, purpose: Purpose) -> None:
    """What can be known before anything is touched."""
    if purpose.decision is None and not purpose.reference.strip():
        raise Refused("rests_on_nothing")
    if purpose.holder.municipality_id != municipality.id:
        raise Refused("other_tenant", name=purpose.holder.name)
    if purpose.decision is not None and purpose.decision.municipality_id != municipality.id:
        raise Refused("other_tenant", name=str(purpose.decision))
    if purpose.subject.kind not in subjects.kinds():
        raise Refused("unknown_subject", kind=purpose.subject.kind)
    for transfer in transfers:
        _check_entries(transfer)
        if not ledger.fits(kind, transfer.origin.kind, transfer.destination.kind):
            raise Refused("wrong_flow", kind=kind, origin=transfer.origin.name, destination=transfer.destination.name)
        if {transfer.origin.holder_id, transfer.destination.holder_id} - {None, purpose.holder.id}:
            raise Refused("other_holder", name=purpose.holder.name)


def _check_entries(transfer: Transfer) -> None:
    entries.check_amount(transfer.cents)
    for account in (transfer.origin, transfer.destination):
        entries.check_year(account.year)
        for key in filter(None, (account.earmark, account.component)):
            entries.check_key(key)


def _wait_for_turn(municipality: Municipality) -> None:
    """Hold the ledger of the municipality until the transaction ends, as SQLite does by itself.

    Accounts are touched in the order of their names, but a transaction that posts twice has no such order, and
    PostgreSQL would end one of two such by a deadlock. `no_key` leaves rows that point at the municipality alone.
    """
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)


def _accounts(transfers: list[Transfer], municipality: Municipality) -> dict[str, Account]:
    """The accounts by name; one that is named for the first time is made.

    Raises Refused("other_account") when a name is in use for something else, such as an area of another division
    with the same code, and ("other_tenant") when the area lies in another municipality.
    """
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
    if new:
        _check_areas(new, municipality)
        Account.objects.bulk_create(new, ignore_conflicts=True)
        found = {row.name: row for row in Account.objects.filter(municipality=municipality, name__in=names)}
    for key, row in found.items():
        if _says(row) != names[key]:
            raise Refused("other_account", account=key)
    return found


def _check_areas(new: list[Account], municipality: Municipality) -> None:
    areas = {row.area_id for row in new if row.area_id is not None}
    foreign = Area.objects.filter(pk__in=areas).exclude(division__municipality=municipality)
    for area in foreign.order_by("code")[:1]:
        raise Refused("other_tenant", name=area.name)


def _says(row: Account) -> AccountName:
    """What an account that exists is for."""
    return AccountName(
        name=row.name,
        kind=AccountKind(row.kind),
        year=row.year,
        area_id=row.area_id,
        component=row.component,
        earmark=row.earmark,
        holder_id=row.holder_id,
    )


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
