"""Taking in what became of CBS areas."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import AreaChange, Concordance
from wijkaanzet.areas.rules.concordance_file import Origin, check_origin, read_concordance
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject


@transaction.atomic
def import_concordance(
    municipality: Municipality, *, data: bytes, origin: Origin, actor: Actor, at: datetime, replace: bool = False
) -> Concordance:
    """Take in a concordance file: what became of the CBS areas of one region year in another, wholly or not at all.

    With `replace` it may come in the place of an earlier one of those years. Raises Refused: ("concordance_exists"),
    and what `rules.concordance_file` refuses. Source: VNG Realisatie, grenswijzigen (weights by addresses).
    """
    check_origin(origin, this_year=at.year)
    changes = read_concordance(data, municipality=municipality.code)
    Municipality.objects.select_for_update().get(pk=municipality.pk)  # two who bring in the same years wait in line
    years = {"from_year": origin.from_year, "to_year": origin.to_year}
    there = Concordance.objects.filter(municipality=municipality, **years)
    if there.exists() and not replace:
        raise Refused("concordance_exists", from_year=origin.from_year, to_year=origin.to_year)
    there.delete()
    concordance = Concordance.objects.create(
        municipality=municipality, basis=origin.basis, source=origin.source, imported_on=localdate(at), **years
    )
    AreaChange.objects.bulk_create(
        AreaChange(concordance=concordance, from_code=one.from_code, to_code=one.to_code, weight=one.weight)
        for one in changes
    )
    audit.record(
        "areas.concordance.imported",
        subject=Subject("areas.concordance", concordance.id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"changes": len(changes), **years},
    )
    return concordance
