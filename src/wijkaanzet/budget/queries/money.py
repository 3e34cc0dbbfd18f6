"""Reading the ledger: what an area was allotted, what is promised and to whom, what is still free; and its proof."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Sum
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
    free_cents: int

    @property
    def committed_cents(self) -> int:
        """What has been promised to holders since it was allotted."""
        return self.allocated_cents - self.free_cents


@dataclass(frozen=True)
class HolderMoney:
    """What one accountable organisation was promised of the money of an area, in cents."""

    name: str
    cents: int


def money_of(area: Area, *, year: int) -> tuple[list[AreaMoney], list[HolderMoney]]:
    """The money of an area in a year, by earmark and component, and who holds what was promised. Two queries."""
    accounts = Account.objects.filter(area=area, year=year, kind=AccountKind.AREA).annotate(
        allocated=Coalesce(Sum("into__amount_cents"), 0)
    )
    pots = [
        AreaMoney(row.earmark, row.component, allocated_cents=row.allocated, free_cents=row.balance_cents)
        for row in accounts.order_by("earmark", "component")
    ]
    held = (
        Posting.objects.filter(from_account__area=area, from_account__year=year, kind=PostingKind.COMMITMENT)
        .values("holder__name")
        .annotate(cents=Sum("amount_cents"))
        .order_by("holder__name")
    )
    return pots, [HolderMoney(row["holder__name"], row["cents"]) for row in held]


def imbalances() -> Iterator[str]:
    """Every account whose running balance is not the sum of its postings, and any total that is not zero."""
    into = dict(Posting.objects.values_list("to_account").annotate(cents=Sum("amount_cents")))
    out = dict(Posting.objects.values_list("from_account").annotate(cents=Sum("amount_cents")))
    total = 0
    for account in Account.objects.order_by("municipality_id", "name").iterator():
        counted = into.get(account.id, 0) - out.get(account.id, 0)
        total += account.balance_cents
        if counted != account.balance_cents:
            yield f"{account.name}: the balance says {account.balance_cents} cents, the postings {counted}"
    if total:
        yield f"all balances together are {total} cents and must be 0"
