"""Zaanstad in the demo: a neighbourhood where mostly the same people come, and where that is said.

The neighbourhoods are named as they are; organisation, days, desks, people and plan are made up. No money is divided.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

PARTNER: Final = "Welzijn aan de Zaan (oefening)"

PROFILE: Final = Profile(
    slug="zaanstad",
    name="Zaanstad",
    starts_on=date(2016, 9, 1),
    partner=PARTNER,
    coordinated_from=date(2017, 1, 1),
    next_year_begun_on=date(2017, 9, 18),
    told=False,
    figures_year=2016,
    city_desk=DeskDetails(
        name="Loket wijken",
        purpose="Vragen over geld en plannen van uw wijk",
        phone="14 075",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Stadhuis (oefening), Stadhuisplein 100",
        place_hours="dinsdag en donderdag van 13 tot 17 uur",
    ),
    area_desk=DeskDetails(
        name="Balie {area}",
        purpose="Voor een idee, een vraag of een praatje",
        phone="14 075",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Buurthuis {area} (oefening)",
        place_hours="dinsdagavond van 19 tot 21 uur",
    ),
    personas=(
        personas.POLICY_OFFICER,
        personas.COLLEGE_CLERK,
        personas.COUNCIL_MEMBER,
        Persona(Role.COORDINATOR, _("Brings people together in Zaandam Zuid."), area="zaandam-zuid"),
        Persona(Role.AREA_MANAGER, _("Knows Zaandam Zuid for the municipality."), area="zaandam-zuid"),
        personas.NETWORK_MEMBER,
        Persona(Role.PROVIDER, _("Works in the neighbourhoods for a welfare organisation."), organisation=PARTNER),
        personas.FUNCTIONAL_ADMIN,
    ),
)
