"""Give somebody a role over its scope, with an account when there is none yet: the first administrator, for one."""

from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import operations
from wijkaanzet.people.labels import REFUSALS
from wijkaanzet.people.models import Body, Membership, Organisation
from wijkaanzet.people.rules import Role

Scope = Area | Body | Organisation | None
ACTOR = Actor(user_id=None, channel=Channel.COMMAND)


class Command(BaseCommand):
    help = "Gives somebody a role, such as coordinator of one network: --body with the key in its address."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("role", choices=[role.value for role in Role])
        parser.add_argument("--municipality", required=True, metavar="SLUG")
        over = parser.add_mutually_exclusive_group()
        over.add_argument("--area", default="", metavar="SLUG")
        over.add_argument("--body", default="", metavar="KEY")
        over.add_argument("--organisation", default="", metavar="NAME")
        parser.add_argument("--starts-on", type=date.fromisoformat, default=None, help="such as 2027-01-01; else today")
        parser.add_argument("--email", default="", help="opens the account when nobody here has this name")

    def handle(self, *args: object, **options: object) -> None:
        told = {name: str(value or "") for name, value in options.items()}
        starts_on = options["starts_on"]
        municipality = Municipality.objects.filter(slug=told["municipality"]).first()
        if municipality is None:
            raise CommandError(f"There is no municipality {told['municipality']}.", returncode=2)
        try:
            held = _given(told, municipality, starts_on if isinstance(starts_on, date) else clock.today())
        except Refused as refused:
            raise CommandError(str(REFUSALS[refused.key]) % refused.parameters, returncode=2) from refused
        self.stdout.write(f"{told['username']}: {held.role} in {municipality.name} from {held.starts_on}")


def _given(told: dict[str, str], municipality: Municipality, starts_on: date) -> Membership:
    """The role, and the account when it had to be opened: both or neither."""
    new = operations.NewRole(role=Role(told["role"]), scope=_scope(told, municipality), starts_on=starts_on)
    to = operations.AccountCalled(username=told["username"], email=told["email"])
    return operations.give_role_by_name(municipality, new=new, to=to, actor=ACTOR, at=clock.now())


def _scope(told: dict[str, str], municipality: Municipality) -> Scope:
    """Over what the role is held."""
    found: Scope = None
    if told["area"]:
        areas = Area.objects.filter(division__municipality=municipality, slug=told["area"])
        found = areas.select_related("division").order_by("-division_id", "pk").first()
    elif told["body"]:
        found = Body.objects.filter(municipality=municipality, key=told["body"]).first()
    elif told["organisation"]:
        found = Organisation.objects.filter(municipality=municipality, name=told["organisation"]).first()
    else:
        return None
    if found is None:
        name = told["area"] or told["body"] or told["organisation"]
        raise CommandError(f"There is no {name} in {municipality.name}.", returncode=2)
    return found
