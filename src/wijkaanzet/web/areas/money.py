"""The money of an area as a table, a bar and the organisations that answer for it."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget.models import AllocationShare
from wijkaanzet.budget.queries import AreaMoney, HolderMoney
from wijkaanzet.web.pages import Holder
from wijkaanzet.web.parts.money import MoneyBar, MoneyRow, MoneyTable, Share
from wijkaanzet.web.words import word


def pot_name(arrangement: Arrangement, earmark: str, component: str = "") -> str:
    """The municipality's own words for an earmark, with its component when there is one."""
    name = word(arrangement, "earmark", earmark).capitalize()
    return f"{name}, {word(arrangement, 'component', component)}" if component else name


def _in_order(pots: Sequence[AreaMoney], arrangement: Arrangement) -> list[AreaMoney]:
    """Pots in the order in which the arrangement names earmarks and components; what it no longer names comes last."""
    named = [
        pot
        for earmark in arrangement.earmarks
        for component in ("", *arrangement.components)
        for pot in pots
        if (pot.earmark, pot.component) == (earmark, component)
    ]
    return named + [pot for pot in pots if pot not in named]


def _short_name(pot: AreaMoney, pots: Sequence[AreaMoney], arrangement: Arrangement) -> str:
    """With one earmark its name says nothing; then a component stands by its own word."""
    if pot.component and len({one.earmark for one in pots}) == 1:
        return word(arrangement, "component", pot.component).capitalize()
    return pot_name(arrangement, pot.earmark, pot.component)


def table(pots: Sequence[AreaMoney], arrangement: Arrangement, *, year: int) -> MoneyTable | None:
    """What was allotted, promised and is still free, a row per pot; None as long as nothing was allotted."""
    if not pots:
        return None
    columns = (_("Allotted"), _("Promised"), _("Still free"))
    rows = (
        (_short_name(pot, pots, arrangement), (pot.allocated_cents, pot.committed_cents, pot.free_cents))
        for pot in _in_order(pots, arrangement)
    )
    return _table(rows, columns, year=year)


def coming_table(shares: Sequence[AllocationShare], arrangement: Arrangement, *, year: int) -> MoneyTable:
    """What was decided for a year that is still to begin, a row per pot: nothing of it is promised yet."""
    pots = [
        AreaMoney(share.earmark, share.component, share.amount_cents, committed_cents=0, free_cents=share.amount_cents)
        for share in shares
        if share.amount_cents
    ]
    rows = ((_short_name(pot, pots, arrangement), (pot.allocated_cents,)) for pot in _in_order(pots, arrangement))
    return _table(rows, (_("Allotted"),), year=year)


def _table(rows: Iterable[tuple[str, tuple[int, ...]]], columns: tuple[str, ...], *, year: int) -> MoneyTable:
    return MoneyTable(
        caption=_("The money of %(year)s") % {"year": year},
        caption_hidden=True,
        first=str(year),
        columns=columns,
        rows=tuple(MoneyRow(label=label, cents=cents) for label, cents in rows),
    )


def bar(pots: Sequence[AreaMoney], arrangement: Arrangement) -> MoneyBar | None:
    """Of every 100 euro: how many are promised per earmark (or component, with one earmark), and how many are free.

    None as long as nothing is promised: a bar of one piece says nothing that the table does not say.
    """
    if not any(pot.committed_cents for pot in pots):
        return None
    single = len({pot.earmark for pot in pots}) == 1
    promised: dict[str, int] = {}
    for pot in _in_order(pots, arrangement):
        kind, key = ("component", pot.component) if single and pot.component else ("earmark", pot.earmark)
        name = word(arrangement, kind, key)
        promised[name] = promised.get(name, 0) + pot.committed_cents
    shares = [Share(label=_("promised for %(name)s") % {"name": name}, cents=cents) for name, cents in promised.items()]
    return MoneyBar(shares=(*shares, Share(label=_("still free"), cents=sum(pot.free_cents for pot in pots))))


def holders(found: Sequence[HolderMoney]) -> tuple[Holder, ...]:
    """The organisations that answer for the money, by name."""
    return tuple(Holder(name=one.name, cents=one.cents) for one in found)
