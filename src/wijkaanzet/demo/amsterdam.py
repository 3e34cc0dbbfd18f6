"""Amsterdam in the demo: a district whose plan is looked at and changed every quarter.

The districts are named as they are; organisation, days, desks, people and plan are made up. No money is divided here.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

PARTNER: Final = "Welzijn Zuidoost (oefening)"

PROFILE: Final = Profile(
    slug="amsterdam",
    name="Amsterdam",
    starts_on=date(2016, 9, 1),
    partner=PARTNER,
    coordinated_from=date(2017, 1, 1),
    next_year_begun_on=date(2017, 9, 18),
    told=False,
    city_desk=DeskDetails(
        name="Loket sociale basis",
        purpose="Vragen over geld en plannen van uw stadsdeel",
        phone="14 020",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Stadhuis (oefening), Amstel 1",
        place_hours="dinsdag en donderdag van 13 tot 17 uur",
    ),
    area_desk=DeskDetails(
        name="Balie {area}",
        purpose="Voor een idee, een vraag of een praatje",
        phone="14 020",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Buurthuis {area} (oefening)",
        place_hours="dinsdagavond van 19 tot 21 uur",
    ),
    personas=(
        personas.POLICY_OFFICER,
        personas.COLLEGE_CLERK,
        personas.COUNCIL_MEMBER,
        Persona(Role.COORDINATOR, _("Brings people together in Zuidoost."), area="zuidoost"),
        Persona(Role.AREA_MANAGER, _("Knows Zuidoost for the municipality."), area="zuidoost"),
        personas.NETWORK_MEMBER,
        Persona(Role.PROVIDER, _("Works in the neighbourhoods for a welfare organisation."), organisation=PARTNER),
        personas.FUNCTIONAL_ADMIN,
    ),
)
