"""What stays with the whole city in a division, line by line and why."""

from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries
from wijkaanzet.budget.labels import CITY_KINDS
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.division import CityKind
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.budget.figures import model_of
from wijkaanzet.web.budget.why_words import city_motive
from wijkaanzet.web.numbers import readable
from wijkaanzet.web.parts.money import MoneyRow, MoneyTable


def for_the_city(run: AllocationRun, arrangement: Arrangement) -> MoneyTable:
    """The lines in the order of the model; the note of a row is its motive."""
    return MoneyTable(
        caption=_("What stays with the whole city in %(year)s") % {"year": run.year},
        caption_hidden=True,
        first=_("What for"),
        columns=(_("Amount"),),
        rows=tuple(
            MoneyRow(
                label=str(CITY_KINDS[CityKind.SHARE]) if line.key == CityKind.SHARE else readable(line.key),
                cents=(line.amount_cents,),
                note=f"{pot_name(arrangement, line.earmark)}. {city_motive(line, model_of(run), arrangement)}",
            )
            for line in queries.city_lines(run)
        ),
    )
