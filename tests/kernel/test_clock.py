"""The clock is the real one, moved in the demo by a file."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from wijkaanzet.kernel import clock

MOMENT = datetime(2017, 10, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock_file(settings: Settings, tmp_path: Path) -> Path:
    path: Path = tmp_path / "clock"
    settings.WZ_CLOCK_FILE = path
    return path


def apart(moment: datetime) -> timedelta:
    return abs(clock.now() - moment)


def test_tells_the_real_time_without_a_file(settings: Settings):
    settings.WZ_CLOCK_FILE = None
    assert apart(timezone.now()) < timedelta(seconds=2)


def test_tells_the_real_time_when_the_file_is_not_there(clock_file: Path):
    assert apart(timezone.now()) < timedelta(seconds=2)


def test_tells_the_moment_it_was_moved_to(clock_file: Path):
    clock.move_to(MOMENT)
    assert apart(MOMENT) < timedelta(seconds=2)
    assert clock.now().tzinfo is not None


def test_leaves_no_half_written_file_behind(clock_file: Path):
    clock.move_to(MOMENT)
    assert list(clock_file.parent.iterdir()) == [clock_file]


def test_cannot_be_moved_outside_the_demo(settings: Settings):
    settings.WZ_CLOCK_FILE = None
    with pytest.raises(RuntimeError, match="demo"):
        clock.move_to(MOMENT)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2017, 10, 2, 21, 30, tzinfo=UTC), date(2017, 10, 2)),
        (datetime(2017, 10, 2, 22, 30, tzinfo=UTC), date(2017, 10, 3)),  # summer time
        (datetime(2017, 12, 2, 22, 30, tzinfo=UTC), date(2017, 12, 2)),  # winter time
    ],
)
def test_a_day_starts_at_midnight_in_the_netherlands(clock_file: Path, moment: datetime, day: date):
    clock.move_to(moment)
    assert clock.today() == day


class TestCommand:
    def test_moves_the_clock_thirty_days(self, clock_file: Path, capsys: pytest.CaptureFixture[str]):
        clock.move_to(MOMENT)
        call_command("demo_clock", "+30d")
        assert apart(MOMENT + timedelta(days=30)) < timedelta(seconds=3)
        assert capsys.readouterr().out == "demo: it is 01-11-2017\n"

    def test_moves_the_clock_back(self, clock_file: Path):
        clock.move_to(MOMENT)
        call_command("demo_clock", "--", "-7d")
        assert apart(MOMENT - timedelta(days=7)) < timedelta(seconds=3)

    @pytest.mark.parametrize("shift", ["30", "+30w", "d", "123456d", "+30d "])
    def test_refuses_what_is_no_number_of_days(self, clock_file: Path, shift: str):
        with pytest.raises(CommandError, match=r"write for instance \+30d"):
            call_command("demo_clock", shift)

    def test_refuses_without_a_clock_to_move(self, settings: Settings):
        settings.WZ_CLOCK_FILE = None
        with pytest.raises(CommandError, match="WZ_DEMO"):
            call_command("demo_clock", "+1d")
