"""What a municipality calls the parts of the money of its neighbourhoods."""

from functools import cached_property

from wijkaanzet.arrangements.queries import nearest
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.web.words import word


class MoneyParts:
    """The parts by earmark, in the municipality's own words; looked up once, and only when a plan names one."""

    def __init__(self, municipality: Municipality) -> None:
        self._municipality = municipality

    @cached_property
    def _own(self) -> Arrangement:
        return nearest(self._municipality, on=clock.today())

    def name(self, earmark: str) -> str:
        """What a part is called; empty for no part in particular."""
        return word(self._own, "earmark", earmark) if earmark else ""

    def choices(self) -> dict[str, str]:
        """The parts among which there is something to choose, each by its earmark; none when the money is one whole."""
        known = self._own.earmarks
        return {earmark: self.name(earmark) for earmark in known} if len(known) > 1 else {}
