"""What was told is taken back: what a scan says that it means may repeat it, so that goes too."""

import pytest

from tests.conftest import AT
from tests.factories import NOBODY
from tests.scans.scan_town import ScanTown, build_town, figure, tale, voice
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import ScanItem

pytestmark = pytest.mark.django_db


@pytest.fixture(name="town")
def town_with_a_scan() -> ScanTown:
    """A neighbourhood whose network makes a scan."""
    return build_town()


@pytest.mark.done("5.withdrawn")
def test_the_meaning_beside_it_is_gone_and_that_of_others_stays(town: ScanTown) -> None:
    told, story = town.told(), town.story()
    town.lonely(12)
    town.published(figure(meaning="Veel."), voice(told, "Zij zei het zelf."), tale(story, "Net als oma."))
    operations.take_back_told(story.entry, actor=NOBODY, at=AT)
    operations.take_back_told(told, actor=NOBODY, at=AT)
    assert list(ScanItem.objects.order_by("position").values_list("meaning", flat=True)) == ["Veel.", "", ""]
