"""The ledger: names of accounts, and which kind of posting may go from where to where. Plain Python.

One posting is one transfer between two accounts, so the ledger balances by construction. Names, `-` where a part does
not apply: `bron:raad:2018`, `stad:-:-:jeugd:2018`, `wijk:T01:-:jeugd:2018`, then `verplicht:`, `betaald:` and
`vastgesteld:` with holder, purpose and the pot it came from, `terug:7:2018`, `vrij:2018`. A holder stands by number.
"""

from dataclasses import dataclass
from enum import StrEnum


class AccountKind(StrEnum):
    """Soort rekening. What money on an account is: given, free, promised, paid, accounted for."""

    SOURCE = "source"
    CITY = "city"
    AREA = "area"
    COMMITTED = "committed"
    PAID = "paid"
    DETERMINED = "determined"
    RECLAIMED = "reclaimed"
    FREED = "freed"


class PostingKind(StrEnum):
    """Soort boeking. What a transfer of money means."""

    APPROPRIATION = "appropriation"
    ALLOCATION = "allocation"
    COMMITMENT = "commitment"
    PAYMENT = "payment"
    DETERMINATION = "determination"
    RECLAIM = "reclaim"
    RELEASE = "release"


FLOWS: dict[PostingKind, set[tuple[AccountKind, AccountKind]]] = {
    PostingKind.APPROPRIATION: {(AccountKind.SOURCE, AccountKind.CITY)},
    PostingKind.ALLOCATION: {(AccountKind.CITY, AccountKind.AREA)},
    PostingKind.COMMITMENT: {(AccountKind.AREA, AccountKind.COMMITTED), (AccountKind.CITY, AccountKind.COMMITTED)},
    PostingKind.PAYMENT: {(AccountKind.COMMITTED, AccountKind.PAID)},
    PostingKind.DETERMINATION: {(AccountKind.PAID, AccountKind.DETERMINED)},
    # What was paid too much is claimed back from its holder; what was promised and not needed becomes free again.
    PostingKind.RECLAIM: {(AccountKind.PAID, AccountKind.RECLAIMED)},
    PostingKind.RELEASE: {(AccountKind.COMMITTED, AccountKind.FREED), (AccountKind.RECLAIMED, AccountKind.FREED)},
}


@dataclass(frozen=True)
class AccountName:
    """An account before it exists: its unique name and what the name says, so that it can be made on first use."""

    name: str
    kind: AccountKind
    year: int
    area_id: int | None = None
    component: str = ""
    earmark: str = ""
    holder_id: int | None = None


def source(year: int) -> AccountName:
    """Where the money of a year comes from: the council."""
    return AccountName(f"bron:raad:{year}", AccountKind.SOURCE, year)


def city(year: int, earmark: str) -> AccountName:
    """Money of the whole municipality, under an earmark."""
    return AccountName(f"stad:-:-:{earmark}:{year}", AccountKind.CITY, year, earmark=earmark)


def area(year: int, *, code: str, area_id: int, component: str, earmark: str) -> AccountName:
    """Money of one area, under a component (may be empty) and an earmark."""
    name = f"wijk:{code}:{component or '-'}:{earmark}:{year}"
    return AccountName(name, AccountKind.AREA, year, area_id=area_id, component=component, earmark=earmark)


def held(stage: AccountKind, origin: AccountName, *, holder_id: int, purpose: str) -> AccountName:
    """Money that a holder was promised, was paid, or accounted for, for a purpose such as `contract-3`."""
    words = {AccountKind.COMMITTED: "verplicht", AccountKind.PAID: "betaald", AccountKind.DETERMINED: "vastgesteld"}
    return AccountName(
        f"{words[stage]}:{holder_id}:{purpose}:{origin.name}",
        stage,
        origin.year,
        area_id=origin.area_id,
        component=origin.component,
        earmark=origin.earmark,
        holder_id=holder_id,
    )


def reclaimed(year: int, holder_id: int) -> AccountName:
    """Money that a holder has to give back."""
    return AccountName(f"terug:{holder_id}:{year}", AccountKind.RECLAIMED, year, holder_id=holder_id)


def freed(year: int) -> AccountName:
    """Money that became free again and waits for a decision."""
    return AccountName(f"vrij:{year}", AccountKind.FREED, year)


def fits(kind: PostingKind, origin: AccountKind, destination: AccountKind) -> bool:
    """Whether a posting of this kind may go from an account of the one kind to one of the other."""
    return (origin, destination) in FLOWS[kind]
