"""What happens to money after it was allocated: promised, paid, accounted for, claimed back, or free again."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from wijkaanzet.budget.models import Posting
from wijkaanzet.budget.operations.post import Purpose, Transfer, post
from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import AccountKind, AccountName, PostingKind
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused


@transaction.atomic
def commit(origin: AccountName, *, cents: int, purpose: Purpose, actor: Actor, at: datetime) -> Posting:
    """Promise money of an area or the city to a holder. Raises Refused("not_enough_money"): never over its ceiling."""
    return _transfer(
        PostingKind.COMMITMENT, origin, _held(AccountKind.COMMITTED, origin, purpose), cents, purpose, actor, at
    )


@transaction.atomic
def pay(origin: AccountName, *, cents: int, purpose: Purpose, actor: Actor, at: datetime) -> Posting:
    """Pay of what was promised from `origin`. Raises Refused("not_enough_money") above the promise."""
    promised = _held(AccountKind.COMMITTED, origin, purpose)
    return _transfer(PostingKind.PAYMENT, promised, _held(AccountKind.PAID, origin, purpose), cents, purpose, actor, at)


@transaction.atomic
def determine(origin: AccountName, *, cents: int, purpose: Purpose, actor: Actor, at: datetime) -> Posting:
    """Determine for good what the holder may keep of what was paid (Awb 4:42). Raises Refused("not_enough_money")."""
    paid = _held(AccountKind.PAID, origin, purpose)
    kept = _held(AccountKind.DETERMINED, origin, purpose)
    return _transfer(PostingKind.DETERMINATION, paid, kept, cents, purpose, actor, at)


@transaction.atomic
def reclaim(origin: AccountName, *, cents: int, purpose: Purpose, actor: Actor, at: datetime) -> Posting:
    """Claim back from the holder what was paid and not kept (Awb 4:57). Raises Refused("not_enough_money")."""
    paid = _held(AccountKind.PAID, origin, purpose)
    owed = ledger.reclaimed(origin.year, purpose.holder.id)
    return _transfer(PostingKind.RECLAIM, paid, owed, cents, purpose, actor, at)


@transaction.atomic
def release(origin: AccountName, *, cents: int, purpose: Purpose, actor: Actor, at: datetime) -> Posting:
    """Make money free again: a promise from `origin` that is not needed, or the money of a reclaim that came back.

    Raises Refused("not_enough_money") and ("not_yet_releasable") before the day that was agreed with the promise.
    """
    is_reclaim = origin.kind is AccountKind.RECLAIMED
    held = origin if is_reclaim else _held(AccountKind.COMMITTED, origin, purpose)
    _check_day(held, purpose, on=localdate(at))
    return _transfer(PostingKind.RELEASE, held, ledger.freed(origin.year), cents, purpose, actor, at)


def _check_day(held: AccountName, purpose: Purpose, *, on: date) -> None:
    """A promise with a day from which it may be released is kept until that day."""
    promised = Posting.objects.filter(to_account__name=held.name, holder=purpose.holder)
    latest = promised.aggregate(Max("releasable_from"))["releasable_from__max"]
    if latest is not None and on < latest:
        raise Refused("not_yet_releasable", day=latest)


def _held(stage: AccountKind, origin: AccountName, purpose: Purpose) -> AccountName:
    label = f"{purpose.subject.kind}-{purpose.subject.id}"  # the whole kind: two contexts may both have an agreement 3
    return ledger.held(stage, origin, holder_id=purpose.holder.id, purpose=label)


def _transfer(
    kind: PostingKind,
    origin: AccountName,
    destination: AccountName,
    cents: int,
    purpose: Purpose,
    actor: Actor,
    at: datetime,
) -> Posting:
    municipality = purpose.holder.municipality
    transfers = [Transfer(origin, destination, cents)]
    (posting,) = post(transfers, kind=kind, municipality=municipality, purpose=purpose, at=at)
    audit.record(
        f"budget.posting.{kind}",
        subject=purpose.subject,
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"posting": posting.id, "cents": cents},
    )
    return posting
