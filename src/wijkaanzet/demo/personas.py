"""The people one can be in the demo: an account per role, named after the role. No persons."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wijkaanzet.people.rules import Role


@dataclass(frozen=True)
class Persona:
    """A role in the demo, what it comes to do, and over what it holds the role."""

    role: Role
    what: object
    body: str = ""
    area: str = ""

    def username(self, municipality: str) -> str:
        """The name of the account in a municipality."""
        return f"{municipality}-{self.role.value}"


PERSONAS = (
    Persona(Role.POLICY_OFFICER, _("Prepares the division of the money.")),
    Persona(Role.ADVISER, _("Advises on the division for the city-wide consultation."), body="stedelijk-overleg"),
    Persona(Role.COLLEGE_CLERK, _("Records what the executive decides."), body="college"),
    Persona(Role.COUNCIL_CLERK, _("Records what the council decides."), body="raad"),
    Persona(Role.COUNCIL_MEMBER, _("Decides on the total for the city."), body="raad"),
    Persona(Role.COORDINATOR, _("Brings people together in Noord."), area="noord"),
    Persona(Role.CONTROLLER, _("Watches whether the sums are right.")),
    Persona(Role.AREA_MANAGER, _("Knows the neighbourhood Noord for the municipality."), area="noord"),
    Persona(Role.FUNCTIONAL_ADMIN, _("Looks after roles and settings.")),
)


def by_username(municipality: str, username: str) -> Persona | None:
    """The persona with this account; None when the demo has no such account."""
    return next((one for one in PERSONAS if one.username(municipality) == username), None)
