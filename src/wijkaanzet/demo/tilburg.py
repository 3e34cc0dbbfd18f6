"""Tilburg in the demo: one year divided and running, the next just begun.

The five amounts that make € 15 million, the bodies and ContourdeTwern are as the city's own documents of 2017 name
them, and so is that another party coordinates in two of the eleven areas. Which two and who, the days of meetings, the
allocation model, desks, the composition of the areas and all figures are made up. There are no persons in it.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.decisions.rules import Follow
from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Advice, AdvicePointMade, DivisionYear, FrameRow, FrameYear, Meeting, Money, Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

PROFILE: Final = Profile(
    slug="tilburg",
    name="Tilburg",
    starts_on=date(2016, 9, 1),
    partner="ContourdeTwern",
    other_coordinators={
        "berkel-enschot": "Dorpsverband Berkel-Enschot (oefening)",
        "udenhout-en-biezenmortel": "Dorpsverband Udenhout en Biezenmortel (oefening)",
    },
    coordinated_from=date(2017, 1, 1),
    money=Money(
        promise="PvE 2017",
        promised={"jeugd": 70, "volwassenen": 60},
        frames=(
            FrameYear(
                year=2017,
                rows=(
                    FrameRow("Sociaal werk en ondersteuning van vrijwilligers", "volwassenen", 5_800_000_00),
                    FrameRow("Preventieve ondersteuning van jongeren", "jeugd", 3_300_000_00),
                    FrameRow("Informele zorg", "volwassenen", 700_000_00),
                    FrameRow("Thuisadministratie", "volwassenen", 400_000_00),
                    FrameRow("Beheer van wijk- en buurtaccommodaties", "accommodaties", 4_800_000_00),
                ),
                drafted_on=date(2016, 9, 12),
                meeting=Meeting(
                    on=date(2016, 11, 7),
                    recorded_on=date(2016, 11, 9),
                    published_on=date(2016, 11, 11),
                    reasons="Begroting 2017: vijftien miljoen euro voor de sociale basis. Het geld voor jeugd en voor "
                    "volwassenen is geoormerkt. Over het beheer van accommodaties besluit het college apart.",
                ),
            ),
        ),
        division=DivisionYear(
            year=2017,
            figures_year=2016,
            begun_on=date(2016, 9, 5),
            calculated_on=date(2016, 11, 14),
            advice=Advice(
                question="Verdelen we het geld zo eerlijk over de wijken? En houdt elke wijk genoeg over voor "
                "ontmoeting?",
                given_on=date(2016, 11, 17),
                answered_on=date(2016, 11, 18),
                points=(
                    AdvicePointMade(
                        text="Geef elke wijk een vaste basis, zodat ook een kleine wijk een plek voor ontmoeting "
                        "houdt.",
                        follow=Follow.FULLY,
                        answer="Elke wijk krijgt een vast bedrag en er is een ondergrens.",
                    ),
                    AdvicePointMade(
                        text="Laat alle wijken meebeslissen over het jongerenwerk voor de hele stad.",
                        follow=Follow.PARTLY,
                        answer="Het jongerenwerk blijft één opdracht. De wijken praten twee keer per jaar mee.",
                    ),
                ),
            ),
            proposed_on=date(2016, 11, 21),
            meeting=Meeting(
                on=date(2016, 12, 6),
                recorded_on=date(2016, 12, 8),
                published_on=date(2016, 12, 12),
                reasons="De verdeling volgt het verdeelmodel en de oormerken van de raad.",
            ),
            promised_on=date(2016, 12, 20),
            plans_opened_on=date(2017, 1, 9),
            networks_start_on=date(2017, 1, 23),
        ),
    ),
    next_year_begun_on=date(2017, 9, 18),
    city_desk=DeskDetails(
        name="Loket sociale basis",
        purpose="Vragen over geld en plannen van uw wijk",
        phone="14 013",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Stadhuis (oefening), Stadhuisplein 1",
        place_hours="dinsdag en donderdag van 13 tot 17 uur",
    ),
    area_desk=DeskDetails(
        name="Wijkbalie {area}",
        purpose="Voor een idee, een vraag of een praatje",
        phone="14 013",
        phone_hours="maandag tot en met vrijdag van 9 tot 17 uur",
        place="Wijkcentrum {area} (oefening)",
        place_hours="dinsdagavond van 19 tot 21 uur",
    ),
    personas=(
        personas.POLICY_OFFICER,
        Persona(Role.ADVISER, _("Advises on the division for the city-wide consultation."), body="stedelijk-overleg"),
        personas.COLLEGE_CLERK,
        personas.COUNCIL_CLERK,
        personas.COUNCIL_MEMBER,
        Persona(Role.COORDINATOR, _("Brings people together in Noord."), area="noord"),
        Persona(
            Role.COORDINATOR,
            _("Keeps a second network of Noord, for another party."),
            body="noord-in-beweging",
            organisation="Stichting Noord beweegt (oefening)",
            second=True,
        ),
        Persona(
            Role.PROVIDER, _("Works in the neighbourhoods for a welfare organisation."), organisation="ContourdeTwern"
        ),
        personas.CONTROLLER,
        Persona(Role.AREA_MANAGER, _("Knows the neighbourhood Noord for the municipality."), area="noord"),
        personas.NETWORK_MEMBER,
        personas.FUNCTIONAL_ADMIN,
    ),
)
