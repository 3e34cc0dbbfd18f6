"""The people one can be in the demo: an account per role, named after the role. No persons."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijkaanzet.people.rules import Role

NETWORK: Final = "wijknetwerk"
"""The key of the network in the neighbourhood where people tell what is strong there."""


@dataclass(frozen=True)
class Persona:
    """A role in the demo, what it comes to do, and over what it holds the role."""

    role: Role
    what: object
    body: str = ""
    area: str = ""
    organisation: str = ""
    second: bool = False
    """Whether another has this role already: the coordinator of a network that another party keeps."""

    def username(self, municipality: str) -> str:
        """The name of the account in a municipality."""
        return f"{municipality}-{self.role.value}{'-2' if self.second else ''}"


# These do the same work in every municipality; who works in one area stands with its municipality.
POLICY_OFFICER = Persona(Role.POLICY_OFFICER, _("Prepares the division of the money."))
COLLEGE_CLERK = Persona(Role.COLLEGE_CLERK, _("Records what the executive decides."), body="college")
COUNCIL_CLERK = Persona(Role.COUNCIL_CLERK, _("Records what the council decides."), body="raad")
COUNCIL_MEMBER = Persona(Role.COUNCIL_MEMBER, _("Decides on the total for the city."), body="raad")
CONTROLLER = Persona(Role.CONTROLLER, _("Watches whether the sums are right."))
NETWORK_MEMBER = Persona(
    Role.NETWORK_MEMBER, _("Makes the scan of the neighbourhood together with others."), body=NETWORK
)
FUNCTIONAL_ADMIN = Persona(Role.FUNCTIONAL_ADMIN, _("Looks after roles and settings."))
