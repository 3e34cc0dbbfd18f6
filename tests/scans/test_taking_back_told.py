"""What was told is taken back: what a scan says that it means may repeat it, so that goes too."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests.conftest import AT
from tests.factories import NOBODY
from tests.scans.scan_town import ScanTown, build_town, figure, later, tale, voice
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import ScanItem
from wijkaanzet.stories import operations as stories

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


class TestWhatEndedByTime:
    TWO_YEARS = 24 * 31

    @pytest.mark.done("5.withdrawn")
    def test_takes_its_meaning_along_and_that_of_others_stays(self, town: ScanTown) -> None:
        told, story = town.told(), town.story()
        town.lonely(12)
        town.published(figure(meaning="Veel."), voice(told, "Zo is het."), tale(story, "Net als oma."))
        at = later(self.TWO_YEARS)
        assert operations.forget_meanings(actor=NOBODY, at=AT) == 0
        stories.expire(actor=NOBODY, at=at)
        assert operations.forget_meanings(actor=NOBODY, at=at) == 1
        assert list(ScanItem.objects.order_by("position").values_list("meaning", flat=True)) == [
            "Veel.",
            "Zo is het.",
            "",
        ]
        log = AuditEntry.objects.get(action="scans.scan.meanings_forgotten")
        assert (log.detail["items"], "oma" in str(log.detail)) == (1, False)

    def test_is_found_every_night_and_a_second_time_there_is_nothing(
        self, town: ScanTown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        town.published(tale(town.story(), "Net als oma."))
        monkeypatch.setattr(clock, "now", lambda: later(self.TWO_YEARS))
        said = StringIO()
        call_command("expire_stories", stdout=StringIO())
        for _night in range(2):
            call_command("clean_scans", stdout=said)
        assert said.getvalue().splitlines() == ["scans: 1 meanings forgotten", "scans: 0 meanings forgotten"]
