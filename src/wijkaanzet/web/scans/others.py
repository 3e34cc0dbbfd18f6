"""A figure beside the country and areas elsewhere that are like this one, in an order that judges nothing."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.queries.beside import Beside, beside
from wijkaanzet.scans.queries.sheet import Sheet, Told
from wijkaanzet.scans.rules.statistics.peers import PeerRule
from wijkaanzet.web.pages.figures import Others
from wijkaanzet.web.parts.written import written
from wijkaanzet.web.scans import words


def others(sheet: Sheet, area: Area, told: Told, *, municipality: str) -> Others | None:
    """The rows of the table; None when there is nothing to lay it beside."""
    column, found = told.column, beside(sheet, area, told.column)
    rows = [(area.name, words.number(column, told.shown.whole.value) or words.missing(told))]
    if told.benchmark is not None:
        rows.append((_city(told, municipality), words.number(column, told.benchmark)))
    if found.country is not None:
        rows.append((_("The Netherlands"), words.number(column, found.country)))
    rows += [(_group(one.rule, one.areas), words.number(column, one.value)) for one in found.groups]
    near = _near(found, told)
    return Others(rows=tuple(rows), near=near) if len(rows) > 1 or near else None


def _city(told: Told, municipality: str) -> str:
    """What stands beside the area: the municipality, or what is left of it without a large area."""
    if not told.left_out:
        return municipality
    rest = _("the rest of %(city)s") % {"city": municipality}
    return rest[:1].upper() + rest[1:]


def _group(rule: PeerRule, areas: int) -> str:
    if rule is PeerRule.SAME_SIZE:
        text = ngettext(
            "The middle one of %(number)s neighbourhood with about as many people",
            "The middle one of %(number)s neighbourhoods with about as many people",
            areas,
        )
    else:
        text = ngettext(
            "The middle one of %(number)s neighbourhood that is as urban",
            "The middle one of %(number)s neighbourhoods that are as urban",
            areas,
        )
    return text % {"number": written(areas)}


def _near(found: Beside, told: Told) -> tuple[tuple[str, str, str], ...]:
    """The areas most alike: name, how far, value."""
    return tuple(
        (
            f"{one.name} ({one.code})" if one.name else one.code,
            written(one.distance, 1),
            words.number(told.column, one.value) or _("not known"),
        )
        for one in found.neighbours
    )
