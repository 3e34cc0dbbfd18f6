"""Oude IJsselstreek in the demo: the staircase of government participation, filled as in its own document.

The areas are named after its larger places; organisation, days, desks, people and plan are made up. No money is
divided.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

PARTNER: Final = "Welzijn Oude IJssel (oefening)"

PROFILE: Final = Profile(
    slug="oude-ijsselstreek",
    name="Oude IJsselstreek",
    starts_on=date(2016, 9, 1),
    partner=PARTNER,
    coordinated_from=date(2017, 1, 1),
    next_year_begun_on=date(2017, 9, 18),
    told=False,
    city_desk=DeskDetails(
        name="Loket gebieden",
        purpose="Vragen over geld en plannen van uw gebied",
        phone="14 0315",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Gemeentehuis (oefening), Staringstraat 25",
        place_hours="dinsdag en donderdag van 13 tot 17 uur",
    ),
    area_desk=DeskDetails(
        name="Balie {area}",
        purpose="Voor een idee, een vraag of een praatje",
        phone="14 0315",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Buurthuis {area} (oefening)",
        place_hours="dinsdagavond van 19 tot 21 uur",
    ),
    personas=(
        personas.POLICY_OFFICER,
        personas.COLLEGE_CLERK,
        personas.COUNCIL_MEMBER,
        Persona(Role.COORDINATOR, _("Brings people together in Ulft."), area="ulft"),
        Persona(Role.AREA_MANAGER, _("Knows Ulft for the municipality."), area="ulft"),
        personas.NETWORK_MEMBER,
        Persona(Role.PROVIDER, _("Works in the neighbourhoods for a welfare organisation."), organisation=PARTNER),
        personas.FUNCTIONAL_ADMIN,
    ),
)
