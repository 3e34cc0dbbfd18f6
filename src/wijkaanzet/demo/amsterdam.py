"""Amsterdam in the demo: a district whose plan is looked at and changed every quarter.

The districts are named as they are; organisation, days, desks, people and plan are made up. No money is divided here.
"""

from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.planning_city import CityDesk, planning_city
from wijkaanzet.people.rules import Role

PROFILE: Final = planning_city(
    slug="amsterdam",
    name="Amsterdam",
    partner="Welzijn Zuidoost (oefening)",
    desk=CityDesk(
        name="Loket sociale basis",
        purpose="Vragen over geld en plannen van uw stadsdeel",
        phone="14 020",
        place="Stadhuis (oefening), Amstel 1",
    ),
    of_area=(
        Persona(Role.COORDINATOR, _("Brings people together in Zuidoost."), area="zuidoost"),
        Persona(Role.AREA_MANAGER, _("Knows Zuidoost for the municipality."), area="zuidoost"),
    ),
)
