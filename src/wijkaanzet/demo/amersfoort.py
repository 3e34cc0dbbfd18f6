"""Amersfoort in the demo: a frame cut by a target, divided every year, and each area's share in three components.

The amounts of the years are those of the budget table in the city's own paper on its social base of 2016 ("Peiling
sociale basisinfrastructuur"), and so are the bodies, the components and the facilities for the whole city. The split
over the components, the cents of the facilities, what is promised, the days of meetings, desks, the composition of the
areas and all figures are made up. The paper names no partner, so neither does the demo. There are no persons in it.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import DivisionYear, FrameYear, Meeting, Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

BUDGET_2017: Final = 8_056_470_00
TARGET_CUT: Final = 500_000_00  # the same in 2018 and 2019

PROFILE: Final = Profile(
    slug="amersfoort",
    name="Amersfoort",
    starts_on=date(2016, 1, 4),
    partner="SBI-partner (oefening)",
    promise="Afspraken 2017 (oefening)",
    # The base is all promised, of the variable part what runs already, and nothing of what nobody can foresee.
    promised={"basis": 100, "variabel": 45, "onvoorzien": 0},
    frames=(
        # Before 2017 the money went to larger organisations by grants, so this year was never divided among areas.
        FrameYear(
            year=2016,
            cents={"sbi": 7_279_926_00},
            drafted_on=date(2016, 1, 5),
            meeting=Meeting(
                on=date(2016, 1, 19),
                recorded_on=date(2016, 1, 21),
                published_on=date(2016, 1, 25),
                reasons="Begroting 2016: € 7.279.926. Dit jaar krijgen organisaties het geld nog als subsidie. "
                "Vanaf 2017 verdelen we het over de wijken.",
            ),
        ),
        FrameYear(
            year=2017,
            cents={"sbi": BUDGET_2017 - TARGET_CUT},
            drafted_on=date(2016, 9, 19),
            meeting=Meeting(
                on=date(2016, 11, 8),
                recorded_on=date(2016, 11, 10),
                published_on=date(2016, 11, 14),
                reasons="Begroting 2017: € 8.056.470, min een taakstelling van € 500.000. Dat is € 7.556.470. Er is "
                "meer geld dan in 2016, omdat de combinatiefunctionarissen er nu bij horen.",
            ),
        ),
    ),
    division=DivisionYear(
        year=2017,
        figures_year=2016,
        begun_on=date(2016, 9, 12),
        calculated_on=date(2016, 11, 15),
        proposed_on=date(2016, 11, 22),
        meeting=Meeting(
            on=date(2016, 12, 13),
            recorded_on=date(2016, 12, 15),
            published_on=date(2016, 12, 19),
            reasons="Het college verdeelt het geld ieder jaar over de wijken. Elke wijk houdt een basis.",
        ),
        promised_on=date(2016, 12, 22),
        plans_opened_on=date(2017, 1, 10),
        networks_start_on=date(2017, 1, 30),
    ),
    next_year_begun_on=date(2017, 9, 25),
    city_desk=DeskDetails(
        name="Informatie en advies",
        purpose="Vragen over geld en plannen van uw wijk",
        phone="14 033",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Stadhuis (oefening), Stadhuisplein 1",
        place_hours="maandag en woensdag van 10 tot 12 uur",
    ),
    area_desk=DeskDetails(
        name="Sociaal arrangeurs {area}",
        purpose="Voor hulp bij een plan met uw buren",
        phone="14 033",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Buurthuis {area} (oefening)",
        place_hours="woensdag van 14 tot 17 uur",
    ),
    personas=(
        personas.POLICY_OFFICER,
        personas.COLLEGE_CLERK,
        personas.COUNCIL_CLERK,
        personas.COUNCIL_MEMBER,
        Persona(Role.COORDINATOR, _("Makes the plan of Soesterkwartier for the partner."), area="soesterkwartier"),
        personas.CONTROLLER,
        Persona(
            Role.AREA_MANAGER,
            _("Knows the neighbourhood Soesterkwartier for the municipality."),
            area="soesterkwartier",
        ),
        personas.FUNCTIONAL_ADMIN,
    ),
)
