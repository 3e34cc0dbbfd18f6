"""What a plan costs a year, and whether there is enough of it."""

from django.utils.translation import gettext as _

from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.handing_in import asks_cents
from wijkaanzet.web.numbers import amount
from wijkaanzet.web.pages.plan_reading import PlanMoney
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.plan_reading.priorities import Setting, standing


def money_of(content: PlanContent, edition: Edition, setting: Setting) -> PlanMoney:
    """What a plan costs a year, a row per contribution in money, and whether there is enough of it."""
    rows = []
    for priority in content.priorities:
        for one in standing(priority, setting):
            if one.cents is not None:
                note = " · ".join(filter(None, (priority.title, one.who, one.money_from)))
                cents = (one.cents, None) if one.from_area_money else (None, one.cents)
                rows.append(MoneyRow(label=one.what, note=note, cents=cents))
    columns = (_("From the money of the neighbourhood"), _("From elsewhere"))
    table = MoneyTable(caption=_("What it costs a year"), first=_("For what"), columns=columns, rows=tuple(rows))
    asks = asks_cents(content, without=setting.taken_back)
    more = edition.available_cents is not None and asks > edition.available_cents
    return PlanMoney(
        table=table if rows else None,
        enough=_enough(asks, edition.available_cents),
        shortfall=edition.shortfall_from if more else "",
    )


def _enough(asks: int, available: int | None) -> str:
    if not asks:
        return _("This plan asks no money of the neighbourhood.")
    asked = _("This plan asks %(amount)s a year from the money of the neighbourhood.") % {"amount": amount(asks)}
    if available is None:
        unknown = _("How much there is was not decided yet.")
        return f"{asked} {unknown}"
    there = _("There is %(amount)s.") % {"amount": amount(available)}
    if asks <= available:
        return f"{asked} {there}"
    short = _("That is %(amount)s short.") % {"amount": amount(asks - available)}
    return f"{asked} {there} {short}"
