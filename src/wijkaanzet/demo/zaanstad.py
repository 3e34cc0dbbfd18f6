"""Zaanstad in the demo: a neighbourhood where mostly the same people come, and where that is said.

The neighbourhoods are named as they are; organisation, days, desks, people and plan are made up. No money is divided.
"""

from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.planning_city import CityDesk, planning_city
from wijkaanzet.people.rules import Role

PROFILE: Final = planning_city(
    slug="zaanstad",
    name="Zaanstad",
    partner="Welzijn aan de Zaan (oefening)",
    figures_year=2016,
    desk=CityDesk(
        name="Loket wijken",
        purpose="Vragen over geld en plannen van uw wijk",
        phone="14 075",
        place="Stadhuis (oefening), Stadhuisplein 100",
    ),
    of_area=(
        Persona(Role.COORDINATOR, _("Brings people together in Zaandam Zuid."), area="zaandam-zuid"),
        Persona(Role.AREA_MANAGER, _("Knows Zaandam Zuid for the municipality."), area="zaandam-zuid"),
    ),
)
