"""The demo is built from nothing, once, and its books are right from the first day."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tests.factories import MunicipalityFactory
from wijkaanzet.demo.build import START
from wijkaanzet.demo.cities import CITIES, persona_of
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, AuditSeal, Municipality, OutboxMessage
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock_file(settings: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "clock"
    settings.WZ_CLOCK_FILE = path
    return path


@pytest.mark.done("2.demo")
@pytest.mark.both_engines
def test_an_empty_database_becomes_cities_whose_books_are_right(clock_file: Path, capsys: pytest.CaptureFixture[str]):
    call_command("build_demo")
    for proof in ("verify_audit", "verify_ledger", "verify_moves"):
        call_command(proof)
    lines = capsys.readouterr().out.splitlines()
    assert lines[: len(CITIES)] == [f"demo: {city.name} stands, it is 02-10-2017" for city in CITIES]
    assert len(lines) == len(CITIES) + 3
    assert sum(AuditSeal.objects.values_list("rows", flat=True)) == AuditEntry.objects.count() > 0
    assert abs(clock.now() - START) < timedelta(minutes=1)


def test_the_clock_of_a_built_demo_goes_thirty_days_on(clock_file: Path, capsys: pytest.CaptureFixture[str]):
    call_command("build_demo")
    call_command("demo_clock", "+30d")
    assert capsys.readouterr().out.splitlines()[-1] == "demo: it is 01-11-2017"
    call_command("verify_moves")


def test_a_database_that_is_in_use_is_refused_and_left_alone(clock_file: Path):
    own = MunicipalityFactory.create()
    with pytest.raises(CommandError, match="empty"):
        call_command("build_demo")
    assert Municipality.objects.get() == own
    assert not clock_file.exists()


def test_every_persona_can_be_found_and_holds_its_role(clock_file: Path):
    call_command("build_demo")
    for municipality in Municipality.objects.order_by("name"):
        city = next(one for one in CITIES if one.slug == municipality.slug)
        for persona in city.personas:
            user = User.objects.get(username=persona.username(city.slug))
            held = memberships(Actor(user.pk, Channel.WEB), municipality, on=START.date())
            assert [one.role for one in held] == [persona.role]
            assert persona_of(user.username) == (city, persona)
            assert not user.has_usable_password()


def test_the_demo_holds_no_mail_address_and_no_other_door(clock_file: Path):
    call_command("build_demo")
    assert set(User.objects.values_list("email", flat=True)) == {""}
    assert not OutboxMessage.objects.exists()
    assert persona_of("jansen") is None
    assert persona_of("amersfoort-adviser") is None  # nobody advises there
