"""Amersfoort in the demo: a frame cut by a target, divided every year, and each area's share in three components.

The amounts of 2016 to 2019 are those of the budget table in the city's own paper on its social base of 2016 ("Peiling
sociale basisinfrastructuur"), and so are the bodies, the components, the facilities for the whole city and the wish to
know the total for several years. That the council decided on three years at once, the split over the components, the
cents of the facilities, what is promised, the days of meetings, desks, the composition of the areas and all figures are
made up. The paper names no partner, so neither does the demo. There are no persons in it.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import DivisionYear, FrameRow, FrameYear, Meeting, Money, Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

BUDGET, TARGET_CUT = "Oorspronkelijke begroting", "Taakstelling"
ROWS_2016: Final = (FrameRow(BUDGET, "sbi", 7_279_926_00),)
ROWS_FROM_2017: Final = (FrameRow(BUDGET, "sbi", 8_056_470_00), FrameRow(TARGET_CUT, "sbi", -500_000_00))


def _budget_2017_and_on(year: int, reasons: str) -> FrameYear:
    """The council decided on 2017, 2018 and 2019 in one meeting: what is divided every year is known for three."""
    return FrameYear(
        year=year,
        rows=ROWS_FROM_2017,
        drafted_on=date(2016, 9, 19),
        meeting=Meeting(
            on=date(2016, 11, 8), recorded_on=date(2016, 11, 10), published_on=date(2016, 11, 14), reasons=reasons
        ),
    )


PROFILE: Final = Profile(
    slug="amersfoort",
    name="Amersfoort",
    starts_on=date(2016, 1, 4),
    partner="SBI-partner (oefening)",
    coordinated_from=date(2017, 1, 1),
    money=Money(
        promise="Afspraken 2017 (oefening)",
        # The base is all promised, of the variable part what runs already, and nothing of what nobody can foresee.
        promised={"basis": 100, "variabel": 45, "onvoorzien": 0},
        frames=(
            # Before 2017 the money went to larger organisations by grants, so this year was never divided among areas.
            FrameYear(
                year=2016,
                rows=ROWS_2016,
                drafted_on=date(2016, 1, 5),
                meeting=Meeting(
                    on=date(2016, 1, 19),
                    recorded_on=date(2016, 1, 21),
                    published_on=date(2016, 1, 25),
                    reasons="Begroting 2016: € 7.279.926. Dit jaar krijgen organisaties het geld nog als subsidie. "
                    "Vanaf 2017 verdelen we het over de wijken.",
                ),
            ),
            _budget_2017_and_on(
                2017,
                "Begroting 2017: € 7.556.470. Er is meer geld dan in 2016, "
                "omdat de combinatiefunctionarissen er nu bij horen.",
            ),
            *(
                _budget_2017_and_on(
                    year,
                    f"Begroting {year}: € 7.556.470, net als in 2017. De raad besluit hier nu al over. Dan weet "
                    "iedereen waar hij aan toe is. Het college verdeelt het geld elk jaar opnieuw over de wijken.",
                )
                for year in (2018, 2019)
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
        Persona(
            Role.PROVIDER,
            _("Works in the neighbourhoods for a welfare organisation."),
            organisation="SBI-partner (oefening)",
        ),
        Persona(Role.COORDINATOR, _("Makes the plan of Soesterkwartier for the partner."), area="soesterkwartier"),
        personas.CONTROLLER,
        Persona(
            Role.AREA_MANAGER,
            _("Knows the neighbourhood Soesterkwartier for the municipality."),
            area="soesterkwartier",
        ),
        personas.NETWORK_MEMBER,
        personas.FUNCTIONAL_ADMIN,
    ),
)
