"""What the budget asks of minutes before they count: about the right choice, of a body of the same municipality."""

from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused


def check_minutes(minutes: Minutes, *, step: Step, municipality: Municipality) -> None:
    """Mandate goes by the step, so the owner of the subject says which step it is, never the minutes themselves.

    Raises Refused("wrong_step") and ("other_tenant").
    """
    if minutes.step is not step:
        raise Refused("wrong_step", step=minutes.step, wanted=step)
    if minutes.body.municipality_id != municipality.id:
        raise Refused("other_tenant", name=minutes.body.name)
