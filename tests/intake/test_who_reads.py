"""Who reads what is sealed, who only writes it down, and who sees what has its place."""

import pytest

from tests.conftest import AT
from tests.factories import BodyFactory, somebody
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


def test_who_coordinates_one_network_reads_nothing_of_the_whole_municipality() -> None:
    here, on = neighbourhood(), AT.date()
    network = BodyFactory.create(municipality=here.town, kind="network", key="buurttafel")
    of_network = somebody(Role.COORDINATOR, here.town, scope=network)
    of_area = somebody(Role.COORDINATOR, here.town, scope=here.area)
    whole = received(here, area=None).entry
    assert whole.area is None
    assert not access.readable_entries(of_network, here.town, on=on).exists()
    reads = [access.reads_an_area(one, here.town, on=on) for one in (of_network, of_area)]
    assert reads == [False, True]
