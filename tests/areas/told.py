"""What somebody is told who is refused."""

from wijkaanzet.areas.labels import REFUSALS
from wijkaanzet.kernel.refusals import Refused


def told(refused: Refused) -> str:
    """The sentence of a refusal; fails when it has none, or one that asks for what is not given."""
    return str(REFUSALS[refused.key]) % refused.parameters
