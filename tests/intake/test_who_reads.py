"""Who reads what is sealed, who only writes it down, and who sees what has its place."""

import pytest

from tests.conftest import AT
from tests.factories import somebody
from tests.intake.telling import neighbourhood, placed, received
from wijkaanzet.intake import access
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "reads"),
    [(Role.COORDINATOR, True), (Role.AREA_MANAGER, True), (Role.WIJKTEAM_PROFESSIONAL, False)],
)
def test_who_gives_care_writes_down_and_works_along_but_reads_nothing_sealed(role: Role, reads: bool) -> None:
    here, on = neighbourhood(), AT.date()
    actor = somebody(role, here.town, scope=here.area)
    placed(here, may_share=False)
    sealed = received(here).entry
    assert (sealed in access.readable_entries(actor, here.town, on=on)) is reads
    assert (sealed.pk in access.seen_entries(actor, [sealed.pk], on=on)) is reads
    assert access.may_read(actor, here.town, on=on) is reads
    assert access.may_write_down(actor, here.town, on=on)
    assert access.network_entries(actor, here.town, on=on).count() == 1
