"""The person card of a desk."""

from wijkaanzet.people.models import Desk as DeskRow
from wijkaanzet.web.parts.desks import Desk


def desk(row: DeskRow | None, *, uid: str = "desk") -> Desk | None:
    """How the desk is reached, as the card shows it."""
    if row is None:
        return None
    return Desk(
        name=row.name,
        role=row.purpose,
        phone=row.phone,
        phone_hours=row.phone_hours,
        place=row.place,
        place_hours=row.place_hours,
        uid=uid,
    )
