"""A municipality of the demo without money: people plan together there, on the same days and at the same desks."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.demo import personas
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile
from wijkaanzet.people.operations import DeskDetails
from wijkaanzet.people.rules import Role

PHONE_HOURS: Final = "maandag tot en met vrijdag van 9 tot 17 uur"


@dataclass(frozen=True, kw_only=True)
class CityDesk:
    """Where one asks about money and plans; the desks of the areas have the same number."""

    name: str
    purpose: str
    phone: str
    place: str

    def for_the_city(self) -> DeskDetails:
        """The desk of the whole municipality."""
        return DeskDetails(
            name=self.name,
            purpose=self.purpose,
            phone=self.phone,
            phone_hours=PHONE_HOURS,
            place=self.place,
            place_hours="dinsdag en donderdag van 13 tot 17 uur",
        )

    def for_an_area(self) -> DeskDetails:
        """The desk of an area; {area} stands for its name."""
        return DeskDetails(
            name="Balie {area}",
            purpose="Voor een idee, een vraag of een praatje",
            phone=self.phone,
            phone_hours=PHONE_HOURS,
            place="Buurthuis {area} (oefening)",
            place_hours="dinsdagavond van 19 tot 21 uur",
        )


def planning_city(
    *,
    slug: str,
    name: str,
    partner: str,
    desk: CityDesk,
    of_area: tuple[Persona, Persona],
    figures_year: int | None = None,
) -> Profile:
    """The municipality; `of_area` coordinates and manages the area in which people plan."""
    return Profile(
        slug=slug,
        name=name,
        starts_on=date(2016, 9, 1),
        partner=partner,
        coordinated_from=date(2017, 1, 1),
        next_year_begun_on=date(2017, 9, 18),
        told=False,
        figures_year=figures_year,
        city_desk=desk.for_the_city(),
        area_desk=desk.for_an_area(),
        personas=(
            personas.POLICY_OFFICER,
            personas.COLLEGE_CLERK,
            personas.COUNCIL_MEMBER,
            *of_area,
            personas.NETWORK_MEMBER,
            Persona(Role.PROVIDER, _("Works in the neighbourhoods for a welfare organisation."), organisation=partner),
            personas.FUNCTIONAL_ADMIN,
        ),
    )
