"""Who takes part already: one person stands once in the list of a network. Plain Python."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from wijkaanzet.kernel.as_read import mark_of
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.rules.networks import Named


@dataclass(frozen=True, kw_only=True)
class TakesPart:
    """Somebody at a table, and as whom: as a resident, for an organisation or neither, in a seat or in none."""

    named: Named
    as_resident: bool
    organisation_id: int | None = None
    seat_id: int | None = None
    seat_until: date | None = None
    """The last day of the term, when one was agreed; the same person may have another."""


def check_not_there(new: TakesPart, there: Iterable[TakesPart]) -> None:
    """Two people may have one name. They are the same person when also the address is the same: the e-mail address, or
    without one the telephone number; when neither has one, as whom they take part.

    Raises Refused("member_there").
    """
    if any(is_same_person(new, one) for one in there):
        raise Refused("member_there", name=new.named.name)


def known_by_address(named: Named, there: Mapping[int, TakesPart]) -> list[int]:
    """Who of the people at a table, by id, have this name and this address; nobody when no address is given."""
    if not _address(named):
        return []
    sought = (_name(named), _address(named))
    return [id_ for id_, one in there.items() if (_name(one.named), _address(one.named)) == sought]


def maybe_twice(there: Mapping[int, Named]) -> set[int]:
    """Who stand in a list with one name while no address tells them apart: it may be one person, by id."""
    of_one_name: defaultdict[str, list[int]] = defaultdict(list)
    for id_, named in there.items():
        of_one_name[_name(named)].append(id_)
    pairs = (pair for ids in of_one_name.values() for pair in combinations(ids, 2))
    return {id_ for one, other in pairs if _alike(there[one], there[other]) for id_ in (one, other)}


def is_same_person(one: TakesPart, other: TakesPart) -> bool:
    """Whether both are said of one person, as `check_not_there` tells people apart."""
    return _who(one) == _who(other)


def check_as_read(one: TakesPart, seen: str) -> None:
    """Nobody overwrites what came in meanwhile. Raises Refused("member_changed")."""
    if seen != mark_of(one):
        raise Refused("member_changed")


def _who(one: TakesPart) -> tuple[object, ...]:
    """What tells one person from another, however it is written."""
    if address := _address(one.named):
        return _name(one.named), address
    return _name(one.named), one.as_resident, one.organisation_id, one.seat_id


def _alike(one: Named, other: Named) -> bool:
    """The first kind of address that both gave is the same, or there is none that both gave."""
    given = ((_email(one), _email(other)), (_phone(one), _phone(other)))
    return next((mine == theirs for mine, theirs in given if mine and theirs), True)


def _name(named: Named) -> str:
    return "".join(named.name.casefold().split())


def _address(named: Named) -> str:
    """The e-mail address, or without one the telephone number; empty without either."""
    return _email(named) or _phone(named)


def _email(named: Named) -> str:
    return named.email.casefold()


def _phone(named: Named) -> str:
    return "".join(filter(str.isdigit, named.phone))
