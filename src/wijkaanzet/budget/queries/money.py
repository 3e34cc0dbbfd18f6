"""Reading the ledger: what an area was allotted, what is promised and to whom, what is still free; and its proof."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from wijkaanzet.areas.models import Area
from wijkaanzet.budget.models import Account, Posting
from wijkaanzet.budget.rules.ledger import AccountKind, PostingKind


@dataclass(frozen=True)
class AreaMoney:
    """Money of one earmark and component of an area, in cents."""

    earmark: str
    component: str
    allocated_cents: int
    committed_cents: int
    free_cents: int


@dataclass(frozen=True)
class HolderMoney:
    """What one accountable organisation holds of the money of an area: promised, paid or kept, in cents."""

    name: str
    cents: int


def money_of(area: Area, *, year: int) -> tuple[list[AreaMoney], list[HolderMoney]]:
    """The money of an area in a year, by earmark and component, and who holds what was promised. Two queries.

    What was released or claimed back is held by nobody any more: it left the area, and neither list counts it.
    """
    of_year = Account.objects.filter(area=area, year=year)
    by_pot: dict[tuple[str, str], int] = {}
    by_holder: dict[str, int] = {}
    held = of_year.filter(holder__isnull=False).values_list("earmark", "component", "holder__name")
    for earmark, component, holder, cents in held.annotate(cents=Sum("balance_cents")).order_by("holder__name"):
        by_pot[earmark, component] = by_pot.get((earmark, component), 0) + cents
        by_holder[holder] = by_holder.get(holder, 0) + cents
    allocated = of_year.filter(kind=AccountKind.AREA).annotate(allocated=Coalesce(Sum("into__amount_cents"), 0))
    pots = [
        AreaMoney(
            row.earmark,
            row.component,
            allocated_cents=row.allocated,
            committed_cents=by_pot.get((row.earmark, row.component), 0),
            free_cents=row.balance_cents,
        )
        for row in allocated.order_by("earmark", "component")
    ]
    return pots, [HolderMoney(name, cents) for name, cents in by_holder.items() if cents]


@dataclass(frozen=True)
class MoneyMoved:
    """What a decision did with money: a kind of posting under an earmark, in cents."""

    kind: PostingKind
    earmark: str
    cents: int


def moved_by(decision_id: int) -> list[MoneyMoved]:
    """The money that moved on a decision, by kind and earmark; one query."""
    rows = (
        Posting.objects.filter(decision=decision_id)
        .values("kind", "to_account__earmark")
        .annotate(cents=Sum("amount_cents"))
        .order_by("kind", "to_account__earmark")
    )
    return [MoneyMoved(PostingKind(row["kind"]), row["to_account__earmark"], row["cents"]) for row in rows]


def moved_cents(decision_ids: Iterable[int]) -> dict[int, int]:
    """All money that moved on each decision, in cents by its id; one query."""
    rows = (
        Posting.objects.filter(decision__in=list(decision_ids))
        .values("decision")
        .annotate(cents=Sum("amount_cents"))
        .order_by("decision__id")
    )
    return {row["decision"]: row["cents"] for row in rows}


def imbalances() -> Iterator[str]:
    """Every account whose running balance is not the sum of its postings, any total that is not zero, and every
    posting between two municipalities.

    One statement sees one moment, so that somebody who posts meanwhile raises no false alarm.
    """
    total = 0
    accounts = Account.objects.select_related("municipality").annotate(
        counted=_sum_of("to_account") - _sum_of("from_account")
    )
    for account in accounts.order_by("municipality__code", "name").iterator():
        total += account.balance_cents
        if account.counted != account.balance_cents:
            where = f"{account.municipality.code} {account.name}"
            yield f"{where}: the balance says {account.balance_cents} cents, the postings {account.counted}"
    if total:
        yield f"all balances together are {total} cents and must be 0"
    astray = Posting.objects.exclude(from_account__municipality=F("to_account__municipality"))
    for posting in astray.order_by("id").iterator():
        yield f"posting {posting} goes from one municipality to another"


def _sum_of(side: str) -> Coalesce:
    """The cents of all postings that name an account at this side."""
    mine = Posting.objects.filter(**{side: OuterRef("pk")}).order_by().values(side)
    return Coalesce(Subquery(mine.annotate(cents=Sum("amount_cents")).values("cents")), Value(0))
