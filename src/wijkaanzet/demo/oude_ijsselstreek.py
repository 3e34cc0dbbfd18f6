"""Oude IJsselstreek in the demo: the staircase of government participation, filled as in its own document.

The areas are named after its larger places; organisation, days, desks, people and plan are made up. No money is
divided.
"""

from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.planning_city import CityDesk, planning_city
from wijkaanzet.people.rules import Role

PROFILE: Final = planning_city(
    slug="oude-ijsselstreek",
    name="Oude IJsselstreek",
    partner="Welzijn Oude IJssel (oefening)",
    desk=CityDesk(
        name="Loket gebieden",
        purpose="Vragen over geld en plannen van uw gebied",
        phone="14 0315",
        place="Gemeentehuis (oefening), Staringstraat 25",
    ),
    of_area=(
        Persona(Role.COORDINATOR, _("Brings people together in Ulft."), area="ulft"),
        Persona(Role.AREA_MANAGER, _("Knows Ulft for the municipality."), area="ulft"),
    ),
)
