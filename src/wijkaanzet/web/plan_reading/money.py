"""What a plan costs a year, and whether there is enough of it."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.queries import there_when_handed_in
from wijkaanzet.plans.rules.content import MoneyThere, PlanContent
from wijkaanzet.plans.rules.money import NO_PART, asked_by_part, shortfall
from wijkaanzet.web.numbers import amount
from wijkaanzet.web.pages.plan_reading import PlanMoney
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_reading.priorities import Setting, standing


def money_of(content: PlanContent, edition: Edition, setting: Setting) -> PlanMoney:
    """What a plan costs a year, a row per contribution in money, and whether there is enough of it."""
    rows, gone = [], setting.asked_no_more
    for priority in content.priorities:
        for one in standing(priority, setting):
            if one.cents is not None and one.public_id not in gone:
                line = setting.parts.name(one.earmark) or one.money_from
                note = " · ".join(filter(None, (priority.title, one.who, line)))
                cents = (one.cents, None) if one.from_area_money else (None, one.cents)
                rows.append(MoneyRow(label=one.what, note=note, cents=cents))
    columns = (_("From the money of the neighbourhood"), _("From elsewhere"))
    table = MoneyTable(caption=_("What it costs a year"), first=_("For what"), columns=columns, rows=tuple(rows))
    asked, there = asked_by_part(content, without=gone), there_when_handed_in(edition, content)
    return PlanMoney(
        table=table if rows else None,
        enough=enough(asked, there, setting.parts),
        shortfall=edition.shortfall_from if shortfall(asked, there) else "",
    )


def enough(asked: Mapping[str, int], there: MoneyThere, parts: MoneyParts) -> str:
    """What a plan asks of the money of the neighbourhood and of each part of it, and whether there is enough."""
    asks = sum(asked.values())
    if not asks:
        return _("This plan asks no money of the neighbourhood.")
    said = _("This plan asks %(amount)s a year from the money of the neighbourhood.") % {"amount": amount(asks)}
    return " ".join((said, *_held_against(asked, there, parts)))


def _held_against(asked: Mapping[str, int], there: MoneyThere, parts: MoneyParts) -> Iterator[str]:
    if there.cents is None:
        yield _("How much there is in %(year)s was not decided yet.") % {"year": there.year}
        return
    yield _("Still free in %(year)s: %(amount)s.") % {"year": there.year, "amount": amount(there.cents)}
    for earmark in sorted(set(asked) - {NO_PART}):
        told = {"part": parts.name(earmark), "asks": amount(asked[earmark]), "free": amount(there.of(earmark))}
        yield _("Of what it asks, %(asks)s is from the part for %(part)s. Still free there: %(free)s.") % told
    short = shortfall(asked, there)
    yield _("That is %(amount)s short.") % {"amount": amount(short)} if short else _("That is enough.")
