"""Who takes part already: one person stands once in the list of a network. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.networks import Named


@dataclass(frozen=True, kw_only=True)
class TakesPart:
    """Somebody at a table, and as whom: as a resident, for an organisation or neither, in a seat or in none."""

    named: Named
    as_resident: bool
    organisation_id: int | None = None
    seat_id: int | None = None


def check_not_there(new: TakesPart, there: Iterable[TakesPart]) -> None:
    """Two people may have one name. They are the same person when also the address is the same: the e-mail address, or
    without one the telephone number; when neither has one, as whom they take part.

    Raises Refused("member_there").
    """
    if any(_who(new) == _who(one) for one in there):
        raise Refused("member_there", name=new.named.name)


def _who(one: TakesPart) -> tuple[object, ...]:
    """What tells one person from another, however it is written."""
    name = "".join(one.named.name.casefold().split())
    phone = "".join(filter(str.isdigit, one.named.phone))
    if address := one.named.email.casefold() or phone:
        return name, address
    return name, one.as_resident, one.organisation_id, one.seat_id
