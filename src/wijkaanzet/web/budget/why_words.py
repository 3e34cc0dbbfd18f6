"""What the page Why says around its sums: where a price comes from, what the floors did, what would change."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget.models import AllocationLine, CityLine
from wijkaanzet.budget.queries import WholeSum
from wijkaanzet.budget.rules.division import CityKind
from wijkaanzet.budget.rules.model import Earmark, Model, UnitKind
from wijkaanzet.web.numbers import amount, percentage, readable, units
from wijkaanzet.web.templatetags.parts import in_words, number
from wijkaanzet.web.words import word


def intro(whole: WholeSum, name: str) -> str:
    """How large a pot is and how it falls apart; with floors, how much they moved."""
    parameters = {"name": name, "euros": amount(whole.cents), "count": whole.areas, "base": amount(whole.base_cents)}
    said = [_("For %(name)s there is %(euros)s for all neighbourhoods.") % parameters]
    if whole.base_cents:
        said.append(_("%(base)s of that is the fixed amount for %(count)s neighbourhoods.") % parameters)
    rest = {"rest": amount(whole.cents - whole.base_cents)}
    said.append(_("The rest, %(rest)s, follows who live there.") % rest)
    if whole.raised:
        moved = {"euros": amount(whole.raised_cents)}
        said.append(_("The lower limit moved %(euros)s of it. The other neighbourhoods get that much less.") % moved)
    return " ".join(said)


def estimated(places: Sequence[tuple[str, int]]) -> str:
    """That a figure is not known somewhere, where, and what is counted instead; empty when all is known."""
    if not places:
        return ""
    named = [
        ngettext("%(name)s (%(people)s person)", "%(name)s (%(people)s people)", people)
        % {"name": name, "people": number(people)}
        for name, people in places
    ]
    return _("This figure is not known of %(places)s. There we count with the average of the rest of the city.") % {
        "places": in_words(tuple(named))
    }


def price_of(key: str, earmark: Earmark, whole: WholeSum) -> str:
    """Where the price of one person comes from: a share of the rest, divided over everybody who counts."""
    weight = next((one.weight for one in earmark.criteria if one.key == key), None)
    if weight is None:
        return ""
    parameters = {
        "share": percentage(weight),
        "rest": amount(whole.cents - whole.base_cents),
        "units": units(str(whole.units.get(key, Fraction(0)))),
    }
    return _("%(share)s of %(rest)s, divided by %(units)s people in the whole city.") % parameters


def floors(model: Model, wholes: Mapping[str, WholeSum], arrangement: Arrangement) -> str:
    """What no area gets less than, and whether that was needed; nothing when the model has no floors."""
    amounts = [_floor(one, arrangement) for one in model.earmarks if one.floor.cents or one.floor.cents_per_inhabitant]
    if not amounts:
        return ""
    raised = {area for whole in wholes.values() for area in whole.raised}
    least = _("No neighbourhood gets less than %(amounts)s.") % {"amounts": in_words(tuple(amounts))}
    return f"{least} {_needed(len(raised))}"


def _needed(areas: int) -> str:
    if not areas:
        return _("This year no neighbourhood needed that.")
    words = ngettext(
        "This year %(count)s neighbourhood needed that.", "This year %(count)s neighbourhoods needed that.", areas
    )
    return words % {"count": areas}


def _floor(earmark: Earmark, arrangement: Arrangement) -> str:
    floor = earmark.floor
    parameters = {
        "name": word(arrangement, "earmark", earmark.key),
        "euros": amount(floor.cents),
        "each": amount(floor.cents_per_inhabitant),
    }
    if not floor.cents_per_inhabitant:
        return _("%(euros)s for %(name)s") % parameters
    if not floor.cents:
        return _("%(each)s for each inhabitant for %(name)s") % parameters
    return _("%(euros)s (or %(each)s for each inhabitant, if that is more) for %(name)s") % parameters


def counting(model: Model, lines: Collection[AllocationLine]) -> tuple[str, ...]:
    """What a reader may wonder at in the counts: one person in two of them, and a part of a person."""
    said = []
    if any(len(earmark.criteria) > 1 for earmark in model.earmarks):
        said.append(_("One person can count in more than one count."))
    kinds = {one.kind for earmark in model.earmarks for one in earmark.criteria}
    broken = any(line.units and Fraction(line.units).denominator != 1 for line in lines)
    if broken and UnitKind.PERCENTAGE in kinds:
        said.append(_("A number behind the decimal mark is there because we calculate with percentages."))
    return tuple(said)


def changes() -> tuple[str, ...]:
    """What would change the amount: who live here and elsewhere, and the two decisions behind it."""
    people = (
        _("Do more people who count come to live here? Then the amount goes up."),
        _("Do more of them come to live in other neighbourhoods? Then it goes down here. The total stays the same."),
    )
    return (
        " ".join(people),
        _("The council can give more or less for the whole city."),
        _("The executive can give one count more weight than another."),
    )


def city_motive(line: CityLine, model: Model, arrangement: Arrangement) -> str:
    """Why money stays with the whole city: the motive in the model, or the share that the model sets apart."""
    if line.key != CityKind.SHARE:
        return f"{readable(line.motive).rstrip('.')}."
    share = next((one.city.share for one in model.earmarks if one.key == line.earmark), Fraction(0))
    parameters = {"share": percentage(share), "name": word(arrangement, "earmark", line.earmark)}
    return _("This is %(share)s of the money for %(name)s. The allocation model says so.") % parameters
